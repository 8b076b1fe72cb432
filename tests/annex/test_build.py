"""Plans as printed blocks: what stands on paper, in which order, under which number."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragapp.annex.blocks import Heading, Letterhead, PageTurn, Text, Title, ToComplete
from dragapp.annex.build import annex
from dragapp.examples import example
from dragapp.plan.column import Column
from dragapp.plan.outline import Level, Look, Node, Table
from dragapp.plan.plan import Plan
from dragapp.plan.rich import Run, plain, rich
from dragapp.plan.section import (
    Orientation,
    Paragraph,
    ParagraphKind,
    Scope,
    Section,
    State,
    StatementPlace,
)
from tests.annex.sections import blocks, item, kinds, line, said, section, table

#: A table whose only row is a banner without a name.
NAMELESS = Table(
    [Level("b", "centru", Look.BANNER), Level("l", "serviciu")],
    [Column("name", "b"), Column("text", "l")],
    [Node("r", "b")],
)


def test_sections_and_items_count_each_among_their_own() -> None:
    chapters = [
        section(
            "one",
            "Servicii",
            section("a", "existente", label="{A}.", before=[item("unu"), line("–"), item("doi")]),
            section("b", "propuse", label="{A}.", before=[item("unu")]),
            label="Capitolul {I}.",
        ),
        section("two", "Informare", section("c", "Lista", label="{1}."), label="Capitolul {I}."),
    ]
    assert said(blocks(*chapters)) == [
        "Capitolul I. Servicii",
        "A. existente",
        "1. unu",
        "–",
        "2. doi",
        "B. propuse",
        "1. unu",
        "Capitolul II. Informare",
        "1. Lista",
    ]


def test_a_hidden_section_is_neither_printed_nor_counted() -> None:
    parts = [section(key, key, label="{A}.", before=[line("text")]) for key in "abc"]
    parts[1].hidden = True
    assert said(blocks(*parts)) == ["A. a", "text", "B. c", "text"]


def test_a_decision_is_no_part_of_the_annex_and_takes_no_number_from_it() -> None:
    decision = section("d", "HOTĂRĂȘTE", label="{1}.", scope=Scope.DECISION)
    assert said(blocks(decision, section("a", "Servicii", label="{1}."))) == ["1. Servicii"]


@pytest.mark.parametrize(
    ("name", "key", "path"),
    [
        ("piatra-neamt-2021", "existing-services", "I.A"),
        ("piatra-neamt-2021", "information-campaigns", "II.4"),
        ("piatra-neamt-2021", "instruction-staff", "III.1.c.2"),
        ("draguseni-2024", "published-information", "II.1"),
        ("draguseni-2024", "peer-review", "III.1.d"),
        ("draguseni-2024", "objectives-matrix", ""),
    ],
)
def test_a_block_knows_its_place_in_the_plan(name: str, key: str, path: str) -> None:
    plan = example(name)
    places = [b.place for b in kinds(annex(plan).blocks, Heading) if b.place.section == key]
    (place,) = places
    assert place.path == path
    assert place.name == plan.section(key).name
    top = next(top for top in plan.sections if plan.section(key) in list(top.walk()))
    assert (place.top, place.top_name) == (top.key, top.name)


def test_an_empty_section_that_nobody_declared_is_to_be_completed() -> None:
    found = blocks(section("a", "Telefonul verde", label="{1}.", state=State.TODO))
    assert said(found) == ["1. Telefonul verde", "[de completat]"]
    assert kinds(found, ToComplete)[0].place.section == "a"


def test_an_empty_section_that_is_done_says_nothing_more() -> None:
    assert said(blocks(section("a", "Telefonul verde"))) == ["Telefonul verde"]


@pytest.mark.parametrize(
    "fields",
    [
        {"before": [line("text")]},
        {"after": [line("notă")]},
        {"run_in": True, "before": [line("text")]},
        {"table": table(2, "rând")},
    ],
)
def test_what_was_typed_is_printed_instead_of_to_complete(fields: dict[str, object]) -> None:
    found = blocks(section("a", "Titlu", state=State.TODO, **fields))
    assert not kinds(found, ToComplete)
    assert len("".join(said(found))) > len("Titlu")


@pytest.mark.parametrize(
    "fields",
    [
        {"before": [line("  ")]},
        {"table": table(2)},
        {"table": NAMELESS},
    ],
)
def test_blanks_and_empty_tables_leave_it_to_be_completed(fields: dict[str, object]) -> None:
    assert said(blocks(section("a", "T", state=State.TODO, **fields))) == ["T", "[de completat]"]


def test_a_chapter_leaves_it_to_its_sections_to_be_completed() -> None:
    inner = section("a", "Lista", state=State.TODO)
    assert said(blocks(section("one", "Cap", inner, state=State.TODO))) == [
        "Cap",
        "Lista",
        "[de completat]",
    ]
    inner.hidden = True
    assert said(blocks(section("one", "Cap", inner, state=State.TODO))) == ["Cap", "[de completat]"]


def declared(place: StatementPlace, **fields: object) -> Section:
    return section(
        "c",
        "Contractarea serviciilor",
        label="{A}.",
        state=State.NONE,
        statement=rich("– nu este cazul."),
        statement_place=place,
        **fields,
    )


def test_a_statement_in_the_headings_line() -> None:
    (heading,) = blocks(declared(StatementPlace.HEADING))
    assert isinstance(heading, Heading)
    assert (plain(heading.text), plain(heading.tail)) == (
        "Contractarea serviciilor",
        "– nu este cazul.",
    )


def test_a_statement_as_a_paragraph_of_its_own() -> None:
    heading, text = blocks(declared(StatementPlace.BODY))
    assert isinstance(heading, Heading)
    assert isinstance(text, Text)
    assert heading.tail == ()
    assert (plain(text.text), text.kind) == ("– nu este cazul.", ParagraphKind.PLAIN)


@pytest.mark.parametrize("place", StatementPlace)
def test_a_statement_never_hides_text_or_rows(place: StatementPlace) -> None:
    found = blocks(
        declared(
            place,
            before=[line("Contractarea este o procedură."), item("Promovarea;", "-")],
            table=table(2, "rând"),
            after=[Paragraph(rich("*notă"), ParagraphKind.NOTE)],
        )
    )
    lines = "\n".join(said(found))
    for text in ("– nu este cazul.", "Contractarea este", "- Promovarea;", "rând", "*notă"):
        assert lines.count(text) == 1


@pytest.mark.parametrize("state", [State.TODO, State.DONE])
def test_the_program_declares_nothing_that_the_user_has_not(state: State) -> None:
    for place in StatementPlace:
        assert "cazul" not in "".join(said(blocks(replace(declared(place), state=state))))


def test_an_empty_statement_leaves_no_empty_paragraph() -> None:
    for place in StatementPlace:
        assert len(blocks(replace(declared(place), statement=()))) == 1


def test_a_heading_goes_on_into_the_first_paragraph_only() -> None:
    text = [Paragraph(rich("anual ", Run("gratuit", bold=True))), line("Al doilea.")]
    heading, second = blocks(section("f", "Participarea:", run_in=True, before=text))
    assert isinstance(heading, Heading)
    assert heading.tail == text[0].text
    assert isinstance(second, Text)
    assert plain(second.text) == "Al doilea."


def test_a_statement_stands_before_the_paragraph_that_runs_in() -> None:
    made = declared(StatementPlace.HEADING, run_in=True, before=[line("În conformitate cu legea")])
    (heading,) = blocks(made)
    assert isinstance(heading, Heading)
    assert plain(heading.tail) == "– nu este cazul. În conformitate cu legea"


def test_a_list_does_not_run_into_the_heading() -> None:
    found = blocks(section("p", "Mesaje", run_in=True, before=[item("Diseminarea", "-")]))
    assert said(found) == ["Mesaje", "- Diseminarea"]


def test_contracting_in_piatra_neamt_is_not_applicable_and_an_essay() -> None:
    found = annex(example("piatra-neamt-2021")).blocks
    (heading,) = [b for b in kinds(found, Heading) if b.place.section == "contracting"]
    assert heading.label == "C."
    assert plain(heading.tail).startswith("– nu este cazul. În conformitate cu lit. f, art. 6,")


def test_narrow_tables_stay_on_standing_pages() -> None:
    assert "LYING" not in said(blocks(section("a", "A", table=table(6, "rând"))))


def test_a_wide_table_lies_down_with_the_headings_above_it_and_the_page_stands_up_after() -> None:
    found = blocks(
        section("z", "Preambul", before=[line("text")]),
        section("one", "Capitolul", section("a", "Servicii", table=table(7, "rând"))),
        section("two", "Altul", before=[line("text")]),
    )
    assert said(found) == [
        "Preambul",
        "text",
        "LYING",
        "Capitolul",
        "Servicii",
        "rând",
        "STANDING",
        "Altul",
        "text",
    ]


def test_a_chapters_text_stays_on_the_standing_page() -> None:
    wide = section("a", "Servicii", table=table(8, "rând"))
    found = blocks(section("one", "Capitolul", wide, before=[line("Introducere.")]))
    assert said(found) == ["Capitolul", "Introducere.", "LYING", "Servicii", "rând"]


def test_sections_that_lie_one_after_the_other_turn_once() -> None:
    wide = [section(key, key, table=table(9, f"rândul {key}")) for key in "abc"]
    one, two = section("one", "Unu", *wide[:2]), section("two", "Doi", wide[2])
    assert said(blocks(one, two)) == [
        "LYING", "Unu", "a", "rândul a", "b", "rândul b", "Doi", "c", "rândul c",
    ]  # fmt: skip


def test_an_empty_wide_table_does_not_turn_the_page() -> None:
    assert said(blocks(section("a", "A", table=table(12)))) == ["A"]


def test_columns_that_are_not_printed_do_not_turn_the_page() -> None:
    wide = table(7, "rând")
    wide.columns[6].printed = False
    assert "LYING" not in said(blocks(section("a", "A", table=wide)))


def test_the_user_decides_against_the_rule() -> None:
    down, up = Orientation.LANDSCAPE, Orientation.PORTRAIT
    assert said(blocks(section("a", "A", orientation=down))) == ["LYING", "A"]
    assert said(blocks(section("a", "A", table=table(9, "rând"), orientation=up))) == ["A", "rând"]


def test_the_front_lies_too_where_the_first_section_does() -> None:
    plan = Plan(2024, title="PLANUL", letterhead="ROMÂNIA", sections=[section("a", "A")])
    first = plan.sections[0]
    assert annex(plan).blocks[:2] == (Letterhead(("ROMÂNIA",)), Title(("PLANUL",)))
    first.orientation = Orientation.LANDSCAPE
    plan.sections.append(section("b", "B"))
    turn, letterhead, title, *rest = annex(plan).blocks
    assert turn == PageTurn(landscape=True)
    assert (letterhead, title) == (Letterhead(("ROMÂNIA",)), Title(("PLANUL",)))
    assert said(tuple(rest)) == ["A", "STANDING", "B"]


def test_the_front_stands_where_a_later_section_lies() -> None:
    wide = section("b", "B", orientation=Orientation.LANDSCAPE)
    plan = Plan(2024, title="PLANUL", sections=[section("a", "A"), wide])
    assert said(annex(plan).blocks) == ["A", "LYING", "B"]


def test_an_empty_section_without_heading_says_its_name() -> None:
    bare = Section("g", "Prezentare generală")
    found = blocks(section("one", "Capitolul I", before=[line("text")]), bare)
    assert said(found) == ["Capitolul I", "text", "[Prezentare generală: de completat]"]
    assert said(blocks(replace(bare, heading=rich("  "))))[-1] == (
        "[Prezentare generală: de completat]"
    )
    assert said(blocks(replace(bare, label="{A}."))) == ["A.", "[de completat]"]
    assert said(blocks(replace(bare, name=""))) == ["[de completat]"]
