"""A selection of a laid-out table as a block, with its merged look and, if asked, its headings."""

from __future__ import annotations

from collections.abc import Sequence

from dragapp.annex.tables import header
from dragapp.plan.cell_block import BlockCell, CellBlock, block
from dragapp.plan.layout import Layout

_Rows = list[list[BlockCell | None]]


def copied(
    layout: Layout, rows: Sequence[int], columns: Sequence[int], *, head: bool = False
) -> CellBlock:
    """Return the chosen rows and columns, given by their places in the order on screen.

    Texts are those printed, with their labels. What of a merged cell is chosen stays merged; its
    text comes along, be its beginning chosen or not.
    """
    above, count = _head(layout, columns) if head else ([], 0)
    return block([*above, *_body(layout, rows, columns)], count)


def _head(layout: Layout, columns: Sequence[int]) -> tuple[_Rows, int]:
    cells, count = header([layout.columns[at] for at in columns])
    rows: _Rows = [[None] * len(columns) for _ in range(count)]
    for cell in cells:
        rows[cell.row][cell.column] = BlockCell(cell.text, cell.rowspan, cell.colspan)
    return rows, count


def _body(layout: Layout, rows: Sequence[int], columns: Sequence[int]) -> _Rows:
    whole = block(
        [
            [BlockCell(cell.shown, cell.rowspan, cell.colspan) if cell else None
             for cell in row.cells]
            for row in layout.rows
        ]
    )  # fmt: skip
    owners = whole.owners()
    chosen = [[owners[row][column] for column in columns] for row in rows]
    body: _Rows = [[None] * len(columns) for _ in rows]
    met: set[tuple[int, int]] = set()
    covered: set[tuple[int, int]] = set()
    for row, line in enumerate(chosen):
        for column, owner in enumerate(line):
            if (row, column) in covered:
                continue
            # What a column moved on screen has cut off stays empty.
            down, across = (1, 1) if owner in met else _span(chosen, row, column)
            cell = whole.rows[owner[0]][owner[1]]
            text = cell.text if cell and owner not in met else ""
            met.add(owner)
            covered.update((row + i, column + j) for i in range(down) for j in range(across))
            body[row][column] = BlockCell(text, down, across)
    return body


def _span(chosen: list[list[tuple[int, int]]], row: int, column: int) -> tuple[int, int]:
    """Return over how many chosen rows and columns a cell reaches from a place on."""
    owner = chosen[row][column]
    across = 1
    while column + across < len(chosen[row]) and chosen[row][column + across] == owner:
        across += 1
    down = 1
    while row + down < len(chosen) and all(
        each == owner for each in chosen[row + down][column : column + across]
    ):
        down += 1
    return down, across
