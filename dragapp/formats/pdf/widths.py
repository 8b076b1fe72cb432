"""How wide a grid's columns are: whole words first, then the least total height."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple

from dragapp.formats.pdf.cells import CONTINUED, Cell, CellRow
from dragapp.formats.pdf.fonts import Style, line_width, printable, width
from dragapp.formats.pdf.hyphens import joints, syllables
from dragapp.formats.steps import UNFOLLOWED, Steps

#: One column's longest word does not claim more than this share of the grid for itself.
_CAP = 0.22
#: What labels take of a card's width, and a label below a heading that several share.
_LABELS = {1: (0.32,), 2: (0.16, 0.275)}
_SAMPLE = 60
_STEPS = 48
# The width of a hyphen for type of size 1, and a little air beside the longest word, in points.
_HYPHEN, _EDGE = 0.35, 1.5
# A row is as high as its highest cell; a high power keeps that, yet lets the others count a little.
_POWER = 6
_ROOT = 1 / _POWER
_SHORT = 14


class Demand(NamedTuple):
    """What a text asks of its column, for type of size 1.

    `lines` are the lengths of its paragraphs, `word` that of its longest word, and `short` that of
    its longest line that looks broken when it is divided: a code, a quantity.
    """

    lines: tuple[float, ...]
    word: float
    short: float


@lru_cache(maxsize=1024)
def demand(text: str, style: Style) -> Demand:
    """Measure a cell's text."""
    text = printable(text)
    lines = tuple(line_width(line, style) for line in text.split("\n"))
    word = _widest(text, style, joints)
    short = max((width(line, style) for line in text.split("\n") if len(line) <= _SHORT), default=0)
    return Demand(lines, word, max(short, word))


def _widest(
    text: str, style: Style, places: Callable[[str], tuple[int, ...]], least: float = 0.0
) -> float:
    """Return the width of the widest part of a word, or `least` if that is more."""
    for each in set(text.split()):
        if width(each, style) > least:
            least = max(least, *(width(part, style) for part in _parts(each, places(each))))
    return least


def _divided(word: str) -> tuple[int, ...]:
    return joints(word) + syllables(word)


def _parts(word: str, places: Sequence[int]) -> list[str]:
    ends = [0, *sorted(set(places)), len(word)]
    return [word[a:b] for a, b in pairwise(ends)]


@dataclass(frozen=True)
class Needs:
    """What the columns of a grid need at least, for type of size 1, padding aside.

    `easy` keeps short lines whole, `whole` words, `divided` the parts of divided words.
    """

    rows: Sequence[CellRow]
    easy: list[float]
    whole: list[float]

    @cached_property
    def divided(self) -> list[float]:
        """What is asked of the hyphens only where words do not fit."""
        divided = [0.0] * len(self.whole)
        for cell in (cell for row in self.rows for cell in row.cells if cell.colspan == 1):
            text = printable(cell.text)
            divided[cell.column] = _widest(text, cell.style, _divided, divided[cell.column])
        return [each + _HYPHEN for each in divided]

    def least(self, wished: Sequence[float], total: float, size: float, pad: float) -> list[float]:
        """Return one of the lists as widths in points, none claiming too much of the total."""
        cap = max(total * _CAP, total / len(wished))
        return [min(each * size, cap) + 2 * pad + _EDGE for each in wished]


def column_needs(rows: Sequence[CellRow], columns: int, steps: Steps = UNFOLLOWED) -> Needs:
    """Measure what every cell of a grid asks of its column."""
    easy, whole = [0.0] * columns, [0.0] * columns
    for row in steps.over(rows):
        for cell in row.cells:
            if cell.colspan > 1:
                continue
            asked, place = demand(cell.text, cell.style), cell.column
            easy[place] = max(easy[place], asked.word if row.head else asked.short)
            whole[place] = max(whole[place], asked.word)
            if cell.may_continue and not row.head:
                mark = width(CONTINUED, cell.style)
                whole[place], easy[place] = max(whole[place], mark), max(easy[place], mark)
    return Needs(rows, easy, whole)


def card_widths(labels: int, total: float) -> list[float]:
    """Return the widths of a card's columns: of its one or two labels, and of its texts.

    All the cards of a table have the same.
    """
    shares = _LABELS[labels]
    return [total * share for share in (*shares, 1 - sum(shares))]


def column_widths(
    rows: Sequence[CellRow], needs: Needs, total: float, size: float, pad: float
) -> list[float]:
    """Share the total width out among the columns."""
    whole = needs.least(needs.whole, total, size, pad)
    easy = needs.least(needs.easy, total, size, pad)
    if sum(whole) < total:
        start = easy if sum(easy) <= total else whole
        return _Sharing(rows, start, size, pad).share(total)
    divided = needs.least(needs.divided, total, size, pad)
    if sum(divided) >= total:
        return [each * total / sum(divided) for each in divided]
    wished = [max(0.0, w - d) for w, d in zip(whole, divided, strict=True)]
    share = (total - sum(divided)) / (sum(wished) or 1.0)
    spread = [d + w * share for d, w in zip(divided, wished, strict=True)]
    return [each * total / sum(spread) for each in spread]


class _Sharing:
    """Hands out the spare width, a step at a time, where it saves the most height."""

    def __init__(
        self, rows: Sequence[CellRow], widths: list[float], size: float, pad: float
    ) -> None:
        self.widths, self.size, self.pad = widths, size, pad
        self.cells = _cells_by_row(rows)
        self.columns: list[list[tuple[int, Demand, float]]] = [[] for _ in widths]
        for place, cells in enumerate(self.cells):
            for cell, share in cells:
                needs = demand(cell.text, cell.style)
                self.columns[cell.column].append((place, needs, share))

    def share(self, total: float) -> list[float]:
        spare = total - sum(self.widths)
        given = max(spare / _STEPS, 0.5)
        heights = [self._heights(i, each) for i, each in enumerate(self.widths)]
        sums = [1.0] * len(self.cells)
        for by_row in heights:
            for place, height in by_row.items():
                sums[place] += height
        roots = [each**_ROOT for each in sums]
        wider: list[dict[int, float]] = []
        while spare > 1e-6:
            if given > spare or not wider:
                given = min(given, spare)
                wider = [self._heights(i, each + given) for i, each in enumerate(self.widths)]
            best, gain = -1, 1e-4
            for column, changed in enumerate(wider):
                now, saved = heights[column], 0.0
                for place, height in changed.items():
                    rest = sums[place] - now[place] + height
                    saved += roots[place] - (rest if rest > 0.0 else 0.0) ** _ROOT
                if saved > gain:
                    best, gain = column, saved
            if best < 0:
                break
            for place, height in wider[best].items():
                sums[place] += height - heights[best][place]
                roots[place] = sums[place] ** _ROOT
            heights[best] = wider[best]
            self.widths[best] += given
            wider[best] = self._heights(best, self.widths[best] + given)
            spare -= given
        return [each * total / sum(self.widths) for each in self.widths]

    def _heights(self, column: int, across: float) -> dict[int, float]:
        """Return the height of a column's cells, in lines to the power, by row."""
        free = across - 2 * self.pad
        # Words do not fill their lines to the end.
        filled = max(free - min(1.4 * self.size, 0.3 * free), 1.0) / self.size
        free /= self.size
        heights: dict[int, float] = {}
        for place, needs, share in self.columns[column]:
            lines = 0.0
            for length in needs.lines:
                if length <= free:
                    lines += 1 + length / free * 0.01
                else:
                    # Between the true height, which grows by whole lines, and a slope.
                    rough = max(length / filled, 1.0)
                    lines += (rough + -(-length // filled) + 1) / 2
            heights[place] = (lines * share) ** _POWER
        return heights


def _cells_by_row(rows: Sequence[CellRow]) -> list[list[tuple[Cell, float]]]:
    """Return a sample of rows, each cell with the share of its height that falls to the row."""
    step = max(1, -(-len(rows) // _SAMPLE))
    sample: list[list[tuple[Cell, float]]] = []
    open_cells: dict[int, tuple[Cell, int]] = {}
    for place, row in enumerate(rows):
        for cell in row.cells:
            open_cells[cell.column] = (cell, place + cell.rowspan)
        if not row.banner and (place % step == 0 or row.head):
            sample.append(
                [
                    (cell, 1 / cell.rowspan)
                    for cell, end in open_cells.values()
                    if end > place and cell.colspan == 1
                ]
            )
    return sample
