"""Which printed document of a plan is wanted, and for whom."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Purpose(StrEnum):
    """What the document is for.

    To be signed, it has room for signatures and the stamp; to be published, it names who signed. A
    workbook is neither: tables stay tables there, whatever the choices for paper.
    """

    SIGN = "sign"
    PUBLISH = "publish"
    WORKBOOK = "workbook"


@dataclass(frozen=True, slots=True)
class Printout:
    """One document: `draft` prints *PROIECT* at its head, `section` is the key of one alone."""

    purpose: Purpose = Purpose.SIGN
    draft: bool = False
    section: str = ""


#: The whole annex, to be signed.
WHOLE = Printout()
