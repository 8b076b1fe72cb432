"""What differs between two states of a plan is counted once; nothing is, where all is alike."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragapp.plan.comparison import Difference, compare
from dragapp.plan.outline import Level, Node
from dragapp.plan.plan import Paper, Plan
from dragapp.plan.rich import rich
from dragapp.plan.section import Paragraph, Section, State
from tests.dossier.samples import plans, sample_plan


def _objectives(plan: Plan) -> list[Node]:
    table = plan.section("objectives").table
    assert table is not None
    return table.rows


def _swap(rows: list[Any], one: int, other: int) -> None:
    rows[one], rows[other] = rows[other], rows[one]


def _set(plan: Plan, key: str, **values: object) -> None:
    for name, value in values.items():
        setattr(plan.section(key), name, value)


def _rename_level(plan: Plan) -> None:
    table = plan.section("existing").table
    assert table is not None
    table.levels[0] = Level("service", "Servicii sociale")


def _drop_table(plan: Plan) -> None:
    plan.section("existing").table = None


def _move_measure(plan: Plan) -> None:
    first = _objectives(plan)[0]
    _objectives(plan)[1].rows.append(first.rows.pop())


#: What is done to the sample plan, and what that makes different. The objectives hold 8 rows.
CHANGES: dict[str, tuple[Callable[[Plan], object], Difference]] = {
    "nothing": (lambda p: None, Difference()),
    "ids": (lambda p: setattr(p.section("preamble"), "id", 99), Difference()),
    "the title": (lambda p: setattr(p, "title", "Alt titlu"), Difference(header_changed=True)),
    "the mayor": (
        lambda p: setattr(p.institution, "mayor", "Ana Țăran"),
        Difference(header_changed=True),
    ),
    "the decision": (
        lambda p: setattr(p.decision, "number", "13"),
        Difference(header_changed=True),
    ),
    "a paper": (lambda p: p.papers.append(Paper("other")), Difference(header_changed=True)),
    "a state": (
        lambda p: _set(p, "existing", state=State.DONE),
        Difference(sections_changed=1),
    ),
    "a text": (
        lambda p: p.section("preamble").before.append(Paragraph(rich("Încă o frază."))),
        Difference(sections_changed=1),
    ),
    "a level": (_rename_level, Difference(sections_changed=1)),
    "a table": (_drop_table, Difference(sections_changed=1, rows_removed=1)),
    "sections swapped": (
        lambda p: _swap(p.section("chapter-1").sections, 0, 2),
        Difference(sections_changed=2),
    ),
    "a section moved up": (
        lambda p: p.sections.insert(0, p.sections.pop()),
        Difference(sections_changed=1),
    ),
    "a section moved in": (
        lambda p: p.section("preamble").sections.append(p.section("chapter-1").sections.pop()),
        Difference(sections_changed=1),
    ),
    "a section added": (
        lambda p: p.sections.insert(1, Section("new", "Punct nou")),
        Difference(sections_added=1),
    ),
    "a section removed": (
        lambda p: p.sections.remove(p.section("objectives")),
        Difference(sections_removed=1, rows_removed=10),
    ),
    "two cells of a row": (
        lambda p: _objectives(p)[0].rows[0].rows[0].cells.update(term="Anual", budget="0"),
        Difference(rows_changed=1),
    ),
    "a cell emptied": (
        lambda p: _objectives(p)[0].rows[0].rows[0].cells.pop("term"),
        Difference(rows_changed=1),
    ),
    "a number": (
        lambda p: setattr(_objectives(p)[0].rows[0], "number", "3"),
        Difference(rows_changed=1),
    ),
    "a row added": (
        lambda p: _objectives(p).insert(0, Node("r-new", "objective")),
        Difference(rows_added=1),
    ),
    "rows removed": (lambda p: _objectives(p).pop(0), Difference(rows_removed=8)),
    "rows swapped": (lambda p: _swap(_objectives(p), 0, 1), Difference(rows_changed=1)),
    "a row moved elsewhere": (_move_measure, Difference(rows_changed=1)),
}


@pytest.mark.parametrize(("change", "expected"), CHANGES.values(), ids=CHANGES.keys())
def test_each_change_counts_as_what_it_is(
    change: Callable[[Plan], object], expected: Difference
) -> None:
    old, new = sample_plan(), sample_plan()
    change(new)
    assert compare(old, new) == expected


def test_one_row_moved_over_many_is_one_difference() -> None:
    old = sample_plan()
    _objectives(old)[1].rows = [Node(f"r-{number}", "measure") for number in range(50)]
    new = deepcopy(old)
    rows = _objectives(new)[1].rows
    rows.insert(40, rows.pop(3))
    assert compare(old, new) == Difference(rows_changed=1)


@given(plans(), plans())
def test_nothing_differs_only_where_all_is_alike(old: Plan, new: Plan) -> None:
    assert compare(old, deepcopy(old)).nothing
    assert compare(old, new).nothing == (old == new)


@given(plans(), plans())
def test_what_was_added_one_way_was_removed_the_other_way(old: Plan, new: Plan) -> None:
    there, back = compare(old, new), compare(new, old)
    assert back == replace(
        there,
        sections_added=there.sections_removed,
        sections_removed=there.sections_added,
        rows_added=there.rows_removed,
        rows_removed=there.rows_added,
    )


@given(plans(), st.data())
def test_any_reordering_of_sections_is_seen(plan: Plan, data: st.DataObject) -> None:
    other = deepcopy(plan)
    other.sections = data.draw(st.permutations(other.sections))
    moved = compare(plan, other)
    assert moved.nothing == (plan == other)
    assert moved.sections_changed <= max(0, len(plan.sections) - 1)


@pytest.mark.parametrize(
    ("difference", "said"),
    [
        (Difference(), "la fel ca acum"),
        (Difference(header_changed=True), "datele generale diferă"),
        (Difference(sections_changed=1), "1 punct diferă"),
        (Difference(rows_removed=1), "1 rând diferă"),
        (Difference(1, 1, 1, 4, 4, 4), "3 puncte și 12 rânduri diferă"),
        (Difference(rows_added=20), "20 de rânduri diferă"),
        (
            Difference(sections_added=21, rows_changed=101, header_changed=True),
            "datele generale, 21 de puncte și 101 rânduri diferă",
        ),
    ],
)
def test_it_is_said_in_romanian(difference: Difference, said: str) -> None:
    assert difference.summary() == said


def test_plans_add_up() -> None:
    both = Difference(1, 2, 3, 4, 5, 6, True) + Difference(10, 20, 30, 40, 50, 60, True)
    assert both == Difference(11, 22, 33, 44, 55, 66, True)
    assert both.header_changed is True
