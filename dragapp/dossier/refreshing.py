"""Bringing a loaded plan up to date with the dossier, by reading only what was touched."""

from __future__ import annotations

from dataclasses import fields

from sqlite_utils import Database

from dragapp.dossier.reading import read_front, read_parts, read_section, read_tree
from dragapp.dossier.steps import Steps
from dragapp.dossier.table_reading import read_cells
from dragapp.dossier.touched import Touched
from dragapp.plan.plan import Plan

#: The rows whose cells one query reads.
_AT_ONCE = 100


def refresh(db: Database, plan: Plan, touched: Touched) -> Steps[bool]:
    """Read again what was touched, little by little; tell whether the plan still exists."""
    if db.execute("SELECT id FROM plan WHERE id = ?", [plan.id]).fetchone() is None:
        return False
    front = read_front(db, plan.id) if touched.plan else None
    if front is not None:
        for spec in fields(Plan):
            if spec.name != "sections":
                setattr(plan, spec.name, getattr(front, spec.name))
    sections = {section.id: section for section in plan.walk()}
    fresh: set[int] = set()
    if touched.tree:
        known = sections
        plan.sections = read_tree(db, plan.id, known)
        sections = {section.id: section for section in plan.walk()}
        fresh = {key for key, section in sections.items() if known.get(key) is not section}
        for section_id in fresh:
            read_parts(db, {section_id: sections[section_id]}, "section = ?", section_id)
    for section_id in touched.sections - fresh:
        if section_id in sections:
            read_section(db, sections[section_id])
            yield
    cells: dict[int, list[int]] = {}
    for section_id, node_id in touched.cells:
        if section_id in sections and section_id not in touched.sections | fresh:
            cells.setdefault(section_id, []).append(node_id)
    for section_id, node_ids in cells.items():
        table = sections[section_id].table
        rows = {row.id: row for row in table.walk()} if table else {}
        for start in range(0, len(node_ids), _AT_ONCE):
            together = node_ids[start : start + _AT_ONCE]
            read_cells(db, [rows[node_id] for node_id in together if node_id in rows])
            yield
    return True
