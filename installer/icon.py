"""The program's icon for Windows and the installer's picture, drawn from what the program shows."""

from __future__ import annotations

import io
import os
from pathlib import Path

from PIL import Image

from installer.places import ROOT

#: What Windows shows at 100 to 200 %, in lists, on the taskbar and on the desktop; pixels.
_SIZES = (16, 20, 24, 32, 40, 48, 64, 96, 128, 256)


#: What stands beside the installer's words: NSIS's size twice over, for sharp screens; pixels.
_PICTURE, _SYMBOL = (328, 628), 200
_PAPER = "#eaf1f8"


def write(target: Path) -> None:
    """Write the icon in all sizes, each drawn for itself."""
    largest, *others = [_drawn(size) for size in sorted(_SIZES, reverse=True)]
    sizes = [(size, size) for size in _SIZES]
    largest.save(target, format="ICO", sizes=sizes, append_images=others)


def write_picture(target: Path) -> None:
    """Write the bitmap for the installer's first and last page."""
    picture, symbol = Image.new("RGB", _PICTURE, _PAPER), _drawn(_SYMBOL)
    place = (_PICTURE[0] - _SYMBOL) // 2
    picture.paste(symbol, (place, place), symbol)
    picture.save(target, format="BMP")


def _drawn(size: int) -> Image.Image:
    """Return the picture in a square of as many pixels."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QBuffer, QIODevice, Qt
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    app = QGuiApplication.instance() or QGuiApplication([])
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(ROOT / "resources" / "icons" / "app.svg")).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    del app
    return Image.open(io.BytesIO(buffer.data().data()))
