"""A cell's typed text as a number for Excel, where Excel would show it just as it was typed."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from dragapp.annex.blocks import GridColumn
from dragapp.plan.column import ColumnKind
from dragapp.plan.money import MoneyState, Unit, parse_money
from dragapp.plan.quantity import parse_percent, read_number

#: A double keeps this many decimal digits.
EXACT_DIGITS = 15
_KINDS = {ColumnKind.MONEY, ColumnKind.QUANTITY, ColumnKind.PERCENT}


@dataclass(frozen=True, slots=True)
class Number:
    """A number and the format that shows it as it was typed; a percent is a fraction of one."""

    value: Decimal
    format: str


def read_cell(text: str, column: GridColumn) -> Number | None:
    """Return the cell's number, in the column's own unit, or None where it is to stay text.

    Money is a number only when the cell is a bare amount: no share, programme, unit or star. A
    text that Excel would show with other digits ("007", or more than it can hold) stays text.
    """
    if column.kind not in _KINDS or not text:
        return None
    if column.kind == ColumnKind.PERCENT:
        return _percent(text)
    number = read_number(text)
    if number is None or not _shows(number, text):
        return None
    if column.kind == ColumnKind.MONEY:
        money = parse_money(text, Unit(column.unit or Unit.LEI))
        if money.state not in (MoneyState.AMOUNT, MoneyState.ZERO):
            return None
    # A separator besides the decimal one parts thousands.
    grouped = len(text.strip().lstrip("-−")) - len(_digits(text)) > bool(_decimals(number))
    return Number(number, number_format(_decimals(number), grouped=grouped))


def number_format(decimals: int, *, grouped: bool) -> str:
    """Return Excel's number format, in its own American notation."""
    return ("#,##0" if grouped else "0") + ("." + "0" * decimals if decimals else "")


def _percent(text: str) -> Number | None:
    number = parse_percent(text)
    if number is None or "%" not in text or not _shows(number, text):
        return None
    blank = "" if text.strip().removesuffix("%")[-1:].isdigit() else " "
    return Number(number / 100, number_format(_decimals(number), grouped=False) + blank + "%")


def _decimals(number: Decimal) -> int:
    return max(0, -int(number.as_tuple().exponent))


def _shows(number: Decimal, text: str) -> bool:
    digits = _digits(f"{number:f}")
    return digits == _digits(text) and len(digits) <= EXACT_DIGITS


def _digits(text: str) -> str:
    return "".join(letter for letter in text if letter.isdigit())
