"""The gentle mark of a cell that cannot be read as a sum: dots under its text and a small sign."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem

from dragapp.ui.look import is_dark
from dragapp.ui.table_model import UNREAD_ROLE, AnyIndex


def paint_unread(
    painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex, rect: QRect, flags: int
) -> None:
    """Mark a cell, whose text is drawn in `rect` with these flags, where it cannot be read."""
    if index.data(UNREAD_ROLE) is None:
        return
    metrics = QFontMetrics(option.font)
    text = metrics.boundingRect(rect, flags, index.data())
    colour = QColor("#f0b35c" if is_dark() else "#a35200")
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.4, Qt.PenStyle.DotLine))
    bottom = text.bottom() + 1
    painter.drawLine(QPointF(text.left(), bottom), QPointF(text.right(), bottom))
    size = metrics.height() * 0.8
    sign = QRectF(option.rect.left() + 2, option.rect.top() + 2, size, size)
    painter.setPen(QPen(colour, 1))
    painter.setBrush(option.palette.base())
    painter.drawEllipse(sign)
    font = option.font
    font.setPointSizeF(font.pointSizeF() * 0.75)
    font.setBold(True)
    painter.setFont(font)
    painter.drawText(sign, Qt.AlignmentFlag.AlignCenter, "?")
    painter.restore()
