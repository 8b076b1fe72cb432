"""Places on a page: matrices as ISO 32000-1, 8.3 writes them, and where text stands."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]
IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


def times(one: Matrix, other: Matrix) -> Matrix:
    """Return the matrix that applies `one`, then `other`."""
    a, b, c, d, e, f = one
    u, v, w, x, y, z = other
    return (
        a * u + b * w,
        a * v + b * x,
        c * u + d * w,
        c * v + d * x,
        e * u + f * w + y,
        e * v + f * x + z,
    )


@dataclass(frozen=True)
class Placed:
    """Where a piece of text stands on its page, in points."""

    page: int
    start: Point
    end: Point
    along: Point
    """The direction of the baseline, a vector of length 1."""
    size: float

    def gap_after(self, before: Placed) -> float | None:
        """The space after the piece before, None when this one is not on the same line."""
        if self.page != before.page:
            return None
        across, along = self.start[0] - before.end[0], self.start[1] - before.end[1]
        x, y = before.along
        largest = max(self.size, before.size)
        off_line = abs(along * x - across * y) > largest / 2
        turned = x * self.along[0] + y * self.along[1] < math.cos(math.radians(5))
        gap = across * x + along * y
        return None if off_line or turned or gap < -largest else gap


def matrix(numbers: Any) -> Matrix:
    """Return a matrix from its six numbers."""
    a, b, c, d, e, f = map(float, numbers)
    return a, b, c, d, e, f
