"""A grid's cells in their places, before anything is known of widths.

The Nones of a row decide how far its cells reach: a span that runs into another cell's text, or off
the grid, ends there, so that no text can lie under another.
"""

from __future__ import annotations

from typing import NamedTuple

from dragapp.annex.blocks import Grid, GridCell, GridRow, HeadCell
from dragapp.formats.pdf.fonts import Style
from dragapp.plan.column import Align
from dragapp.plan.outline import Look

#: What a merged cell adds to its text when it says it again on the next page.
CONTINUED = "(continuare)"
# A text no longer than this is a number, which says enough when it stands there again.
_NUMBER = 5


class Cell(NamedTuple):
    """One cell and its look, from its column over its spans.

    One that `heads` says what the rest of its row is.
    """

    text: str
    column: int
    colspan: int
    rowspan: int
    style: Style
    align: Align
    heads: bool = False

    @property
    def may_continue(self) -> bool:
        """Whether the cell may be marked as continued on another page."""
        return self.rowspan > 1 and len(self.text) > _NUMBER


class CellRow(NamedTuple):
    """The cells that begin in a row, from left to right."""

    cells: tuple[Cell, ...]
    banner: bool = False
    total: bool = False
    head: bool = False


def head_rows(grid: Grid) -> list[CellRow]:
    """Return the header's rows; none where the grid has no header."""
    taken: set[tuple[int, int]] = set()
    rows: list[list[Cell]] = [[] for _ in range(max(grid.head_rows, 0))]
    columns = len(grid.columns)
    align = Align.LEFT if grid.columns[:1] and grid.columns[0].heads else Align.CENTER
    for head in sorted(grid.head, key=lambda each: (each.row, each.column)):
        if not (0 <= head.row < len(rows) and 0 <= head.column < columns):
            continue
        cell = _head_cell(head, len(rows), columns, align)
        rows[head.row].append(cell)
        taken |= {
            (head.row + down, head.column + right)
            for down in range(cell.rowspan)
            for right in range(cell.colspan)
        }
    for place, row in enumerate(rows):
        row += [
            Cell("", column, 1, 1, Style.BOLD, Align.CENTER)
            for column in range(columns)
            if (place, column) not in taken
        ]
        row.sort(key=lambda each: each.column)
    return [CellRow(tuple(row), head=True) for row in rows]


def _head_cell(head: HeadCell, rows: int, columns: int, align: Align) -> Cell:
    return Cell(
        head.text,
        head.column,
        min(max(head.colspan, 1), columns - head.column),
        min(max(head.rowspan, 1), rows - head.row),
        Style.BOLD,
        align,
    )


def body_rows(grid: Grid) -> list[CellRow]:
    """Return the rows below the header."""
    columns = len(grid.columns)
    covered: dict[int, int] = {}
    rows: list[CellRow] = []
    for place, row in enumerate(grid.rows):
        cells: list[Cell] = []
        column = 0
        while column < columns:
            if covered.get(column, 0) > place and _at(row, column) is None:
                column += 1
                continue
            cell = _body_cell(grid, place, column, covered)
            cells.append(cell)
            for reached in range(column, column + cell.colspan):
                covered[reached] = place + cell.rowspan
            column += cell.colspan
        rows.append(CellRow(tuple(cells), row.look == Look.BANNER, row.total))
    return rows


def _at(row: GridRow, column: int) -> GridCell | None:
    return row.cells[column] if column < len(row.cells) else None


def _body_cell(grid: Grid, place: int, column: int, covered: dict[int, int]) -> Cell:
    row = grid.rows[place]
    own = _at(row, column)
    setting = grid.columns[column]
    style = Style.BOLD if row.total or row.look == Look.BANNER else Style.REGULAR
    if setting.italic and row.look != Look.BANNER:
        style |= Style.ITALIC
    align = setting.align if setting.align != Align.AUTO else Align.LEFT
    if own is None:
        return Cell("", column, 1, 1, style, align)
    across = 1
    while (
        across < own.colspan
        and column + across < len(grid.columns)
        and covered.get(column + across, 0) <= place
        and _at(row, column + across) is None
    ):
        across += 1
    down = 1
    while (
        down < own.rowspan
        and place + down < len(grid.rows)
        and all(_at(grid.rows[place + down], column + i) is None for i in range(across))
    ):
        down += 1
    if across > 1:
        align = Align.LEFT
    heads = row.look != Look.BANNER and all(
        each.heads for each in grid.columns[column : column + across]
    )
    if heads:
        style |= Style.BOLD
    return Cell(own.text, column, across, down, style, align, heads)
