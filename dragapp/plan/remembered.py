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
        _ranked(_lines(plan, lambda column: column.kind == ColumnKind.PARTIES)),
        _ranked(_lines(plan, _is_funding)),
        _ranked(_lines(plan, lambda column: column.kind == ColumnKind.PERIOD)),
    )


def parties_offered(plan: Plan, own: Iterable[str] = ()) -> list[str]:
    """Return the institutions to offer: the plan's, the office's own list, the usual ones."""
    place = plan.institution
    hall = [f"Primăria {place.name}"] if place.name and place.kind != "județ" else []
    return distinct((*remembered(plan).parties, *own, *hall, *PARTIES), same)


def funding_offered(plan: Plan, own: Iterable[str] = ()) -> list[str]:
    """Return the funding sources to offer: the plan's, the office's own list, the usual ones."""
    return distinct((*remembered(plan).funding, *own, *FUNDING), same)


def completing(typed: str, offered: Iterable[str]) -> list[str]:
    """Return what a typed line may become, the likeliest first, then as it was offered."""
    return WordSearch(offered, lambda text: (text,)).find(typed)


def _is_funding(column: Column) -> bool:
    """Tell whether a column names sources: by the form's key, in added tables by its heading."""
    if column.kind != ColumnKind.TEXT:
        return False
    title = fold(column.title)
    return column.key == "funding" or ("surs" in title and "finant" in title)


def _lines(plan: Plan, wanted: Callable[[Column], bool]) -> Iterator[str]:
    for section in plan.walk():
        if section.table:
            keys = [column.key for column in section.table.columns if wanted(column)]
            for row in section.table.walk() if keys else ():
                for key in keys:
                    yield from row.cells.get(key, "").split("\n")


def _ranked(lines: Iterable[str]) -> tuple[str, ...]:
    """Return each name once, in its most frequent spelling, else in the one with diacritics."""
    spellings = Counter(
        name
        for line in lines
        if (name := " ".join(line.split()).lstrip(_BULLETS).rstrip(_ENDS)) and _says_something(name)
    )
    groups: dict[str, list[str]] = {}
    for name in spellings:
        groups.setdefault(same(name), []).append(name)

    def best(names: list[str]) -> str:
        return max(names, key=lambda name: (spellings[name], sum(not c.isascii() for c in name)))

    ordered = sorted(groups.values(), key=lambda names: -sum(spellings[name] for name in names))
    return tuple(best(names) for names in ordered)


def _says_something(name: str) -> bool:
    return any(letter.isalnum() for letter in name) and not is_not_applicable(name)
