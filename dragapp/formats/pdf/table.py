"""A grid as a piece: page after page of its rows, each page under the header."""

from __future__ import annotations

from dataclasses import dataclass

from dragapp.annex.blocks import Grid
from dragapp.formats.pdf.fill import Cursor, Segment, fill
from dragapp.formats.pdf.measure import Measured, measure_grid
from dragapp.formats.pdf.page import Sheet
from dragapp.formats.pdf.pen import Pen
from dragapp.formats.pdf.structure import Element
from dragapp.formats.pdf.table_draw import draw_table
from dragapp.formats.pdf.table_tags import TableTags
from dragapp.formats.steps import Steps

BEFORE, AFTER = 5.0, 8.0


@dataclass(frozen=True, slots=True)
class TablePart:
    """The rows of a table that stand on one page, under its header."""

    grid: Measured
    tags: TableTags
    segment: Segment
    cursor: Cursor
    before: float = BEFORE
    after: float = AFTER
    with_next: bool = False
    with_previous: bool = False

    @property
    def height(self) -> float:
        """The height of the header and of the rows."""
        return self.grid.head_height + self.segment.height

    def split(
        self, room: float, *, force: bool = False
    ) -> tuple[TablePart | None, Table | TablePart | None]:
        """Divide the rows once more."""
        if self.height <= room:
            return self, None
        return Table(self.grid, self.tags, self.cursor).split(room, force=force)

    def draw(self, pen: Pen, left: float, top: float) -> None:
        """Draw header, rows and rules."""
        first = self.cursor == Cursor()
        draw_table(pen, self.grid, self.tags, self.segment, left, top, first=first)


@dataclass(frozen=True, slots=True)
class Table:
    """What is left of a table, from a cursor on."""

    grid: Measured
    tags: TableTags
    cursor: Cursor
    before: float = BEFORE
    after: float = AFTER
    with_next: bool = False
    with_previous: bool = False

    @property
    def height(self) -> float:
        """About the height of header and rows; cells that reach over rows may add to it."""
        below = self.grid.below
        return self.grid.head_height + below[-1] - below[self.cursor.row]

    def split(
        self, room: float, *, force: bool = False
    ) -> tuple[TablePart | None, Table | TablePart | None]:
        """Return the rows for one page and the rest."""
        below_head = room - self.grid.head_height
        if below_head < 0 and not force:
            return None, self
        segment, cursor = fill(self.grid, self.cursor, below_head, force=force)
        if segment is None:
            return None, self
        part = TablePart(self.grid, self.tags, segment, self.cursor)
        return part, Table(self.grid, self.tags, cursor) if cursor else None

    def draw(self, pen: Pen, left: float, top: float) -> None:
        """Draw all of it, where it is known to fit."""
        part, _ = self.split(self.grid.full, force=True)
        if part:
            part.draw(pen, left, top)


def table(grid: Grid, sheet: Sheet, element: Element, steps: Steps) -> Table:
    """Measure a grid for pages on such sheets; `element` is what it is."""
    measured = measure_grid(grid, sheet.width, sheet.height, steps, sheet.scale)
    return Table(measured, TableTags(element, measured), Cursor())
