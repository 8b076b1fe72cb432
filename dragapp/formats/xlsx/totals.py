"""The computed rows of a table: a formula where it gives what the document says."""

from __future__ import annotations

from decimal import Decimal

from openpyxl.utils import get_column_letter

from dragapp.formats.xlsx.cells import Formula
from dragapp.formats.xlsx.numbers import Number, number_format
from dragapp.plan.quantity import read_number


class ColumnSums:
    """What has been written as numbers in one column, from its first row or last total on."""

    def __init__(self, column: int) -> None:
        self._letter = get_column_letter(column)
        self._sum = Decimal(0)
        self._range: list[int] = []

    def add(self, number: Number | None, first: int, last: int) -> None:
        """Take in a cell, number or not, with its first and last row on the sheet."""
        self._sum += number.value if number else 0
        self._range = [self._range[0] if self._range else first, last]

    def total(self, text: str) -> tuple[Formula | Decimal, str] | None:
        """Return the total as a formula or a value, with its number format; None for a text.

        It is a formula only where the column's numbers add up to the printed total. They do not
        where the total counts amounts inside texts ("66.361,82 (2%)"): it is then a value.
        """
        printed = read_number(text)
        if printed is None:
            return None
        decimals = max(0, -int(printed.as_tuple().exponent))
        shown = number_format(decimals, grouped=True)
        added, rows = self._sum, self._range
        self._sum, self._range = Decimal(0), []
        if printed != added or not rows:
            return printed, shown
        first, last = rows
        return Formula(f"SUM({self._letter}{first}:{self._letter}{last})", printed), shown
