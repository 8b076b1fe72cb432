"""The main window: opening, making, several plans, read-only, general data, the decision."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from dragapp.dossier.dossier import Dossier
from dragapp.examples import example
from dragapp.ui import settings
from dragapp.ui.completeness_list import CompletenessList
from dragapp.ui.main_window import MainWindow
from dragapp.ui.new_plan_dialog import NewPlanDialog
from dragapp.ui.start import show
from tests.ui import by_hand
from tests.ui.conftest import User


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    window = MainWindow()
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield window
    window.close()
    window.deleteLater()


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the window told the user instead of doing it."""
    texts: list[str] = []
    monkeypatch.setattr("dragapp.ui.dialogs.tell", lambda *words: texts.append(words[2]))
    return texts


def answer_new(monkeypatch: pytest.MonkeyPatch, name: str, year: int) -> list[str]:
    """Answer what a new plan begins with, and give up where that is asked once more.

    Return the names that are in the dialog, each time that it has been ended.
    """
    names: list[str] = []

    def answer(dialog: NewPlanDialog) -> QDialog.DialogCode:
        if not names:
            by_hand.answer_new(dialog, year, name=name)
        names.append(dialog.institution().name)
        return QDialog.DialogCode.Rejected if names[1:] else QDialog.DialogCode.Accepted

    monkeypatch.setattr(NewPlanDialog, "exec", answer)
    return names


def field(user: User, name: str) -> QLineEdit:
    assert user.window.tabs is not None
    fields = user.window.tabs.currentWidget().findChildren(QLineEdit)
    return next(each for each in fields if each.accessibleName() == name)


def put(user: User, name: str, text: str) -> None:
    edit = field(user, name)
    edit.setFocus()
    edit.selectAll()
    user.type(text)
    assert user.window.session is not None
    user.window.session.flush()


def test_what_cannot_be_opened_is_told_and_the_window_stays(
    window: MainWindow, told: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty, text, foreign = tmp_path / "gol.dosar", tmp_path / "text.dosar", tmp_path / "alt.dosar"
    empty.touch()
    text.write_text("Nu sunt un dosar. " * 100, encoding="utf-8")
    with sqlite3.connect(foreign) as other:
        other.execute("CREATE TABLE t (x)")
    other.close()
    monkeypatch.setattr("dragapp.ui.damage.offer_help", lambda *words: told.append(words[2]))
    for path in (tmp_path / "lipsă.dosar", empty, text, foreign):
        window.open_dossier(path)
    assert len(told) == 4
    assert all(
        path.name in said for path, said in zip((empty, text, foreign), told[1:], strict=True)
    )
    assert window.session is None


def test_a_new_plan_is_stored_and_remembered(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "Fișierul primăriei Țigănași.dosar"
    answer_new(monkeypatch, "Țigănași", 2026)
    monkeypatch.setattr("dragapp.ui.files.ask_new", lambda *_: path)
    window.doors.new_plan()
    assert "Țigănași, 2026" in window.windowTitle()
    window.close_dossier()
    with Dossier.open(path) as dossier:
        assert "ȚIGĂNAȘI" in dossier.load(dossier.find()).title
    assert settings.recent()[0] == path.resolve()
    assert window.welcome.list.item(0).text().startswith("Țigănași, 2026\nmodificat la ")


def test_a_new_plan_shows_its_list_which_leads_to_the_sections(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    answer_new(monkeypatch, "Țigănași", 2026)
    monkeypatch.setattr("dragapp.ui.files.ask_new", lambda *_: tmp_path / "nou.dosar")
    window.doors.new_plan()
    User(window).settle()
    todo = window.side_lists.todo
    assert isinstance(todo, CompletenessList)
    assert todo.isVisible()
    assert window.actions_["preview"].isChecked()
    todo.chosen.emit("meetings")
    assert User(window).chosen().key == "meetings"
    window.actions_["todo"].trigger()
    assert window.side_lists.todo is None
    window.actions_["todo"].trigger()
    assert window.side_lists.todo is not None
    window.close_dossier()
    assert window.side_lists.todo is None


@pytest.mark.parametrize("more", [1, -60])
def test_a_window_without_room_for_its_frame_takes_the_whole_screen(
    window: MainWindow, more: int
) -> None:
    room = window.screen().availableSize()
    window.resize(room.width() - 100, room.height() + more)
    show(window)
    assert window.isMaximized() == (more > 0)


def test_an_existing_file_is_never_overwritten(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, told: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "vechi.dosar"
    path.write_bytes(b"ceva")
    names = answer_new(monkeypatch, "Valea Mică", 2026)
    monkeypatch.setattr("dragapp.ui.files.ask_new", lambda *_: path)
    window.doors.new_plan()
    assert path.read_bytes() == b"ceva"
    assert "Există deja „vechi.dosar”" in told[0]
    assert names == ["Valea Mică"] * 2


def test_who_chooses_no_file_finds_the_answers_again(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = answer_new(monkeypatch, "Valea Mică", 2026)
    monkeypatch.setattr("dragapp.ui.files.ask_new", lambda *_: None)
    window.doors.new_plan()
    assert names == ["Valea Mică"] * 2
    assert window.session is None


def test_two_plans_in_one_file_and_undo_of_the_second(
    draguseni: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer_new(monkeypatch, "Drăgușeni", 2025)
    draguseni.do("add_plan")
    assert draguseni.plan.year == 2025
    draguseni.go("legal-basis")
    assert draguseni.window.session is not None
    draguseni.window.session.flush()
    draguseni.do("undo")
    assert draguseni.plan.year == 2024
    assert "2024" in draguseni.window.windowTitle()
    assert draguseni.go("objectives-matrix").table is not None
    draguseni.do("redo")
    assert [entry.year for entry in draguseni.window.session.dossier.plans()] == [2025, 2024]


def test_an_opened_plan_has_the_focus_though_a_notice_has_a_button(
    qtbot: QtBot, qapp: QApplication
) -> None:
    window = MainWindow()
    window.notices.tell("some", "O veste.", ("Deschide", lambda: None))
    window.open_example("draguseni-2024")
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    focus = QApplication.focusWidget()
    assert window.tabs is not None
    assert focus is not None
    assert window.tabs.isAncestorOf(focus)
    window.close()
    window.deleteLater()


def test_an_example_is_a_fresh_copy_each_time(window: MainWindow) -> None:
    window.open_example("draguseni-2024")
    assert window.session is not None
    first = window.session.dossier.path
    window.open_example("draguseni-2024")
    assert window.session.dossier.path != first
    assert first.exists()


def test_general_data_are_stored_and_head_the_next_plan(draguseni: User) -> None:
    assert draguseni.window.tabs is not None
    draguseni.window.tabs.setCurrentIndex(0)
    draguseni.settle()
    put(draguseni, "Primar", "Țîrlea Ștefan")
    assert draguseni.stored().institution.mayor == "Țîrlea Ștefan"
    assert draguseni.window.session is not None
    assert draguseni.window.session.dossier.institution().mayor == "Țîrlea Ștefan"
    draguseni.do("undo")
    assert field(draguseni, "Primar").text() == ""


def test_a_paper_is_typed_line_by_line_and_removed(piatra_neamt: User) -> None:
    assert piatra_neamt.window.tabs is not None
    piatra_neamt.window.tabs.setCurrentWidget(piatra_neamt.window.tabs.decision)
    piatra_neamt.settle()
    put(piatra_neamt, "Raport de specialitate, Număr", "ad.1131")
    put(piatra_neamt, "Raport de specialitate, Data", "8.04.2021")
    paper = piatra_neamt.stored().paper("specialist_report")
    assert (paper.number, paper.date) == ("ad.1131", "8.04.2021")
    page = piatra_neamt.window.tabs.decision
    add = next(
        button
        for button in page.findChildren(QPushButton)
        if button.text() == "Încă un aviz al comisiei"
    )
    add.click()
    piatra_neamt.settle()
    put(piatra_neamt, "Avizul comisiei, Număr", "77")
    kinds = [each.kind for each in piatra_neamt.stored().papers]
    assert kinds.count("commission_opinion") == 2
    remove = next(
        button
        for button in page.findChildren(QToolButton)
        if button.accessibleName() == "Șterge „Raport de specialitate”"
    )
    remove.click()
    piatra_neamt.settle()
    assert piatra_neamt.stored().paper("specialist_report").number == ""


def test_a_read_only_dossier_is_shown_and_cannot_be_changed(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "citire.dosar"
    Dossier.create(path, example("draguseni-2024")).close()
    dossier = Dossier.open(path)
    dossier.barred = "Numai pentru citire."
    window.show_dossier(dossier)
    user = User(window)
    table = user.table("objectives-matrix")
    user.settle()
    assert "Numai citire" in window._saved.text()
    flags = table.model.flags(table.model.index(0, 2))
    assert Qt.ItemFlag.ItemIsEditable not in flags
    assert not window.actions_["row_below"].isEnabled()
    assert user.go("narrative").before.isReadOnly()


def test_export_stores_what_is_typed_and_writes_the_file(
    draguseni: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "anexa.json"
    monkeypatch.setattr("dragapp.ui.files.ask_export", lambda *_: target)
    table = draguseni.table("objectives-matrix")
    table.view.setCurrentIndex(table.model.index(0, 9))
    table.view.setFocus()
    draguseni.settle()
    draguseni.type("trimestrul IV")
    draguseni.do("json")
    assert "trimestrul IV" in target.read_text(encoding="utf-8")
    assert str(target) in draguseni.window.notices.text("saved")


def test_an_export_that_fails_is_told_and_can_be_tried_again(
    draguseni: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "lipsă"
    monkeypatch.setattr("dragapp.ui.files.ask_export", lambda *_: folder / "a.json")
    said: list[str] = []

    def retry(*words: object) -> bool:
        said.append(str(words[2]))
        folder.mkdir(exist_ok=True)
        return True

    monkeypatch.setattr("dragapp.ui.dialogs.ask_retry", retry)
    draguseni.do("json")
    assert len(said) == 1
    assert "a.json" in said[0]
    assert (folder / "a.json").exists()
