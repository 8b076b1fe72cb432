"""How high a table's rows are, and over which rows of the sheet each of them goes.

A row of the table is one strip, or several where a cell's text is too long for one cell of Excel;
a strip is one row of the sheet, or several where it is too high for one.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dragapp.formats.xlsx.canvas import Canvas
from dragapp.formats.xlsx.cells import Entry


@dataclass(slots=True)
class Strips:
    """The strips of a table. Rows and strips count from 0, heights are in points."""

    least: float
    heights: list[list[float]] = field(default_factory=list)
    _spanning: list[tuple[int, int, int, float]] = field(default_factory=list)

    def add_row(self, count: int) -> None:
        """Add a row of so many strips."""
        self.heights.append([self.least] * count)

    def need(self, row: int, strip: int, rowspan: int, height: float, *, last: bool) -> None:
        """Ask for the height of a cell's piece; the last piece goes on to the end of the cell."""
        strips = self.heights[row]
        if last and (rowspan > 1 or strip < len(strips) - 1):
            self._spanning.append((rowspan, row, strip, height))
        else:
            strips[strip] = max(strips[strip], height)

    def settle(self) -> None:
        """Give cells over several strips what they still lack, in equal parts; short ones first."""
        for rowspan, row, first, height in sorted(self._spanning, key=lambda cell: cell[0]):
            rows = self.heights[row : row + rowspan]
            reached = [(strips, i) for strips in rows for i in range(len(strips))][first:]
            missing = height - sum(strips[i] for strips, i in reached)
            if missing > 0:
                for strips, i in reached:
                    strips[i] += missing / len(reached)

    def place(self, canvas: Canvas, blank: list[Entry]) -> list[list[tuple[int, int]]]:
        """Add the rows to the sheet; return each strip's first and last row there."""
        return [[canvas.add_rows(height, blank) for height in strips] for strips in self.heights]
