"""A table's part of the tree: rows, and cells with their spans and what they are headers of."""

from __future__ import annotations

from dragapp.formats.pdf.cells import Cell
from dragapp.formats.pdf.measure import Measured
from dragapp.formats.pdf.structure import Element


class TableTags:
    """The elements of a table's cells; each cell has one, on however many pages it stands."""

    def __init__(self, table: Element, grid: Measured) -> None:
        self._of: dict[int, Element] = {}
        # A cell is known by being itself: two rows may have equal ones. The grid keeps them.
        self._grid = grid
        for row in (*grid.head, *grid.rows):
            line = table.add("TR")
            for box in row.boxes:
                scope = _scope(box.cell, head=row.source.head, banner=row.source.banner)
                spans = _spans(box.cell)
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


def _spans(cell: Cell) -> str:
    down = f"/RowSpan {cell.rowspan}" if cell.rowspan > 1 else ""
    return down + (f"/ColSpan {cell.colspan}" if cell.colspan > 1 else "")
