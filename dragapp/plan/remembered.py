"""What a plan says again and again, to offer it the next time: institutions, funding, periods.

A cell may name several institutions, each on a line of its own; each is remembered by itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from dragapp.plan.column import Column, ColumnKind
from dragapp.plan.distinct import distinct, same
from dragapp.plan.plan import Plan
from dragapp.plan.text import fold, is_not_applicable
from dragapp.plan.word_search import WordSearch

#: Sources that plans name, offered where the plan does not name them yet.
FUNDING = (
    "Bugetul local",
    "Bugetul județean",
    "Bugetul de stat",
    "Contribuții ale persoanelor beneficiare",
    "Fonduri externe nerambursabile",
)
#: Institutions that plans name; the town hall itself is told by its plan.
PARTIES = ("DGASPC", "AJPIS", "AJOFM")
_BULLETS, _ENDS = " -–•➤❖", " ,;"


@dataclass(frozen=True, slots=True)
class Remembered:
    """What a plan names, the most frequent first; spellings that differ only by diacritics once."""

    parties: tuple[str, ...]
    funding: tuple[str, ...]
    periods: tuple[str, ...]


def remembered(plan: Plan) -> Remembered:
    """Look through the tables of a plan."""
    return Remembered(
        _ranked(_names(plan, lambda column: column.kind == ColumnKind.PARTIES)),
        _ranked(_names(plan, is_funding)),
        _ranked(_names(plan, lambda column: column.kind == ColumnKind.PERIOD)),
    )


def parties_offered(
    plan: Plan, own: Iterable[str] = (), known: Remembered | None = None
) -> list[str]:
    """Return the institutions to offer: the plan's, the office's own list, the usual ones.

    `known` is what the plan is already known to name.
    """
    place, known = plan.institution, known or remembered(plan)
    hall = [f"Primăria {place.name}"] if place.name and place.kind != "județ" else []
    return distinct((*known.parties, *own, *hall, *PARTIES), same)


def funding_offered(
    plan: Plan, own: Iterable[str] = (), known: Remembered | None = None
) -> list[str]:
    """Return the funding sources to offer: the plan's, the office's own list, the usual ones.

    `known` is what the plan is already known to name.
    """
    known = known or remembered(plan)
    return distinct((*known.funding, *own, *FUNDING), same)


def completing(typed: str, offered: Iterable[str]) -> list[str]:
    """Return what a typed line may become, the likeliest first, then as it was offered."""
    return WordSearch(offered, lambda text: (text,)).find(typed)


def is_funding(column: Column) -> bool:
    """Tell whether a column names sources: by the form's key, in added tables by its heading."""
    if column.kind != ColumnKind.TEXT:
        return False
    title = fold(column.title)
    return column.key == "funding" or ("surs" in title and "finant" in title)


def _names(plan: Plan, wanted: Callable[[Column], bool]) -> Iterator[str]:
    for section in plan.walk():
        if section.table:
            keys = [column.key for column in section.table.columns if wanted(column)]
            for row in section.table.walk() if keys else ():
                for key in keys:
                    yield from names_in(row.cells.get(key, ""))


def names_in(cell: str) -> list[str]:
    """Return the names of a cell, one a line, without bullets and commas around them."""
    lines = (" ".join(line.split()) for line in cell.split("\n"))
    names = (line.lstrip(_BULLETS).rstrip(_ENDS) for line in lines)
    return [name for name in names if _says_something(name)]


def _ranked(names: Iterable[str]) -> tuple[str, ...]:
    """Return each name once, in its most frequent spelling, else in the one with diacritics."""
    spellings = Counter(names)
    groups: dict[str, list[str]] = {}
    for name in spellings:
        groups.setdefault(same(name), []).append(name)

    def best(names: list[str]) -> str:
        return max(names, key=lambda name: (spellings[name], sum(not c.isascii() for c in name)))

    ordered = sorted(groups.values(), key=lambda names: -sum(spellings[name] for name in names))
    return tuple(best(names) for names in ordered)


def _says_something(name: str) -> bool:
    return any(letter.isalnum() for letter in name) and not is_not_applicable(name)
