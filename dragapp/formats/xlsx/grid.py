"""A table on a sheet: its header, its rows, their merged cells and their numbers."""

from __future__ import annotations

from typing import NamedTuple

from dragapp.annex.blocks import Grid, GridCell, GridRow, HeadCell
from dragapp.formats.steps import Steps
from dragapp.formats.xlsx.canvas import Area, Canvas
from dragapp.formats.xlsx.cells import Entry
from dragapp.formats.xlsx.metrics import Ruler, height
from dragapp.formats.xlsx.numbers import Number, read_cell
from dragapp.formats.xlsx.pieces import pieces
from dragapp.formats.xlsx.strips import Strips
from dragapp.formats.xlsx.styles import BANNER_FILL, HEAD_FILL, Style, Styles
from dragapp.formats.xlsx.totals import ColumnSums
from dragapp.plan.column import Align
from dragapp.plan.outline import Look

#: A table with more columns than this is set in smaller type.
ROOMY_COLUMNS = 10


class _Cell(NamedTuple):
    """A cell from its column to its last row and last column; rows and columns count from 0."""

    column: int
    last_row: int
    last_column: int
    texts: list[str]
    style: Style
    number: Number | None = None
    total: bool = False


def type_size(grid: Grid) -> int:
    """Return the size of type, in points, that the table is set in."""
    return 10 if len(grid.columns) <= ROOMY_COLUMNS else 9


class GridPainter:
    """Draws one table on a canvas, below what is there."""

    def __init__(self, canvas: Canvas, grid: Grid, styles: Styles, ruler: Ruler) -> None:
        self._canvas, self._grid, self._styles, self._ruler = canvas, grid, styles, ruler
        base = Style(size=type_size(grid), bordered=True)
        aligns = [
            "left" if column.align == Align.AUTO else column.align.value for column in grid.columns
        ]
        self._head = base._replace(bold=True, align="center", middle=True, fill=HEAD_FILL)
        self._plain = [
            base._replace(align=align, italic=column.italic)
            for align, column in zip(aligns, grid.columns, strict=True)
        ]
        self._banner = [base._replace(align=a, bold=True, fill=BANNER_FILL) for a in aligns]
        self._number_styles: dict[tuple[Style, str], int] = {}
        self._sums: list[ColumnSums] = []

    def draw(self, steps: Steps) -> tuple[int, int] | None:
        """Draw the table; return the header's first and last row, None where it has none."""
        top = self._canvas.next_row
        head = self._head_cells()
        self._lay(head, [self._head] * len(self._plain), steps)
        below = self._canvas.next_row
        rows = [self._row_cells(at, row) for at, row in enumerate(self._grid.rows)]
        self._lay(rows, self._plain, steps)
        return (top, below - 1) if head else None

    def _head_cells(self) -> list[list[_Cell]]:
        rows: list[list[_Cell]] = [[] for _ in range(self._grid.head_rows)]
        for cell in self._grid.head:
            last_row, last_column = self._ends(cell, cell.row, cell.column, len(rows))
            rows[cell.row].append(
                _Cell(cell.column, last_row, last_column, pieces(cell.text), self._head)
            )
        return rows

    def _row_cells(self, at: int, row: GridRow) -> list[_Cell]:
        cells: list[_Cell] = []
        heavy = row.total or row.look == Look.BANNER
        looks = self._banner if heavy else self._plain
        for column, cell in enumerate(row.cells):
            if cell is None:
                continue
            style, number = looks[column], None
            last_row, last_column = at, column
            if cell.rowspan > 1 or cell.colspan > 1:
                last_row, last_column = self._ends(cell, at, column, len(self._grid.rows))
            if cell.colspan > 1:
                style = style._replace(align="left")
            elif not row.total:
                number = read_cell(cell.text, self._grid.columns[column])
            texts = pieces(cell.text)
            cells.append(_Cell(column, last_row, last_column, texts, style, number, row.total))
        return cells

    def _ends(self, cell: GridCell | HeadCell, row: int, column: int, rows: int) -> tuple[int, int]:
        return (
            min(row + cell.rowspan, rows) - 1,
            min(column + cell.colspan, len(self._plain)) - 1,
        )

    def _lay(self, rows: list[list[_Cell]], blank: list[Style], steps: Steps) -> None:
        """Find the rows' heights, add them to the sheet and fill their cells."""
        self._sums = [ColumnSums(column + 1) for column in range(len(self._plain))]
        strips = Strips(height(1, self._head.size))
        for at, cells in enumerate(steps.over(rows)):
            strips.add_row(max((len(cell.texts) for cell in cells), default=1))
            for cell in cells:
                # A number is one word, and no column is narrower than its words.
                if not cell.number:
                    self._measure(strips, at, cell)
        strips.settle()
        empty = [Entry(None, self._styles.of(style)) for style in blank]
        places = strips.place(self._canvas, empty)
        for at, cells in enumerate(steps.over(rows)):
            for cell in cells:
                self._fill(cell, places[at], places[cell.last_row][-1][1])

    def _fill(self, cell: _Cell, strips: list[tuple[int, int]], end: int) -> None:
        """Put a cell's texts into the strips of its first row, the last one down to the end."""
        last = len(cell.texts) - 1
        for strip, text in enumerate(cell.texts):
            top, bottom = strips[strip]
            if strip == last:
                bottom = end
            entry = self._entry(cell, text, top, bottom)
            if top == bottom and cell.column == cell.last_column:
                self._canvas.rows[top - 1][cell.column] = entry
            else:
                area = Area(top, cell.column + 1, bottom, cell.last_column + 1)
                self._canvas.put(area, entry)

    def _measure(self, strips: Strips, at: int, cell: _Cell) -> None:
        width = sum(self._canvas.widths[cell.column : cell.last_column + 1])
        style, last = cell.style, len(cell.texts) - 1
        for strip, text in enumerate(cell.texts):
            lines = self._ruler.lines(text, width, style.size, bold=style.bold)
            needed = height(lines, style.size)
            strips.need(at, strip, cell.last_row - at + 1, needed, last=strip == last)

    def _entry(self, cell: _Cell, text: str, top: int, bottom: int) -> Entry:
        style, sums = cell.style, self._sums[cell.column]
        total = sums.total(text) if cell.total else None
        if total:
            value, shown = total
            return Entry(value, self._number_style(style, shown))
        sums.add(cell.number, top, bottom)
        if cell.number:
            return Entry(cell.number.value, self._number_style(style, cell.number.format))
        return Entry(text or None, self._styles.for_text(style, text))

    def _number_style(self, style: Style, shown: str) -> int:
        number = self._number_styles.get((style, shown))
        if number is None:
            number = self._styles.of(style._replace(format=shown))
            self._number_styles[style, shown] = number
        return number
