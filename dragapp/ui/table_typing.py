"""What typing into a cell of a laid-out table means for the outline behind it."""

from __future__ import annotations

from dragapp.dossier.edit import Edit
from dragapp.plan.column import Column, ColumnKind
from dragapp.plan.keys import new_key
from dragapp.plan.layout import LaidCell
from dragapp.plan.outline import Look, Node, Table
from dragapp.plan.section import Section
from dragapp.plan.stacking import lines_of, match_lines
from dragapp.plan.text import clean


def typed_text(table: Table, cell: LaidCell) -> str:
    """Return the text that editing a cell begins with: what was typed, without its label."""
    if cell.column.kind == ColumnKind.NUMBER_LABEL:
        return cell.label
    if table.level(cell.column.level).look == Look.STACKED:
        return lines_of(cell.node, cell.column.level, cell.column.key) if cell.node else ""
    return cell.text


def _lines(cell: LaidCell) -> list[Node]:
    owner = cell.node
    return [row for row in owner.rows if row.level == cell.column.level] if owner else []


def type_text(edit: Edit, section: Section, cell: LaidCell, text: str) -> None:
    """Store what was typed into a cell: its text, its number, its lines or a new row below it."""
    table = section.table
    assert table is not None
    text = clean(text)
    if cell.column.kind == ColumnKind.NUMBER_LABEL:
        if cell.node:
            edit.set_node(cell.node.id, number=text or None)
    elif cell.node is None:
        if cell.maker and text:
            row = new_row(table, [(cell.column, text)])
            edit.add_node(section.id, cell.maker.id, len(cell.maker.rows), row)
    elif table.level(cell.column.level).look == Look.STACKED:
        _type_lines(edit, section, table, cell, text)
    else:
        edit.set_cell(cell.node.id, cell.column.key, text)


def new_row(table: Table, texts: list[tuple[Column, str]]) -> Node:
    """Return a new row with what was typed for it; texts of a stacked level are its lines."""
    stacked = {each.key for each in table.levels if each.look == Look.STACKED}
    levels = [column.level for column, _ in texts]
    own = [level for level in levels if level not in stacked]
    # A line needs a row to stand in: one of the level above.
    level = own[0] if own else table.levels[table.depth(levels[0]) - 1].key
    row = Node(new_key("r"), level)
    for column, text in texts:
        if column.level not in stacked:
            row.cells[column.key] = text
            continue
        lines = [line.strip() for line in text.split("\n") if line.strip()]
        row.rows += [Node(new_key("r"), column.level) for _ in lines[len(row.rows) :]]
        for child, line in zip(row.rows, lines, strict=False):
            child.cells[column.key] = line
    return row


def _type_lines(edit: Edit, section: Section, table: Table, cell: LaidCell, text: str) -> None:
    """Match lines to rows by text, then by order, so that what hangs on a row stays with it."""
    owner = cell.node
    if owner is None:
        return
    rows = _lines(cell)
    lines = [line.strip() for line in text.split("\n")]
    first = table.columns_of(cell.column.level)[0]
    if cell.column.key != first.key:
        _fill_lines(edit, section, owner, rows, cell, lines)
        return
    lines = [line for line in lines if line]
    matched = match_lines([row.cells.get(first.key, "") for row in rows], lines)
    kept = {place for place in matched if place is not None}
    for place, row in enumerate(rows):
        if place not in kept:
            edit.delete_node(row.id)
    others = [row for row in owner.rows if row not in rows]
    for position, (line, at) in enumerate(zip(lines, matched, strict=True)):
        if at is None:
            child = Node(new_key("r"), cell.column.level, cells={first.key: line})
            edit.add_node(section.id, owner.id, len(others) + position, child)
            continue
        edit.set_cell(rows[at].id, first.key, line)
        edit.move_node(rows[at].id, owner.id, len(others) + position)


def _fill_lines(
    edit: Edit, section: Section, owner: Node, rows: list[Node], cell: LaidCell, lines: list[str]
) -> None:
    """Write one line a row; lines beyond the rows make rows of their own, so none is lost."""
    for row, line in zip(rows, lines + [""] * len(rows), strict=False):
        edit.set_cell(row.id, cell.column.key, line)
    for extra in lines[len(rows) :]:
        if extra:
            child = Node(new_key("r"), cell.column.level, cells={cell.column.key: extra})
            edit.add_node(section.id, owner.id, len(owner.rows), child)
