"""How far a plan has come: what is filled in, what is declared, what still has to be.

Only what the user has said counts: a text that nobody has declared filled in is still to be looked
at, and so is the sentence that a form proposes. The law of the content is not looked at here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from dragapp.plan.counted import counted
from dragapp.plan.numbered import section_labels
from dragapp.plan.places import PlaceKind, letters, section_texts
from dragapp.plan.plan import Plan
from dragapp.plan.section import Scope, Section, State

#: Points of suspension or a line where a text is meant; "etc...." is none.
_BLANK = re.compile(r"…{2,}|_{3,}|(?<!etc)\.{4,}")
#: Before a blank: the number or the date of a paper, which may not be there yet.
_OF_PAPER = re.compile(r"(?:\bnr|\bdin|\bdat[aă](?:\s+de)?)[\s.:]*\Z", re.IGNORECASE)


class Want(StrEnum):
    """What a section still wants, by the words in which the window says it."""

    EMPTY = "nu are nici text, nici rânduri"
    UNCONFIRMED = "„nu este cazul” așteaptă să fie confirmat"
    UNDECLARED = "are text; dacă e gata, alegeți „Completat”"
    BLANKS = "are locuri goale (puncte de suspensie)"
    NO_SENTENCE = "nu are propoziția care se tipărește"


@dataclass(frozen=True, slots=True)
class Point:
    """A section that is counted, with what it wants.

    `label` is its printed number; `chapter` and `chapter_name` are the key and the name of the top
    section it stands in.
    """

    key: str
    name: str
    label: str
    chapter: str
    chapter_name: str
    declared: State
    wants: tuple[Want, ...] = ()

    @property
    def state(self) -> State:
        """What was declared of it; something that it wants makes it one to be completed."""
        return State.TODO if self.wants else self.declared


@dataclass(frozen=True, slots=True)
class ByPen:
    """Something that may be printed as a blank and filled in by hand on paper.

    `section` is the key of its section, empty for the data of the decision and of its papers.
    """

    section: str
    text: str


@dataclass(frozen=True, slots=True)
class Completeness:
    """A plan's sections that count, the general data that it lacks, what is left to the pen."""

    points: tuple[Point, ...]
    general: tuple[str, ...]
    by_pen: tuple[ByPen, ...]

    @property
    def done(self) -> int:
        """How many sections want nothing."""
        return sum(not point.wants for point in self.points)

    @property
    def percent(self) -> int:
        """How many of a hundred, rounded down; 100 only when nothing is wanted."""
        return 100 * self.done // len(self.points) if self.points else 100

    @property
    def ready(self) -> bool:
        """Whether nothing is wanted but what is left to the pen."""
        return not self.general and self.done == len(self.points)

    def summary(self) -> str:
        """Return the state of the plan in a few words."""
        points = counted(len(self.points), "punct", "puncte")
        told = f"{self.done} din {points} {'completat' if len(self.points) == 1 else 'completate'}"
        return told if not self.general else f"{told}, date generale de completat"


def completeness(plan: Plan) -> Completeness:
    """Return how far a plan has come. Hidden sections are not printed and do not count."""
    labels = section_labels(plan.sections)
    points: list[Point] = []
    by_pen = list(_header_by_pen(plan))
    for top in plan.sections:
        for section in _printed(top):
            blanks, left = _blanks(section)
            if top.scope == Scope.DECISION:
                if blanks or left:
                    by_pen.append(ByPen(section.key, section.name))
                continue
            if left:
                by_pen.append(ByPen(section.key, f"{section.name}: numere și date"))
            if counts(section):
                wants = tuple(_wants(section, blanks=blanks))
                label, name = labels[section.key], section.name
                points.append(
                    Point(section.key, name, label, top.key, top.name, section.state, wants)
                )
    return Completeness(tuple(points), tuple(_general(plan)), tuple(by_pen))


def counts(section: Section) -> bool:
    """Tell whether a section is one to be completed: a mere heading above others is not."""
    below = any(not child.hidden for child in section.sections)
    return not below or section.table is not None or not section.is_empty


def state_of(points: list[Point]) -> State:
    """Return the state of several sections together, such as a chapter's: the least finished."""
    states = {point.state for point in points}
    if State.TODO in states:
        return State.TODO
    return State.NONE if states == {State.NONE} else State.DONE


def _printed(section: Section) -> Iterator[Section]:
    if not section.hidden:
        yield section
        for child in section.sections:
            yield from _printed(child)


def _wants(section: Section, *, blanks: bool) -> Iterator[Want]:
    if section.state == State.TODO:
        if not section.is_empty:
            yield Want.UNDECLARED
        else:
            yield Want.UNCONFIRMED if section.statement else Want.EMPTY
    elif section.state == State.NONE and section.is_empty and not section.statement:
        yield Want.NO_SENTENCE
    if blanks:
        yield Want.BLANKS


def _blanks(section: Section) -> tuple[bool, bool]:
    """Tell whether blanks are to be completed in what is printed, and whether the pen may."""
    wanted = left = False
    for place, text in section_texts(section):
        if place.kind == PlaceKind.STATEMENT and section.state != State.NONE:
            continue
        typed = letters(text)
        if "…" in typed or "__" in typed or "...." in typed:
            for found in _BLANK.finditer(typed):
                if _OF_PAPER.search(typed, 0, found.start()):
                    left = True
                else:
                    wanted = True
    return wanted, left


def _general(plan: Plan) -> Iterator[str]:
    """Yield what is missing of the general data that this plan prints."""
    people, choices = plan.institution, plan.printing
    adopted = plan.annex_header.state == "adopted"
    signed_by_mayor = plan.signatures and not adopted
    by_secretary = choices.certified or (plan.signatures and adopted)
    secretary = people.secretary or plan.decision.secretary
    for wanted, text, name in (
        (True, people.name, "denumirea localității"),
        (people.kind != "sector", people.county, "județul"),
        (signed_by_mayor, people.mayor, "numele primarului"),
        (by_secretary, secretary, "numele secretarului general"),
        (choices.prepared, people.inspector, "numele celui care întocmește planul"),
        (True, plan.title, "titlul planului"),
    ):
        if wanted and not text.strip():
            yield name
    for text, name in ((plan.title, "titlul planului"), (plan.letterhead, "antetul instituției")):
        if _BLANK.search(text):
            yield f"{name} (are locuri goale)"


def _header_by_pen(plan: Plan) -> Iterator[ByPen]:
    """Yield the data of the decision that the annex prints as lines to fill."""
    header = plan.annex_header
    if header.state == "none":
        return
    adopted = header.state == "adopted"
    text = header.adopted if adopted else header.draft
    paper = plan.decision if adopted else plan.paper("draft")
    whose = "hotărârii" if adopted else "proiectului de hotărâre"
    lacking = [
        name
        for mark, typed, name in (("{nr}", paper.number, "numărul"), ("{data}", paper.date, "data"))
        if mark in text and not typed.strip()
    ]
    if lacking:
        yield ByPen("", f"{' și '.join(lacking).capitalize()} {whose}")
    if adopted and plan.signatures and not plan.decision.chair.strip():
        yield ByPen("", "Numele președintelui de ședință")
