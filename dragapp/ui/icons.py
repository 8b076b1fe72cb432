"""The program's icons, drawn when they are first shown, in the colours that the window has now."""

from __future__ import annotations

import re
from functools import cache

from PySide6.QtCore import QByteArray, QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QLabel

from dragapp import resources
from dragapp.ui.look import look

#: The two colours of the files, in place of which the window's own are put.
_STROKE, _ACCENT = "#3b4a5a", "#1f6fb2"
_copies: list[QIconEngine] = []


@cache
def icon(name: str) -> QIcon:
    """Return the icon of that name."""
    return QIcon(_Engine(name))


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
        now = look().colours
        grey = mode == QIcon.Mode.Disabled
        stroke, accent = (now.disabled, now.disabled) if grey else (now.stroke, now.accent)
        if mode == QIcon.Mode.Selected and now.strong:
            stroke = accent = now.on_soft
        return _drawn(self._name, pixels.width(), pixels.height(), stroke, accent)


@cache
def _drawn(name: str, width: int, height: int, stroke: str, accent: str) -> QPixmap:
    # Imported with the first icon that is drawn, not with the first that is named.
    from PySide6.QtSvg import QSvgRenderer

    source = resources.read_text(f"icons/{name}.svg")
    # In one turn: strong contrast may put one of the two in place of the other.
    source = re.sub(
        f"{_STROKE}|{_ACCENT}", lambda found: stroke if found[0] == _STROKE else accent, source
    )
    renderer = QSvgRenderer(QByteArray(source.encode()))
    renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
    image = QImage(QSize(width, height), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, width, height))
    painter.end()
    return QPixmap.fromImage(image)


class Picture(QLabel):
    """An icon shown by itself, as large as the zoom wants it; for the eye alone."""

    def __init__(self, name: str, size: int) -> None:
        super().__init__()
        self._name, self._full = name, size
        self._draw()

    def _draw(self) -> None:
        side = round(self._full * look().zoom / 100)
        self.setPixmap(icon(self._name).pixmap(QSize(side, side), self.devicePixelRatioF()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            self._draw()
