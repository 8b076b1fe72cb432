"""The examples, and what is printed of them, against the real plans they transcribe.

Every paragraph, item, heading and cell of the real plans is looked for, each whole and in order.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from dragapp.annex.build import annex
from dragapp.annex.tables import header
from dragapp.examples import example
from dragapp.formats.export import Target, export
from dragapp.formats.plan_json import dump_plan, load_plan
from dragapp.plan.layout import lay_out
from dragapp.plan.numbered import paragraph_labels, section_labels
from dragapp.plan.outline import Table
from dragapp.plan.plan import Plan
from dragapp.plan.rich import plain
from dragapp.plan.section import Scope, Section, State, StatementPlace
from tests import sources
from tests.formats.pdf_text import page_texts
from tests.formats.xlsx_reading import shown
from tests.formats.xlsx_reading import texts as cell_texts
from tests.sources import normal


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
        opening.append(plain(section.statement))
    if section.run_in and before:
        opening.append(before.pop(0))
    yield " ".join(opening)
    yield from before
    if declared and section.statement_place == StatementPlace.BODY:
        yield plain(section.statement)
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


def besides(plan: Plan, name: str) -> set[str]:
    """Return the letters of what may be printed besides the pieces of the source.

    A fragment has sections that its source lacks; a table's head is repeated on each page.
    """
    pieces = sources.pieces(sources.annex_part(name))
    heads = (
        normal(cell.text)
        for section in plan.walk()
        if section.table
        for cell in header(lay_out(section.table, printed_only=True).columns)[0]
    )
    own = set(map(normal, texts(plan))) - set(map(normal, pieces))
    return {normal("de completat"), *heads, *own} - {""}


def pdf_letters(plan: Plan, folder: Path) -> str:
    """Return the letters of the plan's PDF, without what stands at the head and foot of pages."""
    # A list of contents says every heading once more.
    plan.printing.contents = False
    document = annex(plan)
    export(plan, Target.PDF, folder / "a.pdf")
    pages = page_texts(folder / "a.pdf")
    bodies = []
    for number, page in enumerate(pages, 1):
        head = document.running_head if number > 1 else ""
        foot = f"{document.running_foot} Pagina {number} din {len(pages)}"
        margins = normal(head) + normal(foot)
        assert normal(page).endswith(margins)
        bodies.append(normal(page).removesuffix(margins))
    return "".join(bodies)


def pdf_faults(plan: Plan, name: str, folder: Path) -> list[str]:
    """Return the pieces of the source that the PDF lacks, and what it says that nobody wrote."""
    letters, own = pdf_letters(plan, folder), sorted(besides(plan, name), key=len, reverse=True)
    faults, between, place = [], [], 0
    for piece in sources.pieces(sources.annex_part(name)):
        found = letters.find(normal(piece), place)
        if found < 0:
            faults.append(piece)
            continue
        between.append(letters[place:found])
        place = found + len(normal(piece))
    starts = [normal(text) for text in texts(plan)]
    for rest in (*between, letters[place:]):
        while rest:
            said = next((text for text in own if rest.startswith(text)), "")
            # A merged row says at the head of the next page its number and how it began.
            again, mark, after = rest.lstrip("0123456789").partition("continuare")
            if said:
                rest = rest.removeprefix(said)
            elif mark and any(text.startswith(again) for text in starts):
                rest = after
            else:
                faults.append(rest)
                rest = ""
    return faults


@pytest.mark.parametrize("name", sources.NAMES)
def test_the_pdf_says_every_piece_in_order_and_nothing_else(name: str, tmp_path: Path) -> None:
    assert pdf_faults(example(name), name, tmp_path) == []


def sheets(plan: Plan, folder: Path) -> list[Worksheet]:
    export(plan, Target.XLSX, folder / "a.xlsx")
    return list(load_workbook(folder / "a.xlsx", data_only=True))


def workbook_faults(plan: Plan, name: str, folder: Path) -> list[str]:
    """Return the pieces of the source without a cell of their own, and cells that nobody wrote.

    A section with a table has a sheet of its own, so each sheet is in order for itself.
    """
    own, faults = besides(plan, name), []
    queues = [list(filter(None, map(normal, cell_texts(s)))) for s in sheets(plan, folder)]
    current: list[str] = []
    for piece in sources.pieces(sources.annex_part(name)):
        letters = normal(piece)
        for queue in (current, *queues):
            place = next((i for i, text in enumerate(queue) if text not in own - {letters}), None)
            if place is not None and queue[place] == letters:
                current = queue
                del queue[: place + 1]
                break
        else:
            faults.append(piece)
    return faults + [text for queue in queues for text in queue if text not in own]


@pytest.mark.parametrize("name", sources.NAMES)
def test_the_workbook_has_a_cell_for_every_piece_in_order(name: str, tmp_path: Path) -> None:
    assert workbook_faults(example(name), name, tmp_path) == []


def changed_workbook_rows(plan: Plan, name: str, folder: Path) -> list[tuple[str, ...]]:
    """Return the source's table rows that are not rows of the workbook, to the letter."""
    shown_rows = (
        sources.filled(shown(c) for c in row if isinstance(c, Cell) and c.value is not None)
        for sheet in sheets(plan, folder)
        for row in sheet.iter_rows()
    )
    return [row for row in sources.table_rows(sources.source(name)) if row not in shown_rows]


@pytest.mark.parametrize("name", sources.NAMES)
def test_every_table_row_is_a_row_of_the_workbook(name: str, tmp_path: Path) -> None:
    assert changed_workbook_rows(example(name), name, tmp_path) == []


@pytest.mark.parametrize(
    ("section", "column"),
    [
        ("existing-services", "capacity"),
        ("existing-services", "local-budget"),
        ("existing-services", "centre"),
        ("information-campaigns", "campaign"),
        ("peer-review", "persons"),
    ],
)
def test_a_lost_or_changed_cell_is_noticed_on_paper(
    section: str, column: str, tmp_path: Path
) -> None:
    name = "piatra-neamt-2021"
    for new in ("", "altceva"):
        plan = example(name)
        table = plan.section(section).table
        assert table
        row = next(row for row in table.walk() if column in row.cells)
        row.cells[column] = new
        assert pdf_faults(plan, name, tmp_path)
        assert workbook_faults(plan, name, tmp_path)
        assert changed_workbook_rows(plan, name, tmp_path)


def test_what_nobody_wrote_is_noticed_on_paper(tmp_path: Path) -> None:
    name = "piatra-neamt-2021"
    plan = example(name)
    press = plan.section("press-messages")
    press.before.append(press.before[-1])
    assert pdf_faults(plan, name, tmp_path)
    assert workbook_faults(plan, name, tmp_path)
