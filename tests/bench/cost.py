"""What a piece of work costs in this process: its time, and the most memory that was in use."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from time import perf_counter


def timed(work: Callable[[], object]) -> float:
    """Return how long some work takes, in milliseconds."""
    begun = perf_counter()
    work()
    return (perf_counter() - begun) * 1000


def tell(work: Callable[[], object], *, by_child: bool = False) -> None:
    """Do some work and print its time, and the peak of this process or of those it started."""
    spent = timed(work)
    print(json.dumps({"time": spent, "memory": _peak(by_child=by_child)}), flush=True)


def _peak(*, by_child: bool) -> float:
    """Return the most memory in use, in MB; 0 where the system does not tell."""
    if sys.platform == "win32":
        return 0.0
    import resource

    who = resource.RUSAGE_CHILDREN if by_child else resource.RUSAGE_SELF
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return resource.getrusage(who).ru_maxrss / unit
