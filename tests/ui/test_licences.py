"""The licences in full, as a user comes to them from Despre."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from dragapp import installed
from dragapp.ui.help_window import HelpWindow
from dragapp.ui.licences_dialog import LicencesDialog

#: As long as the real file, with a word at its beginning, at its end and twice.
TEXT = (
    "Prima licență\n" + "You may convey verbatim copies of the work.\n" * 9000 + "MIT\nMIT\nEnd\n"
)
LINK = "Textele întregi ale licențelor"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file's path in an installed program."""
    monkeypatch.setattr(installed, "program_folder", lambda: tmp_path)
    return tmp_path / "LICENTE.txt"


@pytest.fixture
def book(qtbot: QtBot) -> Callable[[], HelpWindow]:
    def opened() -> HelpWindow:
        book = HelpWindow(None, lambda _: [])
        qtbot.addWidget(book)
        book.show_page("licente")
        book.show()
        return book

    return opened


@pytest.fixture
def dialog(qtbot: QtBot, book: Callable[[], HelpWindow]) -> LicencesDialog:
    dialog = LicencesDialog(book(), TEXT)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def found(dialog: LicencesDialog) -> tuple[str, int]:
    cursor = dialog.text.textCursor()
    return cursor.selectedText(), cursor.blockNumber()


def test_where_they_are_installed_the_page_leads_to_them_by_key(
    place: Path, book: Callable[[], HelpWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    # The sign that Windows' editor wants before Romanian letters is not shown.
    place.write_text(TEXT, encoding="utf-8-sig")
    shown: list[str] = []
    monkeypatch.setattr(LicencesDialog, "exec", lambda self: shown.append(self.text.toPlainText()))
    page = book().page
    assert LINK in page.toHtml()
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_Tab)
    QTest.keyClick(page, Qt.Key.Key_Return)
    assert shown == [TEXT]


def test_where_they_are_not_no_link_is_dead(book: Callable[[], HelpWindow]) -> None:
    page = book().page
    assert LINK in page.toPlainText()
    assert "href" not in page.toHtml()


def test_a_file_that_cannot_be_read_is_told_of(
    place: Path, book: Callable[[], HelpWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    place.write_text(TEXT, encoding="utf-8")
    page = book().page
    place.unlink()
    place.mkdir()
    monkeypatch.setattr(installed, "licences", lambda: place)
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda self: told.append(self.text()))
    page.licences_wanted.emit()
    assert "LICENTE.txt" in told[0]


def test_words_are_found_one_after_another_round_and_round(dialog: LicencesDialog) -> None:
    dialog.activateWindow()
    QTest.keyClick(dialog, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(dialog.field, "mit")
    assert found(dialog) == ("MIT", 9001)
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert found(dialog) == ("MIT", 9002)
    QTest.keyClick(dialog, Qt.Key.Key_F3)
    assert found(dialog) == ("MIT", 9001)
    QTest.keyClick(dialog, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert found(dialog) == ("MIT", 9002)
    QTest.keyClicks(dialog.field, "x")
    assert "Nu se găsește" in texts(dialog)
    dialog.field.setText("prima")
    assert found(dialog) == ("Prima", 0)
    assert "Nu se găsește" not in texts(dialog)


def texts(dialog: LicencesDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel)]


def test_the_text_is_read_with_keys_and_not_changed(dialog: LicencesDialog) -> None:
    QTest.keyClick(dialog.text, Qt.Key.Key_Down)
    assert found(dialog) == ("", 1)
    QTest.keyClicks(dialog.text, "scris")
    QTest.keyClick(dialog.text, Qt.Key.Key_Delete)
    assert dialog.text.toPlainText() == TEXT
    assert all(not button.isDefault() for button in dialog.findChildren(QPushButton))
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
