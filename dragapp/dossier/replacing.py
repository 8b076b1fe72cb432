"""Carrying replaced texts out in the dossier, as part of one action."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import Literal

from dragapp.dossier.edit import Edit
from dragapp.plan.places import Place, PlaceKind, group_columns
from dragapp.plan.plan import Plan
from dragapp.plan.replacing import Change
from dragapp.plan.section import Section

#: Between two pauses so many texts are stored.
_FEW = 20
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
    for _ in replacing_steps(edit, plan, changes):
        pass


def replacing_steps(edit: Edit, plan: Plan, changes: Iterable[Change]) -> Iterator[None]:
    """Do what `replace_texts` does, with a pause after every few texts."""
    sections = {section.key: section for section in plan.walk()}
    for key, group in groupby(changes, key=lambda change: change.place.section):
        if not key:
            for change in group:
                _set_around(edit, plan, change)
            yield
        elif key in sections:
            yield from _set_section(edit, sections[key], list(group))
        else:
            raise LookupError(f"no section {key}")


def _set_around(edit: Edit, plan: Plan, change: Change) -> None:
    """Store a text that is in no section."""
    place = change.place
    new = {place.column: change.new}
    match place.kind:
        case PlaceKind.INSTITUTION:
            edit.set_institution(plan.id, **new)
        case PlaceKind.DECISION:
            edit.set_decision(plan.id, **new)
        case PlaceKind.PAPER:
            edit.set_paper(plan.papers[place.paragraph].id, **new)
        case PlaceKind.TITLE:
            edit.set_plan(plan.id, title=change.new)
        case PlaceKind.LETTERHEAD:
            edit.set_plan(plan.id, letterhead=change.new)
        case _:
            edit.set_annex_header(plan.id, **{_HEADER[place.kind]: change.new})


def _set_section(edit: Edit, section: Section, changes: list[Change]) -> Iterator[None]:
    rows = {row.key: row.id for row in section.table.walk()} if section.table else {}
    for kind, group in groupby(changes, key=lambda change: change.place.kind):
        if kind == PlaceKind.BEFORE:
            _set_paragraphs(edit, section, "before", list(group))
            yield
        elif kind == PlaceKind.AFTER:
            _set_paragraphs(edit, section, "after", list(group))
            yield
        else:
            for number, change in enumerate(group):
                _set_one(edit, section, rows, change)
                if number % _FEW == _FEW - 1:
                    yield
            yield


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
