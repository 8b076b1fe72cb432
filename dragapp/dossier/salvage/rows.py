"""The rows on their way from the damaged file to the new one, each under a number of its own."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Container, Iterable
from dataclasses import dataclass, field

from dragapp.dossier.salvage.finding import Found
from dragapp.dossier.salvage.shape import Row, Value
from dragapp.plan.keys import new_key

#: The tables that a plan is made of, their rows numbered by a column `id`.
PARTS = ("plan", "section", "paragraph", "level", "column", "node")
#: What a fresh key begins with.
KEYS = {"section": "s", "level": "l", "column": "c", "node": "r"}
#: Numbers above this one are no row's: they come from damage.
_HIGHEST = 1 << 31


@dataclass(frozen=True, slots=True)
class Loose:
    """A text without a place, and the section it was near to where that is known."""

    text: str
    section: int | None = None


@dataclass(slots=True)
class Rows:
    """All rows, those of the parts by number, and what had to be done for them.

    `mended` counts values that had become senseless, `moved` rows that lost their place,
    `incomplete` texts of which a part is missing. `stand_ins` names, by table and number, the parts
    that were made for lost ones, `fillers` those that were added to hold loose texts.
    """

    parts: dict[str, dict[int, Row]]
    others: dict[str, list[Row]]
    loose: list[Loose]
    mended: int = 0
    moved: int = 0
    incomplete: int = 0
    stand_ins: set[tuple[str, int]] = field(default_factory=set)
    fillers: set[tuple[str, int]] = field(default_factory=set)

    def of(self, table: str) -> list[Row]:
        """Return all rows of a table, none where there is no such table."""
        part = self.parts.get(table)
        return self.others.get(table, []) if part is None else list(part.values())

    def fresh(self, table: str) -> int:
        """Return a number that no row has."""
        number = max((each for each in self.parts[table] if each < _HIGHEST), default=0) + 1
        while number in self.parts[table]:
            number += 1
        return number

    def make(self, table: str, number: int, /, **values: Value) -> Row:
        """Add a part that stands in for a lost one, under its number."""
        number = number if number > 0 else self.fresh(table)
        self.stand_ins.add((table, number))
        return self._add(table, number, values)

    def fill(self, table: str, /, **values: Value) -> Row:
        """Add a part that holds loose texts."""
        number = self.fresh(table)
        self.fillers.add((table, number))
        return self._add(table, number, values)

    def _add(self, table: str, number: int, values: Row) -> Row:
        key: Row = {"key": new_key(KEYS[table])} if table in KEYS else {}
        self.parts[table][number] = {"id": number, **key, **values}
        return self.parts[table][number]

    def move(self, row: Row, name: str, value: int | None) -> None:
        """Let a row refer to something else than it did."""
        if row[name] != value:
            row[name] = value
            self.moved += 1

    def neighbours(self, table: str, number: int, name: str) -> int | None:
        """Return what the rows right before and after one refer to, where both say the same."""
        before, after = self.around(table, number)
        if before is None or after is None or integer(before, name) != integer(after, name):
            return None
        return integer(before, name)

    def around(self, table: str, number: int) -> tuple[Row | None, Row | None]:
        """Return the rows right before and after a number, which are as old as its row is."""
        part = self.parts[table]
        numbers = sorted(each for each in part if each != number)
        place = bisect_left(numbers, number)
        before = part[numbers[place - 1]] if place else None
        return before, part[numbers[place]] if place < len(numbers) else None


def number_rows(found: Found) -> Rows:
    """Give each row a number of its own; a row that was found twice is kept once."""
    others = {table: list(rows) for table, rows in found.rows.items() if table not in PARTS}
    rows = Rows({table: {} for table in PARTS}, others, [Loose(text) for text in found.loose])
    rows.incomplete = found.cut
    for table in PARTS:
        twice: list[Row] = []
        for row in found.rows.get(table, []):
            number = integer(row, "id")
            if number is None or number <= 0 or number in rows.parts[table]:
                twice.append(row)
            else:
                rows.parts[table][number] = row
        for row in twice:
            there = rows.parts[table].get(integer(row, "id") or 0)
            if row != there:
                number = rows.fresh(table)
                rows.parts[table][number] = {**row, "id": number}
                rows.moved += 1
    return rows


def integer(row: Row | None, name: str) -> int | None:
    """Return a whole number that a row holds, None where it holds none."""
    value = row and row.get(name)
    return value if isinstance(value, int) else None


def most(values: Iterable[int | None], among: Container[int]) -> int | None:
    """Return the value that occurs most often, of those allowed; the first of equals."""
    counted = Counter(value for value in values if value is not None and value in among)
    return counted.most_common(1)[0][0] if counted else None


def after(siblings: Iterable[Row], number: int) -> float:
    """Return a position right behind the siblings that are older than a number."""
    older = [row for row in siblings if (integer(row, "id") or 0) < number]
    newest = max(older, key=lambda row: integer(row, "id") or 0, default=None)
    return position(newest) + 0.5 if newest else -0.5


def position(row: Row) -> float:
    """Return where a row stands among its siblings; a stand-in may be between two places."""
    value = row.get("position")
    return value if isinstance(value, int | float) else 0
