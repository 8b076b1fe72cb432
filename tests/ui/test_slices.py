"""Long work is done in slices: the window answers in between, and nothing comes in between."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from time import sleep

import pytest
from pytestqt.qtbot import QtBot

from dragapp.dossier.edit import Edit
from dragapp.errors import StorageError
from dragapp.ui.session import Session
from dragapp.ui.slices import Slices
from tests.ui.conftest import User

STEPS = 40


def slow(done: list[int], fail: bool = False) -> Iterator[None]:
    """Work long enough for several slices."""
    for number in range(STEPS):
        sleep(0.002)
        done.append(number)
        if fail and number > STEPS // 2:
            raise ValueError("gone wrong")
        yield


def session_of(user: User) -> Session:
    assert user.window.session
    return user.window.session


def retitle(user: User, title: str) -> None:
    """Store a title among steps that take their time."""

    def steps(edit: Edit) -> Iterator[None]:
        edit.set_plan(user.plan.id, title=title)
        yield from slow([])

    session_of(user).act_slowly("scrie încet", steps)


def test_a_short_work_is_done_at_once(qtbot: QtBot) -> None:
    slices = Slices()
    slices.begin(iter(range(5)))
    assert not slices.busy


def test_the_window_answers_between_the_slices(qtbot: QtBot) -> None:
    slices = Slices()
    done: list[int] = []
    slices.begin(slow(done))
    assert 0 < len(done) < STEPS
    qtbot.waitUntil(lambda: not slices.busy)
    assert done == list(range(STEPS))


def test_another_work_waits_for_the_first(qtbot: QtBot) -> None:
    slices = Slices()
    one: list[int] = []
    two: list[int] = []
    slices.begin(slow(one))
    slices.begin(slow(two))
    assert one == list(range(STEPS))
    slices.finish()
    assert two == list(range(STEPS))


def test_what_goes_wrong_later_is_told_and_ends_the_work(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: told.append(kind))
    slices = Slices()
    slices.begin(slow([], fail=True))
    slices.finish()
    assert told == [ValueError]
    assert not slices.busy


def test_what_is_to_begin_later_has_done_nothing_yet(qtbot: QtBot) -> None:
    done: list[int] = []
    slices = Slices()
    slices.begin(map(done.append, range(3)), later=True)
    assert slices.busy
    assert not done
    qtbot.waitUntil(lambda: not slices.busy)
    assert done == [0, 1, 2]


def test_a_slow_action_is_one_step_and_seen_when_it_is_done(
    qtbot: QtBot, piatra_neamt: User
) -> None:
    before, session = piatra_neamt.plan.title, session_of(piatra_neamt)
    retitle(piatra_neamt, "Altul")
    assert piatra_neamt.plan.title == before
    assert session.dossier.undo_name is None
    qtbot.waitUntil(lambda: piatra_neamt.plan.title == "Altul")
    assert session.dossier.undo_name == "scrie încet"
    session.undo()
    assert piatra_neamt.plan.title == before
    assert session.dossier.undo_name is None


@pytest.mark.parametrize("how", ["undo", "flush", "act", "close"])
def test_whatever_follows_finds_it_done(piatra_neamt: User, how: str) -> None:
    before, session = piatra_neamt.plan.title, session_of(piatra_neamt)
    retitle(piatra_neamt, "Altul")
    if how == "undo":
        session.undo()
        assert piatra_neamt.plan.title == before
    elif how == "flush":
        assert session.flush()
        assert piatra_neamt.plan.title == "Altul"
    elif how == "act":
        with session.act("titlu") as edit:
            assert piatra_neamt.plan.title == "Altul"
            edit.set_plan(piatra_neamt.plan.id, title="Nou")
        assert session.dossier.undo_name == "titlu"
    else:
        session.close()
        assert piatra_neamt.plan.title == "Altul"


def test_a_slow_action_that_fails_changes_nothing(
    piatra_neamt: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda _, error, __: told.append(error))
    session = session_of(piatra_neamt)
    before = piatra_neamt.plan.title

    def steps(edit: Edit) -> Iterator[None]:
        edit.set_plan(piatra_neamt.plan.id, title="Pierdut")
        yield from slow([])
        raise StorageError("nu se poate")

    session.act_slowly("scrie încet", steps)
    assert session.flush()
    assert [str(error) for error in told] == ["nu se poate"]
    assert piatra_neamt.stored().title == before
    assert session.dossier.undo_name is None
    session.flush()
