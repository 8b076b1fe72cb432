"""What the window and the process that makes the pages say to each other.

Every job has a number, higher than the one before; what is said of an older one is out of date.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dragapp.annex.printout import Printout
from dragapp.formats.pdf.made import Spot
from dragapp.plan.plan import Plan


@dataclass(frozen=True, slots=True)
class Job:
    """Make the pages of a plan as it is now; this takes the place of every job before.

    `kept` is a PDF of the same plan that is to be shown instead: the annex as it was approved.
    """

    number: int
    plan: Plan
    printout: Printout
    day: date
    kept: bytes | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """Draw a page, counted from 0, at `scale` pixels to a point.

    To be asked when the pages of that number are made; until newer ones are.
    """

    number: int
    page: int
    scale: float


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages are made: their widths and heights in points, and where the sections are."""

    number: int
    sizes: tuple[tuple[float, float], ...]
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A page drawn: rows of `stride` bytes, each pixel four of them, blue, green, red, unused."""

    wanted: Wanted
    width: int
    height: int
    stride: int
    pixels: bytes


@dataclass(frozen=True, slots=True)
class Failure:
    """The pages could not be made or drawn; `told` says why in Romanian, or is empty.

    Where it is empty, the reason has gone to the error stream.
    """

    number: int
    told: str = ""
