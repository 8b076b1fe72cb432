"""What the keys of `keys` do in a table, as in a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QItemSelectionRange, QModelIndex
from PySide6.QtWidgets import QAbstractItemView

from dragapp.plan.outline import Look, outermost
from dragapp.ui.table_walk import DOWN, LEFT, RIGHT, UP, Place, Walk, Way

if TYPE_CHECKING:
    from dragapp.ui.table_model import TableModel
    from dragapp.ui.table_view import TableView

_WAYS = {"up": UP, "down": DOWN, "left": LEFT, "right": RIGHT}
_PAGES = {
    "page_up": QAbstractItemView.CursorAction.MovePageUp,
    "page_down": QAbstractItemView.CursorAction.MovePageDown,
}


class TableKeys:
    """Finds where keys lead in a view, and remembers where they came from.

    Through a merged cell, arrows keep the row or the column they came in. Enter after a run of Tabs
    goes down from where the run began.
    """

    def __init__(self, view: TableView, model: TableModel) -> None:
        self._view, self._model = view, model
        self._through: tuple[Place, Place] | None = None
        self._run: tuple[Place, int] | None = None

    def walk(self) -> Walk:
        """Return the cells in sight, as they are now."""
        return Walk(self._model.layout_now.rows, self._view.columns_in_sight())

    def target(self, name: str) -> QModelIndex:
        """Return the cell to which a moving key leads; the current one where there is no other."""
        walk, here = self.walk(), self._here()
        if not walk.rows or not walk.sides:
            return QModelIndex()
        if here is None:
            return self._index(walk.cell((0, walk.sides[0])))
        if name in _PAGES:
            there = self._view.page(_PAGES[name])
            return self._index(walk.cell((there.row(), here[1])), (there.row(), here[1]))
        place = self._place(walk, name, here)
        return self._index(walk.cell(place), place)

    def _place(self, walk: Walk, name: str, here: Place) -> Place:
        way: Way | None = _WAYS.get(name.removeprefix("edge_"))
        if way:
            step = walk.edge(here, way) if name.startswith("edge_") else walk.step(here, way)
            return step or here
        first, last = walk.sides[0], walk.sides[-1]
        return {
            "row_start": (here[0], first),
            "row_end": (here[0], last),
            "first": (0, first),
            "last": (len(walk.rows) - 1, last),
        }[name]

    def _here(self) -> Place | None:
        """Return the place that is stood on, be it inside a merged cell."""
        current = self._view.currentIndex()
        if not current.isValid() or self._view.isColumnHidden(current.column()):
            return None
        place = current.row(), current.column()
        if self._through and self._through[0] == place:
            return self._through[1]
        return place

    def _index(self, cell: Place, through: Place | None = None) -> QModelIndex:
        self._through = (cell, through) if through else None
        return self._model.index(*cell)

    def in_run(self) -> bool:
        """Whether Tabs led to the current cell."""
        current = self._view.currentIndex()
        return self._run is not None and self._run[0] == (current.row(), current.column())

    def began(self) -> int:
        """Return the column where the Tabs began that led to the current cell, else its own."""
        current = self._view.currentIndex().column()
        return self._run[1] if self._run and self.in_run() else current

    def vertically(self, name: str) -> bool:
        """Go down or up a cell, back to the column where the Tabs began; False at the edge."""
        current = self._view.currentIndex()
        here, run = (current.row(), current.column()), self._run
        if run and run[0] == here and not self._view.isColumnHidden(run[1]):
            walk = self.walk()
            step = walk.step((here[0], run[1]), DOWN if name == "down" else UP)
            index = self._index(walk.cell(step), step) if step else current
        else:
            index = self.target(name)
        self._run = None
        self._view.setCurrentIndex(index)
        return index != current

    def along(self, step: int) -> bool:
        """Go to the next cell in reading order, with -1 to the one before; False at the end."""
        current = self._view.currentIndex()
        walk = self.walk()
        if not current.isValid() or current.column() not in walk.sides:
            return False
        here = current.row(), current.column()
        began = self._run[1] if self._run and self._run[0] == here else here[1]
        place = next(walk.onward(here, step), None)
        if place is None:
            return False
        self._view.setCurrentIndex(self._index(place))
        self._run = place, began
        return True

    def choose_rows(self) -> None:
        """Select the rows of the selected cells, each with all below it."""
        self.choose(self._model.owner(each).key for each in self._chosen())

    def choose(self, keys: Iterable[str]) -> None:
        """Select rows by their keys, each with all below it."""
        rows = self._model.layout_now.rows
        at = {row.node.key: place for place, row in enumerate(rows)}
        wanted = set(keys)
        areas: dict[int, list[tuple[int, int]]] = {}
        for node in outermost(self._model.table.rows, wanted):
            branch = {row.key for row in node.walk()}
            places = [at[key] for key in branch if key in at]
            first, last = min(places), max(places)
            for side, cell in enumerate(rows[first].cells):
                owner = cell and (cell.node or cell.maker or rows[first].node)
                if rows[first].look == Look.BANNER or (owner and owner.key in branch):
                    areas.setdefault(side, []).append((first, last))
        self._select(areas)

    def choose_columns(self) -> None:
        """Select the columns of the selected cells; banners across them stay out."""
        rows = self._model.layout_now.rows
        own = [(at, at) for at, row in enumerate(rows) if row.look != Look.BANNER]
        self._select({each.column(): own for each in self._chosen()})

    def _chosen(self) -> list[QModelIndex]:
        indexes = self._view.selectionModel().selectedIndexes() or [self._view.currentIndex()]
        return [each for each in indexes if each.isValid()]

    def _select(self, areas: dict[int, list[tuple[int, int]]]) -> None:
        """Select rows from first to last in each column; what touches makes one area."""
        selection = QItemSelection()
        for side, spans in areas.items():
            joined: list[tuple[int, int]] = []
            for first, last in sorted(spans):
                if joined and first <= joined[-1][1] + 1:
                    joined[-1] = joined[-1][0], max(last, joined[-1][1])
                else:
                    joined.append((first, last))
            for first, last in joined:
                top, bottom = self._model.index(first, side), self._model.index(last, side)
                selection.append(QItemSelectionRange(top, bottom))
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        if not selection.isEmpty():
            self._view.selectionModel().select(selection, flag)
