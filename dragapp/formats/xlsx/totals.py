"""The computed rows of a table: a formula where it gives what the document says."""

from __future__ import annotations

from decimal import Decimal

from openpyxl.utils import get_column_letter

from dragapp.formats.xlsx.cells import Formula
from dragapp.formats.xlsx.numbers import Number, decimals, number_format
from dragapp.plan.quantity import read_number


class ColumnSums:
    """What has been written as numbers in one column, from its first row or last total on."""

    def __init__(self, column: int) -> None:
        self._letter = get_column_letter(column)
        self._sum = Decimal(0)
        self._first = self._last = 0

    def add(self, number: Number | None, first: int, last: int) -> None:
        """Take in a cell, number or not, with its first and last row on the sheet."""
        if number:
            self._sum += number.value
        if not self._first:
            self._first = first
        self._last = last

    def total(self, text: str) -> tuple[Formula | Decimal, str] | None:
        """Return the total as a formula or a value, with its number format; None for a text.

        It is a formula only where the column's numbers add up to the printed total. They do not
        where the total counts amounts inside texts ("66.361,82 (2%)"): it is then a value.
        """
        printed = read_number(text)
        if printed is None:
            return None
        shown = number_format(decimals(printed), grouped=True)
        added, first, last = self._sum, self._first, self._last
        self._sum, self._first = Decimal(0), 0
        if printed != added or not first:
            return printed, shown
        return Formula(f"SUM({self._letter}{first}:{self._letter}{last})", printed), shown
