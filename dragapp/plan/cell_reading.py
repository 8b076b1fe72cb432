"""How the program reads a cell of money or percents, said in Romanian beside what was typed.

It never changes the text: it shows how the amount is understood, or that it is not.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from dragapp.plan.column import Column, ColumnKind
from dragapp.plan.money import Money, MoneyState, Unit, format_bani, parse_money
from dragapp.plan.quantity import parse_percent
from dragapp.plan.totals import unit_of

_SAID = {
    MoneyState.NONE: "liniuță: fără sumă",
    MoneyState.NOTE: "trimitere la nota de sub tabel",
    MoneyState.NOT_APPLICABLE: "nu este cazul: fără sumă",
    MoneyState.EMPTY: "",
}
_NO_SUM = (
    "Nu se citește ca sumă; cât timp rămâne așa, coloana nu are total. Se tipărește cum ați scris. "
    "Se citesc, de exemplu: 12.500,00 sau 332 mii lei sau 10.000 (PNRR)."
)
_NO_PERCENT = (
    "Nu se citește ca procent. Se tipărește așa cum ați scris. Se citesc, de exemplu: 100% sau "
    "98,5%."
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What is said of a cell; `unread` where it holds something that cannot be read."""

    text: str
    unread: bool = False


def read_cell(column: Column, typed: str) -> Reading | None:
    """Read a cell of money or percents; None in columns of other kinds.

    An amount is said in lei with its bani, whatever the column's unit: "= 332.000,00 lei".
    """
    if column.kind == ColumnKind.MONEY:
        return _read_money(parse_money(typed, unit_of(column)))
    if column.kind != ColumnKind.PERCENT:
        return None
    # A dash, stars and "nu este cazul" say the same in a column of percents.
    state = parse_money(typed, Unit.LEI).state
    if state in _SAID:
        return Reading(_SAID[state].replace("sumă", "procent"))
    percent = parse_percent(typed)
    return Reading(_NO_PERCENT, unread=True) if percent is None else Reading(f"= {_said(percent)}%")


def _read_money(money: Money) -> Reading:
    if money.bani is None:
        said = _SAID.get(money.state)
        return Reading(_NO_SUM, unread=True) if said is None else Reading(said)
    lei = format_bani(money.bani, Unit.LEI)
    parts = [f"= {lei if ',' in lei else f'{lei},00'} lei"]
    if money.share is not None:
        parts.append(f"{_said(money.share)}%")
    return Reading(" · ".join([*parts, *filter(None, [money.programme])]))


def _said(number: Decimal) -> str:
    return f"{number:f}".replace(".", ",")
