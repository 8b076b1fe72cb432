"""The window: everything that imports Qt."""

from __future__ import annotations

import builtins


def _load_qt() -> None:
    """Load Qt and leave imports to Python.

    PySide puts an import of its own in place of Python's: it opens the source of whatever is
    imported from then on, in search of `__feature__`, which nothing here uses. A start would read
    twice as many files, and keep them all in memory.
    """
    plain = builtins.__import__
    import PySide6.QtCore  # noqa: F401

    builtins.__import__ = plain


_load_qt()
