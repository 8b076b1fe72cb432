"""Steps that can be undone, and the two stacks they stand on."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragapp.dossier.journal import Inverse
from dragapp.dossier.touched import Touched


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a plan, by keys, to show again after undo; `part` is the window's own word.

    `more` are further cells of the section, by row and column.
    """

    plan: int
    section: str = ""
    node: str = ""
    column: str = ""
    part: str = ""
    more: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One action of the user: its name, its place, and what to read again after undo or redo."""

    name: str
    spot: Spot | None
    touched: Touched


@dataclass(slots=True)
class Entry:
    """A step on a stack with what takes it back, in the order in which it was recorded."""

    step: Step
    inverse: list[Inverse]


@dataclass(slots=True)
class History:
    """What can be undone and redone, the latest last."""

    past: list[Entry] = field(default_factory=list)
    future: list[Entry] = field(default_factory=list)
    _merge: str | None = None

    def record(self, step: Step, inverse: list[Inverse], merge: str | None) -> None:
        """Add an action; it joins the latest when that had the same merge key and came last."""
        self.future.clear()
        if merge is not None and self.merges(merge):
            latest = self.past[-1]
            latest.step.touched.add(step.touched)
            latest.inverse.extend(inverse)
        else:
            self.past.append(Entry(step, inverse))
        self._merge = merge

    def undone(self, redo: list[Inverse]) -> None:
        """Note that the latest action was taken back; `redo` does it again."""
        self.future.append(Entry(self.past.pop().step, redo))
        self._merge = None

    def redone(self, inverse: list[Inverse]) -> None:
        """Note that the action last taken back was done again."""
        self.past.append(Entry(self.future.pop().step, inverse))
        self._merge = None

    def merges(self, merge: str) -> bool:
        """Whether an action with this merge key would join the latest."""
        return bool(self.past) and merge == self._merge

    def clear(self) -> None:
        """Forget everything."""
        self.past.clear()
        self.future.clear()
        self._merge = None
