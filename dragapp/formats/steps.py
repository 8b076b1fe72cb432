"""The steps of a long work, counted out to whoever follows it.

The listener may raise Cancelled at any step: a work that is counted here must leave nothing behind
when it is broken off.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from dragapp.annex.blocks import Block, Grid
from dragapp.progress import Progress, silent

_T = TypeVar("_T")


def part(progress: Progress, start: float, end: float) -> Progress:
    """Return the progress of a part of the work, from `start` to `end` of the whole."""
    # Rounding must not carry a part beyond its end, where the next one begins.
    return lambda done: progress(min(start + (end - start) * done, end))


class Steps:
    """Counts the steps of a work, `total` of them; more are allowed, and count for nothing."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress, self._total, self._done = progress, max(total, 1), 0

    def over(self, items: Iterable[_T]) -> Iterator[_T]:
        """Yield the items, each of them a step."""
        for item in items:
            self._progress(min(self._done / self._total, 1.0))
            self._done += 1
            yield item


#: For work that nobody follows.
UNFOLLOWED = Steps(silent, 1)


def count(blocks: Sequence[Block]) -> int:
    """Return how many steps the layout of blocks has: each of them, and a table's rows twice."""
    return len(blocks) + sum(2 * len(block.rows) for block in blocks if isinstance(block, Grid))
