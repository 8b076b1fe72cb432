"""The table of what was measured: one line a cost, with its limit and whether it keeps it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A cost and what it is compared with, both in `unit`; a `limit` of 0 is none.

    The reference is None where the tool that it is the cost of is not installed.
    """

    name: str
    ours: float
    reference: float | None
    limit: float = 0.0
    unit: str = "ms"

    @property
    def ratio(self) -> float:
        """How many times the reference our cost is."""
        return self.ours / self.reference if self.reference else float("inf")

    @property
    def verdict(self) -> str:
        """Whether the ratio keeps its limit."""
        if not self.limit or self.reference is None:
            return ""
        return "ok" if self.ratio <= self.limit else "OVER"


def table(title: str, lines: Iterable[Line]) -> str:
    """Return the lines as plain text under a title."""
    heads = ("ours", "reference", "ratio", "limit")
    text = [f"{title:<52}" + "".join(f"{head:>14}" for head in heads)]
    for line in lines:
        limit = f"{line.limit:.2f}" if line.limit else "-"
        ours, reference, ratio = f"{line.ours:.1f} {line.unit}", "not installed", "-"
        if line.reference is not None:
            reference, ratio = f"{line.reference:.1f} {line.unit}", f"{line.ratio:.2f}"
        numbers = (ours, reference, ratio, limit)
        shown = "".join(f"{number:>14}" for number in numbers)
        text.append(f"  {line.name:<50}{shown}  {line.verdict}".rstrip())
    return "\n".join(text)
