"""Keys: the lasting names of sections, levels, columns and rows.

A key is unique in its plan among things of its kind, is kept by JSON, by copies and by undo, and is
never used again. Keys from a form are readable; those made here are random, so that two computers
never make the same one.
"""

from __future__ import annotations

import secrets

_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"


def new_key(prefix: str) -> str:
    """Return a fresh key such as "r-k3v9q2mtab": the prefix tells the kind to a human reader."""
    return f"{prefix}-{''.join(secrets.choice(_ALPHABET) for _ in range(10))}"
