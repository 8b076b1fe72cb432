"""What the name of a safety copy says: when it was made and why.

A name is like `2026-11-22 14.05.33 la închidere.dosar`; of several in one second the later ones end
in " (2)", " (3)" and so on.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

SUFFIX = ".dosar"
_MADE = "%Y-%m-%d %H.%M.%S"


class Reason(StrEnum):
    """Why a copy was made, as the user reads it."""

    FIRST = "prima modificare a zilei"
    IMPORT = "înainte de import"
    UPGRADE = "înainte de actualizare"
    RESTORE = "înainte de restaurare"
    CLOSE = "la închidere"
    DAMAGED = "fișier deteriorat"
    ASKED = "la cerere"

    @property
    def rotates(self) -> bool:
        """Whether the copy makes room for newer ones in time."""
        return self not in (Reason.ASKED, Reason.DAMAGED)


@dataclass(frozen=True, slots=True)
class Backup:
    """A safety copy: where it is, when and why it was made, its size in bytes.

    `made` is the computer's local time, without a zone; `number` counts the copies of one second
    from 1 on.
    """

    path: Path
    made: datetime
    reason: Reason
    size: int
    number: int = 1


_NAME = re.compile(
    r"(?P<made>[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}\.[0-9]{2}\.[0-9]{2}) "
    rf"(?P<reason>{'|'.join(map(re.escape, Reason))})"
    rf"(?: \((?P<number>[1-9][0-9]{{0,5}})\))?{re.escape(SUFFIX)}"
)


def backup_name(made: datetime, reason: Reason, number: int) -> str:
    """Return the name of a copy's file."""
    again = "" if number == 1 else f" ({number})"
    return f"{made.strftime(_MADE)} {reason}{again}{SUFFIX}"


def read_name(name: str) -> tuple[datetime, Reason, int] | None:
    """Return when and why a copy was made, and its number; None for any other name."""
    found = _NAME.fullmatch(unicodedata.normalize("NFC", name))
    if found is None:
        return None
    try:
        made = datetime.strptime(found["made"], _MADE)
    except ValueError:
        return None
    return made, Reason(found["reason"]), int(found["number"] or 1)
