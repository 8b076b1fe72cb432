"""The program's icon for Windows, drawn from the one picture that the program itself shows."""

from __future__ import annotations

import io
import os
from pathlib import Path

from PIL import Image

from installer.places import ROOT

#: What Windows shows at 100 to 200 %, in lists, on the taskbar and on the desktop; pixels.
_SIZES = (16, 20, 24, 32, 40, 48, 64, 96, 128, 256)


def write(target: Path) -> None:
    """Write the icon in all sizes, each drawn for itself."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtSvg import QSvgRenderer

    app = QGuiApplication.instance() or QGuiApplication([])
    renderer = QSvgRenderer(str(ROOT / "resources" / "icons" / "app.svg"))
    largest, *others = [_drawn(renderer, size) for size in sorted(_SIZES, reverse=True)]
    sizes = [(size, size) for size in _SIZES]
    largest.save(target, format="ICO", sizes=sizes, append_images=others)
    del app


def _drawn(renderer: object, size: int) -> Image.Image:
    from PySide6.QtCore import QBuffer, QIODevice, Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    assert isinstance(renderer, QSvgRenderer)
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return Image.open(io.BytesIO(buffer.data().data()))
