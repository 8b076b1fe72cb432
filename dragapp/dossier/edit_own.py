"""Edits of the office's own lists: codes, acts, institutions, funding sources, right words."""

from __future__ import annotations

from dragapp.dossier.edit_base import EditBase
from dragapp.dossier.own_lists import write_own_lists
from dragapp.plan.own_lists import OwnLists


class OwnEdit(EditBase):
    """Edits of what belongs to the office and to none of its plans."""

    def set_own_lists(self, lists: OwnLists) -> None:
        """Make the office's own lists those given; write what differs."""
        if write_own_lists(self._db, lists):
            self.touched.own = True
