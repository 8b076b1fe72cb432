"""Edits of a section's table as a whole, of its columns and of its levels."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dragapp.dossier import row
from dragapp.dossier.edit_base import EditBase
from dragapp.dossier.row import update
from dragapp.dossier.table_reading import find_table, read_levels
from dragapp.dossier.table_writing import check_parts, writing_table
from dragapp.plan.outline import Table


class TableEdit(EditBase):
    """Edits of tables, their rows aside."""

    def set_table(self, section_id: int, table: Table | None) -> None:
        """Make a section's table the one given, or none.

        Levels, columns and rows that stay under their keys keep their ids. Raise ValueError where
        the parts of the table do not fit together.
        """
        if table is not None:
            for _ in self.set_table_slowly(section_id, table):
                pass
        elif find_table(self._db, section_id) is not None:
            self._db.execute("DELETE FROM level WHERE section = ?", [section_id])
            self.touched.sections.add(section_id)

    def set_table_slowly(self, section_id: int, table: Table) -> Iterator[int]:
        """Make a section's table the one given, yielding after each row how many are written."""
        (plan_id,) = self._one("SELECT plan FROM section WHERE id = ?", section_id)
        if find_table(self._db, section_id) != table:
            self.touched.sections.add(section_id)
            yield from writing_table(self._db, plan_id, section_id, table)

    def set_column(self, section_id: int, column_key: str, **fields: Any) -> None:
        """Change a column, its key and level aside; raise ValueError where it does not fit."""
        self._set_part("column", section_id, column_key, row.COLUMN.named(fields))

    def set_level(self, section_id: int, level_key: str, **fields: Any) -> None:
        """Change a level, its key aside; raise ValueError where it does not fit."""
        self._set_part("level", section_id, level_key, row.LEVEL.named(fields))

    def _set_part(self, part: str, section_id: int, key: str, values: dict[str, row.Value]) -> None:
        if "key" in values:
            raise TypeError("a key stays")
        query = f'SELECT id FROM "{part}" WHERE section = ? AND key = ?'
        (part_id,) = self._one(query, section_id, key)
        update(self._db, part, part_id, values)
        check_parts(read_levels(self._db, section_id))
        self.touched.sections.add(section_id)
