"""Lists without repetitions: the first of equal things stays, in its place."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

from dragapp.plan.text import fold

T = TypeVar("T")


def distinct(things: Iterable[T], key: Callable[[T], Hashable]) -> list[T]:
    """Return the things without those whose key came before."""
    kept: dict[Hashable, T] = {}
    for thing in things:
        kept.setdefault(key(thing), thing)
    return list(kept.values())


def same(text: str) -> str:
    """Return the form in which two spellings of a name are one: no case, diacritics or blanks."""
    return " ".join(fold(text).split())
