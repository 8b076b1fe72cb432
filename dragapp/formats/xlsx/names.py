"""Names of sheets that Excel accepts."""

from __future__ import annotations

import re

from dragapp.formats.xlsx.pieces import units
from dragapp.plan.text import clean

#: Excel's limit, in UTF-16 units.
LONGEST = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\s]+")


class SheetNames:
    r"""Gives each sheet of one workbook a name of its own.

    Excel refuses `[ ] : * ? / \`, an apostrophe at either end, more than 31 characters, the name
    "History" and two names that differ in case only.
    """

    def __init__(self) -> None:
        self._taken = {"history"}

    def take(self, wanted: str) -> str:
        """Return the wanted name, or the nearest that is allowed and free, and keep it taken."""
        base = _FORBIDDEN.sub(" ", clean(wanted)).strip(" '") or "Foaie"
        name, count = _shorten(base, LONGEST), 1
        while name.casefold() in self._taken:
            count += 1
            ending = f" ({count})"
            name = _shorten(base, LONGEST - len(ending)) + ending
        self._taken.add(name.casefold())
        return name


def _shorten(name: str, longest: int) -> str:
    if units(name) <= longest:
        return name
    name = name[:longest]
    while units(name) > longest - 1:
        name = name[:-1]
    return name.rstrip(" '") + "…"
