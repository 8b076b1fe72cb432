"""The periods and terms that are offered while one is typed; any other text may be typed as well.

They are those of real plans, written so that `period.parse_period` reads them.
"""

from __future__ import annotations

from collections.abc import Iterable

from dragapp.plan.distinct import distinct, same
from dragapp.plan.word_search import WordSearch

_RHYTHMS = (
    "Lunar",
    "Trimestrial",
    "Semestrial",
    "Anual",
    "Permanent",
    "Săptămânal",
    "Zilnic",
    "Bimestrial",
)
_PARTS = (
    "Semestrul I",
    "Semestrul II",
    "Trimestrul I",
    "Trimestrul II",
    "Trimestrul III",
    "Trimestrul IV",
)
_MONTHS = (
    "Ianuarie", "Februarie", "Martie", "Aprilie", "Mai", "Iunie",
    "Iulie", "August", "Septembrie", "Octombrie", "Noiembrie", "Decembrie",
)  # fmt: skip
_OCCASIONS = ("Când apar modificări", "Când situația o impune")


def periods_offered(year: int, used: Iterable[str] = ()) -> list[str]:
    """Return what is offered in a plan of that year: first what the plan uses already."""
    months = (f"{month} {year}" for month in _MONTHS)
    return distinct((*used, *_RHYTHMS, *_PARTS, str(year), *months, *_OCCASIONS), same)


def periods_completing(typed: str, year: int, used: Iterable[str] = ()) -> list[str]:
    """Return the offered periods that what was typed may become, the likeliest first."""
    return WordSearch(periods_offered(year, used), lambda text: (text,)).find(typed)
