"""The office's own lists are stored, changed, undone and found again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlite_utils import Database

from dragapp.dossier.edit_own import OwnEdit
from dragapp.dossier.journal import Journal
from dragapp.dossier.own_lists import read_own_lists, write_own_lists
from dragapp.dossier.schema import migrate
from dragapp.dossier.steps import all_of
from dragapp.plan.acts import Act, ActKind
from dragapp.plan.own_lists import OwnCode, OwnLists

LISTS = OwnLists(
    [OwnCode("8899 CZ-VS-I", "Centre", source="Legea nr. 217/2003"), OwnCode("8899 CZ-X-I")],
    [Act(ActKind.LOCAL_DECISION, "12", 2023, issuer="al Comunei Drăgușeni", seen=2024)],
    ["Parohia Drăgușeni", "Școala Gimnazială"],
    ["PNRR"],
    ["zgrunțești", "Castani"],
)


def opened() -> Database:
    db = Database(memory=True)
    migrate(db, 0)
    return db


@pytest.fixture
def db() -> Iterator[Database]:
    made = opened()
    yield made
    made.close()


def test_what_was_stored_is_read(db: Database) -> None:
    assert read_own_lists(db) == OwnLists()
    assert write_own_lists(db, LISTS)
    assert read_own_lists(db) == LISTS
    assert not write_own_lists(db, LISTS)


def test_only_what_differs_is_written(db: Database) -> None:
    write_own_lists(db, LISTS)
    before = db.conn.total_changes
    changed = replace(
        LISTS,
        codes=[replace(LISTS.codes[0], name="Centre integrate"), LISTS.codes[1]],
        words=["Castani", "nou"],
    )
    write_own_lists(db, changed)
    assert db.conn.total_changes == before + 3
    assert read_own_lists(db) == changed


def test_another_spelling_of_a_thing_takes_its_place(db: Database) -> None:
    write_own_lists(db, LISTS)
    write_own_lists(db, replace(LISTS, parties=["PAROHIA DRAGUSENI", "Școala Gimnazială"]))
    assert read_own_lists(db).parties == ["PAROHIA DRAGUSENI", "Școala Gimnazială"]


def test_a_thing_given_twice_is_stored_once(db: Database) -> None:
    write_own_lists(db, OwnLists(parties=["a", "A"], words=["a", "A", "a"]))
    assert read_own_lists(db) == OwnLists(parties=["a"], words=["a", "A"])


def test_the_change_can_be_taken_back(db: Database) -> None:
    write_own_lists(db, LISTS)
    journal = Journal(db)
    edit = OwnEdit(db)
    edit.set_own_lists(replace(LISTS, codes=[], words=["altul"]))
    assert edit.touched.own
    all_of(journal.replaying(journal.take()))
    assert read_own_lists(db) == LISTS
    again = OwnEdit(db)
    again.set_own_lists(LISTS)
    assert not again.touched.own


def test_every_field_has_its_column(db: Database) -> None:
    for table, kind in (("own_code", OwnCode), ("own_act", Act)):
        columns = {column.name for column in db.table(table).columns}
        assert columns == {"id"} | {spec.name for spec in fields(kind)}


words = st.lists(st.sampled_from(["a", "A", "ă", "b", "Ș", "ș"]), max_size=4)
lists = st.builds(OwnLists, st.just([]), st.just([]), words, words, words)


@given(st.lists(lists, max_size=4))
def test_the_last_lists_given_are_those_that_stay(several: list[OwnLists]) -> None:
    db = opened()
    for each in several:
        write_own_lists(db, each)
    found = read_own_lists(db)
    for name in ("parties", "funding", "words"):
        assert sorted(getattr(found, name)) == sorted(getattr(_once(several), name))
    db.close()


def _once(several: list[OwnLists]) -> OwnLists:
    db = opened()
    if several:
        write_own_lists(db, several[-1])
    found = read_own_lists(db)
    db.close()
    return found
