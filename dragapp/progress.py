"""How far a long work has come, told to whoever shows it; the listener may stop the work."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

#: Called with the part done, from 0 to 1; raises Cancelled where the user has had enough.
Progress: TypeAlias = Callable[[float], None]


def silent(done: float) -> None:
    """Show nothing and never stop."""
