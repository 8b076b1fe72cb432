"""The cells of an HTML table put in their places: spans, hidden rows and columns, padding."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragapp.formats.clipboard.html_lines import HtmlLines
from dragapp.plan.cell_block import MOST_CELLS, WIDE, BlockCell, TooLarge, check_size

#: The widest sheet there is; cells beyond are no table.
_MOST_COLUMNS = 16_384
_MOST_SPAN = 1_000


@dataclass(slots=True)
class HtmlCell:
    """A cell as the source has it. `loose` spans are no merging: its text only runs over others.

    `nested` are tables inside it; `own_text` tells whether there is text beside them.
    """

    lines: HtmlLines
    rowspan: int = 1
    colspan: int = 1
    loose: bool = False
    head: bool = False
    nested: list[HtmlTable] = field(default_factory=list)
    own_text: bool = False


@dataclass(slots=True)
class HtmlRow:
    """A row of cells as the source has it."""

    cells: list[HtmlCell] = field(default_factory=list)
    hidden: bool = False
    head: bool = False


@dataclass(slots=True)
class HtmlTable:
    """A table as the source has it; `columns` counts the described columns."""

    rows: list[HtmlRow] = field(default_factory=list)
    columns: int = 0
    hidden_columns: set[int] = field(default_factory=set)

    def describe_columns(self, count: int, *, hidden: bool) -> None:
        """Take note of the next columns' description."""
        count = min(max(count, 1), _MOST_COLUMNS - min(self.columns, _MOST_COLUMNS))
        if hidden:
            self.hidden_columns.update(range(self.columns, self.columns + count))
        self.columns += count

    @property
    def inner(self) -> list[HtmlTable]:
        """The tables of which this one is only the frame; none where it has a text of its own."""
        filled = [
            cell
            for row in self.rows
            for cell in row.cells
            if cell.own_text or cell.nested or cell.lines.result()
        ]
        return filled[0].nested if len(filled) == 1 and not filled[0].own_text else []


@dataclass(slots=True)
class _Placed:
    row: int
    column: int
    text: str
    rowspan: int
    colspan: int


def cells_of(table: HtmlTable) -> tuple[list[list[BlockCell | None]], int]:
    """Return the rows of a table as they are seen, and how many of them are its head.

    Rows and columns that are hidden, or in which no cell begins, are left away. Raise TooLarge
    where there are too many.
    """
    placed, starts = _place(table)
    hidden = {at for at, row in enumerate(table.rows) if row.hidden}
    columns = _numbered(
        {_first(each.column, each.colspan, table.hidden_columns) for each in placed} | starts,
        table.hidden_columns,
    )
    rows = _numbered({_first(each.row, each.rowspan, hidden) for each in placed}, hidden)
    check_size(len(rows), len(columns))
    grid: list[list[BlockCell | None]] = [[BlockCell() for _ in columns] for _ in rows]
    for cell in placed:
        down = [rows[at] for at in range(cell.row, cell.row + cell.rowspan) if at in rows]
        across = [
            columns[at] for at in range(cell.column, cell.column + cell.colspan) if at in columns
        ]
        if not down or not across:
            continue
        for row in down:
            grid[row][across[0] : across[-1] + 1] = [None] * len(across)
        grid[down[0]][across[0]] = BlockCell(cell.text, len(down), len(across))
    return grid, _head(table, rows)


def _first(start: int, span: int, hidden: set[int]) -> int:
    """Return the first place of a span that is not hidden, else the first."""
    return next((at for at in range(start, start + span) if at not in hidden), start)


def _numbered(places: set[int], hidden: set[int]) -> dict[int, int]:
    return {place: at for at, place in enumerate(sorted(places - hidden))}


def _head(table: HtmlTable, rows: dict[int, int]) -> int:
    """Return how many of the rows seen are headings."""
    head = 0
    for at in rows:
        row = table.rows[at]
        if not row.head and not (row.cells and all(cell.head for cell in row.cells)):
            break
        head += 1
    return head


def _place(table: HtmlTable) -> tuple[list[_Placed], set[int]]:
    """Return the cells with their places, and the columns under texts that run over others."""
    placed: list[_Placed] = []
    runs: set[tuple[int, int]] = set()
    # Where cells from above reach down: column -> the first row that is free again.
    free: dict[int, int] = {}
    taken = 0
    for at, row in enumerate(table.rows):
        free = {column: end for column, end in free.items() if end > at}
        column = 0
        for cell in row.cells:
            while column in free:
                column += 1
            end = column + min(max(cell.colspan, 1), _MOST_COLUMNS if cell.loose else _MOST_SPAN)
            if end > column + 1:
                end = min((other for other in free if column < other < end), default=end)
            rowspan = min(cell.rowspan or len(table.rows), len(table.rows) - at)
            taken += end - column if rowspan > 1 else 1
            if column >= _MOST_COLUMNS or taken > MOST_CELLS:
                raise TooLarge
            if rowspan > 1:
                free.update(dict.fromkeys(range(column, end), at + rowspan))
            if cell.loose:
                runs.add((column, end))
                placed.append(_Placed(at, column, cell.lines.result(), 1, 1))
            else:
                placed.append(_Placed(at, column, cell.lines.result(), rowspan, end - column))
            column = end
    return placed, {
        column for start, end in runs for column in range(start, min(end, start + WIDE))
    }
