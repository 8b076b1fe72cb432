"""A section's table as a grid of printed cells, with its header tree and, if asked, its totals."""

from __future__ import annotations

from dragapp.annex.blocks import Grid, GridCell, GridColumn, GridRow, HeadCell, Place
from dragapp.plan.column import Align, Column, ColumnKind
from dragapp.plan.layout import LaidRow, lay_out
from dragapp.plan.outline import Look, Table
from dragapp.plan.quantity import read_number
from dragapp.plan.section import Section
from dragapp.plan.totals import column_total, spoken, unit_of

#: From this number of printed columns on, a table needs a page lying down.
LANDSCAPE_COLUMNS = 7


def grid(section: Section, place: Place, *, totals: bool = True) -> Grid | None:
    """Return the grid of a section; None where there is no table or nothing in it to print.

    Its totals are printed where the section asks for them, unless `totals` forbids it.
    """
    table = section.table
    if table is None or not _has_printed_columns(table):
        return None
    layout = lay_out(table, printed_only=True)
    if not layout.rows:
        return None
    rows = [_row(row) for row in layout.rows]
    if totals and section.totals and any(c.kind == ColumnKind.MONEY for c in layout.columns):
        rows.append(_total_row(table, layout.columns))
    head, head_rows = header(layout.columns)
    columns = tuple(
        GridColumn(column.kind, _alignment(column, at, layout.rows), column.italic, column.unit)
        for at, column in enumerate(layout.columns)
    )
    return Grid(place, columns, head, head_rows, tuple(rows))


def header(columns: list[Column]) -> tuple[tuple[HeadCell, ...], int]:
    """Return the header's cells and its number of rows: 0 where no column has a heading.

    A group whose columns have no titles of their own is one cell, with no empty ones below it.
    """
    if not any(column.title or column.group for column in columns):
        return (), 0
    rows = 2 if any(column.title and column.group for column in columns) else 1
    cells: list[HeadCell] = []
    place = 0
    while place < len(columns):
        column = columns[place]
        if not column.group:
            cells.append(HeadCell(column.title, 0, place, rowspan=rows))
            place += 1
            continue
        end = place
        while end < len(columns) and columns[end].group == column.group:
            end += 1
        titled = any(each.title for each in columns[place:end])
        cells.append(HeadCell(column.group, 0, place, 1 if titled else rows, end - place))
        if titled:
            cells += [HeadCell(columns[i].title, 1, i) for i in range(place, end)]
        place = end
    return tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))), rows


def _row(row: LaidRow) -> GridRow:
    cells = tuple(
        GridCell(cell.shown, cell.rowspan, cell.colspan) if cell else None for cell in row.cells
    )
    return GridRow(cells, Look.BANNER if row.look == Look.BANNER else Look.ROW)


def _alignment(column: Column, place: int, rows: list[LaidRow]) -> Align:
    """Return a column's alignment; bare numbers stand one below the other, as sums do."""
    if column.align != Align.AUTO or column.kind != ColumnKind.QUANTITY:
        return column.alignment
    cells = (row.cells[place] for row in rows if row.look != Look.BANNER)
    typed = [cell.shown for cell in cells if cell and cell.shown.strip()]
    bare = typed and all(read_number(text) is not None for text in typed)
    return Align.RIGHT if bare else column.alignment


def _has_printed_columns(table: Table) -> bool:
    banners = {level.key for level in table.levels if level.look == Look.BANNER}
    return any(column.printed and column.level not in banners for column in table.columns)


def _total_row(table: Table, columns: list[Column]) -> GridRow:
    sums = [
        spoken(column_total(table, column), unit_of(column))
        if column.kind == ColumnKind.MONEY
        else ""
        for column in columns
    ]
    first = next(place for place, text in enumerate(sums) if text)
    cells: list[GridCell | None] = [GridCell("Total", colspan=first), *[None] * (first - 1)]
    if first == 0:
        cells, sums[0] = [], f"Total: {sums[0]}"
    return GridRow((*cells, *(GridCell(text) for text in sums[first:])), total=True)
