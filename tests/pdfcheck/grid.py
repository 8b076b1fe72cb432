"""The cells of a table laid on a grid, as their spans tell."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.pdfcheck.structure import Element

Place = tuple[int, int]


@dataclass(eq=False)
class Cell:
    """A cell, with the rows and the columns that it takes, counted from 0."""

    element: Element
    rows: range
    columns: range


@dataclass
class Grid:
    """A whole table; a place that two cells take is the first one's."""

    rows: int
    cells: list[Cell] = field(default_factory=list)
    places: dict[Place, Cell] = field(default_factory=dict)
    overlaps: list[Cell] = field(default_factory=list)
    """The cells that reach into another one."""

    @property
    def columns(self) -> int:
        """How many columns the widest row has."""
        return max((column + 1 for _, column in self.places), default=0)


def lay(rows: list[Element]) -> Grid:
    """Put each row's cells into the first free places, from the left."""
    grid = Grid(len(rows))
    for number, row in enumerate(rows):
        column = 0
        for element in row.elements:
            while (number, column) in grid.places:
                column += 1
            height, width = span(element, "/RowSpan"), span(element, "/ColSpan")
            cell = Cell(element, range(number, number + height), range(column, column + width))
            grid.cells.append(cell)
            taken = [(down, across) for down in cell.rows for across in cell.columns]
            if any(place in grid.places for place in taken):
                grid.overlaps.append(cell)
            for place in taken:
                grid.places.setdefault(place, cell)
            column += width
    return grid


def span(element: Element, key: str) -> int:
    """Return how many rows or columns a cell takes; 1 where it does not tell a whole number."""
    told = element.attribute("Table", key)
    return told if isinstance(told, int) and told > 0 else 1
