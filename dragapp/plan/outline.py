"""A table is an outline: rows on one or more levels, each level with its own look."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from dragapp.plan.column import Column, ColumnKind


class Look(StrEnum):
    """How the rows of a level show themselves on paper and on screen."""

    ROW = "row"
    BANNER = "banner"
    MERGED = "merged"
    STACKED = "stacked"


@dataclass(slots=True)
class Level:
    """One level of an outline.

    `label` is the pattern of its numbers (see `label`); they are printed in the column
    `number_column`, or before the first cell where that is empty.
    """

    key: str
    name: str
    look: Look = Look.ROW
    label: str = ""
    number_column: str = ""
    id: int = field(default=0, compare=False)


@dataclass(slots=True)
class Node:
    """One row of an outline with its cells as typed; an empty cell is not in `cells`."""

    key: str
    level: str
    number: str | None = None
    cells: dict[str, str] = field(default_factory=dict)
    rows: list[Node] = field(default_factory=list)
    id: int = field(default=0, compare=False)

    def walk(self) -> Iterator[Node]:
        """Yield this row and all below it, in reading order."""
        yield self
        for row in self.rows:
            yield from row.walk()


@dataclass(slots=True)
class Table:
    """Levels from the outermost in, columns in printed order, rows in reading order."""

    levels: list[Level]
    columns: list[Column]
    rows: list[Node] = field(default_factory=list)

    def level(self, key: str) -> Level:
        """Return the level with that key."""
        return next(level for level in self.levels if level.key == key)

    def depth(self, key: str) -> int:
        """Return how deep a level stands, the outermost being 0."""
        return next(i for i, level in enumerate(self.levels) if level.key == key)

    def columns_of(self, level: str) -> list[Column]:
        """Return the columns whose cells the level's rows own, without its numbers."""
        return [
            column
            for column in self.columns
            if column.level == level and column.kind != ColumnKind.NUMBER_LABEL
        ]

    def walk(self) -> Iterator[Node]:
        """Yield every row in reading order."""
        for row in self.rows:
            yield from row.walk()

    def find(self, key: str) -> tuple[list[Node], int] | None:
        """Return the list of siblings that holds a row, and its place there."""

        def search(rows: list[Node]) -> tuple[list[Node], int] | None:
            for place, row in enumerate(rows):
                if row.key == key:
                    return rows, place
                found = search(row.rows)
                if found:
                    return found
            return None

        return search(self.rows)


def outermost(rows: list[Node], keys: set[str]) -> list[Node]:
    """Return the rows named by keys, in reading order, without those below another of them."""
    found = []
    for row in rows:
        found += [row] if row.key in keys else outermost(row.rows, keys)
    return found
