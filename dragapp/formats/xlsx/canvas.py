"""The rows of one sheet, laid out before they are written."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import NamedTuple

from dragapp.formats.xlsx.cells import Entry

#: The tallest row that Excel allows has 409 points; a taller cell is merged over several rows.
TALLEST_ROW = 400.0


class Area(NamedTuple):
    """An area of cells, ends included; rows and columns count from 1."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class Canvas:
    """The cells, row heights in points and merged areas of one sheet, filled from the top."""

    widths: list[float]
    rows: list[list[Entry | None]] = field(default_factory=list)
    heights: list[float] = field(default_factory=list)
    merged: list[Area] = field(default_factory=list)

    @property
    def next_row(self) -> int:
        """The number of the row that is added next."""
        return len(self.rows) + 1

    @property
    def size(self) -> Area:
        """The area of all cells."""
        return Area(1, 1, max(1, len(self.rows)), len(self.widths))

    def add_rows(self, height: float, blank: list[Entry] | None = None) -> tuple[int, int]:
        """Add a row, or as many as Excel needs for that height; return the first and the last.

        Their cells are empty or, where given, the blank ones.
        """
        count = max(1, math.ceil(height / TALLEST_ROW))
        first = self.next_row
        for _ in range(count):
            self.rows.append([*blank] if blank else [None] * len(self.widths))
            self.heights.append(height / count)
        return first, first + count - 1

    def put(self, area: Area, entry: Entry) -> None:
        """Fill an area with one cell; the cells it covers get its look, and so its borders."""
        top, left, bottom, right = area
        if top != bottom or left != right:
            covered = [Entry(None, entry.style)] * (right - left + 1)
            for row in self.rows[top - 1 : bottom]:
                row[left - 1 : right] = covered
            self.merged.append(area)
        self.rows[top - 1][left - 1] = entry

    def gap(self, height: float) -> None:
        """Leave an empty row, unless the sheet is still empty."""
        if self.rows:
            self.add_rows(height)
