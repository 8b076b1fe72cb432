"""A section's table into the dossier: levels, columns, rows and cells.

What is stored already under the same key keeps its id, and with it all that hangs on it; what is
stored as it should be is not written again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from sqlite_utils import Database

from dragapp.dossier import row
from dragapp.dossier.row import Value, insert, update
from dragapp.plan.codec import decode, encode
from dragapp.plan.outline import Node, Table
from dragapp.plan.text import clean

#: Puts a text into a cell, whether it had one or not.
STORE_CELL = (
    'INSERT INTO cell (node, "column", text) VALUES (?, ?, ?) '
    'ON CONFLICT (node, "column") DO UPDATE SET text = excluded.text'
)


def write_table(db: Database, plan_id: int, section_id: int, table: Table) -> None:
    """Make the section's table the one given; raise ValueError where its parts do not fit."""
    for _ in writing_table(db, plan_id, section_id, table):
        pass


def writing_table(db: Database, plan_id: int, section_id: int, table: Table) -> Iterator[int]:
    """Do what `write_table` does, yielding after each row how many are written."""
    check_parts(table)
    levels = _write_keyed(
        db, "level", section_id, ((level.key, row.LEVEL.row(level)) for level in table.levels)
    )
    columns = _write_keyed(
        db,
        "column",
        section_id,
        (
            (column.key, {"level": levels[column.level], **row.COLUMN.row(column)})
            for column in table.columns
        ),
    )
    writer = RowWriter(db, plan_id, section_id, table, levels, columns)
    writer.know_stored()
    for position, node in enumerate(table.rows):
        yield from writer.writing(node, None, position)
    _delete_other(db, "node", section_id, writer.seen)
    _delete_other(db, "column", section_id, set(columns.values()))
    _delete_other(db, "level", section_id, set(levels.values()))


def check_parts(table: Table) -> None:
    """See that levels and columns fit together; raise ValueError where they do not."""
    decode(Table, encode(Table(table.levels, table.columns)), "")


def check_level(table: Table, level: str, above: str | None) -> None:
    """See that a level exists and may stand under another; raise ValueError where it may not."""
    depths = {known.key: depth for depth, known in enumerate(table.levels)}
    if level not in depths:
        raise ValueError(f"there is no level {level!r}")
    if above is not None and depths[level] <= depths[above]:
        raise ValueError(f"level {level!r} cannot stand under {above!r}")


class RowWriter:
    """Writes rows with all below them into one section's table.

    `levels` and `columns` are ids by key; `seen` the ids of the rows written.
    """

    def __init__(
        self,
        db: Database,
        plan_id: int,
        section_id: int,
        table: Table,
        levels: dict[str, int],
        columns: dict[str, int],
    ) -> None:
        self.db, self.table = db, table
        self.home: dict[str, Value] = {"plan": plan_id, "section": section_id}
        self.levels, self.columns = levels, columns
        self.seen: set[int] = set()
        self._nodes: dict[str, tuple[int, tuple[Value, ...]]] = {}
        self._cells: dict[int, dict[int, str]] = defaultdict(dict)

    def know_stored(self) -> None:
        """Read the section's stored rows: those of the same key are changed instead of added."""
        section = [self.home["section"]]
        nodes = self.db.execute(
            "SELECT id, parent, level, position, key, number FROM node WHERE section = ?", section
        )
        for node_id, *values in nodes.fetchall():
            self._nodes[values[3]] = (node_id, tuple(values))
        cells = self.db.execute(
            'SELECT node, "column", text FROM cell '
            "WHERE node IN (SELECT id FROM node WHERE section = ?)",
            section,
        )
        for node_id, column_id, text in cells.fetchall():
            self._cells[node_id][column_id] = text

    def write(self, node: Node, parent: tuple[int, str] | None, position: int) -> int:
        """Write a row at a free place under a parent, given by id and level; return its id.

        Raise ValueError where the row does not fit the table.
        """
        for _ in self.writing(node, parent, position):
            pass
        return self._nodes[clean(node.key)][0]

    def writing(self, node: Node, parent: tuple[int, str] | None, position: int) -> Iterator[int]:
        """Do what `write` does, yielding after each row how many are written."""
        check_level(self.table, node.level, parent[1] if parent else None)
        values: dict[str, Value] = {
            "parent": parent[0] if parent else None,
            "level": self.levels[node.level],
            "position": position,
            "key": clean(node.key),
            "number": None if node.number is None else clean(node.number),
        }
        node_id, stored = self._nodes.get(clean(node.key), (0, ()))
        if not node_id:
            node_id = insert(self.db, "node", {**self.home, **values})
            self._nodes[clean(node.key)] = (node_id, tuple(values.values()))
        elif node_id in self.seen:
            raise ValueError(f"two rows have the key {node.key!r}")
        elif stored != tuple(values.values()):
            update(self.db, "node", node_id, values)
        self.seen.add(node_id)
        self._write_cells(node_id, node)
        yield len(self.seen)
        for number, below in enumerate(node.rows):
            yield from self.writing(below, (node_id, node.level), number)

    def _write_cells(self, node_id: int, node: Node) -> None:
        owned = {column.key for column in self.table.columns if column.level == node.level}
        wanted: dict[int, str] = {}
        for key, text in node.cells.items():
            if key not in owned:
                raise ValueError(f"column {key!r} is not of level {node.level!r}")
            if cleaned := clean(text):
                wanted[self.columns[key]] = cleaned
        stored = self._cells[node_id]
        for column_id in stored.keys() - wanted.keys():
            self.db.execute(
                'DELETE FROM cell WHERE node = ? AND "column" = ?', [node_id, column_id]
            )
        for column_id, text in wanted.items():
            if stored.get(column_id) != text:
                self.db.execute(STORE_CELL, [node_id, column_id, text])


def _write_keyed(
    db: Database, table: str, section_id: int, rows: Iterable[tuple[str, dict[str, Value]]]
) -> dict[str, int]:
    stored = _ids(db, table, section_id)
    ids: dict[str, int] = {}
    for position, (key, values) in enumerate(rows):
        values = {"section": section_id, "position": position, **values}
        row_id = stored.get(values["key"])
        if row_id is None:
            row_id = insert(db, table, values)
        else:
            update(db, table, row_id, values)
        ids[key] = row_id
    return ids


def _ids(db: Database, table: str, section_id: int) -> dict[Any, int]:
    found = db.execute(f'SELECT key, id FROM "{table}" WHERE section = ?', [section_id])
    return dict(found.fetchall())


def _delete_other(db: Database, table: str, section_id: int, kept: set[int]) -> None:
    for row_id in set(_ids(db, table, section_id).values()) - kept:
        db.execute(f'DELETE FROM "{table}" WHERE id = ?', [row_id])
