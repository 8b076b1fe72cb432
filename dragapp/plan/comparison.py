"""What differs between two states of a plan: how many sections and rows, told by their keys."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from typing import Any

from dragapp.plan.counted import counted
from dragapp.plan.outline import Node
from dragapp.plan.plan import Plan
from dragapp.plan.section import Section


@dataclass(frozen=True, slots=True)
class Difference:
    """How many sections and rows are not the same.

    A section is changed where its own fields, its text, the shape of its table or its place is
    another; its rows and subsections count for themselves. A row is changed where its own cells,
    number, level or place is another. `header_changed`: anything of the plan outside its sections.
    """

    sections_changed: int = 0
    sections_added: int = 0
    sections_removed: int = 0
    rows_changed: int = 0
    rows_added: int = 0
    rows_removed: int = 0
    header_changed: bool = False

    def __add__(self, other: Difference) -> Difference:
        """Return the differences of two plans taken together."""
        values = {
            spec.name: getattr(self, spec.name) + getattr(other, spec.name) for spec in fields(self)
        }
        return Difference(**{**values, "header_changed": bool(values["header_changed"])})

    @property
    def nothing(self) -> bool:
        """Whether both states are the same."""
        return self == Difference()

    def summary(self) -> str:
        """Say it in Romanian: "la fel ca acum", "3 puncte și 12 rânduri diferă"."""
        sections = self.sections_changed + self.sections_added + self.sections_removed
        rows = self.rows_changed + self.rows_added + self.rows_removed
        parts = ["datele generale"] if self.header_changed else []
        parts += [counted(sections, "punct", "puncte")] if sections else []
        parts += [counted(rows, "rând", "rânduri")] if rows else []
        if not parts:
            return "la fel ca acum"
        *first, last = parts
        return f"{', '.join(first)} și {last} diferă" if first else f"{last} diferă"


def compare(old: Plan, new: Plan) -> Difference:
    """Return what an old state of a plan and a new one have apart; ids do not count."""
    sections = _count(_sections(old), _sections(new))
    rows = _count(_rows(old), _rows(new))
    return Difference(*sections, *rows, _own(old, "sections") != _own(new, "sections"))


@dataclass(frozen=True, slots=True)
class _Part:
    """A section or a row: what it holds itself, what it stands in, and its place there."""

    key: str
    own: list[Any]
    above: str


def _count(old: Iterable[_Part], new: Iterable[_Part]) -> tuple[int, int, int]:
    """Return how many are changed, added and removed."""
    before, after = {part.key: part for part in old}, {part.key: part for part in new}
    same_place = [key for key in before if key in after and before[key].above == after[key].above]
    changed = {key for key in before if key in after and before[key] != after[key]}
    changed |= _moved(before, after, same_place)
    return len(changed), len(after.keys() - before.keys()), len(before.keys() - after.keys())


def _moved(before: dict[str, _Part], after: dict[str, _Part], common: list[str]) -> set[str]:
    """Return the fewest that must have been moved among their neighbours."""
    place = {key: number for number, key in enumerate(after)}
    siblings: dict[str, list[str]] = {}
    for key in common:
        siblings.setdefault(before[key].above, []).append(key)
    moved: set[str] = set()
    for keys in siblings.values():
        moved |= set(keys) - _in_order(keys, place)
    return moved


def _in_order(keys: list[str], place: dict[str, int]) -> set[str]:
    """Return as many of the keys as stand in the order of their places."""
    ends: list[int] = []
    end_keys: list[str] = []
    previous: dict[str, str | None] = {}
    for key in keys:
        length = bisect_left(ends, place[key])
        previous[key] = end_keys[length - 1] if length else None
        ends[length : length + 1] = [place[key]]
        end_keys[length : length + 1] = [key]
    kept: set[str] = set()
    last = end_keys[-1] if end_keys else None
    while last is not None:
        kept.add(last)
        last = previous[last]
    return kept


def _sections(plan: Plan) -> Iterator[_Part]:
    def under(sections: list[Section], above: str) -> Iterator[_Part]:
        for section in sections:
            shape = _own(section.table, "rows") if section.table else None
            yield _Part(section.key, [*_own(section, "table", "sections"), shape], above)
            yield from under(section.sections, section.key)

    return under(plan.sections, "")


def _rows(plan: Plan) -> Iterator[_Part]:
    def under(rows: list[Node], above: str) -> Iterator[_Part]:
        for row in rows:
            yield _Part(row.key, _own(row, "rows"), above)
            yield from under(row.rows, f"row {row.key}")

    for section in plan.walk():
        if section.table:
            yield from under(section.table.rows, f"section {section.key}")


def _own(thing: Any, *below: str) -> list[Any]:
    """Return the values that make up a dataclass, without ids and what counts for itself."""
    return [
        getattr(thing, spec.name)
        for spec in fields(thing)
        if spec.compare and spec.name not in below
    ]
