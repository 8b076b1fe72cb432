"""How far a plan has come: what the user has declared counts, and nothing else."""

from __future__ import annotations

import pytest

from dragapp.examples import example
from dragapp.forms import current_form
from dragapp.plan.completeness import ByPen, Want, completeness, counts, state_of
from dragapp.plan.plan import Institution, Plan
from dragapp.plan.rich import rich
from dragapp.plan.section import Paragraph, State


@pytest.fixture
def blank() -> Plan:
    people = Institution(
        name="Drăgușeni",
        county="Iași",
        fiscal_code="16449937",
        address="Sat Drăgușeni",
        phone="0232",
        mayor="Ion Popa",
        inspector="Ana Rusu",
    )
    return current_form().new_plan(people, 2026)


def wants(plan: Plan, key: str) -> tuple[Want, ...]:
    return next(point.wants for point in completeness(plan).points if point.key == key)


def test_a_new_plan_has_nothing_declared(blank: Plan) -> None:
    now = completeness(blank)
    assert (now.done, now.percent, now.ready) == (0, 0, False)
    assert now.general == ()
    assert now.summary() == "0 din 26 de puncte completate"


def test_a_real_plan_that_declares_everything_is_ready() -> None:
    now = completeness(example("piatra-neamt-2021"))
    assert now.ready
    assert now.percent == 100


def test_an_empty_section_waits_for_its_sentence_to_be_confirmed(blank: Plan) -> None:
    assert wants(blank, "existing-services") == (Want.UNCONFIRMED,)
    blank.section("existing-services").state = State.NONE
    assert wants(blank, "existing-services") == ()


def test_a_declared_section_without_a_sentence_prints_nothing(blank: Plan) -> None:
    section = blank.section("existing-services")
    section.state, section.statement = State.NONE, ()
    assert wants(blank, "existing-services") == (Want.NO_SENTENCE,)


def test_typed_text_is_not_declared_for_the_user(blank: Plan) -> None:
    assert wants(blank, "legal-basis") == (Want.UNDECLARED,)


def test_a_blank_keeps_a_declared_section_open(blank: Plan) -> None:
    section = blank.section("subsidies")
    section.state = State.DONE
    assert wants(blank, "subsidies") == (Want.BLANKS,)
    assert next(p.state for p in completeness(blank).points if p.key == "subsidies") == State.TODO


@pytest.mark.parametrize(
    ("text", "blank_left", "pen"),
    [
        ("Procesul-verbal nr. ………… din ………… al consultării", False, True),
        ("Procesul verbal nr.....din.....", False, True),
        ("întrunit în ședința din data de …………,", False, True),
        ("Bugetul estimat este ………… lei.", True, False),
        ("nevoile copiilor, familiilor etc....;", False, False),
        ("nr. ____ din ____, buget ____ lei", True, True),
    ],
)
def test_numbers_and_dates_of_papers_are_left_to_the_pen(
    blank: Plan, text: str, blank_left: bool, pen: bool
) -> None:
    section = blank.section("narrative")
    section.state, section.before = State.DONE, [Paragraph(rich(text))]
    assert wants(blank, "narrative") == ((Want.BLANKS,) if blank_left else ())
    assert ("narrative" in {each.section for each in completeness(blank).by_pen}) == pen


def test_the_decision_is_left_to_the_pen_and_not_counted(blank: Plan) -> None:
    now = completeness(blank)
    assert ByPen("", "Numărul și data proiectului de hotărâre") in now.by_pen
    assert "decision-closing" in {each.section for each in now.by_pen}
    assert not any(point.key.startswith("decision") for point in now.points)
    blank.annex_header.state = "adopted"
    blank.decision.number = "25"
    by_pen = completeness(blank).by_pen
    assert ByPen("", "Data hotărârii") in by_pen
    assert ByPen("", "Numele președintelui de ședință") in by_pen


def test_general_data_are_asked_for_as_far_as_they_are_printed() -> None:
    plan = current_form().new_plan(Institution(), 2026)
    assert "numele primarului" in completeness(plan).general
    assert completeness(plan).summary().endswith(", date generale de completat")
    plan.signatures = False
    assert "numele primarului" not in completeness(plan).general


def test_headings_above_others_and_hidden_sections_do_not_count(blank: Plan) -> None:
    assert not counts(blank.section("chapter-1"))
    assert "beneficiaries" not in {point.key for point in completeness(blank).points}
    blank.section("training").sections.clear()
    assert "training" in {point.key for point in completeness(blank).points}


def test_a_chapter_is_as_far_as_its_last_section(blank: Plan) -> None:
    points = [p for p in completeness(blank).points if p.chapter == "chapter-1"]
    assert state_of(points) == State.TODO
    for key in ("existing-services", "proposed-services", "contracting", "subsidies"):
        blank.section(key).state = State.NONE
        blank.section(key).before.clear()
    points = [p for p in completeness(blank).points if p.chapter == "chapter-1"]
    assert state_of(points) == State.NONE
