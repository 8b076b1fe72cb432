"""The rows of one sheet, laid out before they are written."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple, TypeAlias

from openpyxl.cell.rich_text import CellRichText
from openpyxl.styles.cell_style import StyleArray

#: The tallest row that Excel allows has 409 points; a taller cell is merged over several rows.
TALLEST_ROW = 400.0


class Formula(NamedTuple):
    """A formula and the value that programs which do not reckon are to show."""

    text: str
    value: Decimal


Value: TypeAlias = str | float | CellRichText | Formula | None


class Entry(NamedTuple):
    """What a cell holds and how it looks."""

    value: Value
    style: StyleArray


class Area(NamedTuple):
    """A merged area, ends included; rows and columns count from 1."""

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

    def add_rows(self, height: float) -> tuple[int, int]:
        """Add a row, or as many as Excel needs for that height; return the first and the last."""
        count = max(1, math.ceil(height / TALLEST_ROW))
        first = self.next_row
        for _ in range(count):
            self.rows.append([None] * len(self.widths))
            self.heights.append(height / count)
        return first, first + count - 1

    def put(self, area: Area, entry: Entry) -> None:
        """Fill an area with one cell; the cells it covers get its look, and so its borders."""
        if area.top == area.bottom and area.left == area.right:
            self.rows[area.top - 1][area.left - 1] = entry
            return
        covered = Entry(None, entry.style)
        for row in self.rows[area.top - 1 : area.bottom]:
            row[area.left - 1 : area.right] = [covered] * (area.right - area.left + 1)
        self.rows[area.top - 1][area.left - 1] = entry
        self.merged.append(area)

    def gap(self, height: float) -> None:
        """Leave an empty row, unless the sheet is still empty."""
        if self.rows:
            self.add_rows(height)
