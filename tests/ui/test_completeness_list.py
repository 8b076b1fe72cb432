"""The list of what is to be filled in: lines lead to their section and give it a state."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from dragapp.plan.section import State
from dragapp.ui.completeness_list import CompletenessList
from dragapp.ui.look import look, scaled
from dragapp.ui.side_dock import WIDTH, SideDock
from tests.ui.conftest import User
from tests.ui.wheel import turn

_FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def shown(user: User, qtbot: QtBot, *, everything: bool) -> CompletenessList:
    session = user.window.session
    assert session is not None
    made = CompletenessList(session, everything=everything)
    qtbot.addWidget(made)
    QAbstractItemModelTester(made.model, _FATAL, made)
    made.show()
    return made


def words(made: CompletenessList) -> list[str]:
    return [line.text for group in made.model.groups for line in group.lines]


def stand(made: CompletenessList, key: str) -> None:
    made.view.setCurrentIndex(made.model.place_of(("point", key)))


def test_a_line_is_declared_and_the_next_is_stood_on(draguseni: User, qtbot: QtBot) -> None:
    made = shown(draguseni, qtbot, everything=False)
    assert made.summary.text() == "14 din 29 de puncte completate"
    assert "A. Servicii existente" in words(made)
    stand(made, "existing-services")
    made.buttons[State.NONE].click()
    assert draguseni.stored().section("existing-services").state == State.NONE
    assert made.summary.text() == "15 din 29 de puncte completate"
    assert "A. Servicii existente" not in words(made)
    current = made.model.line(made.view.currentIndex())
    assert current is not None
    assert current.text == "B. Servicii propuse"
    assert [section.key for section in made.sections()] == ["proposed-services"]
    draguseni.do("undo")
    assert "A. Servicii existente" in words(made)


def test_enter_and_a_click_lead_to_the_section(draguseni: User, qtbot: QtBot) -> None:
    made = shown(draguseni, qtbot, everything=True)
    chosen: list[str] = []
    made.chosen.connect(chosen.append)
    stand(made, "supervision-psychologists")
    QTest.keyClick(made.view, Qt.Key.Key_Return)
    assert chosen == ["supervision-psychologists"]
    made.view.clicked.emit(made.model.place_of(("by-pen", "consultation")))
    assert chosen[-1] == "consultation"


def test_every_line_says_its_state_in_words(draguseni: User, qtbot: QtBot) -> None:
    made = shown(draguseni, qtbot, everything=True)
    for group in made.model.groups:
        for line in group.lines:
            assert any(
                state in line.about.lower()
                for state in ("de completat", "completat", "nu este cazul")
            )


def test_the_list_leaves_room_for_the_plan_and_its_pages(piatra_neamt: User) -> None:
    # On the screen of 1366 pixels that offices have, with the pages shown at the right.
    window = piatra_neamt.window
    window.side_lists.show_todo(on=True)
    piatra_neamt.settle()
    assert window.side_lists.todo is not None
    assert window.side_lists.todo.minimumSizeHint().width() <= scaled(WIDTH)
    window.actions_["preview"].trigger()
    editor = piatra_neamt.go("published-information")
    page = editor.parentWidget()
    assert page is not None
    assert editor.width() == page.width()


def test_the_width_of_the_list_is_remembered(piatra_neamt: User) -> None:
    window, lists = piatra_neamt.window, piatra_neamt.window.side_lists
    lists.show_todo(on=True)
    dock = window.findChildren(SideDock)[0]
    window.resizeDocks([dock], [380], Qt.Orientation.Horizontal)
    piatra_neamt.settle()
    lists.show_todo(on=False)
    window.actions_["find"].trigger()
    piatra_neamt.settle()
    assert lists.finding is not None
    assert lists.finding.panel.width() == 380


def test_ctrl_and_the_wheel_zoom_over_the_list(piatra_neamt: User) -> None:
    lists = piatra_neamt.window.side_lists
    lists.show_todo(on=True)
    assert isinstance(lists.todo, CompletenessList)
    turn(lists.todo.view.viewport(), 120, ctrl=True)
    assert look().zoom == 110
    turn(lists.todo, -120, ctrl=True)
    assert look().zoom == 100
