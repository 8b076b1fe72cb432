"""A page of a grid drawn: shades, then text cell by cell in reading order, then rules."""

from __future__ import annotations

from dragapp.formats.pdf.cells import Cell
from dragapp.formats.pdf.fill import Segment
from dragapp.formats.pdf.lines import Line
from dragapp.formats.pdf.measure import Measured
from dragapp.formats.pdf.pen import Pen
from dragapp.formats.pdf.structure import Element
from dragapp.formats.pdf.table_tags import TableTags

_HEAD_INK, _BANNER_INK = 0.12, 0.06
_HAIR, _FRAME = 0.5, 0.8

Rule = tuple[float, float, float, float]


def draw_table(
    pen: Pen,
    grid: Measured,
    tags: TableTags,
    segment: Segment,
    left: float,
    top: float,
    *,
    first: bool,
) -> None:
    """Draw the header and a page's rows with their upper left corner at the place given.

    Only on the `first` page is the header part of the text, and a repeated cell never is.
    """
    width = grid.edges[-1]
    below = top - grid.head_height
    bottom = below - segment.height
    pen.shade(left, below, width, grid.head_height, _HEAD_INK)
    for row in segment.rows:
        ink = _HEAD_INK if row.source.head else _BANNER_INK
        if row.source.head or row.source.banner or row.source.total:
            pen.shade(left, below - row.bottom, width, row.bottom - row.top, ink)
    rules = _draw_head(pen, grid, tags if first else None, left, top)
    for placed in segment.placed:
        element = None if placed.repeat else tags.of(placed.cell)
        y = below - placed.top - grid.type.pad_down
        _text(pen, grid, placed.cell, placed.lines, left, y, element)
    rules += _body_rules(grid, segment, left, below)
    pen.rules(rules, _HAIR)
    pen.rules(_frame(left, bottom, left + width, top), _FRAME)
    if grid.head and segment.rows:
        pen.rule(left, below, left + width, below, _FRAME)


def _text(
    pen: Pen,
    grid: Measured,
    cell: Cell,
    lines: tuple[Line, ...],
    left: float,
    top: float,
    element: Element | None,
) -> None:
    if not lines:
        return
    type_ = grid.type
    x = left + grid.edges[cell.column] + type_.pad
    free = grid.across(cell) - 2 * type_.pad
    pen.text(lines, x, top, free, type_.size, type_.leading, cell.align, element=element)


def _draw_head(
    pen: Pen, grid: Measured, tags: TableTags | None, left: float, top: float
) -> list[Rule]:
    """Draw the header's text, each in the middle of its cell; return the header's inner rules."""
    rules: list[Rule] = []
    tops = [top]
    for row in grid.head:
        tops.append(tops[-1] - row.height)
    for place, row in enumerate(grid.head):
        for box in row.boxes:
            cell = box.cell
            bottom = tops[place + cell.rowspan]
            spare = tops[place] - bottom - len(box.lines) * grid.type.leading
            element = tags.of(cell) if tags else None
            _text(pen, grid, cell, box.lines, left, tops[place] - spare / 2, element)
            x0 = left + grid.edges[cell.column]
            x1 = left + grid.edges[cell.column + cell.colspan]
            if cell.column + cell.colspan < len(grid.edges) - 1:
                rules.append((x1, tops[place], x1, bottom))
            if place + cell.rowspan < len(grid.head):
                rules.append((x0, bottom, x1, bottom))
    return rules


def _body_rules(grid: Measured, segment: Segment, left: float, top: float) -> list[Rule]:
    """Return the right and lower edge of every cell inside the frame."""
    rules: list[Rule] = []
    last_column, count = len(grid.edges) - 1, len(segment.rows)
    start = segment.first
    for placed in segment.placed:
        cell = placed.cell
        final = min(placed.end - start, count) - 1
        y0, y1 = top - segment.rows[placed.row].top, top - segment.rows[final].bottom
        x0 = left + grid.edges[cell.column]
        x1 = left + grid.edges[cell.column + cell.colspan]
        if cell.column + cell.colspan < last_column:
            rules.append((x1, y0, x1, y1))
        if final < count - 1:
            rules.append((x0, y1, x1, y1))
    return rules


def _frame(left: float, bottom: float, right: float, top: float) -> list[Rule]:
    return [
        (left, bottom, right, bottom),
        (left, top, right, top),
        (left, bottom, left, top),
        (right, bottom, right, top),
    ]
