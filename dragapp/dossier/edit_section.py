"""Edits of sections: their fields, their text, their place in the plan."""

from __future__ import annotations

from typing import Any

from dragapp.dossier import row
from dragapp.dossier.edit_base import EditBase
from dragapp.dossier.place import close_gap, make_room, move
from dragapp.dossier.row import update
from dragapp.dossier.writing import Place, write_paragraphs, write_section
from dragapp.plan.section import Paragraph, Section


class SectionEdit(EditBase):
    """Edits of sections, their tables aside."""

    def set_section(self, section_id: int, **fields: Any) -> None:
        """Change a section's own fields, such as its heading or its state."""
        update(self._db, "section", section_id, row.SECTION.named(fields))
        self.touched.sections.add(section_id)

    def add_section(
        self, plan_id: int, parent_id: int | None, position: int, section: Section
    ) -> int:
        """Add a section with all below it and return its id."""
        place = make_room(self._db, "section", {"plan": plan_id, "parent": parent_id}, position)
        self.touched.tree = True
        return write_section(self._db, plan_id, parent_id, place, section)

    def delete_section(self, section_id: int) -> None:
        """Delete a section with all below it."""
        plan_id, parent_id, place = self._section_place(section_id)
        self._db.execute("DELETE FROM section WHERE id = ?", [section_id])
        close_gap(self._db, "section", {"plan": plan_id, "parent": parent_id}, place)
        self.touched.tree = True

    def move_section(self, section_id: int, parent_id: int | None, position: int) -> None:
        """Move a section with all below it; `position` is the place it has afterwards.

        Raise ValueError for a parent that is the section itself or below it.
        """
        plan_id, _, _ = self._section_place(section_id)
        above = parent_id
        while above is not None:
            if above == section_id:
                raise ValueError("a section cannot stand below itself")
            (above,) = self._one("SELECT parent FROM section WHERE id = ?", above)
        scope = {"plan": plan_id, "parent": parent_id}
        if move(self._db, "section", section_id, scope, position):
            self.touched.tree = True

    def set_paragraphs(self, section_id: int, place: Place, paragraphs: list[Paragraph]) -> None:
        """Make the text before or after a section's table the one given; write what differs."""
        if write_paragraphs(self._db, section_id, place, paragraphs):
            self.touched.sections.add(section_id)

    def _section_place(self, section_id: int) -> tuple[Any, ...]:
        return self._one("SELECT plan, parent, position FROM section WHERE id = ?", section_id)
