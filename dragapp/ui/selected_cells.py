"""The cells that are selected in a table's view: as a rectangle, and one by one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragapp.plan.layout import LaidCell, LaidRow
from dragapp.plan.paste import Where

if TYPE_CHECKING:
    from dragapp.ui.table_editor import TableEditor

_Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class SelectedCells:
    """Rows and columns in which something is selected, by their places in the layout.

    One merged cell alone counts as one place. `columns`, and `seen`, those not hidden, come as they
    stand on screen. `whole` tells that all of their cells are selected; `cells` are the selected
    ones that are there, with their rows.
    """

    rows: tuple[int, ...]
    columns: tuple[int, ...]
    whole: bool
    seen: tuple[int, ...]
    cells: tuple[tuple[int, LaidCell], ...]

    def where(self) -> Where:
        """Return the selection as the place of a paste."""
        first, last = self.seen.index(self.columns[0]), self.seen.index(self.columns[-1])
        down = self.rows[-1] - self.rows[0] + 1
        return Where(self.rows[0], first, down, last - first + 1, self.seen)


def selected_cells(table: TableEditor) -> SelectedCells | None:
    """Return what is selected, else the current cell; None where there is neither."""
    view, rows = table.view, table.model.layout_now.rows
    seen = tuple(view.columns_in_sight())
    # Qt's list of the selected indexes asks the model about each of them.
    areas = view.selectionModel().selection()
    places = {
        (row, column)
        for area in map(areas.at, range(areas.count()))
        for row in range(area.top(), area.bottom() + 1)
        for column in range(area.left(), area.right() + 1)
    }
    if not places and view.currentIndex().isValid():
        places = {(view.currentIndex().row(), view.currentIndex().column())}
    places = {(row, column) for row, column in places if column in seen}
    if not places:
        return None
    owners = {_owner(rows, place) for place in places}
    if len(owners) == 1:
        places = owners
    down = tuple(sorted({row for row, _ in places}))
    chosen = {column for _, column in places}
    across = tuple(column for column in seen if column in chosen)
    cells = ((row, rows[row].cells[column]) for row, column in sorted(places))
    whole = len(places) == len(down) * len(across)
    return SelectedCells(
        down, across, whole, seen, tuple((row, cell) for row, cell in cells if cell)
    )


def _owner(rows: list[LaidRow], place: _Place) -> _Place:
    """Return the place of the cell that reaches over a place."""
    row, column = place
    for left in range(column, -1, -1):
        cell = rows[row].cells[left]
        if cell is not None:
            if left + cell.colspan > column:
                return row, left
            break
    up = next((at for at in range(row, -1, -1) if rows[at].cells[column] is not None), row)
    return up, column
