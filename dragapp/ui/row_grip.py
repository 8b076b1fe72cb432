"""The narrow strip before a table's rows, by which they are selected and dragged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QHeaderView

from dragapp.ui.look import scaled

if TYPE_CHECKING:
    from dragapp.ui.row_drag import RowDrag
    from dragapp.ui.table_view import TableView

#: Rows.
_MANY = 100
_WIDTH, _DOT, _APART = 16, 2, 4


class RowGrip(QHeaderView):
    """A row header with a grip on the rows of the selected cells and on that under the pointer.

    `drag` is what a table that can be changed gives it.
    """

    def __init__(self, view: TableView) -> None:
        super().__init__(Qt.Orientation.Vertical, view)
        self._view = view
        self.drag: RowDrag | None = None
        self._hovered = -1
        self._held: set[int] = set()
        self._pressed: tuple[QPoint, list[str]] | None = None
        self.setMouseTracking(True)
        self.setToolTip("Clic: alege rândul. Tras cu mausul: mută rândul cu cele subordonate.")
        self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)

    def follow_selection(self) -> None:
        """Show the grip on the rows of what is selected now."""
        areas: Any = self._view.selectionModel().selection()
        if sum(area.height() for area in areas) > _MANY:
            # So many are not asked one by one whose row they are.
            self._held = {row for area in areas for row in range(area.top(), area.bottom() + 1)}
        elif self.drag:
            self._held = self.drag.rows_of(self.drag.selected())
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(scaled(_WIDTH), super().sizeHint().height())

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        palette = self.palette()
        painter.fillRect(rect, palette.color(QPalette.ColorRole.Button))
        painter.setPen(palette.color(QPalette.ColorRole.Mid))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        held = logicalIndex in self._held
        if not held or logicalIndex + 1 not in self._held:
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if not held and logicalIndex != self._hovered:
            return
        role = QPalette.ColorRole.Link if held else QPalette.ColorRole.ButtonText
        left = rect.center().x() - (_APART + _DOT) // 2 + 1
        top = rect.top() + min((rect.height() - 2 * _APART - _DOT) // 2, 9)
        for number in range(6):
            right, down = number % 2 * _APART, number // 2 * _APART
            painter.fillRect(left + right, top + down, _DOT, _DOT, palette.color(role))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.logicalIndexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or row < 0 or self.drag is None:
            return
        keys = self.drag.keys_at(row)
        self._pressed = event.position().toPoint(), keys
        self.drag.choose(keys)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        row = self.logicalIndexAt(place)
        if row != self._hovered:
            self._hovered = row
            self.viewport().update()
        if self._pressed is None or self.drag is None:
            return
        start, keys = self._pressed
        far = (place - start).manhattanLength() >= QApplication.startDragDistance()
        if far and not self.drag.active:
            self.drag.start(keys)
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self.drag.move(place.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.let_go()
        if self.drag and self.drag.active:
            self.drag.drop()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def let_go(self) -> None:
        """Forget that the mouse was pressed here."""
        self._pressed = None
        self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hovered = -1
        self.viewport().update()
