"""How a plan's annex is printed: the choices that are made once for each plan."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass

_PNG = b"\x89PNG\r\n\x1a\n"


@dataclass(slots=True)
class Printing:
    """The choices, all as a careful typist would make them where nobody chose.

    `large` is type of 14 points in place of 12, `bound` a wider margin where the act is bound (at
    the left, at the top of a lying page), `cards` sets wide tables as one card for each row on
    standing pages, `totals` prints the totals of the tables that have them, `contents` a list of
    contents once the annex passes ten pages. `annex_number` is typed: "1" prints *Anexa nr. 1*,
    nothing typed prints no such line. At the end, `prepared` prints *Întocmit*, `stamp` the place
    of the stamp (*L.S.*) and `certified` *Conform cu originalul*. `arms` is the commune's coat of
    arms, a PNG file in base64, empty where there is none.
    """

    large: bool = False
    bound: bool = True
    cards: bool = False
    totals: bool = True
    contents: bool = True
    annex_number: str = ""
    prepared: bool = False
    stamp: bool = False
    certified: bool = False
    arms: str = ""

    @property
    def picture(self) -> bytes:
        """The coat of arms as a PNG file; empty where there is none."""
        return base64.b64decode(self.arms)


def in_base64(png: bytes) -> str:
    """Return a picture as `arms` keeps it."""
    return base64.b64encode(png).decode()


def is_picture(arms: str) -> bool:
    """Tell whether a text may be a coat of arms; whether it can be drawn is seen when it is."""
    try:
        return not arms or base64.b64decode(arms, validate=True).startswith(_PNG)
    except (binascii.Error, ValueError):
        return False
