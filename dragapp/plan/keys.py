"""Keys: the lasting names of sections, levels, columns and rows.

A key is unique in its plan among things of its kind, is kept by JSON, by copies and by undo, and is
never used again. Keys from a form are readable; those made here are random, so that two computers
never make the same one.
"""

from __future__ import annotations

import secrets

_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
_LETTERS = 10


def new_key(prefix: str) -> str:
    """Return a fresh key such as "r-k3v9q2mtab": the prefix tells the kind to a human reader."""
    # One number for all the letters: a paste of hundreds of rows waits for as many keys.
    number, letters = secrets.randbelow(len(_ALPHABET) ** _LETTERS), ""
    for _ in range(_LETTERS):
        number, place = divmod(number, len(_ALPHABET))
        letters += _ALPHABET[place]
    return f"{prefix}-{letters}"
