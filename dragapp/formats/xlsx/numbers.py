"""A cell's typed text as a number for Excel, where Excel would show it just as it was typed."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from dragapp.annex.blocks import GridColumn
from dragapp.plan.column import ColumnKind
from dragapp.plan.money import Unit
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

    Money is a number only when the cell is a bare amount in whole bani: no share, programme, unit
    or star. A text that Excel would show with other digits ("007", or more than it can hold) stays
    text.
    """
    if column.kind not in _KINDS or not text:
        return None
    if column.kind == ColumnKind.PERCENT:
        return _percent(text)
    number = read_number(text)
    if number is None:
        return None
    digits, places = _digits(text), decimals(number)
    if not _shown(digits, places):
        return None
    if column.kind == ColumnKind.MONEY and places > Unit(column.unit or Unit.LEI).decimals:
        return None
    # A sign besides the minus and the decimal comma parts thousands.
    signs = len(text.strip()) - len(digits) - number.is_signed()
    return Number(number, number_format(places, grouped=signs > (places > 0)))


def number_format(places: int, *, grouped: bool) -> str:
    """Return Excel's format of a number with so many decimals, in its own American notation."""
    return ("#,##0" if grouped else "0") + ("." + "0" * places if places else "")


def _percent(text: str) -> Number | None:
    number = parse_percent(text)
    if number is None or "%" not in text or not _shown(_digits(text), decimals(number)):
        return None
    blank = "" if text.strip().removesuffix("%")[-1:].isdigit() else " "
    return Number(number / 100, number_format(decimals(number), grouped=False) + blank + "%")


def decimals(number: Decimal) -> int:
    """Return how many decimals a number has."""
    return max(0, -int(number.as_tuple().exponent))


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def _shown(digits: str, places: int) -> bool:
    """Tell whether Excel keeps all the digits and writes no fewer zeros in front."""
    return len(digits) <= EXACT_DIGITS and (digits[0] != "0" or len(digits) == 1 + places)
