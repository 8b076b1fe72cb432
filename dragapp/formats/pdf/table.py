"""A grid as a piece: page after page of its rows, each page under the header."""

from __future__ import annotations

from dataclasses import dataclass

from dragapp.annex.blocks import Grid
from dragapp.formats.pdf.fill import Cursor, Segment, fill
from dragapp.formats.pdf.measure import Measured, measure_grid
from dragapp.formats.pdf.pen import Pen
from dragapp.formats.pdf.table_draw import draw_table
from dragapp.formats.steps import Steps

BEFORE, AFTER = 5.0, 8.0


@dataclass(frozen=True, slots=True)
class TablePart:
    """The rows of a table that stand on one page, under its header."""

    grid: Measured
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
        return Table(self.grid, self.cursor).split(room, force=force)

    def draw(self, pen: Pen, left: float, top: float) -> None:
        """Draw header, rows and rules."""
        draw_table(pen, self.grid, self.segment, left, top)


@dataclass(frozen=True, slots=True)
class Table:
    """What is left of a table, from a cursor on."""

    grid: Measured
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
        part = TablePart(self.grid, segment, self.cursor)
        return part, Table(self.grid, cursor) if cursor else None

    def draw(self, pen: Pen, left: float, top: float) -> None:
        """Draw all of it, where it is known to fit."""
        part, _ = self.split(self.grid.full, force=True)
        if part:
            part.draw(pen, left, top)


def table(grid: Grid, width: float, full: float, steps: Steps) -> Table:
    """Measure a grid for pages whose text is so wide and so high."""
    return Table(measure_grid(grid, width, full, steps), Cursor())
