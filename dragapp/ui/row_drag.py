"""Rows dragged with the mouse: a line over the whole width shows where they would come to stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, QTimer
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QToolTip

from dragapp.plan.outline import Node
from dragapp.ui.drop_place import DropPlace, DropPlaces

if TYPE_CHECKING:
    from dragapp.ui.table_editor import TableEditor

#: Pixels from the table's edge within which it scrolls, and how often, in milliseconds.
_EDGE, _OFTEN = 28, 30
_LONGEST = 50


class RowDrag(QObject):
    """The drag of some rows of a table, with all below them; dropped, they move in one step."""

    def __init__(self, table: TableEditor) -> None:
        super().__init__(table)
        self._table, self._view = table, table.view
        self._nodes: list[Node] = []
        self._places: DropPlaces | None = None
        self._y = 0
        self.place: DropPlace | None = None
        self._scroll = QTimer(self, interval=_OFTEN)
        self._scroll.timeout.connect(self._go_on)
        table.model.reshaped.connect(self.cancel)

    @property
    def active(self) -> bool:
        """Whether rows are being dragged."""
        return self._places is not None

    def selected(self) -> list[str]:
        """Return the rows of the selected cells, by their keys."""
        return list(dict.fromkeys(self._table.selected()))

    def keys_at(self, row: int) -> list[str]:
        """Return what is dragged by a laid row: what is selected there, else the row itself."""
        chosen = self.selected()
        return chosen if row in self.rows_of(chosen) else [self._row(row).key]

    def rows_of(self, keys: list[str]) -> set[int]:
        """Return the laid rows of rows with all below them."""
        branch = {row.key for node in self._table.rows.outermost(keys) for row in node.walk()}
        rows = self._table.model.layout_now.rows
        return {place for place, row in enumerate(rows) if row.node.key in branch}

    def _row(self, row: int) -> Node:
        return self._table.model.layout_now.rows[row].node

    def choose(self, keys: list[str]) -> None:
        """Stand on rows and select them whole."""
        if self._view.currentIndex().isValid() and keys == self.selected():
            self._view.setFocus()
        else:
            self._table.stand(keys[0])
        self._view.keys.choose(keys)

    def start(self, keys: list[str]) -> None:
        """Take rows up."""
        if self._table.session.read_only or not self._table.session.flush():
            return
        self._nodes = self._table.rows.outermost(keys)
        model = self._table.model
        self._places = DropPlaces(model.table, model.layout_now.rows, self._nodes)
        self._scroll.start()

    def move(self, y: int) -> None:
        """Show where the rows would stand if they were dropped at this height of the view."""
        if self._places is None:
            return
        self._y = y
        row = self._view.rowAt(min(max(y, 0), self._view.viewport().height() - 1))
        if row < 0:
            gap, below = self._table.model.rowCount(), False
        else:
            middle = self._view.rowViewportPosition(row) + self._view.rowHeight(row) / 2
            below = y < middle
            gap = row if below else row + 1
        self.place = self._places.nearest(gap, below=below)
        self._tell()
        self._view.viewport().update()

    def _tell(self) -> None:
        """Say beside the line under which row it is."""
        parent = self.place.parent if self.place else None
        if not self.place or not self._places:
            return
        words = "în afara celorlalte rânduri"
        if parent:
            text = " ".join(next((text for text in parent.cells.values() if text), "").split())
            short = text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + "…"
            name = self._table.rows.table.level(parent.level).name
            words = f"sub „{short}”" if short else f"sub {name}"
        if len(self._table.rows.levels) > 1:
            at = self._view.viewport().mapToGlobal(QPoint(30, self.line() + 4))
            QToolTip.showText(at, words, self._view)

    def line(self) -> int:
        """Return the height of the line in the view."""
        assert self.place is not None
        rows = self._table.model.rowCount()
        if self.place.line < rows:
            return self._view.rowViewportPosition(self.place.line)
        return self._view.rowViewportPosition(rows - 1) + self._view.rowHeight(rows - 1)

    def _go_on(self) -> None:
        """Scroll while the pointer is at an edge of the view."""
        height = self._view.viewport().height()
        over = min(self._y - _EDGE, 0) + max(self._y - height + _EDGE, 0)
        if over:
            bar = self._view.verticalScrollBar()
            bar.setValue(bar.value() + max(-_EDGE, min(over, _EDGE)) // 2)
            self.move(self._y)

    def drop(self) -> None:
        """Let the rows go where the line shows."""
        nodes, place = self._nodes, self.place
        self.cancel()
        if nodes and place:
            self._table.rows.move_to(nodes, place)
            self.choose([node.key for node in nodes])

    def cancel(self) -> None:
        """Leave the rows where they are."""
        self._scroll.stop()
        self._nodes, self._places, self.place = [], None, None
        QToolTip.hideText()
        self._view.viewport().update()

    def paint(self) -> None:
        """Draw the line over the view."""
        if self.place is None:
            return
        view = self._view.viewport()
        painter = QPainter(view)
        colour = view.palette().color(QPalette.ColorRole.Link)
        painter.setPen(QPen(colour, 3))
        y = min(max(self.line(), 2), view.height() - 2)
        painter.drawLine(0, y, view.width(), y)
        painter.fillRect(QRect(0, y - 5, 5, 11), colour)
        painter.end()
