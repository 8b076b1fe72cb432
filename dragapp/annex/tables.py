"""A section's table as a grid of printed cells, with its header tree and, if asked, its totals."""

from __future__ import annotations

from dragapp.annex.blocks import Grid, GridCell, GridColumn, GridRow, HeadCell, Place
from dragapp.plan.column import Column, ColumnKind
from dragapp.plan.layout import LaidRow, lay_out
from dragapp.plan.outline import Look, Table
from dragapp.plan.section import Section
from dragapp.plan.totals import column_total, money_columns, spoken, unit_of

#: From this number of printed columns on, a table needs a page lying down.
LANDSCAPE_COLUMNS = 7


def grid(section: Section, place: Place) -> Grid | None:
    """Return the grid of a section; None where there is no table or nothing in it to print."""
    if section.table is None:
        return None
    layout = lay_out(section.table, printed_only=True)
    if not layout.rows:
        return None
    rows = [_row(row) for row in layout.rows]
    if section.totals and money_columns(section.table):
        rows.append(_total_row(section.table, layout.columns))
    head, head_rows = header(layout.columns)
    columns = tuple(
        GridColumn(column.kind, column.alignment, column.italic, column.unit)
        for column in layout.columns
    )
    return Grid(place, columns, head, head_rows, tuple(rows))


def header(columns: list[Column]) -> tuple[tuple[HeadCell, ...], int]:
    """Return the header's cells and its number of rows: 0 where no column has a heading."""
    if not any(column.title or column.group for column in columns):
        return (), 0
    if not any(column.group for column in columns):
        return tuple(HeadCell(column.title, 0, i) for i, column in enumerate(columns)), 1
    cells: list[HeadCell] = []
    place = 0
    while place < len(columns):
        column = columns[place]
        if not column.group:
            cells.append(HeadCell(column.title, 0, place, rowspan=2))
            place += 1
            continue
        end = place
        while end < len(columns) and columns[end].group == column.group:
            end += 1
        cells.append(HeadCell(column.group, 0, place, colspan=end - place))
        cells += [HeadCell(columns[i].title, 1, i) for i in range(place, end)]
        place = end
    return tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))), 2


def _row(row: LaidRow) -> GridRow:
    cells = tuple(
        GridCell(cell.shown, cell.rowspan, cell.colspan) if cell else None for cell in row.cells
    )
    return GridRow(cells, Look.BANNER if row.look == Look.BANNER else Look.ROW)


def _total_row(table: Table, columns: list[Column]) -> GridRow:
    first = next(i for i, column in enumerate(columns) if column.kind == ColumnKind.MONEY)
    cells: list[GridCell | None] = [GridCell("Total", colspan=max(first, 1))]
    cells += [None] * (first - 1)
    for column in columns[len(cells) :]:
        text = ""
        if column.kind == ColumnKind.MONEY:
            text = spoken(column_total(table, column), unit_of(column))
        cells.append(GridCell(text))
    return GridRow(tuple(cells), total=True)
