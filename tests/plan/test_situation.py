"""Answers about a place: only a confirmed sentence declares anything, and only it is printed."""

from __future__ import annotations

import pytest

from dragapp.annex.blocks import Grid, Heading, PageTurn, Text, ToComplete
from dragapp.annex.build import annex
from dragapp.forms import current_form
from dragapp.plan.plan import Institution, Plan
from dragapp.plan.rich import plain
from dragapp.plan.section import State
from dragapp.plan.situation import Answer, Reply, Sentence, opens, proposal, settle

FORM = current_form()
SIX = [
    *("existing-services", "proposed-services", "contracting", "subsidies"),
    *("instruction-assistants", "objectives-matrix"),
]


def answered(answer: Answer, *, confirmed: bool = False, kind: str = "comună") -> Plan:
    """A plan whose six questions were all answered alike."""
    plan = FORM.new_plan(Institution(kind, "Valea Mică", "Vaslui"), 2026)
    for question in FORM.questions:
        said = {key: Sentence(proposal(plan, key), confirmed) for key in question.sections}
        settle(plan, question, Reply(answer, said if answer == Answer.NO else {}))
    return plan


def printed(plan: Plan) -> str:
    said: list[str] = []
    for block in annex(plan).blocks:
        if isinstance(block, Heading):
            said.append(f"{plain(block.text)} {plain(block.tail)}")
        elif isinstance(block, Text):
            said.append(plain(block.text))
    return "\n".join(said)


def test_the_six_things_of_the_framework_are_asked() -> None:
    assert [question.section for question in FORM.questions] == SIX


@pytest.mark.parametrize("answer", [Answer.LATER, Answer.YES])
def test_nothing_is_declared_without_a_no(answer: Answer) -> None:
    assert {section.state for section in answered(answer).walk()} == {State.TODO}


def test_an_unconfirmed_sentence_is_kept_and_never_printed() -> None:
    plan = answered(Answer.NO)
    for key in SIX:
        section = plan.section(key)
        assert section.state == State.TODO
        assert section.statement
    assert "nu funcționează servicii sociale" not in printed(plan)
    assert "nu este prevăzut niciun program" not in printed(plan)


def test_confirmed_sentences_declare_their_sections_and_leave_no_gap() -> None:
    plan = answered(Answer.NO, confirmed=True)
    text = printed(plan)
    # The words of Piatra Neamț, in C and in D.
    assert "Pentru anul 2026 nu sunt propuneri de contractare a serviciilor sociale" in text
    assert "Pentru anul 2026 nu este prevăzut niciun program de subvenționare" in text
    declared = {section.key for section in plan.walk() if section.state == State.NONE}
    assert declared == {*SIX, "instruction-staff"}
    blocks = annex(plan).blocks
    assert not any(isinstance(block, (Grid, PageTurn)) for block in blocks)
    open_ = {block.place.section for block in blocks if isinstance(block, ToComplete)}
    assert not open_ & declared
    # The budget that the model asks for is not left as dots where there is no programme.
    assert "Bugetul estimat al programului" not in text


@pytest.mark.parametrize(
    ("kind", "said"),
    [("comună", "comunei"), ("oraș", "orașului"), ("municipiu", "municipiului")],
)
def test_the_sentences_decline_the_kind_of_place(kind: str, said: str) -> None:
    plan = answered(Answer.NO, confirmed=True, kind=kind)
    assert f"La nivelul {said} Valea Mică nu funcționează" in printed(plan)


def test_a_changed_sentence_is_the_one_that_is_kept() -> None:
    plan = FORM.new_plan(Institution(name="Mica"), 2026)
    own = Sentence("În comuna Mica nu există servicii.", confirmed=True)
    settle(plan, FORM.questions[0], Reply(Answer.NO, {"existing-services": own}))
    assert plain(plan.section("existing-services").statement) == own.text
    assert plan.section("instruction-staff").state == State.TODO


def test_an_emptied_sentence_declares_nothing() -> None:
    plan = FORM.new_plan(Institution(name="Mica"), 2026)
    empty = {"contracting": Sentence("  ", confirmed=True)}
    settle(plan, FORM.questions[2], Reply(Answer.NO, empty))
    assert plan.section("contracting").state == State.TODO


def test_work_begins_at_the_first_thing_that_is_there() -> None:
    replies = {key: Reply(Answer.NO) for key in SIX}
    assert opens(replies, FORM.questions) == ""
    replies["subsidies"] = replies["instruction-assistants"] = Reply(Answer.YES)
    assert opens(replies, FORM.questions) == "subsidies"
