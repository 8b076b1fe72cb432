"""Carrying replaced texts out in the dossier, as part of one action."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby
from typing import Literal

from dragapp.dossier.edit import Edit
from dragapp.plan.places import Place, PlaceKind, group_columns
from dragapp.plan.plan import Plan
from dragapp.plan.replacing import Change
from dragapp.plan.section import Section

_HEADER = {
    PlaceKind.HEADER_DRAFT: "draft",
    PlaceKind.HEADER_ADOPTED: "adopted",
    PlaceKind.HEADER_EXTRA: "extra",
}


def replace_texts(edit: Edit, plan: Plan, changes: Iterable[Change]) -> None:
    """Store the changed texts of a plan, which is loaded from this dossier and stays as it is.

    The changes stand in the plan's order, as `plan.replacing.changes` gives them. Raise LookupError
    where a place is not there any more, which undoes the action.
    """
    sections = {section.key: section for section in plan.walk()}
    for key, group in groupby(changes, key=lambda change: change.place.section):
        if not key:
            for change in group:
                _set_above(edit, plan, change)
            continue
        if key not in sections:
            raise LookupError(f"no section {key}")
        _set_section(edit, sections[key], list(group))


def _set_above(edit: Edit, plan: Plan, change: Change) -> None:
    kind = change.place.kind
    if kind in _HEADER:
        edit.set_annex_header(plan.id, **{_HEADER[kind]: change.new})
    else:
        field = "title" if kind == PlaceKind.TITLE else "letterhead"
        edit.set_plan(plan.id, **{field: change.new})


def _set_section(edit: Edit, section: Section, changes: list[Change]) -> None:
    rows = {row.key: row.id for row in section.table.walk()} if section.table else {}
    for kind, group in groupby(changes, key=lambda change: change.place.kind):
        if kind == PlaceKind.BEFORE:
            _set_paragraphs(edit, section, "before", list(group))
        elif kind == PlaceKind.AFTER:
            _set_paragraphs(edit, section, "after", list(group))
        else:
            for change in group:
                _set_one(edit, section, rows, change)


def _set_one(edit: Edit, section: Section, rows: dict[str, int], change: Change) -> None:
    place: Place = change.place
    match place.kind:
        case PlaceKind.CELL:
            edit.set_cell(rows[place.row], place.column, str(change.new))
        case PlaceKind.COLUMN:
            edit.set_column(section.id, place.column, title=change.new)
        case PlaceKind.GROUP:
            for key in group_columns(section.table, place.column) if section.table else ():
                edit.set_column(section.id, key, group=change.new)
        case PlaceKind.HEADING:
            edit.set_section(section.id, heading=change.new)
        case _:
            edit.set_section(section.id, statement=change.new)


def _set_paragraphs(
    edit: Edit, section: Section, where: Literal["before", "after"], changes: list[Change]
) -> None:
    paragraphs = list(section.before if where == "before" else section.after)
    for change in changes:
        if not isinstance(change.new, str):
            index = change.place.paragraph
            paragraphs[index] = replace(paragraphs[index], text=change.new)
    edit.set_paragraphs(section.id, where, paragraphs)
