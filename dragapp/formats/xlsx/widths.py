"""The widths of a table's columns: no broken word, and the room shared by what the cells say."""

from __future__ import annotations

import math

from dragapp.annex.blocks import Grid
from dragapp.formats.xlsx.metrics import PADDING, Ruler
from dragapp.plan.column import ColumnKind
from dragapp.plan.outline import Look

#: No word, however long, claims more than this share of the table.
WIDEST_WORD = 0.22
NARROWEST = 26.0


def column_widths(grid: Grid, total: float, size: int, ruler: Ruler) -> list[float]:
    """Return the widths in points; they add up to `total`, or to more where words need it."""
    least = [NARROWEST] * len(grid.columns)
    most = list(least)
    # A service code is one word to its reader, whatever blanks it is typed with.
    codes = {i for i, c in enumerate(grid.columns) if c.kind == ColumnKind.SERVICE_CODE}
    squares = [0.0] * len(grid.columns)

    def measure(column: int, text: str, *, bold: bool = False, whole: bool = False) -> None:
        word, line = ruler.extent(text, size, bold=bold)
        word, line = (line if whole else word) + PADDING, line + PADDING
        least[column] = max(least[column], min(word, total * WIDEST_WORD))
        most[column] = max(most[column], line)
        squares[column] += (line + line * text.count("\n") / 2) ** 2

    for head in grid.head:
        if head.colspan == 1:
            measure(head.column, head.text, bold=True)
    for row in grid.rows:
        if row.look == Look.BANNER:
            continue
        for column, cell in enumerate(row.cells):
            if cell and cell.text and cell.colspan == 1:
                measure(column, cell.text, bold=row.total, whole=column in codes)
    # The root mean square lets the few long cells, which make the rows high, weigh more; the root
    # of what a column lacks is the share that makes the sum of all heights least.
    count = max(1, len(grid.rows))
    wishes = [
        math.sqrt(max(0.0, math.sqrt(square / count) - narrow)) if widest > narrow else 0.0
        for widest, square, narrow in zip(most, squares, least, strict=True)
    ]
    return _share(total, least, most, wishes)


def _share(total: float, least: list[float], most: list[float], wishes: list[float]) -> list[float]:
    widths = list(least)
    spare = total - sum(widths)
    if spare <= 0:
        return widths
    for weights, limits in ((wishes, most), (widths, [total] * len(widths))):
        growing = [i for i, weight in enumerate(weights) if weight > 0]
        while growing and spare > 0.01:
            step = spare / sum(weights[i] for i in growing)
            reached = [i for i in growing if widths[i] + weights[i] * step >= limits[i]]
            if not reached:
                for i in growing:
                    widths[i] += weights[i] * step
                return widths
            for i in reached:
                spare -= limits[i] - widths[i]
                widths[i] = limits[i]
            growing = [i for i in growing if i not in reached]
    return widths
