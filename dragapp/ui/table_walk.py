"""Where the keys lead from cell to cell of a laid-out table, over merged cells and banners.

A place is a row and a column of the layout, the column by its number there; columns come in the
order in which they are seen. A place under a merged cell is fine to go through: whoever comes into
a merged cell on the third of its rows leaves it on the third.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragapp.plan.layout import LaidCell, LaidRow

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Way:
    """A direction: rows down and columns to the right, one of them and by one."""

    down: int = 0
    right: int = 0


UP, DOWN, LEFT, RIGHT = Way(down=-1), Way(down=1), Way(right=-1), Way(right=1)


@dataclass(frozen=True, slots=True)
class Walk:
    """The cells of `rows` in the columns `sides`, as they are seen from left to right."""

    rows: list[LaidRow]
    sides: list[int]

    def cell(self, place: Place) -> Place:
        """Return where the cell begins that lies at a place or reaches over it."""
        row, side = place
        cells = self.rows[row].cells
        for left in range(side, -1, -1):
            cell = cells[left]
            if cell is not None:
                if left + cell.colspan > side:
                    return row, left
                break
        while row > 0 and self.rows[row].cells[side] is None:
            row -= 1
        return row, side

    def step(self, place: Place, way: Way) -> Place | None:
        """Return the place beside the cell at a place; None at the edge of the table."""
        top, left = self.cell(place)
        cell = self.rows[top].cells[left]
        assert cell is not None
        if way.down:
            row = top - 1 if way.down < 0 else top + cell.rowspan
            return (row, place[1]) if 0 <= row < len(self.rows) else None
        across = range(left, left + cell.colspan)
        seen = [at for at, side in enumerate(self.sides) if side in across]
        at = seen[0] - 1 if way.right < 0 else seen[-1] + 1
        return (place[0], self.sides[at]) if 0 <= at < len(self.sides) else None

    def edge(self, place: Place, way: Way) -> Place:
        """Return the end of the filled cells, or where they begin again; else the table's end."""
        ahead = self.step(place, way)
        if ahead is None:
            return place
        if self.filled(place) and self.filled(ahead):
            while ahead and self.filled(ahead):
                place, ahead = ahead, self.step(ahead, way)
            return place
        while not self.filled(ahead):
            further = self.step(ahead, way)
            if further is None:
                break
            ahead = further
        return ahead

    def filled(self, place: Place) -> bool:
        """Whether the cell at a place shows anything."""
        row, side = self.cell(place)
        cell: LaidCell | None = self.rows[row].cells[side]
        return bool(cell and cell.shown)

    def onward(self, place: Place, step: int) -> Iterator[Place]:
        """Yield the cells after a place, or with -1 those before it, in reading order."""
        many = len(self.sides)
        number = place[0] * many + self.sides.index(place[1]) + step
        while 0 <= number < many * len(self.rows):
            row, at = divmod(number, many)
            if self.rows[row].cells[self.sides[at]] is not None:
                yield row, self.sides[at]
            number += step
