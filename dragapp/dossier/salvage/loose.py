"""Text among bytes that are no row: what a person wrote is told from what a program needs."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dragapp.plan.text import clean

#: Shorter ones say nothing, or are chance.
_SHORTEST = 8
_RUN = re.compile(
    rb"(?:[\x09\x0a\x0d\x20-\x7e]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}"
    rb"|[\xf0-\xf4][\x80-\xbf]{3})+"
)


def texts_in(pieces: Iterable[bytes]) -> list[str]:
    """Return the texts in some bytes, those that are mostly letters and digits."""
    found = []
    for piece in pieces:
        for run in _RUN.finditer(piece):
            text = clean(run.group().decode("utf-8", "ignore")).strip()
            letters = sum(each.isalnum() or each.isspace() for each in text)
            if len(text) >= _SHORTEST and letters * 2 > len(text):
                found.append(text)
    return found
