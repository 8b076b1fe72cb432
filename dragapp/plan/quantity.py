"""Numbers as typed in a Romanian cell: the bare number, a number with its words, a percent.

Thousands are parted by dots or spaces, decimals by a comma. A decimal point is accepted as well,
so a dot before exactly three digits would be ambiguous: it parts thousands (`10.000` is ten
thousand), and where it cannot (`0.332`, `66361.820`) the text is no number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from dragapp.plan.text import plain

# Fifteen digits before the comma and nine after are more than any budget and always exact.
_POINT = r"\.(?![0-9]{3}(?![0-9]))[0-9]{1,9}"
NUMBER = (
    r"(?:[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,4}(?:,[0-9]{1,9})?"
    rf"|[1-9][0-9]{{0,2}}(?: [0-9]{{3}}){{1,4}}(?:,[0-9]{{1,9}}|{_POINT})?"
    rf"|[0-9]{{1,15}}(?:,[0-9]{{1,9}}|{_POINT})?)"
    r"(?![0-9]|[.,][0-9])"
)
"""Regular expression, without groups, of a number without sign in a text made `plain`."""

_NUMBER = re.compile(NUMBER)
_LEADING = re.compile(rf"-?{NUMBER}")
_PERCENT = re.compile(rf"(-?{NUMBER}) ?%?")


@dataclass(frozen=True)
class Quantity:
    """A cell that begins with a number: `38 Persoane vârstnice`, `76 benf./zi`.

    The number is None where the cell does not begin with one; `rest` is then the whole text.
    """

    number: Decimal | None
    rest: str


def read_number(text: str) -> Decimal | None:
    """Return the number that is the whole text, or None; an attached minus makes it negative."""
    digits = plain(text).strip()
    unsigned = digits.removeprefix("-")
    if not _NUMBER.fullmatch(unsigned):
        return None
    # A number has either a comma, and its dots part thousands, or at most one kind of dot.
    decimal_point = "," not in unsigned and not re.search(r"\.[0-9]{3}(?![0-9])", unsigned)
    parted = digits.replace(" ", "")
    return Decimal(parted if decimal_point else parted.replace(".", "").replace(",", "."))


def parse_quantity(text: str) -> Quantity:
    """Split a cell into its leading number and the words after it, trimmed."""
    typed = plain(text).strip()
    found = _LEADING.match(typed)
    if found is None:
        return Quantity(None, text.strip())
    return Quantity(read_number(found.group()), typed[found.end() :].strip())


def parse_percent(text: str) -> Decimal | None:
    """Return the number of a percent cell (`100%`, `98,5 %`, `100`), or None."""
    found = _PERCENT.fullmatch(plain(text).strip())
    return read_number(found.group(1)) if found else None
