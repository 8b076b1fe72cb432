"""The program's icons, drawn when they are first shown, recoloured for dark windows."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QImage, QPainter, QPalette, QPixmap

from dragapp import resources

_STROKE, _ACCENT = "#3b4a5a", "#1f6fb2"
_DARK_STROKE, _DARK_ACCENT = "#c9d3dd", "#6cb6f5"
_DISABLED = "#a9b0b7"
_copies: list[QIconEngine] = []


@cache
def icon(name: str) -> QIcon:
    """Return the icon of that name."""
    return QIcon(_Engine(name))


def is_dark() -> bool:
    """Whether the window's colours are light on dark."""
    return QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128


class _Engine(QIconEngine):
    """Draws one icon in just the sizes, modes and colours that are asked for."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name

    def clone(self) -> QIconEngine:
        # Qt takes the copy over without telling Python, which would delete it at once.
        _copies.append(_Engine(self._name))
        return _copies[-1]

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatio()
        painter.drawPixmap(rect, self.scaledPixmap(rect.size(), mode, state, ratio))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        """Return a picture that fills `size` on a screen with `scale` pixels to one of `size`'s."""
        pixels = size * scale
        grey = mode == QIcon.Mode.Disabled
        return _drawn(self._name, pixels.width(), pixels.height(), grey, is_dark())


@cache
def _drawn(name: str, width: int, height: int, grey: bool, dark: bool) -> QPixmap:
    # Imported with the first icon that is drawn, not with the first that is named.
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(QByteArray(_source(name, grey, dark).encode()))
    renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
    image = QImage(QSize(width, height), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, width, height))
    painter.end()
    return QPixmap.fromImage(image)


def _source(name: str, grey: bool, dark: bool) -> str:
    source = resources.read_text(f"icons/{name}.svg")
    if grey:
        return source.replace(_STROKE, _DISABLED).replace(_ACCENT, _DISABLED)
    if dark:
        return source.replace(_STROKE, _DARK_STROKE).replace(_ACCENT, _DARK_ACCENT)
    return source
