"""What a merged cell says again at the head of the next page."""

from __future__ import annotations

from dragapp.formats.pdf.cells import CONTINUED, Cell
from dragapp.formats.pdf.fonts import printable
from dragapp.formats.pdf.lines import Line
from dragapp.formats.pdf.measure import Measured


def repeated(grid: Measured, cell: Cell, limit: int) -> tuple[Line, ...]:
    """Return a merged cell's text once more, marked and, to fit the lines, shortened."""
    text = " ".join(printable(cell.text).split())
    if not cell.may_continue:
        return grid.set(cell, text)[:limit]
    whole = grid.set(cell, f"{text} {CONTINUED}")
    if len(whole) <= limit:
        return whole
    words = text.split()
    least, most = 0, len(words) - 1
    while least < most:
        middle = (least + most + 1) // 2
        if len(grid.set(cell, _shortened(words, middle))) <= limit:
            least = middle
        else:
            most = middle - 1
    return grid.set(cell, _shortened(words, least))[:limit]


def _shortened(words: list[str], count: int) -> str:
    return f"{' '.join(words[:count])}… {CONTINUED}" if count else CONTINUED
