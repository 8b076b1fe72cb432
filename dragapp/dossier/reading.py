"""Plans out of the dossier, whole or in parts, as the dataclasses of `plan`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from dragapp.dossier import row
from dragapp.dossier.table_reading import read_tables
from dragapp.plan.plan import Institution, Paper, Plan
from dragapp.plan.section import Section


@dataclass(frozen=True, slots=True)
class PlanEntry:
    """A plan in the list of plans."""

    id: int
    year: int
    revision: int


def read_entries(db: Database) -> list[PlanEntry]:
    """Return the plans of the dossier, the newest first."""
    found = db.execute("SELECT id, year, revision FROM plan ORDER BY year DESC, revision DESC")
    return [PlanEntry(*values) for values in found.fetchall()]


def read_institution(db: Database) -> Institution:
    """Return the town hall as it is named for the next plan."""
    found = db.execute(f"SELECT {row.INSTITUTION.columns} FROM institution").fetchone()
    if found is None:
        raise ValueError("no institution")
    return row.INSTITUTION.made(found)


def read_plan(db: Database, plan_id: int) -> Plan | None:
    """Return a plan with everything in it, None where there is none."""
    plan = read_front(db, plan_id)
    if plan is not None:
        plan.sections = read_tree(db, plan_id, {})
        sections = {section.id: section for section in plan.walk()}
        read_parts(db, sections, "section IN (SELECT id FROM section WHERE plan = ?)", plan_id)
    return plan


def read_front(db: Database, plan_id: int) -> Plan | None:
    """Return a plan without its sections."""
    shapes = (
        row.PLAN,
        row.PLAN_INSTITUTION,
        row.PLAN_HEADER,
        row.PLAN_DECISION,
        row.PLAN_PRINTING,
    )
    columns = ", ".join(shape.columns for shape in shapes)
    found = db.execute(f"SELECT {columns} FROM plan WHERE id = ?", [plan_id]).fetchone()
    if found is None:
        return None
    plan = row.PLAN.made(found[: len(row.PLAN.hints)])
    rest = found[len(row.PLAN.hints) :]
    plan.id = plan_id
    parts: list[Any] = []
    for shape in shapes[1:]:
        parts.append(shape.made(rest[: len(shape.hints)]))
        rest = rest[len(shape.hints) :]
    plan.institution, plan.annex_header, plan.decision, plan.printing = parts
    papers = db.execute(
        f"SELECT id, {row.PAPER.columns} FROM paper WHERE plan = ? ORDER BY position", [plan_id]
    )
    plan.papers = [_with_id(row.PAPER.made(values[1:]), values[0]) for values in papers.fetchall()]
    return plan


def _with_id(paper: Paper, paper_id: int) -> Paper:
    paper.id = paper_id
    return paper


def read_tree(db: Database, plan_id: int, known: dict[int, Section]) -> list[Section]:
    """Return a plan's top sections with all below them, without text and tables.

    Sections that are `known` by id and key are the same objects and keep theirs.
    """
    found = db.execute(
        f"SELECT id, parent, {row.SECTION.columns} FROM section WHERE plan = ? ORDER BY position",
        [plan_id],
    ).fetchall()
    sections: dict[int, Section] = {}
    for section_id, _, *values in found:
        fields = row.SECTION.fields(values)
        section = known.get(section_id)
        if section is None or section.key != fields["key"]:
            section = Section(**fields, id=section_id)
        _set(section, fields)
        section.sections = []
        sections[section_id] = section
    top: list[Section] = []
    for section_id, parent, *_ in found:
        (sections[parent].sections if parent else top).append(sections[section_id])
    return top


def read_section(db: Database, section: Section) -> None:
    """Read again a section's own fields, text and table."""
    found = db.execute(f"SELECT {row.SECTION.columns} FROM section WHERE id = ?", [section.id])
    values = found.fetchone()
    if values is not None:
        _set(section, row.SECTION.fields(values))
        read_parts(db, {section.id: section}, "section = ?", section.id)


def _set(section: Section, fields: dict[str, Any]) -> None:
    for name, value in fields.items():
        setattr(section, name, value)


def read_parts(db: Database, sections: dict[int, Section], where: str, value: int) -> None:
    """Fill in the text and the tables of sections, all those that the condition selects."""
    for section in sections.values():
        section.before, section.after, section.table = [], [], None
    found = db.execute(
        f"SELECT section, place, {row.PARAGRAPH.columns} FROM paragraph WHERE {where} "
        "ORDER BY position",
        [value],
    )
    for section_id, place, *values in found.fetchall():
        section = sections[section_id]
        (section.before if place == "before" else section.after).append(row.PARAGRAPH.made(values))
    read_tables(db, sections, where, value)
