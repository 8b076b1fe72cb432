"""Edits of rows: adding, deleting, moving them, and what is typed into them."""

from __future__ import annotations

from typing import Any

from dragapp.dossier import row
from dragapp.dossier.edit_base import EditBase
from dragapp.dossier.level_change import change_level
from dragapp.dossier.place import close_gap, make_room, move
from dragapp.dossier.row import update
from dragapp.dossier.table_reading import find_table, read_levels
from dragapp.dossier.table_writing import STORE_CELL, RowWriter, check_level, write_table
from dragapp.plan.outline import Node
from dragapp.plan.text import clean


class NodeEdit(EditBase):
    """Edits of the rows of tables and of their cells."""

    def set_cell(self, node_id: int, column_key: str, text: str) -> None:
        """Store what was typed into a cell; an empty text empties it.

        Raise LookupError where the row's level does not own the column.
        """
        section_id, column_id, stored = self._one(
            'SELECT node.section, "column".id, cell.text FROM node '
            'JOIN "column" ON "column".section = node.section AND "column".key = ? '
            'AND "column".level = node.level '
            'LEFT JOIN cell ON cell.node = node.id AND cell."column" = "column".id '
            "WHERE node.id = ?",
            column_key,
            node_id,
        )
        text = clean(text)
        if text == (stored or ""):
            return
        if text:
            self._db.execute(STORE_CELL, [node_id, column_id, text])
        else:
            self._db.execute(
                'DELETE FROM cell WHERE node = ? AND "column" = ?', [node_id, column_id]
            )
        self.touched.cells.add((section_id, node_id))

    def add_node(self, section_id: int, parent_id: int | None, position: int, node: Node) -> int:
        """Add a row with all below it and return its id.

        Raise ValueError where its level may not stand there.
        """
        (plan_id,) = self._one("SELECT plan FROM section WHERE id = ?", section_id)
        table = read_levels(self._db, section_id)
        levels = {level.key: level.id for level in table.levels}
        columns = {column.key: column.id for column in table.columns}
        writer = RowWriter(self._db, plan_id, section_id, table, levels, columns)
        parent = None
        if parent_id is not None:
            parent = parent_id, self._node_level(section_id, parent_id)
        place = make_room(self._db, "node", {"section": section_id, "parent": parent_id}, position)
        self.touched.sections.add(section_id)
        return writer.write(node, parent, place)

    def delete_node(self, node_id: int) -> None:
        """Delete a row with all below it."""
        section_id, parent_id, place = self._node_place(node_id)
        self._db.execute("DELETE FROM node WHERE id = ?", [node_id])
        close_gap(self._db, "node", {"section": section_id, "parent": parent_id}, place)
        self.touched.sections.add(section_id)

    def move_node(self, node_id: int, parent_id: int | None, position: int) -> None:
        """Move a row with all below it; `position` is the place it has afterwards.

        Raise ValueError where its level may not stand there, which also keeps a row from its own
        inside, and LookupError for a parent in another section.
        """
        section_id, _, _ = self._node_place(node_id)
        above = None if parent_id is None else self._node_level(section_id, parent_id)
        level = self._node_level(section_id, node_id)
        check_level(read_levels(self._db, section_id), level, above)
        scope = {"section": section_id, "parent": parent_id}
        if move(self._db, "node", node_id, scope, position):
            self.touched.sections.add(section_id)

    def set_node(self, node_id: int, **fields: Any) -> None:
        """Change a row's typed `number` (None counts automatically) or its `level`.

        See `level_change` for what becomes of texts and of the rows around it.
        """
        level = fields.pop("level", None)
        plan_id, section_id = self._one("SELECT plan, section FROM node WHERE id = ?", node_id)
        update(self._db, "node", node_id, row.NODE.named(fields))
        if level is not None:
            table = find_table(self._db, section_id)
            if table is None:
                raise LookupError(f"section {section_id} has no table")
            change_level(table, node_id, level)
            write_table(self._db, plan_id, section_id, table)
        self.touched.sections.add(section_id)

    def _node_level(self, section_id: int, node_id: int) -> str:
        (key,) = self._one(
            "SELECT level.key FROM node JOIN level ON level.id = node.level "
            "WHERE node.id = ? AND node.section = ?",
            node_id,
            section_id,
        )
        return str(key)

    def _node_place(self, node_id: int) -> tuple[Any, ...]:
        return self._one("SELECT section, parent, position FROM node WHERE id = ?", node_id)
