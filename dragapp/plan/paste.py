"""What a paste asks for and what it comes to: plain data, for the preview and for storing."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from dragapp.plan.outline import Table


@dataclass(frozen=True, slots=True)
class Where:
    """The cells that are selected in a laid-out table.

    `row` is the place of the first in `Layout.rows`, or behind the last one to append; `column` its
    place among `columns`, which are places in `Layout.columns` in the order on screen, hidden ones
    left out; empty for all of them. `height` and `width` are the selection's. With `inserted`, the
    block makes rows of its own behind the one chosen, and nothing that stands there changes.
    """

    row: int
    column: int = 0
    height: int = 1
    width: int = 1
    columns: tuple[int, ...] = ()
    inserted: bool = False


@dataclass(frozen=True, slots=True)
class CellChange:
    """A cell of an existing row that changes; of a stacked one, `node` is the row above its lines.

    Rows and columns go by their keys.
    """

    node: str
    column: str
    old: str
    new: str


class Why(StrEnum):
    """Why a text has no place."""

    NO_COLUMN = "no_column"
    MERGED = "merged"
    NO_CELL = "no_cell"
    TITLE = "title"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A text with its place in the block that has none in the table."""

    row: int
    column: int
    text: str
    why: Why


@dataclass(slots=True)
class Paste:
    """The table after pasting, and how it came about.

    `table` is a copy in which rows that stay keep key and id. `cells` are the cells written, by row
    and column, in reading order; `added` the keys of new rows, without stacked lines; `removed` of
    empty rows that gave way. `head_rows` of the block were the table's own headings and are not
    pasted. `numbered` new rows keep a number that is not the next one; `renumbered` tells that
    others are counted on from the table's. `grouping` tells that the block's merged labels do not
    fall on those of the table, `shape` that the selection has another shape.
    """

    table: Table
    changes: list[CellChange] = field(default_factory=list)
    cells: list[tuple[str, str]] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    outside: tuple[str, ...] = ()
    head_rows: int = 0
    numbered: int = 0
    renumbered: bool = False
    grouping: bool = False
    shape: bool = False
    restructured: bool = False

    @property
    def replaced(self) -> list[CellChange]:
        """The changes of cells that have a text now."""
        return [change for change in self.changes if change.old.strip()]

    @property
    def is_empty(self) -> bool:
        """Whether nothing changes."""
        return not (self.changes or self.added or self.removed or self.restructured)

    @property
    def asks(self) -> bool:
        """Whether the user should see first what goes where."""
        unclear = self.left_out or self.outside or self.grouping or self.shape
        return bool(self.replaced or unclear)
