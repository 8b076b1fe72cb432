"""Which document of a plan is wanted: a draft, a section alone, a workbook."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragapp.annex.blocks import PLACED, Grid, Heading, PageTurn, Signatures, Title
from dragapp.annex.build import annex
from dragapp.annex.printout import Printout, Purpose
from dragapp.examples import example
from dragapp.plan.plan import Plan
from dragapp.plan.printing import Printing
from dragapp.plan.rich import plain
from dragapp.plan.section import Section
from tests.annex.sections import kinds, line, said, section, table

ALL_NAMES = ("draguseni-2024", "piatra-neamt-2021")


def _plan() -> Plan:
    inner = [
        section("a", "existente", label="{A}.", before=[line("unu")]),
        section(
            "b", "propuse", section("b1", "lista", label="{1}."), label="{A}.", table=table(8, "x")
        ),
        section("c", "altele", label="{A}.", before=[line("trei")]),
    ]
    chapters = [
        section("one", "Servicii", *inner, label="Capitolul {I}.", before=[line("introducere")]),
        section("two", "Informare", label="Capitolul {I}."),
    ]
    return Plan(2024, title="PLANUL", signatures=True, sections=chapters)


def test_a_section_alone_keeps_its_number_and_the_headings_it_stands_under() -> None:
    document = annex(_plan(), Printout(section="b"))
    placed = tuple(block for block in document.blocks if isinstance(block, PLACED))
    assert said(placed) == ["Capitolul I. Servicii", "B. propuse", "x", "1. lista"]
    assert document.blocks[0] == PageTurn(landscape=True)
    assert not kinds(document.blocks, Signatures)
    (title,) = kinds(document.blocks, Title)
    assert title.lines == ("PLANUL", "– extras –")


def test_a_chapter_alone_has_all_that_stands_in_it() -> None:
    whole, alone = annex(_plan()), annex(_plan(), Printout(section="one"))
    assert [block for block in whole.blocks if isinstance(block, PLACED)][:-1] == [
        block for block in alone.blocks if isinstance(block, PLACED)
    ]


def test_a_section_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(KeyError):
        annex(_plan(), Printout(section="nu există"))


@pytest.mark.parametrize("name", ALL_NAMES)
def test_every_section_of_a_real_plan_can_be_printed_alone(name: str) -> None:
    plan = example(name)
    whole = annex(plan)
    for each in plan.walk():
        wanted = {inner.key for inner in each.walk()}
        own = [b for b in whole.blocks if isinstance(b, PLACED) and b.place.section in wanted]
        blocks = annex(plan, Printout(section=each.key)).blocks
        alone = [b for b in blocks if isinstance(b, PLACED) and b.place.section in wanted]
        assert alone == own
        others = [b for b in blocks if isinstance(b, PLACED) and b.place.section not in wanted]
        assert all(isinstance(block, Heading) and not block.tail for block in others)


def test_a_draft_says_so_at_the_head_of_its_pages() -> None:
    assert annex(_plan(), Printout(draft=True)).mark == "PROIECT"
    assert annex(_plan()).mark == ""


def test_totals_are_printed_unless_the_plan_forbids_all_of_them() -> None:
    plan = example("piatra-neamt-2021")
    for each in plan.walk():
        each.totals = True
    totals = [row for grid in kinds(annex(plan).blocks, Grid) for row in grid.rows if row.total]
    assert totals
    plan.printing = Printing(totals=False)
    assert not [row for grid in kinds(annex(plan).blocks, Grid) for row in grid.rows if row.total]


def test_cards_are_for_paper_and_spare_the_lying_pages() -> None:
    plan = replace(_plan(), printing=Printing(cards=True))
    (card,) = kinds(annex(plan).blocks, Grid)
    assert len(card.columns) == 2
    assert not kinds(annex(plan).blocks, PageTurn)
    (wide,) = kinds(annex(plan, Printout(Purpose.WORKBOOK)).blocks, Grid)
    assert len(wide.columns) == 8


def test_a_published_annex_is_not_bound() -> None:
    assert annex(_plan()).layout.bound
    assert not annex(_plan(), Printout(Purpose.PUBLISH)).layout.bound


@pytest.mark.parametrize("name", ALL_NAMES)
def test_headings_alone_say_where_an_extract_stands(name: str) -> None:
    plan = example(name)
    deepest = max(plan.walk(), key=lambda each: _depth(plan.sections, each.key))
    headings = kinds(annex(plan, Printout(section=deepest.key)).blocks, Heading)
    assert len(headings) > 1
    assert all(each.label or plain(each.text) for each in headings[:-1])


def _depth(sections: list[Section], key: str, above: int = 0) -> int:
    for each in sections:
        if each.key == key:
            return above
        found = _depth(each.sections, key, above + 1)
        if found >= 0:
            return found
    return -1
