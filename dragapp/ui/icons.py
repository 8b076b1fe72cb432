"""The program's icons, recoloured for dark windows."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QImage, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from dragapp import resources

_STROKE, _ACCENT = "#3b4a5a", "#1f6fb2"
_DARK_STROKE, _DARK_ACCENT = "#c9d3dd", "#6cb6f5"
_DISABLED = "#a9b0b7"
_SIZES = (16, 20, 24, 32, 48)


def icon(name: str) -> QIcon:
    """Return the icon of that name."""
    return _made(name, is_dark())


def is_dark() -> bool:
    """Whether the window's colours are light on dark."""
    return QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128


@cache
def _made(name: str, dark: bool) -> QIcon:
    source = resources.read_text(f"icons/{name}.svg")
    if dark:
        source = source.replace(_STROKE, _DARK_STROKE).replace(_ACCENT, _DARK_ACCENT)
    grey = source
    for colour in (_STROKE, _ACCENT, _DARK_STROKE, _DARK_ACCENT):
        grey = grey.replace(colour, _DISABLED)
    made = QIcon()
    for size in _SIZES:
        made.addPixmap(_pixmap(source, size))
        made.addPixmap(_pixmap(grey, size), QIcon.Mode.Disabled)
    return made


def _pixmap(source: str, size: int) -> QPixmap:
    ratio = QGuiApplication.primaryScreen().devicePixelRatio()
    image = QImage(QSize(size, size) * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    side = size * ratio
    QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    pixmap = QPixmap.fromImage(image)
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
