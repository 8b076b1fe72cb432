"""The group „Tipărirea anexei”: each choice is stored, named, undone and shown as it is stored."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit
from pytestqt.qtbot import QtBot

from dragapp.errors import StorageError
from dragapp.plan.plan import Plan
from dragapp.plan.printing import Printing, in_base64
from dragapp.ui.arms_field import ArmsField
from tests.ui.conftest import User
from tests.ui.test_arms_picture import drawn

BOXES = {
    "mari, de 14 puncte": "large",
    "cu loc de îndosariere": "bound",
    "cu tabelele late ca fișe": "cards",
    "rândurile „Total”": "totals",
    "cuprinsul, la peste 10 pagini": "contents",
    "„Întocmit”": "prepared",
    "„L.S.”": "stamp",
    "„Conform cu originalul”": "certified",
}


@pytest.fixture
def user(draguseni: User) -> User:
    """A window that shows how the annex is printed."""
    draguseni.do("printing")
    return draguseni


def box(user: User, text: str) -> QCheckBox:
    assert user.window.tabs is not None
    boxes = user.window.tabs.general.findChildren(QCheckBox)
    return next(each for each in boxes if each.text() == text)


def number(user: User) -> QLineEdit:
    assert user.window.tabs is not None
    fields = user.window.tabs.general.findChildren(QLineEdit)
    return next(each for each in fields if each.accessibleName() == "Anexa nr.")


def arms(user: User) -> ArmsField:
    assert user.window.tabs is not None
    (field,) = user.window.tabs.general.findChildren(ArmsField)
    return field


def undone(user: User) -> str | None:
    assert user.window.session is not None
    return user.window.session.dossier.undo_name


def value(plan: Plan, name: str) -> object:
    return getattr(plan.printing, name)


def elsewhere(user: User) -> None:
    user.go("objectives-matrix")


def test_the_command_goes_to_the_group(draguseni: User) -> None:
    elsewhere(draguseni)
    draguseni.do("printing")
    first = QApplication.focusWidget()
    assert isinstance(first, QCheckBox)
    assert first.text() == "mari, de 14 puncte"
    for each in (first, arms(draguseni)):
        assert each.visibleRegion().boundingRect() == each.rect()


@pytest.mark.parametrize(("text", "name"), BOXES.items())
def test_a_box_is_one_step_with_a_name(user: User, text: str, name: str) -> None:
    ticked = box(user, text)
    before = value(Plan(2024), name)
    assert ticked.isChecked() == before
    assert ticked.toolTip()
    ticked.setFocus()
    user.press(Qt.Key.Key_Space)
    assert value(user.stored(), name) != before
    assert undone(user) == f"schimbă „{text.translate(str.maketrans('„”', '«»'))}”"
    elsewhere(user)
    user.do("undo")
    assert ticked.isChecked() == before
    assert QApplication.focusWidget() is ticked
    assert user.stored().printing == Printing()
    user.do("redo")
    assert ticked.isChecked() != before


def test_the_signatures_are_chosen_there_too(user: User) -> None:
    before = user.plan.signatures
    ticked = box(user, "semnăturile")
    assert ticked.isChecked() == before
    ticked.click()
    assert user.stored().signatures != before
    user.do("undo")
    assert ticked.isChecked() == before


def test_the_number_of_the_annex(user: User) -> None:
    field = number(user)
    field.setFocus()
    user.type("1 bis")
    user.press(Qt.Key.Key_Tab)
    assert user.stored().printing.annex_number == "1 bis"
    assert undone(user) == "schimbă „Anexa nr.”"
    elsewhere(user)
    user.do("undo")
    assert field.text() == ""
    assert QApplication.focusWidget() is field


@pytest.fixture
def picture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A picture, which the user chooses."""
    path = tmp_path / "stema comunei.png"
    path.write_bytes(drawn("PNG"))
    monkeypatch.setattr("dragapp.ui.files.ask_picture", lambda _: path)
    return path


def test_the_arms_are_chosen_shown_taken_out_and_undone(user: User, picture: Path) -> None:
    field = arms(user)
    assert not field.remove.isEnabled()
    field.choose.setFocus()
    user.press(Qt.Key.Key_Space)
    kept = user.stored().printing
    assert kept.picture.startswith(b"\x89PNG")
    assert field.shown == kept.picture
    assert undone(user) == "alege stema"
    assert not field._picture.pixmap().isNull()
    field.remove.setFocus()
    user.press(Qt.Key.Key_Space)
    assert user.stored().printing.arms == ""
    assert undone(user) == "scoate stema"
    assert QApplication.focusWidget() is field.choose
    assert not field.remove.isEnabled()
    number(user).setFocus()
    elsewhere(user)
    user.do("undo")
    assert field.shown == kept.picture
    assert QApplication.focusWidget() is field.choose
    user.do("undo")
    assert user.stored().printing == Printing()


def test_no_picture_is_told_and_changes_nothing(
    user: User, picture: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr("dragapp.ui.dialogs.choose", lambda *words: said.append(words[2]))
    picture.write_text("nu sunt o imagine", encoding="utf-8")
    arms(user).choose.click()
    monkeypatch.setattr("dragapp.ui.files.ask_picture", lambda _: None)
    arms(user).choose.click()
    assert len(said) == 1
    assert "„stema comunei.png” nu este o imagine" in said[0]
    assert undone(user) is None


def test_arms_that_cannot_be_drawn_can_be_taken_out(user: User) -> None:
    assert user.window.session is not None
    with user.window.session.act("strică") as edit:
        edit.set_printing(user.plan.id, arms=in_base64(b"\x89PNG\r\n\x1a\n stricat"))
    field = arms(user)
    assert field._picture.text() == "de ales din nou"
    field.remove.click()
    assert user.stored().printing.arms == ""


@pytest.mark.slow
def test_what_cannot_be_stored_is_shown_as_it_is_stored(
    user: User, qtbot: QtBot, picture: Path
) -> None:
    assert user.window.session is not None
    other = sqlite3.connect(user.window.session.dossier.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    ticked, field = box(user, "mari, de 14 puncte"), arms(user)
    with qtbot.captureExceptions() as reported:
        ticked.click()
        field.choose.click()
        user.settle()
    other.execute("ROLLBACK")
    other.close()
    assert [type(error) for _, error, _ in reported] == [StorageError, StorageError]
    assert not ticked.isChecked()
    assert field.shown == b""
    assert user.stored().printing == Printing()
    ticked.click()
    assert user.stored().printing == Printing(large=True)


def test_an_approved_plan_shows_them_and_changes_none(
    user: User, monkeypatch: pytest.MonkeyPatch, picture: Path
) -> None:
    arms(user).choose.click()
    box(user, "„L.S.”").click()
    monkeypatch.setattr("dragapp.ui.dialogs.ask", lambda *_: True)
    user.do("approve")
    assert box(user, "„L.S.”").isChecked()
    for text in (*BOXES, "semnăturile"):
        assert not box(user, text).isEnabled()
    assert number(user).isReadOnly()
    assert arms(user).shown
    assert not arms(user).choose.isEnabled()
    assert not arms(user).remove.isEnabled()
