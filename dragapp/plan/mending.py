"""One kind of fault in a text, how it is mended, and the telling of how many were."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from dragapp.plan.counted import counted


@dataclass(frozen=True, slots=True)
class Mending:
    """A fault's Romanian name, for one and for many, its pattern, and what is put instead."""

    one: str
    many: str
    pattern: re.Pattern[str]
    mend: Callable[[re.Match[str]], str]


@dataclass(frozen=True, slots=True)
class Mended:
    """A text after mending, and how often each kind of fault was mended, by its two names."""

    text: str
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)

    @property
    def told(self) -> str:
        """What was mended, in Romanian: "3 litere cu sedilă, 2 spații duble"; empty for nothing."""
        return tell(self.counts)


def mended(text: str, mendings: Iterable[Mending]) -> Mended:
    """Mend a text until nothing more is found in it: mending it again changes nothing."""
    counts: Counter[tuple[str, str]] = Counter()
    mendings = tuple(mendings)
    before = None
    while before != text:
        before = text
        for mending in mendings:
            text = _once(text, mending, counts)
    return Mended(text, +counts)


def _once(text: str, mending: Mending, counts: Counter[tuple[str, str]]) -> str:
    def put(found: re.Match[str]) -> str:
        new = mending.mend(found)
        counts[mending.one, mending.many] += new != found[0]
        return new

    return mending.pattern.sub(put, text)


def tell(counts: Counter[tuple[str, str]]) -> str:
    """Tell in Romanian how many faults were mended."""
    return ", ".join(counted(count, one, many) for (one, many), count in counts.items())
