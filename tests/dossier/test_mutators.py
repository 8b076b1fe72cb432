"""Promise 2: an action is whole or not at all; every change of `Edit` keeps that and the rest."""

from __future__ import annotations

import inspect
import sqlite3
import sys
from pathlib import Path
from typing import Any

import pytest

from dragapp.dossier.dossier import Dossier
from dragapp.dossier.edit import Edit
from dragapp.errors import StorageError
from dragapp.plan.codec import check_keys, decode, encode
from dragapp.plan.plan import Plan
from tests.dossier.changes import CHANGES, Change, every_change, matrix_id, new_row, node_id
from tests.dossier.samples import dump, matrix, sample_plan
from tests.dossier.unchanged import is_as_it_was, with_a_history


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


@pytest.mark.parametrize("error", [ZeroDivisionError, KeyboardInterrupt])
@every_change
def test_it_is_taken_back_whole_when_the_action_fails(
    dossier: Dossier, change: Change, error: type[BaseException]
) -> None:
    before = with_a_history(dossier)
    plan = dossier.load(dossier.find())

    def fail() -> None:
        with dossier.action("Schimbare") as edit:
            change(edit, plan)
            raise error

    with pytest.raises(error):
        fail()
    is_as_it_was(dossier, before)


@every_change
def test_it_is_taken_back_whole_wherever_it_is_stopped(
    dossier: Dossier, monkeypatch: pytest.MonkeyPatch, change: Change
) -> None:
    """Before each of its SQL statements in turn, the COMMIT included."""
    before = with_a_history(dossier)
    plan = dossier.load(dossier.find())
    ordinary = dossier._db.execute
    left = 0

    def stopping(sql: str, *values: Any) -> Any:
        nonlocal left
        left -= 1
        if left < 0:
            raise KeyboardInterrupt
        if sql == "COMMIT":
            left = sys.maxsize
        return ordinary(sql, *values)

    def act() -> None:
        with monkeypatch.context() as patched, dossier.action("Schimbare") as edit:
            patched.setattr(dossier._db, "execute", stopping)
            change(edit, plan)

    stopped = 0
    while dump(dossier) == before:
        left = stopped
        try:
            act()
        except KeyboardInterrupt:
            stopped += 1
            is_as_it_was(dossier, before)
    assert stopped > 1
    assert dossier.undo_name == "Schimbare"
    dossier.undo()
    assert dump(dossier) == before


def test_what_was_stored_can_be_undone_even_if_the_disk_fails_right_then(
    dossier: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, ordinary, stored = dump(dossier), dossier._db.execute, False

    def failing(sql: str, *values: Any) -> Any:
        nonlocal stored
        if stored:
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorcode = sqlite3.SQLITE_IOERR
            raise error
        stored = sql == "COMMIT"
        return ordinary(sql, *values)

    with monkeypatch.context() as patched, dossier.action("Schimbare") as edit:
        patched.setattr(dossier._db, "execute", failing)
        edit.set_plan(dossier.find(), title="altul")
    assert dump(dossier) != before
    assert dossier.undo_name == "Schimbare"
    dossier.undo()
    assert dump(dossier) == before


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
        lambda e, p: e.set_table(matrix_id(p), matrix()),
        lambda e, p: e.set_table(p.sections[0].id, None),
        lambda e, p: e.set_cell(node_id(p, "r-m1"), "measure", "Anchete sociale"),
        lambda e, p: e.set_cell(node_id(p, "r-m2"), "budget", ""),
        lambda e, p: e.set_cell(node_id(p, "r-m2"), "budget", "\0"),
        lambda e, p: e.set_node(node_id(p, "r-m1"), level="measure"),
        lambda e, p: e.move_node(node_id(p, "r-m2"), node_id(p, "r-d1"), 1),
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
        (lambda e, p: e.set_column(matrix_id(p), "budget", key="x"), TypeError),
        (lambda e, p: e.set_column(matrix_id(p), "missing", title="x"), LookupError),
        (lambda e, p: e.set_level(matrix_id(p), "indicator", look="banner"), ValueError),
        (lambda e, p: e.set_cell(99, "measure", "x"), LookupError),
        (lambda e, p: e.set_cell(node_id(p, "r-m1"), "direction", "x"), LookupError),
        (lambda e, p: e.set_cell(node_id(p, "r-m1"), "name", "x"), LookupError),
        (lambda e, p: e.add_node(matrix_id(p), node_id(p, "r-m1"), 0, new_row()), ValueError),
        (lambda e, p: e.add_node(matrix_id(p), node_id(p, "r-s1"), 0, new_row()), LookupError),
        (lambda e, p: e.move_node(node_id(p, "r-o1"), node_id(p, "r-d1"), 0), ValueError),
        (lambda e, p: e.move_node(node_id(p, "r-m1"), node_id(p, "r-m1"), 0), ValueError),
        (lambda e, p: e.move_node(node_id(p, "r-m1"), node_id(p, "r-s1"), 0), LookupError),
        (lambda e, p: e.set_node(node_id(p, "r-m1"), level="chapter"), ValueError),
        (lambda e, p: e.set_node(node_id(p, "r-m1"), key="x"), TypeError),
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

    parent = node_id(plan, "r-d1")
    for key, place, expected in (
        ("r-m1", 1, ["r-m2", "r-m1", "r-m3"]),
        ("r-m1", 99, ["r-m2", "r-m3", "r-m1"]),
        ("r-m1", -5, ["r-m1", "r-m2", "r-m3"]),
        ("r-m4", 1, ["r-m1", "r-m4", "r-m2", "r-m3"]),
    ):
        with dossier.action("Mutare") as edit:
            edit.move_node(node_id(plan, key), parent, place)
        assert measures() == expected


def test_a_table_given_anew_keeps_the_ids_of_what_stays(dossier: Dossier) -> None:
    plan = dossier.load(dossier.find())
    table = matrix()
    del table.columns[-1]
    table.rows[0].rows[0].rows[0].cells.pop("term")
    moved = table.rows[0].rows[0].rows.pop()
    table.rows[1].rows.append(moved)
    with dossier.action("Tabel") as edit:
        edit.set_table(matrix_id(plan), table)
    after = dossier.load(plan.id)
    assert after.section("objectives").table == table
    for key in ("r-m1", "r-m3", "r-i2"):
        assert node_id(after, key) == node_id(plan, key)


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
