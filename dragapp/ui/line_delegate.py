"""Painting a line of a list: its icon, its words with a span in bold, a quiet note below them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QIcon,
    QPainter,
    QPalette,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from dragapp.ui.line_model import ITSELF, AnyIndex, Line

_PADDING = 4
_GAP = 6
_ELLIPSIS = "…"


class LineDelegate(QStyledItemDelegate):
    """Paints the lines of a LineModel; its groups look as Qt paints them."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        super().initStyleOption(option, index)
        if not isinstance(index.data(ITSELF), Line):
            option.font.setBold(True)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        line = index.data(ITSELF)
        if not isinstance(line, Line):
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        option.text, option.icon = "", QIcon()
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        roles = QPalette.ColorRole
        words = option.palette.color(roles.HighlightedText if selected else roles.Text)
        quiet = words if selected else option.palette.color(roles.PlaceholderText)
        room = option.rect.adjusted(_PADDING, _PADDING // 2, -_PADDING, -_PADDING // 2)
        if line.icon:
            size = option.decorationSize.width()
            height = option.fontMetrics.height()
            place = QRect(room.left(), room.top() + (height - size) // 2, size, size)
            picture = index.data(Qt.ItemDataRole.DecorationRole)
            picture.paint(painter, place)
            room.setLeft(room.left() + size + _GAP)
        painter.save()
        painter.setFont(option.font)
        painter.setPen(words)
        _draw(painter, option.font, room, line)
        if line.note:
            painter.setPen(quiet)
            room.setTop(room.top() + option.fontMetrics.height())
            mode = Qt.TextElideMode.ElideRight
            note = option.fontMetrics.elidedText(line.note, mode, room.width())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignTop), note)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        line = index.data(ITSELF)
        noted = isinstance(line, Line) and bool(line.note)
        height = option.fontMetrics.height() * (2 if noted else 1) + _PADDING
        return QSize(80, max(height, option.decorationSize.height() + 2))


def _draw(painter: QPainter, font: QFont, room: QRect, line: Line) -> None:
    """Draw the words on one line, the span in bold; what has no room is cut at the end."""
    text, (start, end) = _fitting(painter.fontMetrics(), room.width(), line)
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    if end > start:
        bold = QTextCharFormat()
        bold.setFontWeight(QFont.Weight.Bold)
        span = QTextLayout.FormatRange()
        # Qt counts in UTF-16.
        span.start = _units(text[:start])
        span.length = _units(text[start:end])
        span.format = bold
        layout.setFormats([span])
    layout.beginLayout()
    laid = layout.createLine()
    laid.setLineWidth(1e6)
    layout.endLayout()
    room = QRect(room)
    if laid.naturalTextWidth() > room.width():
        dots = painter.fontMetrics().horizontalAdvance(_ELLIPSIS)
        cut = room.adjusted(0, 0, -dots, 0)
        painter.save()
        painter.setClipRect(cut)
        layout.draw(painter, QPointF(room.topLeft()))
        painter.restore()
        base = room.top() + laid.ascent()
        painter.drawText(QPointF(cut.right() + 1, base), _ELLIPSIS)
        return
    layout.draw(painter, QPointF(room.topLeft()))


def _fitting(metrics: QFontMetrics, width: int, line: Line) -> tuple[str, tuple[int, int]]:
    """Take words off the beginning until the bold span is in sight."""
    text, (start, end) = line.text, line.bold
    while start and metrics.horizontalAdvance(text[:end]) > width * 3 // 4:
        cut = text.find(" ", 0, start) + 1 or start
        text = text[cut:]
        start, end = start - cut, end - cut
    if text is not line.text:
        text, start, end = _ELLIPSIS + text, start + 1, end + 1
    return text, (start, end)


def _units(text: str) -> int:
    """Return how many positions Qt counts in a text."""
    return len(text.encode("utf-16-le")) // 2
