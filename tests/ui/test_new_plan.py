"""Plan nou: its three pages by keyboard, what it makes, and the empty tables that follow."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from dragapp.forms import current_form
from dragapp.plan.plan import Institution, Plan
from dragapp.plan.rich import plain
from dragapp.plan.section import State
from dragapp.plan.situation import Answer
from dragapp.ui.new_plan_dialog import NewPlanDialog
from tests.ui.conftest import User

Key = Qt.Key


@pytest.fixture
def dialog(qtbot: QtBot) -> NewPlanDialog:
    return shown(qtbot, NewPlanDialog(None, current_form()))


def shown(qtbot: QtBot, dialog: NewPlanDialog) -> NewPlanDialog:
    qtbot.addWidget(dialog, before_close_func=lambda each: each.done(0))
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    QApplication.processEvents()
    return dialog


def press(*keys: Key) -> None:
    for key in keys:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key)
        QApplication.processEvents()


def write(text: str) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, text)


def in_focus(widget: QWidget) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and (focus is widget or widget.isAncestorOf(focus))


def test_a_commune_without_services_by_keyboard_alone(dialog: NewPlanDialog) -> None:
    pressed = 0

    def go(*keys: Key) -> None:
        nonlocal pressed
        pressed += len(keys)
        press(*keys)

    def say(text: str) -> None:
        nonlocal pressed
        pressed += len(text)
        write(text)

    say("vaslui")
    go(Key.Key_Tab)
    assert dialog.place.county.text() == "Vaslui"
    say("Valea Mica")
    go(Key.Key_Return)
    assert in_focus(dialog.people.fields["mayor"])
    for name in ("Popa Ion", "Stan Ana", "Ionescu Maria"):
        say(name)
        go(Key.Key_Tab)
    go(Key.Key_Return)
    for box in dialog.situation.boxes.values():
        assert in_focus(box.ways[Answer.LATER])
        # From "Mai târziu" to "Nu" is one step back.
        go(Key.Key_Left)
        assert box.ways[Answer.NO].isChecked()
        for field in box.sentences.values():
            go(Key.Key_Tab)
            assert in_focus(field.text)
            go(Key.Key_Tab, Key.Key_Space)
            assert field.confirm.isChecked()
        go(Key.Key_Tab)
    assert in_focus(dialog.forward)
    go(Key.Key_Return)
    assert dialog.result() == NewPlanDialog.DialogCode.Accepted
    plan = dialog.plan()
    assert (plan.institution.county, plan.institution.inspector) == ("Vaslui", "Ionescu Maria")
    assert plan.section("contracting").state == State.NONE
    assert dialog.begins() == ""
    # What is typed is 45 letters; a patient minute is twice that many keys.
    assert pressed < 120


def test_one_can_go_back_and_the_sentences_follow_the_name(dialog: NewPlanDialog) -> None:
    dialog.place.name.setText("Mica")
    dialog.go_on()
    dialog.go_on()
    box = dialog.situation.boxes["existing-services"]
    dialog.situation.answer("existing-services", Answer.NO, confirm=True)
    own = dialog.situation.boxes["contracting"].sentences["contracting"]
    own.text.setPlainText("Nu contractăm nimic.")
    dialog.go_back()
    dialog.go_back()
    assert in_focus(dialog.place.county)
    dialog.place.name.setText("Mare")
    dialog.go_on()
    dialog.go_on()
    field = box.sentences["existing-services"]
    assert (
        field.sentence().text
        == "La nivelul comunei Mare nu funcționează servicii sociale licențiate."
    )
    # The tick was for another sentence.
    assert not field.confirm.isChecked()
    assert own.sentence().text == "Nu contractăm nimic."


def test_a_taken_year_and_a_missing_name_are_told_in_words(qtbot: QtBot) -> None:
    known = Institution(name="Drăgușeni", county="Iași")
    dialog = shown(qtbot, NewPlanDialog(None, current_form(), known, frozenset({2024})))
    assert dialog.place.year.value() == 2025
    assert dialog.forward.isEnabled()
    dialog.place.year.setValue(2024)
    assert not dialog.forward.isEnabled()
    assert "deja un plan pentru anul 2024" in dialog.place.missing()
    dialog.place.year.setValue(2026)
    dialog.place.name.clear()
    dialog.go_on()
    assert "denumirea" in dialog.place.missing()


def test_esc_asks_only_where_something_would_be_lost(
    dialog: NewPlanDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def stay(*words: object) -> bool:
        asked.append(str(words[2]))
        return False

    monkeypatch.setattr("dragapp.ui.dialogs.ask", stay)
    dialog.place.name.setText("Mica")
    dialog.reject()
    assert dialog.isVisible()
    assert len(asked) == 1


def test_esc_asks_nothing_where_nothing_was_typed(dialog: NewPlanDialog) -> None:
    press(Key.Key_Escape)
    assert not dialog.isVisible()


def test_counties_are_found_without_diacritics(dialog: NewPlanDialog) -> None:
    write("tim")
    line = dialog.place.county.lineEdit()
    assert line is not None
    completer = line.completer()
    QAbstractItemModelTester(completer.model())
    assert [
        completer.completionModel().index(row, 0).data()
        for row in range(completer.completionModel().rowCount())
    ] == ["Timiș"]


def test_a_proposal_is_confirmed_later_in_its_section(use: Callable[[Plan], User]) -> None:
    plan = current_form().new_plan(Institution(name="Mica", county="Mureș"), 2026)
    user = use(plan)
    bar = user.go("contracting").state
    assert bar.confirm.isVisible()
    bar.confirm.setFocus()
    user.press(Key.Key_Space)
    assert user.stored().section("contracting").state == State.NONE
    assert not bar.confirm.isVisible()
    assert QApplication.focusWidget() is not None
    user.do("undo")
    kept = user.stored().section("contracting")
    assert (kept.state, bool(plain(kept.statement))) == (State.TODO, True)


def test_an_empty_table_shows_an_example_and_enter_adds_the_first_row(
    use: Callable[[Plan], User],
) -> None:
    user = use(current_form().new_plan(Institution(name="Mica", county="Mureș"), 2026))
    table = user.table("meetings")
    user.settle()
    labels = " ".join(each.text() for each in table.empty.findChildren(type(table.empty._row)))
    assert "Se scrie cine participă" in labels
    assert "De exemplu (Piatra Neamț, 2021): Furnizorii privați" in labels
    user.press(Key.Key_Return)
    assert table.model.rowCount() == 1
    assert not table.empty.isVisible()


def test_the_button_of_an_empty_table_is_reached_by_tab(use: Callable[[Plan], User]) -> None:
    user = use(current_form().new_plan(Institution(name="Mica", county="Mureș"), 2026))
    table = user.table("existing-services")
    user.settle()
    user.press(Key.Key_Tab)
    focus = QApplication.focusWidget()
    assert isinstance(focus, QPushButton)
    assert focus.text() == "Adaugă centru"
    user.press(Key.Key_Space)
    assert table.model.rowCount() == 1
    assert QApplication.focusWidget() is table.view


def test_a_section_of_ones_own_has_no_example_but_its_button(draguseni: User) -> None:
    session = draguseni.window.session
    assert session is not None
    section = draguseni.plan.section("meetings")
    with session.act("cheie") as edit:
        edit.delete_section(section.id)
        section.key = "s-0123456789"
        parent = draguseni.plan.section("chapter-2")
        edit.add_section(draguseni.plan.id, parent.id, 0, section)
    table = draguseni.table("s-0123456789")
    draguseni.settle()
    assert table.empty.isVisible()
    assert not table.empty._row.isVisible()
    assert table.empty.button.isVisible()
