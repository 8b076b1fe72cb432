"""A grid measured: type size, column widths, and every cell broken into lines, once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, chain

from dragapp.annex.blocks import Grid
from dragapp.formats.pdf.cells import Cell, CellRow, body_rows, head_rows
from dragapp.formats.pdf.fonts import Style
from dragapp.formats.pdf.lines import Line, Measure, break_lines
from dragapp.formats.pdf.widths import Needs, column_needs, column_widths
from dragapp.formats.pdf.words import plain_words
from dragapp.formats.steps import UNFOLLOWED, Steps
from dragapp.plan.column import Align

_PAD_ACROSS, _PAD_DOWN = 3.2, 2.4
_CRAMPED = 20
_SIZES = (10.0, 9.5, 9.0, 8.5, 8.0)
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


@dataclass(frozen=True, slots=True)
class Box:
    """A cell with its lines."""

    cell: Cell
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class BoxRow:
    """A row with its boxes and its own height, merged cells aside."""

    source: CellRow
    boxes: tuple[Box, ...]
    height: float


@dataclass(frozen=True, slots=True)
class Measured:
    """A grid ready to be put on pages.

    `edges` are the columns' left edges and the right edge; `below` is the height of the rows
    before each row, merged cells aside; `full` is the height of an empty page.
    """

    type: Type
    edges: list[float]
    head: list[BoxRow]
    rows: list[BoxRow]
    below: list[float]
    full: float

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


def measure_grid(grid: Grid, width: float, full: float, steps: Steps = UNFOLLOWED) -> Measured:
    """Measure a grid for pages whose text is so wide and so high."""
    columns = len(grid.columns)
    head, body = head_rows(grid), body_rows(grid)
    needs = column_needs(chain(head, steps.over(body)), columns)
    type_ = _type(needs, columns, width)
    widths = column_widths([*head, *body], needs, width, type_.size, type_.pad)
    edges = [0.0, *accumulate(widths)]
    blank = Measured(type_, edges, [], [], [], full)
    set_head, set_body = _stretch(blank, _boxes(blank, head)), _boxes(blank, steps.over(body))
    if sum(row.height for row in set_head) > full * _HIGHEST_HEAD:
        set_head, set_body = [], [*set_head, *set_body]
    below = [0.0, *accumulate(row.height for row in set_body)]
    return Measured(type_, edges, set_head, set_body, below, full)


def _type(needs: Needs, columns: int, width: float) -> Type:
    """Choose the largest type, by the number of columns, in which words stay whole."""
    pad = _PAD_ACROSS if columns < _CRAMPED else 1.2
    largest = 8.5 if columns >= 12 else 9.5 if columns >= 10 else 10.0
    if columns >= _CRAMPED:
        largest = 8.0
    for size in _SIZES:
        if size <= largest and sum(needs.least(needs.whole, width, size, pad)) <= width:
            return Type(size, pad)
    return Type(min(largest, 8.5), pad)


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
