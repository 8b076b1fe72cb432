"""Undo of what is typed: one step for each stay in a text, and Ctrl+Z never reaches past it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from dragapp.errors import StorageError
from dragapp.examples import example
from dragapp.formats.plan_json import dump_plan
from dragapp.plan.plan import Plan
from dragapp.plan.rich import plain
from dragapp.ui.action_name import LONGEST, action_name
from dragapp.ui.fields import LinesField
from dragapp.ui.session import Session
from dragapp.ui.text_editor import TextEditor
from tests.ui.conftest import User

CTRL = Qt.KeyboardModifier.ControlModifier
Undo, Enter = Qt.Key.Key_Z, Qt.Key.Key_Return
#: Every text that is stored while it is typed, by the name that a screen reader says.
TEXTS = (
    "Textul",
    "Notele de sub tabel",
    "Titlul tipărit",
    "Propoziția tipărită",
    "Titlul planului",
    "Antetul instituției",
    "Antetul la proiect",
    "Antetul la hotărâre",
    "Alte rânduri ale antetului",
)


def session_of(user: User) -> Session:
    assert user.window.session is not None
    return user.window.session


def steps(user: User) -> list[str]:
    """Return the names of all steps that can be undone, the latest last."""
    return [entry.step.name for entry in session_of(user).dossier._history.past]


def page(user: User, place: int) -> QWidget:
    assert user.window.tabs is not None
    user.window.tabs.setCurrentIndex(place % user.window.tabs.count())
    user.settle()
    return user.window.tabs.currentWidget()


def field(user: User, name: str, place: int = 0) -> QWidget:
    """Turn to a tab of fields and to one of them."""
    widgets: list[QWidget] = page(user, place).findChildren(QWidget)
    found = next(each for each in widgets if each.accessibleName() == name)
    found.setFocus()
    user.settle()
    return found


def text(user: User, name: str) -> TextEditor | LinesField:
    """Come to a text."""
    if name in TEXTS[:4]:
        editor = user.go("green-line")
        names = {each.accessibleName(): each for each in editor.texts()}
        if name == "Notele de sub tabel":
            editor.panels["after"].show()
        names[name].setFocus()
        user.settle()
        assert names[name].hasFocus()
        return names[name]
    found = field(user, name)
    assert isinstance(found, LinesField)
    return found


def all_of(user: User, name: str, place: int = 0) -> QWidget:
    """Turn to a field and select all that is in it."""
    found = field(user, name, place)
    line = found.lineEdit() if isinstance(found, (QSpinBox, QComboBox)) else found
    assert isinstance(line, (QLineEdit, LinesField))
    line.selectAll()
    return found


def type_text(user: User, name: str, typed: str) -> TextEditor | LinesField:
    """Come to a text, type, and wait as long as the program does before it stores."""
    found = text(user, name)
    user.type(typed)
    found.commit()
    return found


def undo_typing(user: User, found: TextEditor | LinesField) -> None:
    """Press Ctrl+Z until the text itself has nothing more to undo."""
    while found.document().isUndoAvailable():
        user.press(Undo, CTRL)


def stored(user: User, plan: int | None = None) -> Plan:
    return session_of(user).dossier.load(user.plan.id if plan is None else plan)


def add_plan(user: User) -> int:
    plan = example("piatra-neamt-2021")
    plan.year = 2030
    with session_of(user).act("adaugă planul 2030") as edit:
        return edit.add_plan(plan)


@contextmanager
def locked(user: User) -> Iterator[None]:
    """Lock the file as another program would."""
    other = sqlite3.connect(session_of(user).dossier.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    yield
    other.execute("ROLLBACK")
    other.close()


def failing(user: User, qtbot: QtBot, action: Callable[[], object]) -> list[str]:
    """Do something that cannot be stored; return what the window told about it."""
    with qtbot.captureExceptions() as reported:
        action()
        user.settle()
    assert reported
    assert all(isinstance(error, StorageError) for _, error, _ in reported)
    return [str(error) for _, error, _ in reported]


@pytest.fixture
def office(draguseni: User) -> User:
    """A window whose section shows all of its texts."""
    draguseni.go("green-line")
    draguseni.do("state_none")
    session_of(draguseni).dossier._history.clear()
    return draguseni


@pytest.mark.parametrize("name", TEXTS)
def test_a_stay_in_a_text_is_one_step_however_often_it_is_stored(office: User, name: str) -> None:
    before = dump_plan(stored(office))
    found = type_text(office, name, "abc")
    office.type("def")
    found.commit()
    assert len(steps(office)) == 1
    assert "abcdef" in found.toPlainText()
    office.do("undo")
    assert dump_plan(stored(office)) == before
    assert "abc" not in found.toPlainText()


@pytest.mark.parametrize("name", TEXTS)
def test_two_stays_in_a_text_are_two_steps(office: User, name: str) -> None:
    type_text(office, name, "abc")
    office.go("contents")
    type_text(office, name, "def")
    assert len(steps(office)) == 2
    office.do("undo")
    shown = text(office, name).toPlainText()
    assert "abc" in shown
    assert "def" not in shown


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_typed_back_leaves_no_step(office: User, name: str) -> None:
    before = dump_plan(stored(office))
    found = type_text(office, name, "abc")
    undo_typing(office, found)
    found.commit()
    assert steps(office) == []
    assert dump_plan(stored(office)) == before


@pytest.mark.parametrize("name", TEXTS)
def test_leaving_for_another_program_does_not_end_the_stay(office: User, name: str) -> None:
    found = type_text(office, name, "abc")
    reason = Qt.FocusReason.ActiveWindowFocusReason
    for kind in (QFocusEvent.Type.FocusOut, QFocusEvent.Type.FocusIn):
        QApplication.sendEvent(found, QFocusEvent(kind, reason))
    office.type("def")
    found.commit()
    assert len(steps(office)) == 1
    undo_typing(office, found)
    assert "abc" not in found.toPlainText()


@pytest.mark.parametrize("name", TEXTS)
def test_ctrl_z_in_a_text_takes_back_what_was_done_last(office: User, name: str) -> None:
    found = type_text(office, name, "abc")
    with session_of(office).act("schimbă „Primar”") as edit:
        edit.set_institution(office.plan.id, mayor="Ion")
    first = steps(office)[:-1]
    found.setFocus()
    office.press(Undo, CTRL)
    assert steps(office) == first
    assert stored(office).institution.mayor != "Ion"
    found.commit()
    assert "abc" in found.toPlainText()
    assert steps(office) == first


def test_ctrl_z_after_a_text_was_left_takes_back_what_was_done_since(draguseni: User) -> None:
    editor = draguseni.go("consultation")
    editor.before.setFocus()
    draguseni.type("Nou. ")
    editor.before.commit()
    editor.state._buttons.button(0).click()
    draguseni.settle()
    assert len(steps(draguseni)) == 2
    editor.before.setFocus()
    draguseni.press(Undo, CTRL)
    editor.before.commit()
    assert len(steps(draguseni)) == 1
    assert editor.before.toPlainText().startswith("Nou. ")


@pytest.mark.parametrize("name", TEXTS[4:])
def test_typing_in_two_plans_is_two_steps(office: User, name: str) -> None:
    first, second = office.plan.id, add_plan(office)
    before = dump_plan(stored(office, second))
    type_text(office, name, "unu")
    office.window.show_plan(second)
    office.settle()
    type_text(office, name, "doi")
    kept = dump_plan(stored(office, first))
    assert len(steps(office)) == 3
    office.do("undo")
    assert dump_plan(stored(office, second)) == before
    assert dump_plan(stored(office, first)) == kept


def test_a_title_typed_like_another_plans_stays(draguseni: User) -> None:
    first, second = draguseni.plan.id, add_plan(draguseni)
    title = stored(draguseni).title
    for plan, typed in ((first, "Unu"), (second, title)):
        draguseni.window.show_plan(plan)
        draguseni.settle()
        found = text(draguseni, "Titlul planului")
        found.selectAll()
        found.insertPlainText(typed)
        found.commit()
    assert stored(draguseni, first).title == "Unu"
    assert stored(draguseni, second).title == title


def test_a_text_that_cannot_be_taken_back_is_not_called_saved(
    draguseni: User, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = draguseni.go("consultation").before
    original = dump_plan(stored(draguseni))
    editor.setFocus()
    draguseni.type("Greșit. ")
    editor.commit()
    undo_typing(draguseni, editor)
    asked = []
    monkeypatch.setattr("dragapp.ui.dialogs.ask", lambda *told: asked.append(told))
    with locked(draguseni):
        failing(draguseni, qtbot, draguseni.window.close_dossier)
        assert "NU este salvată" in draguseni.window._saved.text()
    assert asked
    assert session_of(draguseni).flush()
    assert dump_plan(stored(draguseni)) == original


def test_a_year_that_another_plan_has_is_given_up(draguseni: User, qtbot: QtBot) -> None:
    add_plan(draguseni)
    year = all_of(draguseni, "Anul planului")
    draguseni.type("2030")
    told = failing(draguseni, qtbot, lambda: draguseni.press(Enter))
    assert any("are deja" in each for each in told)
    assert isinstance(year, QSpinBox)
    assert year.value() == 2024
    assert session_of(draguseni).flush()


@pytest.mark.parametrize(
    ("name", "place", "typed", "other"),
    [
        ("Anul planului", 0, "2031", "Adresa"),
        ("Felul ședinței", -1, "festivă", "Nr. hotărârii"),
        ("Titlul planului", 0, "Titlu nou", "Adresa"),
        ("Primar", 0, "Ion Plin", "Adresa"),
    ],
)
def test_what_cannot_be_stored_stays_while_another_field_is_stored(
    draguseni: User,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    place: int,
    typed: str,
    other: str,
) -> None:
    session = session_of(draguseni)
    ordinary, possible = session.dossier.action, [other]

    def refuse(action: str, *rest: object, **named: object) -> object:
        if not any(each in action for each in possible):
            raise StorageError("discul este plin")
        return ordinary(action, *rest, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(session.dossier, "action", refuse)
    all_of(draguseni, name, place)
    draguseni.type(typed)

    def go_on() -> None:
        all_of(draguseni, other, place)
        draguseni.type("5")
        assert not session.flush()

    failing(draguseni, qtbot, go_on)
    assert steps(draguseni) == [f"schimbă „{other}”"]
    possible.append("")
    assert session.flush()
    assert len(steps(draguseni)) == 2
    assert f'"{typed}"' in dump_plan(stored(draguseni)) or stored(draguseni).year == 2031


def open_cell(user: User) -> QWidget:
    table = user.table("objectives-matrix")
    table.view.setCurrentIndex(table.model.index(0, 9))
    user.press(Qt.Key.Key_F2)
    assert table.view.state() == QAbstractItemView.State.EditingState
    return table.view


BOXES: dict[str, Callable[[User], QWidget]] = {
    "cell": open_cell,
    "year": lambda user: all_of(user, "Anul planului"),
    "choice": lambda user: field(user, "Felul ședinței", -1),
    "line": lambda user: field(user, "Primar"),
    "lines": lambda user: field(user, "Titlul planului"),
    "heading": lambda user: text(user, "Titlul tipărit"),
}


@pytest.mark.parametrize("where", BOXES)
def test_ctrl_z_with_nothing_typed_is_the_dossiers(draguseni: User, where: str) -> None:
    with session_of(draguseni).act("schimbă „Adresa”") as edit:
        edit.set_institution(draguseni.plan.id, address="alta")
    BOXES[where](draguseni)
    draguseni.press(Undo, CTRL)
    assert steps(draguseni) == []


@pytest.mark.parametrize("where", BOXES)
def test_ctrl_z_takes_back_typing_first_and_then_the_dossiers(draguseni: User, where: str) -> None:
    original = dump_plan(stored(draguseni))
    with session_of(draguseni).act("schimbă „Adresa”") as edit:
        edit.set_institution(draguseni.plan.id, address="alta")
    BOXES[where](draguseni)
    draguseni.type("1")
    draguseni.press(Undo, CTRL)
    assert len(steps(draguseni)) == 1
    draguseni.press(Undo, CTRL)
    assert steps(draguseni) == []
    assert dump_plan(stored(draguseni)) == original


@pytest.mark.parametrize(
    ("name", "place", "typed"),
    [("Primar", 0, "Ion"), ("Anul planului", 0, "2031"), ("Felul ședinței", -1, "festivă")],
)
def test_ctrl_z_after_enter_takes_the_whole_field_back(
    draguseni: User, name: str, place: int, typed: str
) -> None:
    original = dump_plan(stored(draguseni))
    all_of(draguseni, name, place)
    draguseni.type(typed)
    draguseni.press(Enter)
    assert len(steps(draguseni)) == 1
    draguseni.press(Undo, CTRL)
    draguseni.press(Enter)
    assert steps(draguseni) == []
    assert dump_plan(stored(draguseni)) == original


def test_a_label_typed_back_counts_by_itself_again(piatra_neamt: User) -> None:
    label = piatra_neamt.go("proposed-services").label
    automatic = label.text()
    for typed in ("Z.", automatic):
        label.setFocus()
        label.selectAll()
        piatra_neamt.type(typed)
        piatra_neamt.press(Enter)
        assert label.text() == typed
    assert automatic == "B."
    assert piatra_neamt.stored().section("proposed-services").number is None


def test_steps_say_what_was_typed_where(office: User) -> None:
    for name in ("Textul", "Notele de sub tabel", "Titlul tipărit", "Titlul planului"):
        type_text(office, name, "a")
    section = office.plan.section("green-line").name
    assert steps(office) == [
        action_name("scrie textul la", section),
        action_name("scrie notele la", section),
        action_name("schimbă titlul la", section),
        "schimbă titlul planului",
    ]
    assert plain(office.plan.section("green-line").heading).startswith("a")


def test_the_name_of_a_step_is_short_and_quotes_inside_quotes_are_angular() -> None:
    assert action_name("scrie textul la", "Obiective") == "scrie textul la „Obiective”"
    assert action_name("ascunde", "Alt „punct”") == "ascunde „Alt «punct»”"
    long = action_name("scrie textul la", "Perioada în care se va desfășura campania de informare")
    assert long == "scrie textul la „Perioada în care se va desfășura campania…”"
    assert len(long) <= LONGEST
