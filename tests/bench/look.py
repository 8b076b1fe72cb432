"""The sizes that the other tools are told to use, as ours are: points, margins in centimetres."""

from __future__ import annotations

#: Margins at the top, right, bottom and left.
UPRIGHT, LYING = (2.0, 1.7, 2.4, 2.5), (2.4, 1.8, 2.3, 1.8)
#: How grey a header and a banner are, 1 being black.
HEAD, BANNER = 0.12, 0.06


def size(columns: int) -> float:
    """Return the size of the type in a table of so many columns."""
    return 9.0 if columns >= 12 else 9.5 if columns >= 10 else 10.0
