"""Plans into the dossier: a whole plan, a section with all below it, its paragraphs."""

from __future__ import annotations

from typing import Literal, TypeAlias

from sqlite_utils import Database

from dragapp.dossier import row
from dragapp.dossier.row import Value, insert, update
from dragapp.dossier.table_writing import write_table
from dragapp.plan.plan import Institution, Paper, Plan
from dragapp.plan.section import Paragraph, Section

Place: TypeAlias = Literal["before", "after"]


def write_institution(db: Database, institution: Institution) -> None:
    """Store the town hall as the next plan will name it; for a dossier that has none yet."""
    insert(db, "institution", {"id": 1, **row.INSTITUTION.row(institution)})


def write_plan(db: Database, plan: Plan) -> int:
    """Add a plan with everything in it and return its id."""
    values = {
        **row.PLAN.row(plan),
        **row.PLAN_INSTITUTION.row(plan.institution),
        **row.PLAN_HEADER.row(plan.annex_header),
        **row.PLAN_DECISION.row(plan.decision),
        **row.PLAN_PRINTING.row(plan.printing),
    }
    plan_id = insert(db, "plan", values)
    for position, paper in enumerate(plan.papers):
        write_paper(db, plan_id, position, paper)
    for position, section in enumerate(plan.sections):
        write_section(db, plan_id, None, position, section)
    return plan_id


def write_paper(db: Database, plan_id: int, position: int, paper: Paper) -> int:
    """Add a paper at a free place and return its id."""
    return insert(db, "paper", {"plan": plan_id, "position": position, **row.PAPER.row(paper)})


def write_section(
    db: Database, plan_id: int, parent_id: int | None, position: int, section: Section
) -> int:
    """Add a section with all below it at a free place and return its id."""
    place: dict[str, Value] = {"plan": plan_id, "parent": parent_id, "position": position}
    section_id = insert(db, "section", {**place, **row.SECTION.row(section)})
    write_paragraphs(db, section_id, "before", section.before)
    if section.table is not None:
        write_table(db, plan_id, section_id, section.table)
    write_paragraphs(db, section_id, "after", section.after)
    for number, inner in enumerate(section.sections):
        write_section(db, plan_id, section_id, number, inner)
    return section_id


def write_paragraphs(
    db: Database, section_id: int, place: Place, paragraphs: list[Paragraph]
) -> bool:
    """Make a section's paragraphs in one place those given; tell whether anything was written."""
    stored = db.execute(
        f"SELECT id, {row.PARAGRAPH.columns} FROM paragraph WHERE section = ? AND place = ? "
        "ORDER BY position",
        [section_id, place],
    ).fetchall()
    written = False
    for position, paragraph in enumerate(paragraphs):
        values = row.PARAGRAPH.row(paragraph)
        if position >= len(stored):
            where: dict[str, Value] = {"section": section_id, "place": place, "position": position}
            insert(db, "paragraph", {**where, **values})
        elif tuple(values.values()) != tuple(stored[position][1:]):
            update(db, "paragraph", stored[position][0], values)
        else:
            continue
        written = True
    for paragraph_id, *_ in stored[len(paragraphs) :]:
        db.execute("DELETE FROM paragraph WHERE id = ?", [paragraph_id])
        written = True
    return written
