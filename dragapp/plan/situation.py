"""What a place has, asked when its plan is made, and what each answer makes of the plan.

The questions are the form's. "Nu" only proposes the form's sentences: one that nobody confirmed
stays a proposal, the statement of a section that is still to be completed, and is never printed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from dragapp.plan.plan import Plan
from dragapp.plan.rich import plain, rich
from dragapp.plan.section import State


@dataclass(frozen=True, slots=True)
class Question:
    """A yes/no question on a section, by its key; sections that `follow` share its answer."""

    section: str
    ask: str
    why: str
    follow: list[str] = field(default_factory=list)

    @property
    def sections(self) -> tuple[str, ...]:
        """The keys of all sections that the answer is about."""
        return (self.section, *self.follow)


class Answer(StrEnum):
    """What was said; nothing, and the section stays as it is."""

    LATER = "later"
    YES = "yes"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A proposed sentence as it was left by the user."""

    text: str
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer, with the sentences of a "no" by the keys of their sections."""

    answer: Answer = Answer.LATER
    sentences: dict[str, Sentence] = field(default_factory=dict)


def proposal(plan: Plan, section: str) -> str:
    """Return the sentence that a section of a new plan proposes where it is not the case."""
    return plain(plan.section(section).statement)


def settle(plan: Plan, question: Question, reply: Reply) -> None:
    """Make a reply part of a plan that was just made of its form.

    Only a confirmed sentence declares its section; there, the form's own text, which asks for what
    does not exist, goes.
    """
    for key in question.sections:
        section = plan.section(key)
        sentence = reply.sentences.get(key)
        if reply.answer != Answer.NO or sentence is None:
            continue
        if sentence.text != plain(section.statement):
            section.statement = rich(sentence.text)
        if sentence.confirmed and sentence.text.strip():
            section.state = State.NONE
            section.before = []


def opens(replies: dict[str, Reply], questions: tuple[Question, ...]) -> str:
    """Return the key of the first section that was said to exist: there the work begins."""
    wanted = (each.section for each in questions if replies[each.section].answer == Answer.YES)
    return next(wanted, "")
