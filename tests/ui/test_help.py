"""The manual as a user meets it: F1 anywhere, search, links, and words that are really there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from dragapp import resources
from dragapp.manual.pages import manual
from dragapp.ui import dialogs
from dragapp.ui.actions import SPECS
from dragapp.ui.help_window import _TOOLS, HelpWindow
from dragapp.ui.keys import KEYS
from dragapp.ui.main_window import MainWindow
from dragapp.ui.menus import MENUS, SUBMENUS
from tests.ui.conftest import User

#: Keys that are no command's and no table's: those of fields and lists, and halves of gestures.
_PLAIN = {"Alt+↓", "Enter", "Tab", "Shift+Tab", "Ctrl+Tab", "Esc", "Ctrl", "Shift", "Alt"}
_KEY = re.compile(r"(?:(?:Ctrl|Alt|Shift)(?:\+|$)|F\d|Enter|Tab|Esc|Delete|Home|End)")
_ARROWS = {"↑": "Up", "↓": "Down", "←": "Left", "→": "Right", "Delete": "Del", "Enter": "Return"}


@pytest.fixture
def book(draguseni: User) -> HelpWindow:
    draguseni.do("help")
    return opened(draguseni)


def opened(user: User) -> HelpWindow:
    book = user.window.helping.manual
    assert book is not None
    assert book.isVisible()
    return book


def pages() -> Iterator[tuple[str, str]]:
    for page in manual().pages:
        yield page.name, resources.read_text(f"help/{page.name}.md")


@pytest.mark.parametrize(
    ("section", "page"),
    [
        ("existing-services", "servicii-existente"),
        ("objectives-matrix", "obiective"),
        ("decision-articles", "textul-hotararii"),
        ("supervision-psychologists", "supervizare"),
    ],
)
def test_f1_opens_the_page_of_the_section(piatra_neamt: User, section: str, page: str) -> None:
    piatra_neamt.go(section)
    piatra_neamt.do("help")
    assert opened(piatra_neamt).page.name == page
    assert manual().page(page).title in opened(piatra_neamt).windowTitle()


def test_f1_opens_the_page_of_the_tab(draguseni: User) -> None:
    tabs = draguseni.window.tabs
    assert tabs is not None
    for place, page in ((0, "date-generale"), (tabs.count() - 1, "hotarare")):
        tabs.setCurrentIndex(place)
        draguseni.press(Qt.Key.Key_F1)
        assert opened(draguseni).page.name == page
        draguseni.window.activateWindow()
        draguseni.settle()


def test_without_a_plan_the_manual_begins_at_its_beginning(qtbot: object) -> None:
    window = MainWindow()
    window.show()
    window.actions_["help"].trigger()
    book = window.helping.manual
    assert book is not None
    assert book.page.name == "pornire"
    window.actions_["about"].trigger()
    assert book.page.name == "despre"
    window.close()
    assert window.helping.manual is None


Act = Callable[[QDialog], None]


@pytest.fixture
def answer(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Callable[[type[QDialog], Act], None]:
    """Do something in the next dialog of a kind, which ends it."""

    def give(kind: type[QDialog], act: Act) -> None:
        def exec_(dialog: QDialog) -> int:
            with qtbot.waitActive(dialog):
                dialog.open()
                dialog.activateWindow()
            qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
            act(dialog)
            assert not dialog.isVisible()
            return dialog.result()

        monkeypatch.setattr(kind, "exec", exec_)

    return give


def test_a_dialog_has_a_manual_of_its_own(
    draguseni: User, answer: Callable[[type[QDialog], Act], None]
) -> None:
    seen: list[str] = []

    def press(dialog: QDialog) -> None:
        assert QApplication.activeModalWidget() is dialog
        QTest.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_F1)
        draguseni.settle()
        book = dialog.findChild(HelpWindow)
        assert isinstance(book, HelpWindow)
        seen.extend([book.page.name, str(book.isVisible())])
        assert book.page._offered("servicii-existente") == []
        dialog.reject()

    draguseni.go("existing-services")
    answer(QDialog, press)
    draguseni.do("section_edit")
    assert seen == ["puncte", "True"]
    assert draguseni.window.helping.manual is None


def test_a_message_of_failure_leads_to_the_manual(
    draguseni: User, answer: Callable[[type[QDialog], Act], None]
) -> None:
    def press(box: QDialog) -> None:
        names = {button.text(): button for button in box.findChildren(QPushButton)}
        names["Ce puteți face…"].click()

    answer(QMessageBox, press)
    dialogs.tell(draguseni.window, "Nu a reușit", "Discul este plin.")
    assert opened(draguseni).page.name == "probleme"


def test_a_page_leads_to_its_section_and_what_is_typed_is_stored(draguseni: User) -> None:
    editor = draguseni.go("existing-services")
    editor.heading.setFocus()
    draguseni.type("Nou. ")
    draguseni.do("help")
    book = opened(draguseni)
    book.show_page("campanii")
    assert "place:information-campaigns" in book.page.toHtml()
    book.page.anchorClicked.emit(QUrl("place:information-campaigns"))
    draguseni.settle()
    assert draguseni.chosen().key == "information-campaigns"
    assert "Nou. " in str(draguseni.stored().section("existing-services").heading)
    book.page.anchorClicked.emit(QUrl("place:decision"))
    draguseni.settle()
    assert draguseni.window.tabs is not None
    assert draguseni.window.tabs.currentWidget() is draguseni.window.tabs.decision


def test_back_and_forward_by_keys(book: HelpWindow) -> None:
    first = book.page.name
    assert not book.tools["back"].isEnabled()
    book.page.anchorClicked.emit(QUrl("help:salvare"))
    book.page.anchorClicked.emit(QUrl("help:anulare"))
    for name, shown in (("back", "salvare"), ("back", first), ("forward", "salvare")):
        book.tools[name].trigger()
        assert book.page.name == shown
        item = book.contents.tree.currentItem()
        assert item is not None
        assert item.text(0) == manual().page(shown).title


def test_search_finds_marks_and_gives_way(book: HelpWindow) -> None:
    book.look()
    field = book.contents.field
    assert QApplication.focusWidget() is field
    QTest.keyClicks(field, "varstnici")
    assert book.contents.results.count() > 2
    assert "găsite" in book.contents.count.text()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert book.page.name == "beneficiari"
    marked = [mark.cursor.selectedText() for mark in book.page.extraSelections()]
    assert marked == ["vârstnici", "vârstnice"]
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is book.contents.results
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert book.isVisible()
    assert book.page.extraSelections() == []
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not book.isVisible()


def test_tab_goes_round_and_never_stays(book: HelpWindow) -> None:
    book.show_page("glosar")
    book.contents.field.setFocus()
    seen = []
    for _ in range(12):
        focus = QApplication.focusWidget()
        assert focus is not None
        seen.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert {book.contents.field, book.contents.tree, book.page} <= set(seen)
    assert seen.index(book.contents.field, 1)


def test_everything_in_the_window_has_a_name(book: HelpWindow) -> None:
    for field in (book.page, book.contents.tree, book.contents.results):
        assert field.accessibleName()
    assert all(field.accessibleName() for field in book.findChildren(QLineEdit))


def test_the_manual_is_saved_and_told(book: HelpWindow, tmp_path: Path) -> None:
    path = tmp_path / "Manual.pdf"
    book.save(path)
    assert path.read_bytes().startswith(b"%PDF-")
    assert str(path) in book.notices.text("saved")


def test_the_manual_goes_with_its_window(draguseni: User, book: HelpWindow) -> None:
    book.resize(700, 500)
    draguseni.window.close()
    assert not book.isVisible()
    again = HelpWindow(None, lambda _: [])
    assert (again.width(), again.height()) == (700, 500)
    again.deleteLater()


def test_the_manual_names_commands_that_are_there() -> None:
    listed = {
        f"{title.replace('&', '')} › {SUBMENUS.get(name) or SPECS[name].text}"
        for title, names in MENUS
        for name in names.split()
        if name != "|"
    }
    told = [
        (name, command)
        for name, source in pages()
        for command in re.findall(r"\*\*([^*]+ › [^*]+)\*\*", source)
    ]
    assert len(told) > 40
    assert [each for each in told if each[1] not in listed] == []


def test_the_manual_names_keys_that_are_there() -> None:
    known = {key for spec in SPECS.values() for key in spec.keys.split()}
    known |= {tool[2] for tool in _TOOLS if tool}
    known |= _PLAIN | table_keys()
    told = [
        (name, key)
        for name, source in pages()
        for key in re.findall(r"`([^`]+)`", source)
        if _KEY.match(key)
    ]
    assert len(told) > 60
    there = {spelled(key) for key in known}
    assert [each for each in told if spelled(each[1]) not in there] == []


def table_keys() -> set[str]:
    return {key.keys for keys in KEYS.values() for key in keys.values()}


def spelled(key: str) -> str:
    """Return a key in one spelling, whether it is a page's or a command's."""
    for sign, name in _ARROWS.items():
        key = key.replace(sign, name)
    return QKeySequence(key).toString() if key not in _PLAIN else key
