"""The sizes that the user gives the parts of a splitter, kept for each kind of editor.

They are kept as shares of the whole, so that they hold in a window of another size.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QSplitter

from dragapp.ui import settings

_WHOLE = 1000


def keep_sizes(split: QSplitter, key: str) -> None:
    """Note how the parts that are shown share the room now."""
    sizes = split.sizes()
    whole = sum(sizes)
    if whole:
        settings.keep_texts(f"split/{key}", [str(round(_WHOLE * size / whole)) for size in sizes])


def take_sizes(split: QSplitter, key: str) -> bool:
    """Share the room as the user did last; False where there is nothing to go by."""
    shares = settings.numbers(f"split/{key}")
    if len(shares) != split.count() or not sum(shares):
        return False
    room = sum(split.sizes()) or _WHOLE
    split.setSizes([share * room // _WHOLE for share in shares])
    return True


def remember_sizes(split: QSplitter, key: str) -> bool:
    """Take the last sizes of a splitter whose parts are always there, and keep every change."""
    split.splitterMoved.connect(partial(_moved, split, key))
    return take_sizes(split, key)


def _moved(split: QSplitter, key: str, *_: int) -> None:
    keep_sizes(split, key)
