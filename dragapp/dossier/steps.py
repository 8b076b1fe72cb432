"""Work that is done little by little, so that who waits for it can do something else in between."""

from __future__ import annotations

from collections.abc import Generator
from typing import TypeAlias, TypeVar

T = TypeVar("T")
#: Yields whenever a little is done, and returns what came of it all.
Steps: TypeAlias = Generator[None, None, T]


def all_of(steps: Steps[T]) -> T:
    """Do it all at once and return what came of it."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            came: T = end.value
            return came
