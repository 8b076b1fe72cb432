"""Romanian nouns behind a number: 1 rând, 5 rânduri, 25 de rânduri."""

from __future__ import annotations


def counted(number: int, one: str, many: str) -> str:
    """Return a number, not below zero, with its noun.

    The noun takes "de" after numbers whose last two digits are 00 or 20 to 99, except after 0.
    """
    if number == 1:
        return f"1 {one}"
    with_de = number > 0 and not 1 <= number % 100 <= 19
    return f"{number} de {many}" if with_de else f"{number} {many}"
