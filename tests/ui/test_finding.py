"""Find and replace as a user does it: typing, going from hit to hit, replacing, undoing."""

from __future__ import annotations

import sqlite3
import sys
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit

from dragapp.dossier.journal import Journal
from dragapp.errors import StorageError
from dragapp.plan.finding import Sought, find
from dragapp.ui.finding import Finding
from dragapp.ui.line_model import Group, Line, LineModel
from tests.ui.conftest import User

_FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


def sought(user: User, text: str, command: str = "find") -> Finding:
    """Search for a text and wait for what is found."""
    user.do(command)
    finding = user.window.side_lists.finding
    assert finding is not None
    assert QApplication.focusWidget() is finding.panel.sought
    finding.panel.sought.setText(text)
    finding._finish()
    return finding


def test_hits_are_listed_by_section_with_the_hit_marked(draguseni: User) -> None:
    finding = sought(draguseni, "asistenta")
    lines = [line for group in finding.panel.model.groups for line in group.lines]
    assert len(lines) == len(find(draguseni.plan, Sought("asistenta"))) > 10
    assert all("asisten" in line.text[slice(*line.bold)].lower() for line in lines)
    assert len({group.key for group in finding.panel.model.groups}) == len(
        finding.panel.model.groups
    )
    assert finding.panel.told.text().startswith(f"{len(lines)} ")


def test_typing_finds_after_a_moment(draguseni: User, qtbot: object) -> None:
    finding = sought(draguseni, "")
    draguseni.type("2024")
    finding._soon.setInterval(0)
    qtbot.waitUntil(lambda: len(finding.hits) > 0)  # type: ignore[attr-defined]
    assert finding.hits == find(draguseni.plan, Sought("2024"))


def test_enter_goes_from_hit_to_hit_and_esc_leaves_at_it(draguseni: User) -> None:
    finding = sought(draguseni, "Telefonul verde")
    draguseni.press(Qt.Key.Key_Return)
    assert "Locul 1 din" in finding.panel.told.text()
    assert QApplication.focusWidget() is finding.panel.sought
    while finding.hits[finding._current].section != "green-line":
        draguseni.press(Qt.Key.Key_Return)
    assert draguseni.chosen().key == "green-line"
    draguseni.press(Qt.Key.Key_Escape)
    there = QApplication.focusWidget()
    assert isinstance(there, QTextEdit)
    assert there.textCursor().selectedText() == "Telefonul verde"


def test_every_kind_of_hit_is_gone_to(draguseni: User) -> None:
    for text, selected in (
        ("Prisăcaru", "Prisăcaru"),
        ("26.04.2024", "26.04.2024"),
        ("Inspectorul cu atribuții", "Inspectorul cu atribuții"),
        ("LOCAL DRĂGUȘENI", "LOCAL DRĂGUȘENI"),
    ):
        finding = sought(draguseni, text)
        draguseni.press(Qt.Key.Key_Return)
        assert draguseni.window.tabs is not None
        draguseni.press(Qt.Key.Key_Escape)
        focus = QApplication.focusWidget()
        shown = (
            focus.selectedText()
            if isinstance(focus, QLineEdit)
            else focus.textCursor().selectedText()  # type: ignore[union-attr]
        )
        assert shown == selected, finding.hits[0]


def test_a_hit_in_a_table_is_stood_on(draguseni: User) -> None:
    finding = sought(draguseni, "anchete")
    cell = next(hit for hit in finding.hits if hit.place.row)
    finding.panel.hit_chosen.emit(finding.hits.index(cell))
    draguseni.settle()
    chapter = draguseni.window.tabs.chapter() if draguseni.window.tabs else None
    assert chapter is not None
    assert chapter.editor is not None
    assert chapter.editor.table is not None
    assert "anchet" in str(chapter.editor.table.view.currentIndex().data()).lower()


def test_everything_is_replaced_in_one_step_and_told(draguseni: User) -> None:
    finding = sought(draguseni, "2024", "replace")
    before = len(finding.hits)
    finding.panel.by.setText("2025")
    finding.panel.all.click()
    session = draguseni.window.session
    assert session is not None
    session.flush()
    draguseni.settle()
    assert not find(draguseni.stored(), Sought("2024"))
    assert finding.panel.told.text().startswith(f"{before} ")
    assert "Ctrl+Z le pune la loc." in finding.panel.told.text()
    draguseni.do("undo")
    session.flush()
    assert len(find(draguseni.stored(), Sought("2024"))) == before
    finding._finish()
    assert "înlocuit" not in finding.panel.told.text()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_tab_goes_from_what_is_sought_to_what_replaces_it(draguseni: User, key: Qt.Key) -> None:
    finding = sought(draguseni, "2024", "replace")
    draguseni.press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is finding.panel.by
    draguseni.type("2025")
    draguseni.press(Qt.Key.Key_Tab)
    draguseni.press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is finding.panel.all
    draguseni.press(key)
    assert find(draguseni.plan, Sought("2024")) == []


def test_what_could_not_be_replaced_can_be_tried_again(
    draguseni: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, session = draguseni.stored(), draguseni.window.session
    assert session
    finding = sought(draguseni, "2024")
    finding.panel.by.setText("2025")
    told: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: told.append(kind))

    def full(_: Journal) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    with monkeypatch.context() as disk:
        disk.setattr(Journal, "take", full)
        finding.panel.all.click()
        session.flush()
    assert told == [StorageError]
    assert draguseni.stored() == draguseni.plan == before
    finding.panel.all.click()
    assert session.flush()
    assert not find(draguseni.stored(), Sought("2024"))
    session.undo()
    assert session.flush()
    assert draguseni.stored() == draguseni.plan == before


def test_one_is_replaced_and_the_next_is_shown(draguseni: User) -> None:
    finding = sought(draguseni, "anchete", "replace")
    many = len(finding.hits)
    finding.panel.by.setText("noi anchete")
    finding.panel.one.click()
    assert len(find(draguseni.stored(), Sought("noi anchete"))) == 0
    for replaced in (1, 2):
        finding.panel.one.click()
        assert len(find(draguseni.stored(), Sought("noi anchete"))) == replaced
    assert len(finding.hits) == many


def test_an_approved_plan_says_why_nothing_is_replaced(draguseni: User) -> None:
    session = draguseni.window.session
    assert session is not None
    session.approve(b"%PDF", date(2024, 4, 26))
    finding = sought(draguseni, "2024", "replace")
    assert not finding.panel.all.isEnabled()
    assert "aprobat" in finding.panel.barred.text()


def test_nothing_found_says_what_to_try(draguseni: User) -> None:
    finding = sought(draguseni, "ASISTENTA")
    finding.panel.exact.setChecked(True)
    finding._finish()
    assert "Fără „Exact” se găsește" in finding.panel.told.text()


def test_the_selection_is_proposed(draguseni: User) -> None:
    editor = draguseni.go("narrative")
    editor.before.setFocus()
    cursor = editor.before.textCursor()
    cursor.setPosition(0)
    cursor.setPosition(6, QTextCursor.MoveMode.KeepAnchor)
    editor.before.setTextCursor(cursor)
    draguseni.do("find")
    finding = draguseni.window.side_lists.finding
    assert finding is not None
    assert finding.panel.sought.text() == cursor.selectedText() != ""


def test_the_list_s_model_keeps_qt_s_rules() -> None:
    model = LineModel()
    QAbstractItemModelTester(model, _FATAL, model)
    model.show([Group("a", "A", [Line("unu", 0), Line("doi", 1)])])
    model.append([Group("a", "A", [Line("trei", 2)]), Group("b", "B", [Line("patru", 3)])])
    assert model.rowCount() == 2
    assert model.place_of(2).row() == 2
    model.show(
        [
            Group("a", "A", [Line("x", 0), Line("y", 1), Line("z", 2)]),
            Group("b", "B", [Line("", 3)]),
        ]
    )
    assert model.place_of(3).parent().data() == "B"
    model.show([])
    assert model.rowCount() == 0


def test_the_status_bar_tells_how_far_the_plan_is_and_leads_to_the_list(draguseni: User) -> None:
    lists = draguseni.window.side_lists
    assert lists.state.text() == "14 din 29 de puncte completate"
    lists.state.click()
    draguseni.settle()
    made = lists._docks["todo"].widget()
    made.chosen.emit("meetings")  # type: ignore[attr-defined]
    assert draguseni.chosen().key == "meetings"


def test_the_tabs_tell_how_far_their_sections_are_in_words(draguseni: User) -> None:
    tabs = draguseni.window.tabs
    assert tabs is not None
    told = {tabs.tabText(place): tabs.tabToolTip(place) for place in range(tabs.count())}
    assert told["Preambul"] == "Preambul – completat"
    assert told["Capitolul I"] == "Capitolul I – 3 puncte de completat"
    assert all(not tabs.tabIcon(place).isNull() for place in range(tabs.count()))
