"""A page's worth of a grid's rows: where it may break, and what goes on overleaf.

Each page is filled from a cursor, so that a grid costs the same however many pages it takes. A
banner stays with the row below it and a total with the row above; a merged cell's text is kept
whole where that leaves no great hole; a row higher than the page is divided in all its cells.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragapp.formats.pdf.cells import Cell, CellRow
from dragapp.formats.pdf.lines import Line
from dragapp.formats.pdf.measure import Measured
from dragapp.formats.pdf.repeat import repeated

#: A hole of more than this share of a page is worse than a divided row or merged cell.
_HOLE = 0.35
_LEAST_LINES = 3


@dataclass(frozen=True, slots=True)
class Going:
    """A merged cell that reaches over a page's end: its lines still to print, and its end."""

    cell: Cell
    lines: tuple[Line, ...]
    end: int


@dataclass(frozen=True, slots=True)
class Cursor:
    """The place in a grid where a page begins.

    `rest` holds the lines still to print of the row there, by column, if that row is divided.
    """

    row: int = 0
    rest: dict[int, tuple[Line, ...]] | None = None
    going: tuple[Going, ...] = ()


@dataclass(slots=True)
class Placed:
    """A cell's lines on a page, from `top` on; `row` counts from the page's first."""

    cell: Cell
    lines: tuple[Line, ...]
    row: int
    top: float
    end: int
    repeat: bool = False


@dataclass(slots=True)
class SetRow:
    """A row on a page; tops and bottoms grow downwards from below the header."""

    source: CellRow
    top: float
    bottom: float


@dataclass(slots=True)
class Segment:
    """The rows of one page, the first of them so numbered, and their cells in reading order."""

    first: int
    rows: list[SetRow]
    placed: list[Placed]

    @property
    def height(self) -> float:
        """The height of the rows."""
        return self.rows[-1].bottom if self.rows else 0.0


def fill(
    grid: Measured, cursor: Cursor, room: float, *, force: bool
) -> tuple[Segment | None, Cursor | None]:
    """Fill a room below the header; return what is there and where to go on, if anywhere.

    With nothing that may stand there the segment is None, which `force` forbids.
    """
    return _Filler(grid, cursor, room).fill(force)


class _Filler:
    def __init__(self, grid: Measured, cursor: Cursor, room: float) -> None:
        self.grid, self.cursor, self.room = grid, cursor, room
        self.rows: list[SetRow] = []
        self.own: list[Placed] = []
        self.merged: list[Placed] = []
        self.whole = grid.full - grid.head_height
        self._resume()

    def _resume(self) -> None:
        """Begin the page with the merged cells that come over from the one before."""
        grid, cursor = self.grid, self.cursor
        first = cursor.row if cursor.rest is None else cursor.row + 1
        divided = 0.0 if cursor.rest is None else self._height(*cursor.rest.values())
        for going in cursor.going:
            lines = going.lines
            if not lines:
                height = divided + grid.below[max(going.end, first)] - grid.below[first]
                limit = grid.type.lines(min(height, self.room))
                lines = repeated(grid, going.cell, max(limit, 1))
            self.merged.append(Placed(going.cell, lines, 0, 0.0, going.end, not going.lines))

    def fill(self, force: bool) -> tuple[Segment | None, Cursor | None]:
        count = len(self.grid.rows)
        for place in range(self.cursor.row, count):
            top = self._top(place)
            bottom = self._add(place, top)
            if bottom > self.room + 1e-6:
                return self._stop(place, bottom - top, force)
            self.rows.append(SetRow(self.grid.rows[place].source, top, bottom))
        return self._finish(count, self._top(count))[0], None

    def _height(self, *cells: tuple[Line, ...]) -> float:
        return self.grid.type.height(max(map(len, cells), default=1))

    def _top(self, place: int) -> float:
        """Return where a row begins, which is where the one above it ends."""
        done = place - self.cursor.row
        return self.rows[done - 1].bottom if done else 0.0

    def _add(self, place: int, top: float) -> float:
        """Put a row's cells below the others; return where the row would end."""
        row, number = self.grid.rows[place], place - self.cursor.row
        rest = self.cursor.rest if number == 0 else None
        height = row.height if rest is None else self._height(*rest.values())
        for box in row.boxes:
            lines = box.lines if rest is None else rest.get(box.cell.column, ())
            placed = Placed(box.cell, lines, number, top, place + box.cell.rowspan)
            if box.cell.rowspan == 1:
                self.own.append(placed)
            elif rest is None:
                self.merged.append(placed)
        ends = [m.top + self._height(m.lines) for m in self.merged if m.end == place + 1]
        return max([top + height, *ends])

    def _stop(self, place: int, needed: float, force: bool) -> tuple[Segment | None, Cursor | None]:
        """End the page at, before or inside the row that does not fit."""
        top = self._top(place)
        at = self._legal(place, keep_merged=True)
        if self.room - self._top(at) > self.whole * _HOLE:
            at = self._legal(place, keep_merged=False)
        free = self.grid.type.lines(self.room - top)
        hole = self.room - self._top(at)
        if free >= _LEAST_LINES and (needed > self.whole or hole > self.whole * _HOLE):
            return self._divide(place, free)
        if at > self.cursor.row:
            return self._finish(at, self._top(at))
        if not force:
            return None, self.cursor
        if place > self.cursor.row:
            return self._finish(place, top)
        return self._divide(place, max(free, 1))

    def _legal(self, place: int, *, keep_merged: bool) -> int:
        """Return the last row, not after `place`, before which the page may end."""
        start = self.cursor.row
        last = place
        while last > start and not self._is_legal(last, keep_merged):
            last -= 1
        # One short row alone overleaf is better in company.
        lonely = len(self.grid.rows) - last == 1 and last - start > _LEAST_LINES
        if lonely and self._top(last) - self._top(last - 1) < self.whole / 8:
            return last - 1 if self._is_legal(last - 1, keep_merged) else last
        return last

    def _is_legal(self, place: int, keep_merged: bool) -> bool:
        rows = self.grid.rows
        if rows[place - 1].source.banner or rows[place].source.total:
            return False
        if keep_merged and self.grid.whole:
            return False
        return not (keep_merged and any(self._parted(each, place) for each in self.merged))

    def _parted(self, merged: Placed, place: int) -> bool:
        """Tell whether ending the page before a row would divide a merged cell's text."""
        if merged.repeat or not self.cursor.row + merged.row < place < merged.end:
            return False
        height = self._height(merged.lines)
        return merged.top + height > self._top(place) + 1e-6 and height < self.whole / 2

    def _divide(self, place: int, free: int) -> tuple[Segment, Cursor | None]:
        """End the page inside a row, after so many lines of each of its cells."""
        number = place - self.cursor.row
        cut = [each for each in self.own if each.row == number]
        longest = max((len(each.lines) for each in cut), default=0)
        if longest == free + 1 and free > _LEAST_LINES:
            free -= 1
        bottom = self._top(place) + self.grid.type.height(free)
        self.rows.append(SetRow(self.grid.rows[place].source, self._top(place), bottom))
        rest = {each.cell.column: each.lines[free:] for each in cut}
        for each in cut:
            each.lines = each.lines[:free]
        return self._finish(place + 1, bottom, Cursor(place, rest))

    def _finish(
        self, end: int, bottom: float, divided: Cursor | None = None
    ) -> tuple[Segment, Cursor]:
        """Return the rows before `end`, and the cursor for the next page."""
        count = end - self.cursor.row
        placed = [each for each in self.own if each.row < count]
        going: list[Going] = []
        for merged in self.merged:
            if merged.row >= count:
                continue
            placed.append(merged)
            rest: tuple[Line, ...] = ()
            fit = self.grid.type.lines(bottom - merged.top)
            if fit < len(merged.lines) and merged.repeat:
                merged.lines = repeated(self.grid, merged.cell, max(fit, 1))
            elif fit < len(merged.lines):
                merged.lines, rest = merged.lines[:fit], merged.lines[fit:]
            if merged.end > end or (divided and merged.end == end):
                going.append(Going(merged.cell, rest, merged.end))
        # As they begin in the table: one that goes on comes before the rows that it reaches over.
        placed.sort(key=lambda each: (each.end - each.cell.rowspan, each.cell.column))
        next_row, lines = (divided.row, divided.rest) if divided else (end, None)
        return Segment(self.cursor.row, self.rows[:count], placed), Cursor(
            next_row, lines, tuple(going)
        )
