"""A grid measured: type size, column widths, and every cell broken into lines, once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from dragapp.annex.blocks import Grid
from dragapp.formats.pdf.cells import Cell, CellRow, body_rows, head_rows
from dragapp.formats.pdf.fonts import Style
from dragapp.formats.pdf.lines import Line, Measure, break_lines
from dragapp.formats.pdf.widths import Needs, card_widths, column_needs, column_widths
from dragapp.formats.pdf.words import plain_words
from dragapp.formats.steps import UNFOLLOWED, Steps
from dragapp.plan.column import Align

_PAD_DOWN = 2.4
#: Type on paper is never smaller than the first of these, in points, unless not even the parts of
#: divided words fit; then it may be as small as the others.
_READABLE, *_SMALL = 9.0, 8.5, 8.0
_STEP = 0.5
#: A header higher than this share of a page is not repeated but printed once, as rows.
_HIGHEST_HEAD = 0.4


@dataclass(frozen=True, slots=True)
class Type:
    """The type and the padding of a grid's cells, in points."""

    size: float
    pad: float

    @property
    def leading(self) -> float:
        """The distance between lines."""
        return self.size * 1.17

    def height(self, lines: int) -> float:
        """Return the height of a cell with so many lines."""
        return max(lines, 1) * self.leading + 2 * _PAD_DOWN

    def lines(self, height: float) -> int:
        """Return how many lines a cell of a height holds."""
        return max(0, int((height - 2 * _PAD_DOWN + 1e-6) / self.leading))

    @property
    def pad_down(self) -> float:
        """The padding above and below the text."""
        return _PAD_DOWN


#: The type of a grid of so many columns or fewer, and of one of still more.
_TYPES = ((9, Type(10.0, 3.2)), (11, Type(9.5, 3.2)), (19, Type(9.0, 2.4)))
_CRAMPED = Type(9.0, 1.2)
_CARD = Type(10.0, 3.2)


class Box(NamedTuple):
    """A cell with its lines."""

    cell: Cell
    lines: tuple[Line, ...]


class BoxRow(NamedTuple):
    """A row with its boxes and its own height, merged cells aside."""

    source: CellRow
    boxes: tuple[Box, ...]
    height: float


@dataclass(frozen=True, slots=True)
class Measured:
    """A grid ready to be put on pages.

    `edges` are the columns' left edges and the right edge; `below` is the height of the rows
    before each row, merged cells aside; `full` is the height of an empty page. One kept `whole`
    is parted only where that saves a great hole.
    """

    type: Type
    edges: list[float]
    head: list[BoxRow]
    rows: list[BoxRow]
    below: list[float]
    full: float
    whole: bool = False

    @property
    def head_height(self) -> float:
        """The height of the header."""
        return sum(row.height for row in self.head)

    def across(self, cell: Cell) -> float:
        """Return the width of a cell, padding included."""
        return self.edges[cell.column + cell.colspan] - self.edges[cell.column]

    def set(self, cell: Cell, text: str) -> tuple[Line, ...]:
        """Break a text into lines for a cell's place."""
        free = self.across(cell) - 2 * self.type.pad
        return set_cell(text, cell.style, self.type.size, free, cell.align == Align.LEFT)


@lru_cache(maxsize=4096)
def set_cell(
    text: str, style: Style, size: float, free: float, hyphenated: bool
) -> tuple[Line, ...]:
    """Break a cell's text into lines."""
    measure = Measure(size, max(free, 1.0), max(free, 1.0), hyphenated=hyphenated)
    return break_lines(plain_words(text, style), measure)


def measure_grid(
    grid: Grid, width: float, full: float, steps: Steps = UNFOLLOWED, scale: float = 1.0
) -> Measured:
    """Measure a grid for pages whose text is so wide and so high, drawn enlarged by a scale."""
    columns = len(grid.columns)
    head, body = head_rows(grid), body_rows(grid)
    labels = sum(column.heads for column in grid.columns)
    card = labels in (1, 2) and columns == labels + 1
    if card:
        type_, widths = _CARD, card_widths(labels, width)
    else:
        needs = column_needs([*head, *body], columns, steps)
        type_ = _type(needs, columns, width, scale)
        widths = column_widths([*head, *body], needs, width, type_.size, type_.pad)
    edges = [0.0, *accumulate(widths)]
    blank = Measured(type_, edges, [], [], [], full)
    set_head, set_body = _stretch(blank, _boxes(blank, head)), _boxes(blank, steps.over(body))
    if sum(row.height for row in set_head) > full * _HIGHEST_HEAD:
        set_head, set_body = [], [*set_head, *set_body]
    below = [0.0, *accumulate(row.height for row in set_body)]
    return Measured(type_, edges, set_head, set_body, below, full, card)


def _type(needs: Needs, columns: int, width: float, scale: float) -> Type:
    """Choose the largest type, up to the one for so many columns, in which words stay whole."""
    wished = next((type_ for most, type_ in _TYPES if columns <= most), _CRAMPED)
    least, pad = _READABLE / scale, wished.pad
    size = wished.size
    while size > least and sum(needs.least(needs.whole, width, size, pad)) > width:
        size = max(size - _STEP / scale, least)
    if sum(needs.least(needs.whole, width, size, pad)) <= width:
        return Type(size, pad)
    smaller = iter(_SMALL)
    while sum(needs.least(needs.divided, width, size, pad)) > width and (small := next(smaller, 0)):
        size = small / scale
    return Type(size, pad)


def _boxes(measured: Measured, rows: Iterable[CellRow]) -> list[BoxRow]:
    boxed: list[BoxRow] = []
    for row in rows:
        boxes = tuple(Box(cell, measured.set(cell, cell.text)) for cell in row.cells)
        own = max((len(box.lines) for box in boxes if box.cell.rowspan == 1), default=1)
        boxed.append(BoxRow(row, boxes, measured.type.height(own)))
    return boxed


def _stretch(measured: Measured, rows: list[BoxRow]) -> list[BoxRow]:
    """Make a header's rows high enough for the cells that reach over several of them."""
    heights = [row.height for row in rows]
    for place, row in enumerate(rows):
        for box in row.boxes:
            span = range(place, place + box.cell.rowspan)
            lacking = measured.type.height(len(box.lines)) - sum(heights[i] for i in span)
            if lacking > 0:
                heights[span[-1]] += lacking
    return [
        BoxRow(row.source, row.boxes, height) for row, height in zip(rows, heights, strict=True)
    ]
