"""Arrows, ticks and dots as files: what a style sheet that draws a box's edge must draw itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt, QTemporaryDir
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

_SIZE = 48
_Draw = Callable[[QPainter], object]


def _line(*points: tuple[float, float]) -> _Draw:
    return lambda painter: painter.drawPolyline(QPolygonF([QPointF(*each) for each in points]))


_SHAPES: dict[str, _Draw] = {
    "down": _line((8, 16), (24, 34), (40, 16)),
    "up": _line((8, 34), (24, 16), (40, 34)),
    "check": _line((8, 26), (20, 38), (42, 10)),
    "dot": lambda painter: painter.drawEllipse(QRectF(12, 12, 24, 24)),
}


def draw_marks(colour: str, folder: QTemporaryDir) -> dict[str, str]:
    """Draw every mark in a colour into a folder; return their paths by name."""
    paths = {}
    for name, draw in _SHAPES.items():
        picture = QPixmap(_SIZE, _SIZE)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colour), 7))
        painter.setBrush(QColor(colour) if name == "dot" else Qt.BrushStyle.NoBrush)
        draw(painter)
        painter.end()
        paths[name] = folder.filePath(f"{name}-{colour.lstrip('#')}.png")
        picture.save(paths[name])
    return paths
