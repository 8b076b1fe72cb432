"""The examples against the real plans they transcribe, piece by piece."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dragapp.annex.tables import header
from dragapp.examples import example
from dragapp.formats.plan_json import dump_plan, load_plan
from dragapp.plan.layout import lay_out
from dragapp.plan.numbered import paragraph_labels, section_labels
from dragapp.plan.outline import Table
from dragapp.plan.plan import Plan
from dragapp.plan.rich import plain
from dragapp.plan.section import Scope, Section, State, StatementPlace
from tests import sources


def texts(plan: Plan) -> Iterator[str]:
    """Yield what a plan's JSON says in printed order: the decision, then the annex."""
    labels = section_labels(plan.sections)
    for section in plan.sections:
        if section.scope == Scope.DECISION and section.state != State.TODO:
            yield from section_texts(section, labels)
    yield from plan.letterhead.split("\n")
    if plan.annex_header.state == "adopted":
        number, date = plan.decision.number, plan.decision.date
        yield plan.annex_header.adopted.replace("{nr}", number).replace("{data}", date)
    yield from plan.title.split("\n")
    for section in plan.sections:
        if section.scope == Scope.ANNEX:
            yield from section_texts(section, labels)


def section_texts(section: Section, labels: dict[str, str]) -> Iterator[str]:
    if section.hidden:
        return
    paragraphs = [*section.before, *section.after]
    numbers = paragraph_labels(paragraphs)
    lines = [f"{n} {plain(p.text)}" for n, p in zip(numbers, paragraphs, strict=True)]
    before, after = lines[: len(section.before)], lines[len(section.before) :]
    opening = [labels[section.key], plain(section.heading)]
    declared = section.state == State.NONE
    if declared and section.statement_place == StatementPlace.HEADING:
        opening.append(section.statement)
    if section.run_in and before:
        opening.append(before.pop(0))
    yield " ".join(opening)
    yield from before
    if declared and section.statement_place == StatementPlace.BODY:
        yield section.statement
    for row in table_rows(section.table) if section.table else ():
        yield from row
    yield from after
    for child in section.sections:
        yield from section_texts(child, labels)


def table_rows(table: Table) -> list[tuple[str, ...]]:
    layout = lay_out(table, printed_only=True)
    if not layout.rows:
        return []
    head, count = header(layout.columns)
    top = [[cell.text for cell in head if cell.row == row] for row in range(count)]
    body = [[cell.shown for cell in row.cells if cell] for row in layout.rows]
    return [sources.filled(cells) for cells in (*top, *body)]


@pytest.mark.parametrize("name", sources.NAMES)
def test_every_piece_of_the_source_is_in_the_example(name: str) -> None:
    assert sources.missing(sources.pieces(sources.source(name)), texts(example(name))) == []


def changed_rows(plan: Plan, name: str) -> list[tuple[str, ...]]:
    """Return the rows of the source that are not among the plan's, in order and to the letter."""
    rows = iter([row for s in plan.walk() if s.table for row in table_rows(s.table)])
    return [wanted for wanted in sources.table_rows(sources.source(name)) if wanted not in rows]


@pytest.mark.parametrize("name", sources.NAMES)
def test_every_table_row_is_kept_to_the_letter(name: str) -> None:
    assert changed_rows(example(name), name) == []


def test_the_whole_plan_of_piatra_neamt_says_nothing_else() -> None:
    said = [sources.normal(text) for text in texts(example("piatra-neamt-2021"))]
    wanted = [sources.normal(p) for p in sources.pieces(sources.source("piatra-neamt-2021"))]
    assert [text for text in said if text] == wanted


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("piatra-neamt-2021", "Municipiului"),
        ("piatra-neamt-2021", "nu este cazul"),
        ("piatra-neamt-2021", "dezintituzionalizării"),
        ("piatra-neamt-2021", "Pietricica"),
        ("piatra-neamt-2021", "100%"),
        ("piatra-neamt-2021", "Buget estimat"),
        ("piatra-neamt-2021", "acedem"),
        ("draguseni-2024", "9 voturi"),
        ("draguseni-2024", "Tehnicile"),
        ("draguseni-2024", "inclusive"),
        ("draguseni-2024", "estimate:"),
        ("draguseni-2024", "Nr. planuri"),
        ("draguseni-2024", "AJOFM"),
    ],
)
def test_a_removed_word_is_noticed(name: str, word: str) -> None:
    text, pieces = dump_plan(example(name)), sources.pieces(sources.source(name))
    printed = list(texts(example(name)))
    noticed = 0
    for at in range(len(text)):
        if text.startswith(word, at):
            said = list(texts(load_plan(text[:at] + text[at + len(word) :], name)))
            if said != printed:
                noticed += 1
                assert sources.missing(pieces, said)
    assert noticed


def test_a_removed_dash_is_noticed() -> None:
    plan = example("piatra-neamt-2021")
    table = plan.section("existing-services").table
    assert table
    del table.rows[3].rows[0].cells["other-sources"]
    assert changed_rows(plan, "piatra-neamt-2021")
