"""Every change of `Edit`, listed once, keeps the dossier's contracts."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from pathlib import Path

import pytest

from dragapp.dossier.dossier import Dossier
from dragapp.dossier.edit import Edit
from dragapp.errors import StorageError
from dragapp.plan.codec import check_keys, decode, encode
from dragapp.plan.outline import Node, Table
from dragapp.plan.plan import Paper, Plan
from dragapp.plan.rich import Run, rich
from dragapp.plan.section import Paragraph, Section, State
from tests.dossier.samples import dump, matrix, sample_plan, services

Change = Callable[[Edit, Plan], object]


def _node(plan: Plan, key: str) -> int:
    rows = (row for section in plan.walk() if section.table for row in section.table.walk())
    return next(row.id for row in rows if row.key == key)


def _matrix_id(plan: Plan) -> int:
    return plan.section("objectives").id


def _row() -> Node:
    return Node(
        "r-new",
        "measure",
        cells={"measure": "Nouă", "budget": "0 lei"},
        rows=[Node("r-n2", "indicator")],
    )


def _deep_section() -> Section:
    return Section(
        "new",
        "Nouă",
        before=[Paragraph(rich("a"))],
        sections=[Section("inner", "Înăuntru", after=[Paragraph(rich("b"))])],
    )


CHANGES: dict[str, Change] = {
    "set_plan": lambda e, p: e.set_plan(p.id, title="Titlu", year=2025, signatures=False),
    "set_institution": lambda e, p: e.set_institution(p.id, mayor="Ana", kind="oraș"),
    "set_annex_header": lambda e, p: e.set_annex_header(p.id, state="none", extra="x"),
    "set_decision": lambda e, p: e.set_decision(p.id, number="13"),
    "add_paper": lambda e, p: e.add_paper(p.id, Paper("other", "1"), 0),
    "set_paper": lambda e, p: e.set_paper(p.papers[0].id, number="7", kind="other"),
    "delete_paper": lambda e, p: e.delete_paper(p.papers[0].id),
    "set_section": lambda e, p: e.set_section(
        p.sections[0].id,
        heading=rich("a", Run("b", bold=True)),
        state=State.DONE,
        number="II",
        totals=True,
    ),
    "add_section": lambda e, p: e.add_section(p.id, p.sections[1].id, 1, _deep_section()),
    "delete_section": lambda e, p: e.delete_section(p.sections[1].id),
    "move_section": lambda e, p: e.move_section(_matrix_id(p), p.sections[1].id, 1),
    "set_paragraphs": lambda e, p: e.set_paragraphs(
        p.sections[0].id, "before", [Paragraph(rich("altul")), *p.sections[0].before, Paragraph()]
    ),
    "set_table": lambda e, p: e.set_table(p.section("contracted").id, _services_elsewhere()),
    "set_column": lambda e, p: e.set_column(_matrix_id(p), "budget", title="Lei", unit="lei"),
    "set_level": lambda e, p: e.set_level(_matrix_id(p), "measure", name="Acțiune", label="{a})"),
    "set_cell": lambda e, p: e.set_cell(_node(p, "r-m1"), "term", "Semestrul II"),
    "add_node": lambda e, p: e.add_node(_matrix_id(p), _node(p, "r-d1"), 1, _row()),
    "delete_node": lambda e, p: e.delete_node(_node(p, "r-o1")),
    "move_node": lambda e, p: e.move_node(_node(p, "r-m1"), _node(p, "r-d2"), 0),
    "set_node": lambda e, p: e.set_node(_node(p, "r-m2"), level="direction", number="5"),
    "add_plan": lambda e, p: e.add_plan(sample_plan(2025)),
    "delete_plan": lambda e, p: e.delete_plan(p.id),
}


def _services_elsewhere() -> Table:
    table = services()
    table.rows[0].key = "r-other"
    return table


every_change = pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())


def test_the_list_is_complete() -> None:
    public = inspect.getmembers(Edit, inspect.isfunction)
    assert {name for name, _ in public if not name.startswith("_")} == set(CHANGES)


@every_change
def test_it_is_stored(dossier: Dossier, path: Path, change: Change) -> None:
    before = dump(dossier)
    plan = dossier.load(dossier.find())
    with dossier.action("Schimbare") as edit:
        change(edit, plan)
    after = dump(dossier)
    assert after != before
    with Dossier.open(path) as other:
        assert dump(other) == after
        for entry in other.plans():
            check_keys(decode(Plan, encode(other.load(entry.id)), "").sections)


@every_change
def test_it_is_taken_back_whole_when_the_action_fails(dossier: Dossier, change: Change) -> None:
    before = dump(dossier)
    plan = dossier.load(dossier.find())

    def fail() -> None:
        with dossier.action("Schimbare") as edit:
            change(edit, plan)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert dump(dossier) == before
    assert dossier.undo_name is None
    assert dossier.undo() is None


@every_change
def test_undo_and_redo_give_back_the_same_rows(dossier: Dossier, change: Change) -> None:
    before = dump(dossier)
    plan = dossier.load(dossier.find())
    with dossier.action("Schimbare") as edit:
        change(edit, plan)
    after = dump(dossier)
    for _ in range(2):
        dossier.undo()
        assert dump(dossier) == before
        dossier.redo()
        assert dump(dossier) == after


@every_change
def test_done_a_second_time_it_leaves_no_gap(dossier: Dossier, change: Change) -> None:
    plan = dossier.load(dossier.find())
    with dossier.action("Schimbare") as edit:
        change(edit, plan)
    for table, siblings in (
        ("paper", "plan"),
        ("section", "plan, parent"),
        ("paragraph", "section, place"),
        ("level", "section"),
        ('"column"', "section"),
        ("node", "section, parent"),
    ):
        found = dossier._db.execute(
            f"SELECT min(position), max(position) + 1, count(*), count(DISTINCT position) "
            f"FROM {table} GROUP BY {siblings}"
        )
        for first, end, count, different in found.fetchall():
            assert (first, end, different) == (0, count, count)


@pytest.mark.parametrize(
    "same",
    [
        lambda e, p: e.set_plan(p.id, title=p.title),
        lambda e, p: e.set_section(p.sections[0].id, heading=p.sections[0].heading),
        lambda e, p: e.set_paragraphs(p.sections[0].id, "before", p.sections[0].before),
        lambda e, p: e.set_table(_matrix_id(p), matrix()),
        lambda e, p: e.set_table(p.sections[0].id, None),
        lambda e, p: e.set_cell(_node(p, "r-m1"), "measure", "Anchete sociale"),
        lambda e, p: e.set_cell(_node(p, "r-m2"), "budget", ""),
        lambda e, p: e.set_cell(_node(p, "r-m2"), "budget", "\0"),
        lambda e, p: e.set_node(_node(p, "r-m1"), level="measure"),
        lambda e, p: e.move_node(_node(p, "r-m2"), _node(p, "r-d1"), 1),
        lambda e, p: None,
    ],
)
def test_what_changes_nothing_leaves_no_step(dossier: Dossier, same: Change) -> None:
    plan = dossier.load(dossier.find())
    with dossier.action("Nimic") as edit:
        same(edit, plan)
    assert dossier.undo_name is None


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        (lambda e, p: e.set_plan(p.id, colour="red"), TypeError),
        (lambda e, p: e.set_plan(99, title="x"), LookupError),
        (lambda e, p: e.set_section(99, name="x"), LookupError),
        (lambda e, p: e.set_section(p.sections[0].id, state="maybe"), ValueError),
        (lambda e, p: e.set_column(_matrix_id(p), "budget", key="x"), TypeError),
        (lambda e, p: e.set_column(_matrix_id(p), "missing", title="x"), LookupError),
        (lambda e, p: e.set_level(_matrix_id(p), "indicator", look="banner"), ValueError),
        (lambda e, p: e.set_cell(99, "measure", "x"), LookupError),
        (lambda e, p: e.set_cell(_node(p, "r-m1"), "direction", "x"), LookupError),
        (lambda e, p: e.set_cell(_node(p, "r-m1"), "name", "x"), LookupError),
        (lambda e, p: e.add_node(_matrix_id(p), _node(p, "r-m1"), 0, _row()), ValueError),
        (lambda e, p: e.add_node(_matrix_id(p), _node(p, "r-s1"), 0, _row()), LookupError),
        (lambda e, p: e.move_node(_node(p, "r-o1"), _node(p, "r-d1"), 0), ValueError),
        (lambda e, p: e.move_node(_node(p, "r-m1"), _node(p, "r-m1"), 0), ValueError),
        (lambda e, p: e.move_node(_node(p, "r-m1"), _node(p, "r-s1"), 0), LookupError),
        (lambda e, p: e.set_node(_node(p, "r-m1"), level="chapter"), ValueError),
        (lambda e, p: e.set_node(_node(p, "r-m1"), key="x"), TypeError),
        (lambda e, p: e.delete_node(99), LookupError),
        (lambda e, p: e.move_section(p.sections[1].id, p.section("existing").id, 0), ValueError),
        (lambda e, p: e.move_section(p.sections[1].id, p.sections[1].id, 0), ValueError),
        (lambda e, p: e.delete_plan(99), LookupError),
    ],
)
def test_what_does_not_fit_is_refused_and_changes_nothing(
    dossier: Dossier, wrong: Change, error: type[Exception]
) -> None:
    before = dump(dossier)
    plan = dossier.load(dossier.find())

    def mistake() -> None:
        with dossier.action("Greșit") as edit:
            edit.set_plan(plan.id, title="se pierde")
            wrong(edit, plan)

    with pytest.raises(error):
        mistake()
    assert dump(dossier) == before


def test_places_are_those_that_things_have_afterwards(dossier: Dossier) -> None:
    plan = dossier.load(dossier.find())

    def measures() -> list[str]:
        table = dossier.load(plan.id).section("objectives").table
        assert table
        return [row.key for row in table.rows[0].rows[0].rows]

    parent = _node(plan, "r-d1")
    for key, place, expected in (
        ("r-m1", 1, ["r-m2", "r-m1", "r-m3"]),
        ("r-m1", 99, ["r-m2", "r-m3", "r-m1"]),
        ("r-m1", -5, ["r-m1", "r-m2", "r-m3"]),
        ("r-m4", 1, ["r-m1", "r-m4", "r-m2", "r-m3"]),
    ):
        with dossier.action("Mutare") as edit:
            edit.move_node(_node(plan, key), parent, place)
        assert measures() == expected


def test_a_table_given_anew_keeps_the_ids_of_what_stays(dossier: Dossier) -> None:
    plan = dossier.load(dossier.find())
    table = matrix()
    del table.columns[-1]
    table.rows[0].rows[0].rows[0].cells.pop("term")
    moved = table.rows[0].rows[0].rows.pop()
    table.rows[1].rows.append(moved)
    with dossier.action("Tabel") as edit:
        edit.set_table(_matrix_id(plan), table)
    after = dossier.load(plan.id)
    assert after.section("objectives").table == table
    for key in ("r-m1", "r-m3", "r-i2"):
        assert _node(after, key) == _node(plan, key)


def test_two_plans_of_one_year_and_revision_are_refused_in_words(dossier: Dossier) -> None:
    def add() -> None:
        with dossier.action("Plan nou") as edit:
            edit.add_plan(sample_plan(2024))

    def change_year() -> None:
        with dossier.action("Plan nou") as edit:
            edit.set_plan(edit.add_plan(sample_plan(2025)), year=2024)

    for twin in (add, change_year):
        with pytest.raises(StorageError, match="are deja un plan pentru anul 2024"):
            twin()
        assert len(dossier.plans()) == 1
