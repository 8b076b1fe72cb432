"""What an edit touched, so that the window reads again only that."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Touched:
    """The parts of the dossier that changed, by row ids.

    `plan`: a plan's own fields, its institution, header, decision or papers; `tree`: which sections
    there are and their order; `sections`: a section's own fields, text or table, its subsections
    aside; `cells`: pairs of section and row, where nothing but cells changed; `plans`: a plan was
    added or removed; `own`: the office's own lists.
    """

    plan: bool = False
    tree: bool = False
    sections: set[int] = field(default_factory=set)
    cells: set[tuple[int, int]] = field(default_factory=set)
    plans: bool = False
    own: bool = False

    def add(self, other: Touched) -> None:
        """Take in what another edit touched."""
        self.plan |= other.plan
        self.tree |= other.tree
        self.plans |= other.plans
        self.own |= other.own
        self.sections |= other.sections
        self.cells |= other.cells
