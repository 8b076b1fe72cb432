"""A table that is being read, and the tables inside others made into text or taken out."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragapp.formats.clipboard.html_grid import HtmlCell, HtmlRow, HtmlTable, cells_of


@dataclass(slots=True)
class OpenTable:
    """A table with its open row and cell; `depth` elements were open before it began."""

    depth: int
    table: HtmlTable = field(default_factory=HtmlTable)
    row: HtmlRow | None = None
    cell: HtmlCell | None = None
    in_head: bool = False

    def start_row(self, *, hidden: bool) -> None:
        """Begin a row."""
        self.row, self.cell = HtmlRow(hidden=hidden, head=self.in_head), None
        self.table.rows.append(self.row)

    def end_row(self) -> None:
        """End the row, if one is open."""
        self.row = self.cell = None

    def start_cell(self, cell: HtmlCell, *, kept: bool) -> None:
        """Begin a cell, in a new row where none is open; without `kept` it is read for nothing."""
        if self.row is None:
            self.start_row(hidden=False)
        assert self.row is not None
        self.cell = cell
        if kept:
            self.row.cells.append(cell)

    def put_into(self, outer: HtmlCell) -> None:
        """Put this table into a cell of another one: a line for each of its rows."""
        outer.nested.append(self.table)
        outer.lines.begin_block()
        rows, _ = cells_of(self.table)
        for row in rows:
            texts = [cell.text.replace("\n", " ") for cell in row if cell and cell.text]
            outer.lines.add(" ".join(texts), exact=True)
            outer.lines.begin_block()


def unframed(tables: list[HtmlTable]) -> list[HtmlTable]:
    """Return the tables; where one is only the frame of those inside it, those."""
    return [one for table in tables for one in (unframed(table.inner) or [table])]
