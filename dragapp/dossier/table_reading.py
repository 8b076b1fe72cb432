"""Tables out of the dossier, whole, without their rows, or single cells.

`where` is a condition on a table's column `section`, with one value.
"""

from __future__ import annotations

from sqlite_utils import Database

from dragapp.dossier import row
from dragapp.plan.column import Column
from dragapp.plan.outline import Node, Table
from dragapp.plan.section import Section


def read_tables(db: Database, sections: dict[int, Section], where: str, value: int) -> None:
    """Fill in the tables of sections that have one; a section with a level has a table."""
    keys = _read_levels(db, sections, where, value)
    nodes: dict[int, Node] = {}
    found = db.execute(
        f"SELECT id, section, parent, level, key, number FROM node WHERE {where} ORDER BY position",
        [value],
    )
    rows = found.fetchall()
    for node_id, _, _, level_id, key, number in rows:
        nodes[node_id] = Node(key, keys[level_id], number, id=node_id)
    for node_id, section_id, parent, *_ in rows:
        siblings = nodes[parent].rows if parent else _table(sections, section_id).rows
        siblings.append(nodes[node_id])
    for node_id, column, text in _cells(db, f"SELECT id FROM node WHERE {where}", value):
        nodes[node_id].cells[column] = text


def _read_levels(
    db: Database, sections: dict[int, Section], where: str, value: int
) -> dict[int, str]:
    keys: dict[int, str] = {}
    found = db.execute(
        f"SELECT id, section, {row.LEVEL.columns} FROM level WHERE {where} ORDER BY position",
        [value],
    )
    for level_id, section_id, *values in found.fetchall():
        section = sections[section_id]
        section.table = section.table or Table([], [])
        level = row.LEVEL.made(values)
        level.id = level_id
        keys[level_id] = level.key
        section.table.levels.append(level)
    found = db.execute(
        f'SELECT id, section, level, {row.COLUMN.columns} FROM "column" WHERE {where} '
        "ORDER BY position",
        [value],
    )
    for column_id, section_id, level_id, *values in found.fetchall():
        fields = row.COLUMN.fields(values)
        column = Column(**fields, level=keys[level_id], id=column_id)
        _table(sections, section_id).columns.append(column)
    return keys


def find_table(db: Database, section_id: int) -> Table | None:
    """Return a section's table, None where it has none."""
    section = Section("", "")
    read_tables(db, {section_id: section}, "section = ?", section_id)
    return section.table


def read_levels(db: Database, section_id: int) -> Table:
    """Return a section's table without its rows; raise LookupError where it has none."""
    section = Section("", "")
    _read_levels(db, {section_id: section}, "section = ?", section_id)
    return _table({section_id: section}, section_id)


def read_cells(db: Database, nodes: list[Node]) -> None:
    """Read again the cells of rows, of a hundred or so at most."""
    cells: dict[int, dict[str, str]] = {node.id: {} for node in nodes}
    marks = ", ".join("?" * len(nodes))
    for node_id, column, text in _cells(db, marks, *cells):
        cells[node_id][column] = text
    for node in nodes:
        node.cells = cells[node.id]


def _cells(db: Database, nodes: str, *values: int) -> list[tuple[int, str, str]]:
    return db.execute(
        'SELECT cell.node, "column".key, cell.text FROM cell JOIN "column" '
        f'ON "column".id = cell."column" WHERE cell.node IN ({nodes}) '
        'ORDER BY cell.node, "column".position',
        values,
    ).fetchall()


def _table(sections: dict[int, Section], section_id: int) -> Table:
    table = sections[section_id].table
    if table is None:
        raise LookupError(f"section {section_id} has rows but no levels")
    return table
