"""Undo belongs to the dossier: one action, one step, named, with its place."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

import pytest

from dragapp.dossier.dossier import Dossier
from dragapp.dossier.step import Spot
from tests.dossier.samples import dump, sample_plan


def _rename(dossier: Dossier, name: str, merge: str | None = None) -> None:
    section = dossier.load(dossier.find()).sections[0]
    with dossier.action(f"Nume {name}", merge=merge) as edit:
        edit.set_section(section.id, name=name)


def _name(dossier: Dossier) -> str:
    return dossier.load(dossier.find()).sections[0].name


def test_steps_go_back_one_by_one_and_are_named(dossier: Dossier) -> None:
    _rename(dossier, "a")
    _rename(dossier, "b")
    assert (dossier.undo_name, dossier.redo_name) == ("Nume b", None)
    dossier.undo()
    assert (_name(dossier), dossier.undo_name, dossier.redo_name) == ("a", "Nume a", "Nume b")
    dossier.undo()
    assert (_name(dossier), dossier.undo_name) == ("Preambul", None)
    dossier.redo()
    dossier.redo()
    assert (_name(dossier), dossier.redo_name) == ("b", None)


def test_a_step_says_where_to_go_and_what_to_read_again(dossier: Dossier) -> None:
    plan = dossier.load(dossier.find())
    spot = Spot(plan.id, "preamble", part="name")
    with dossier.action("Nume", spot) as edit:
        edit.set_section(plan.sections[0].id, name="Altul")
    for step in (dossier.undo(), dossier.redo()):
        assert step is not None
        assert (step.name, step.spot) == ("Nume", spot)
        assert step.touched.sections == {plan.sections[0].id}


def test_a_new_action_ends_redo(dossier: Dossier) -> None:
    _rename(dossier, "a")
    dossier.undo()
    _rename(dossier, "b")
    assert dossier.redo() is None
    assert _name(dossier) == "b"


def test_an_action_that_changes_nothing_keeps_redo(dossier: Dossier) -> None:
    _rename(dossier, "a")
    dossier.undo()
    _rename(dossier, "Preambul")
    assert dossier.redo_name == "Nume a"


def test_opening_is_not_undoable(path: Path) -> None:
    """Promise 13."""
    with Dossier.create(path, sample_plan()) as dossier:
        assert dossier.undo() is None
        _rename(dossier, "a")
    with Dossier.open(path) as dossier:
        assert dossier.undo() is None
        assert _name(dossier) == "a"


def test_actions_of_one_merge_key_in_a_row_are_one_step(dossier: Dossier) -> None:
    _rename(dossier, "a")
    _rename(dossier, "ab", merge="text")
    _rename(dossier, "abc", merge="text")
    _rename(dossier, "abcd", merge="text")
    dossier.undo()
    assert _name(dossier) == "a"
    dossier.redo()
    assert _name(dossier) == "abcd"


@pytest.mark.parametrize(
    "between",
    [
        lambda dossier: _rename(dossier, "x"),
        lambda dossier: _rename(dossier, "x", merge="other"),
        lambda dossier: (dossier.undo(), dossier.redo()),
    ],
    ids=["another action", "another key", "undo and redo"],
)
def test_what_comes_between_ends_the_merging(
    dossier: Dossier, between: Callable[[Dossier], object]
) -> None:
    _rename(dossier, "a", merge="text")
    between(dossier)
    before = _name(dossier)
    _rename(dossier, "b", merge="text")
    dossier.undo()
    assert _name(dossier) == before


def test_actions_without_a_key_never_merge(dossier: Dossier) -> None:
    _rename(dossier, "a")
    _rename(dossier, "b")
    dossier.undo()
    assert _name(dossier) == "a"


def test_a_failed_action_between_does_not_hurt(dossier: Dossier) -> None:
    _rename(dossier, "a")
    before = dump(dossier)
    with contextlib.suppress(ZeroDivisionError), dossier.action("Eșuată") as edit:
        edit.delete_plan(dossier.find())
        raise ZeroDivisionError
    assert dump(dossier) == before
    assert dossier.undo_name == "Nume a"
    dossier.undo()
    assert _name(dossier) == "Preambul"


def test_an_action_inside_an_action_is_a_mistake(dossier: Dossier) -> None:
    def nest() -> None:
        with dossier.action("Afară") as edit:
            edit.set_plan(dossier.find(), title="pierdut")
            with dossier.action("Înăuntru"):
                pass

    def undo_inside() -> None:
        with dossier.action("Afară"):
            dossier.undo()

    _rename(dossier, "a")
    before = dump(dossier)
    for mistake in (nest, undo_inside):
        with pytest.raises(RuntimeError, match="inside another"):
            mistake()
        assert dump(dossier) == before
    dossier.undo()
    assert _name(dossier) == "Preambul"


def test_undo_brings_back_all_that_a_deletion_took_along(dossier: Dossier) -> None:
    before = dump(dossier)
    with dossier.action("Plan nou") as edit:
        added = edit.add_plan(sample_plan(2030))
    both = dump(dossier)
    with dossier.action("Ștergere") as edit:
        for entry in dossier.plans():
            edit.delete_plan(entry.id)
    empty = dump(dossier)
    assert {table for table, rows in empty.items() if rows} == {"institution", "setting"}
    dossier.undo()
    assert dump(dossier) == both
    assert dossier.load(added).year == 2030
    dossier.undo()
    assert dump(dossier) == before


def test_a_table_of_the_future_is_undoable_too(path: Path) -> None:
    Dossier.create(path, sample_plan()).close()
    with Dossier.open(path) as dossier:
        dossier._db.execute(
            'CREATE TABLE "o\'zi" ("un ""nume" TEXT, "group" INTEGER, r REAL, b BLOB, '
            'PRIMARY KEY ("un ""nume", "group")) STRICT'
        )
    with Dossier.open(path) as dossier:
        before = dump(dossier)
        with dossier.action("Adăugare") as edit:
            edit._db.execute('INSERT INTO "o\'zi" VALUES (?, ?, ?, ?)', ["a'b", 1, 0.1, b"\0\xff"])
        added = dump(dossier)
        with dossier.action("Schimbare") as edit:
            edit._db.execute('UPDATE "o\'zi" SET "group" = 2, r = NULL, b = NULL')
        dossier.undo()
        assert dump(dossier) == added
        with dossier.action("Înlocuire") as edit:
            edit._db.execute('INSERT OR REPLACE INTO "o\'zi" VALUES (?, 1, 2.5, NULL)', ["a'b"])
        dossier.undo()
        assert dump(dossier) == added
        dossier.undo()
        assert dump(dossier) == before
