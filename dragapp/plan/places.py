"""Every text of a plan that was typed, each with the place where it stands.

Numbers, labels, choices from a list and the names under which the window lists sections are not
among them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple, TypeAlias

from dragapp.plan.outline import Table
from dragapp.plan.plan import Decision, Institution, Paper, Plan
from dragapp.plan.rich import RichText, plain
from dragapp.plan.section import Section


class PlaceKind(StrEnum):
    """The kinds of places, by the words in which the window names them."""

    INSTITUTION = "datele primăriei"
    TITLE = "titlul planului"
    LETTERHEAD = "antetul consiliului"
    HEADER_DRAFT = "antetul anexei la proiect"
    HEADER_ADOPTED = "antetul anexei la hotărâre"
    HEADER_EXTRA = "rândul adăugat în antetul anexei"
    HEADING = "titlul punctului"
    STATEMENT = "mențiunea „nu este cazul”"
    BEFORE = "text"
    AFTER = "text sub tabel"
    COLUMN = "titlu de coloană"
    GROUP = "titlu comun de coloane"
    CELL = "celulă"
    DECISION = "datele hotărârii"
    PAPER = "documentele hotărârii"


class Place(NamedTuple):
    """Where a text stands: the section's key, then what finds the text in it.

    `row` and `column` are keys of a cell, or of a column for its title; a title that neighbouring
    columns share has the key of the first. `paragraph` counts from 0. Of the town hall's, the
    decision's and the papers' data `column` is the name of the field; `paragraph` counts papers.
    """

    kind: PlaceKind
    section: str = ""
    row: str = ""
    column: str = ""
    paragraph: int = 0


#: Fields that hold no typed text.
_CHOSEN = ("kind", "id")
#: A heading or a paragraph has runs; everything else is a plain text.
Text: TypeAlias = str | RichText


def letters(text: Text) -> str:
    """Return a text without its styles."""
    return text if isinstance(text, str) else plain(text)


def texts(plan: Plan) -> Iterator[tuple[Place, Text]]:
    """Yield every text that is not empty, in the window's order, hidden sections included."""
    yield from _fields(PlaceKind.INSTITUTION, plan.institution, 0)
    header = plan.annex_header
    for kind, text in (
        (PlaceKind.LETTERHEAD, plan.letterhead),
        (PlaceKind.HEADER_DRAFT, header.draft),
        (PlaceKind.HEADER_ADOPTED, header.adopted),
        (PlaceKind.HEADER_EXTRA, header.extra),
        (PlaceKind.TITLE, plan.title),
    ):
        if text:
            yield Place(kind), text
    for section in plan.walk():
        yield from section_texts(section)
    yield from _fields(PlaceKind.DECISION, plan.decision, 0)
    for index, paper in enumerate(plan.papers):
        yield from _fields(PlaceKind.PAPER, paper, index)


def _fields(
    kind: PlaceKind, data: Institution | Decision | Paper, index: int
) -> Iterator[tuple[Place, Text]]:
    for spec in fields(data):
        text = getattr(data, spec.name)
        if text and spec.name not in _CHOSEN:
            yield Place(kind, column=spec.name, paragraph=index), text


def section_texts(section: Section) -> Iterator[tuple[Place, Text]]:
    """Yield the texts of one section, its subsections aside, in printed order."""
    key = section.key
    if section.heading:
        yield Place(PlaceKind.HEADING, key), section.heading
    if section.statement:
        yield Place(PlaceKind.STATEMENT, key), section.statement
    for index, paragraph in enumerate(section.before):
        if paragraph.text:
            yield Place(PlaceKind.BEFORE, key, paragraph=index), paragraph.text
    if section.table:
        yield from _table(key, section.table)
    for index, paragraph in enumerate(section.after):
        if paragraph.text:
            yield Place(PlaceKind.AFTER, key, paragraph=index), paragraph.text


def _table(key: str, table: Table) -> Iterator[tuple[Place, Text]]:
    for group, columns in groupby(table.columns, lambda column: column.group):
        for number, column in enumerate(columns):
            if group and not number:
                yield Place(PlaceKind.GROUP, key, column=column.key), group
            if column.title:
                yield Place(PlaceKind.COLUMN, key, column=column.key), column.title
    order = [column.key for column in table.columns]
    for row in table.walk():
        cells = row.cells
        for column_key in order if len(cells) > 1 else cells:
            if column_key in cells:
                yield Place(PlaceKind.CELL, key, row.key, column_key), cells[column_key]


def group_columns(table: Table, first: str) -> list[str]:
    """Return the keys of the neighbouring columns that share the title of the given one."""
    for _, columns in groupby(table.columns, lambda column: column.group):
        keys = [column.key for column in columns]
        if first in keys:
            return keys[keys.index(first) :]
    return []
