"""Money as typed in a budget cell, in integer bani (1 leu = 100 bani), and its totals.

A cell that says "-" is not a cell that says 0, and neither is an empty one: each has its state.
Nothing is ever rounded: an amount that does not come out in whole bani is unreadable.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from dragapp.plan.quantity import NUMBER, read_number
from dragapp.plan.text import is_not_applicable, plain


class Unit(Enum):
    """The unit of a budget column, by its printed name."""

    LEI = "lei"
    THOUSANDS = "mii lei"

    @property
    def decimals(self) -> int:
        """The decimals that reach down to one ban."""
        return 2 if self is Unit.LEI else 5


class MoneyState(Enum):
    """What a budget cell says: NONE is a dash, NOTE stars that point to a note under the table."""

    AMOUNT = "sumă"
    ZERO = "zero"
    NONE = "liniuță"
    NOTE = "notă"
    NOT_APPLICABLE = "nu este cazul"
    EMPTY = "gol"
    UNREADABLE = "necitibil"


@dataclass(frozen=True)
class Money:
    """A budget cell, parsed.

    `bani` is set for an amount and for zero; `share` is the percent typed behind the amount (2
    for "2%") and `programme` the programme that pays it ("POCU").
    """

    state: MoneyState
    bani: int | None = None
    share: Decimal | None = None
    programme: str = ""


@dataclass(frozen=True)
class Total:
    """The sum of some cells, in bani; how many it adds up and how many it could not read."""

    bani: int
    unreadable: int
    amounts: int = 0


_NOTE = re.compile(r"\*+\)?")
_UNIT_NAME = r"mii\s++(?:de\s++)?(?:lei|ron)|lei|leu|ron"
# Blanks are matched possessively: a cell with many of them must not be tried in all divisions.
_AMOUNT = re.compile(
    rf"(?P<number>-?{NUMBER})\s*+(?:(?:de\s++)?(?P<unit>{_UNIT_NAME}))?\s*+\**+\s*+"
    rf"(?:\(\s*+(?:(?P<share>{NUMBER})\s*+%\s*+(?:/(?P<label>[^()]*+))?"
    rf"|(?!(?:{_UNIT_NAME})\b)(?P<programme>(?-i:[A-Z][A-Z0-9 ./-]*+)))\))?",
    re.IGNORECASE,
)


def parse_money(text: str, unit: Unit) -> Money:
    """Parse a budget cell of a column in that unit; a unit typed in the cell wins.

    `332` under "mii lei" is 33.200.000 bani. An amount may carry a percent and a programme
    (`3.251.740,36 (98%/POCU)`, `10.000 (PNRR)`) and note stars; it may be negative.
    """
    typed = plain(text).strip()
    if not typed:
        return Money(MoneyState.EMPTY)
    if not typed.strip("-"):
        return Money(MoneyState.NONE)
    if _NOTE.fullmatch(typed):
        return Money(MoneyState.NOTE)
    if is_not_applicable(typed):
        return Money(MoneyState.NOT_APPLICABLE)
    found = _AMOUNT.fullmatch(typed)
    bani = _bani(found, unit) if found else None
    if found is None or bani is None:
        return Money(MoneyState.UNREADABLE)
    return Money(
        MoneyState.AMOUNT if bani else MoneyState.ZERO,
        bani,
        read_number(found["share"]) if found["share"] else None,
        (found["label"] or found["programme"] or "").strip(),
    )


def format_bani(bani: int, unit: Unit) -> str:
    """Return an amount the Romanian way, exact: 1.234.567,89; whole amounts without ",00"."""
    whole, fraction = divmod(abs(bani), 10**unit.decimals)
    decimals = f"{fraction:0{unit.decimals}}" if fraction else ""
    if unit is Unit.THOUSANDS:
        decimals = decimals.rstrip("0")
    sign = "-" if bani < 0 else ""
    return f"{sign}{whole:,}".replace(",", ".") + (f",{decimals}" if decimals else "")


def total(moneys: Iterable[Money]) -> Total:
    """Add up the amounts of the cells; unreadable cells are counted, not guessed."""
    bani = unreadable = amounts = 0
    for money in moneys:
        bani += money.bani or 0
        amounts += money.bani is not None
        unreadable += money.state is MoneyState.UNREADABLE
    return Total(bani, unreadable, amounts)


def _bani(found: re.Match[str], column: Unit) -> int | None:
    """Return the amount in bani, or None where its decimals do not end at whole bani."""
    name = found["unit"]
    unit = column if name is None else Unit.THOUSANDS if name[0] in "mM" else Unit.LEI
    number = read_number(found["number"])
    if number is None or -int(number.as_tuple().exponent) > unit.decimals:
        return None
    return int(number.scaleb(unit.decimals))
