"""A table's part of the tree: rows, and cells with their spans and what they are headers of."""

from __future__ import annotations

from itertools import accumulate

from dragapp.formats.pdf.cells import Cell
from dragapp.formats.pdf.measure import Measured
from dragapp.formats.pdf.structure import Element


class TableTags:
    """The elements of a table's cells; each cell has one, on however many pages it stands."""

    def __init__(self, table: Element, grid: Measured) -> None:
        self._of: dict[int, Element] = {}
        # A cell is known by being itself: two rows may have equal ones. The grid keeps them.
        self._grid = grid
        rows = (*grid.head, *grid.rows)
        # A row in which no cell begins says nothing and is none for those who listen.
        told = [0, *accumulate(bool(row.boxes) for row in rows)]
        for place, row in enumerate(rows):
            line = table.add("TR")
            for box in row.boxes:
                scope = _scope(box.cell, head=row.source.head, banner=row.source.banner)
                spans = _spans(told[place + box.cell.rowspan] - told[place], box.cell.colspan)
                role = "TH" if scope else "TD"
                attributes = f"/O/Table{scope}{spans}" if scope or spans else ""
                self._of[id(box.cell)] = line.add(role, attributes)

    def of(self, cell: Cell) -> Element:
        """Return a cell's element."""
        return self._of[id(cell)]


def _scope(cell: Cell, *, head: bool, banner: bool) -> str:
    if head:
        return "/Scope/Column"
    return "/Scope/Row" if cell.rowspan > 1 or cell.heads or (banner and cell.text) else ""


def _spans(down: int, across: int) -> str:
    spans = f"/RowSpan {down}" if down > 1 else ""
    return spans + (f"/ColSpan {across}" if across > 1 else "")
