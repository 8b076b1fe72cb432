"""A table's header in two rows: groups above, the columns' own headings below, as on paper."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter, QPalette
from PySide6.QtWidgets import QHeaderView, QWidget

from dragapp.plan.column import Column
from dragapp.ui.look import scaled

_PADDING = 5
_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignCenter)


class TableHeader(QHeaderView):
    """Draws the headings of `columns`, wrapped; the height follows the widths.

    `dragged` tells that the user, and not the program, has changed a width.
    """

    dragged = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._columns: list[Column] = []
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(36)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.sectionResized.connect(self._sized)
        self._pressed = self._moved = False

    def _sized(self) -> None:
        self._moved = self._pressed
        self._relayout()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed, self._moved = True, False
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._pressed = False
        if self._moved:
            self.dragged.emit()

    def show_columns(self, columns: list[Column]) -> None:
        """Take over the columns of a table."""
        self._columns = columns
        self._relayout()

    def _relayout(self) -> None:
        self.updateGeometry()
        self.geometriesChanged.emit()
        self.viewport().update()

    def _group(self, place: int) -> list[int]:
        """Return the columns that stand together with one under its group's heading."""
        group, seen = self._columns[place].group, self.visualIndex(place)
        first = last = seen
        while first > 0 and self._group_at(first - 1) == group:
            first -= 1
        while last + 1 < self.count() and self._group_at(last + 1) == group:
            last += 1
        return [self.logicalIndex(each) for each in range(first, last + 1)]

    def _group_at(self, seen: int) -> str:
        place = self.logicalIndex(seen)
        return self._columns[place].group if place < len(self._columns) else ""

    def _text_height(self, text: str, width: int) -> int:
        metrics = QFontMetrics(self._bold())
        box = QRect(0, 0, max(width - 2 * _PADDING, 10), 10_000)
        return metrics.boundingRect(box, _WRAP, text or "x").height() + 2 * _PADDING

    def _bold(self) -> QFont:
        font = self.font()
        font.setBold(True)
        return font

    def _heights(self) -> tuple[int, int]:
        """Return the heights of the group row and of the whole header."""
        upper = lower = whole = 0
        for place, column in enumerate(self._columns):
            height = self._text_height(column.title, self.sectionSize(place))
            if not column.group:
                whole = max(whole, height)
                continue
            width = sum(self.sectionSize(each) for each in self._group(place))
            upper = max(upper, self._text_height(column.group, width))
            lower = max(lower, height)
        return upper, max(whole, upper + lower)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        if self._columns:
            view = self.parentWidget()
            most = max((view.height() if view else 0) * 2 // 5, scaled(120))
            hint.setHeight(min(max(self._heights()[1], scaled(28)), most))
        return hint

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        if logicalIndex >= len(self._columns):
            super().paintSection(painter, rect, logicalIndex)
            return
        column = self._columns[logicalIndex]
        painter.save()
        painter.setClipRect(rect)
        painter.setFont(self._bold())
        palette = self.palette()
        painter.fillRect(rect, palette.color(QPalette.ColorRole.Button))
        if column.group:
            upper = self._heights()[0]
            together = self._group(logicalIndex)
            left = self.sectionViewportPosition(together[0])
            width = sum(self.sectionSize(each) for each in together)
            self._box(painter, QRect(left, rect.top(), width, upper), column.group)
            rect = rect.adjusted(0, upper, 0, 0)
        self._box(painter, rect, column.title, pale=not column.printed)
        painter.restore()

    def _box(self, painter: QPainter, rect: QRect, text: str, *, pale: bool = False) -> None:
        palette = self.palette()
        painter.setPen(palette.color(QPalette.ColorRole.Mid))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        role = QPalette.ColorRole.PlaceholderText if pale else QPalette.ColorRole.ButtonText
        painter.setPen(palette.color(role))
        painter.drawText(rect.adjusted(_PADDING, 0, -_PADDING, 0), _WRAP, text)
