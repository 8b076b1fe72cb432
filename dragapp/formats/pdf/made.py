"""A finished PDF file, and where in it the plan's sections are."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a section's text begins on a page, or goes on after another's.

    Pages count from 0, `down` from the page's upper edge in points. The front matter's section is
    empty.
    """

    page: int
    down: float
    section: str


@dataclass(frozen=True, slots=True)
class Made:
    """The file's bytes, and the spots in the order of the pages."""

    data: bytes
    spots: tuple[Spot, ...]
