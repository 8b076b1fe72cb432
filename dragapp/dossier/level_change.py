"""What becomes of an outline when a row changes its level.

The rows stay in reading order and nothing typed is lost:

- texts go to the new level's columns in order; what finds no column is added, on lines of its own,
  to the last text column;
- from the first child on that may not stand under the new level, children become siblings after
  the row;
- a row that may not stand under its parent any more climbs out and stands after it; the siblings
  that followed it become its last children.
"""

from __future__ import annotations

from dragapp.dossier.table_writing import check_level
from dragapp.plan.column import ColumnKind
from dragapp.plan.outline import Node, Table


def change_level(table: Table, node_id: int, level: str) -> None:
    """Put a row on another level; raise ValueError for an unknown one."""
    check_level(table, level, None)
    trail = _trail(table.rows, node_id)
    node = trail[-1]
    if node.level == level:
        return
    _move_texts(table, node, level)
    node.level = level
    lists = [table.rows, *(above.rows for above in trail[:-1])]
    for number, child in enumerate(node.rows):
        if table.depth(child.level) <= table.depth(level):
            place = _place(lists[-1], node) + 1
            lists[-1][place:place] = node.rows[number:]
            del node.rows[number:]
            break
    parents = trail[:-1]
    while parents and table.depth(parents[-1].level) >= table.depth(level):
        siblings, parent = lists.pop(), parents.pop()
        place = _place(siblings, node)
        node.rows += siblings[place + 1 :]
        del siblings[place:]
        lists[-1].insert(_place(lists[-1], parent) + 1, node)


def _trail(rows: list[Node], node_id: int) -> list[Node]:
    """Return the rows from the outermost down to the one with that id."""
    for row in rows:
        if row.id == node_id:
            return [row]
        if below := _trail(row.rows, node_id):
            return [row, *below]
    return []


def _place(rows: list[Node], row: Node) -> int:
    return next(place for place, other in enumerate(rows) if other is row)


def _move_texts(table: Table, node: Node, level: str) -> None:
    texts = [node.cells[column.key] for column in table.columns if column.key in node.cells]
    columns = table.columns_of(level)
    node.cells = {column.key: text for column, text in zip(columns, texts, strict=False)}
    if surplus := texts[len(columns) :]:
        wordy = [column for column in columns if column.kind == ColumnKind.TEXT] or columns
        last = wordy[-1].key
        node.cells[last] = "\n".join([node.cells[last], *surplus])
