"""Wrong words are marked, corrected and learned in every text of the window."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QCursor, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit, QTextEdit
from pytestqt.qtbot import QtBot

from dragapp.examples import example
from dragapp.plan.plan import Plan
from dragapp.plan.rich import plain
from dragapp.ui import beside, log
from dragapp.ui.cell_editor import CellText
from dragapp.ui.spelling import Spelling, spelling
from dragapp.ui.spelling_cells import offer_words, when_cell_suggested
from dragapp.ui.spelling_marks import put_in_place
from tests.ui.conftest import User

_LONG = 20_000


@pytest.fixture
def checked(piatra_neamt: User, monkeypatch: pytest.MonkeyPatch) -> User:
    """A window that marks wrong words, with all the time there is to look for better ones."""
    monkeypatch.setattr("dragapp.ui.spelling_menu._PATIENCE", _LONG)
    piatra_neamt.window.actions_["spelling"].setChecked(True)
    return piatra_neamt


def marked(field: QTextEdit | QPlainTextEdit) -> list[str]:
    """Return the words of a field under which there is a wave."""
    found = []
    block = field.document().begin()
    while block.isValid():
        for each in block.layout().formats():
            text = block.text().encode("utf-16-le")
            found.append(text[2 * each.start : 2 * (each.start + each.length)].decode("utf-16-le"))
        block = block.next()
    return found


def menu_at(qtbot: QtBot, field: QTextEdit | QPlainTextEdit) -> QMenu:
    """Press the menu key in a field and return the menu that opens."""
    place = field.cursorRect().center()
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(field, QContextMenuEvent(reason, place, field.mapToGlobal(place)))
    menus: list[QMenu] = []

    def open_menu() -> bool:
        menu = QApplication.activePopupWidget()
        menus[:] = [menu] if isinstance(menu, QMenu) else []
        return bool(menus)

    qtbot.waitUntil(open_menu, timeout=_LONG)
    return menus[0]


def offers(menu: QMenu) -> list[str]:
    return [each.text() for each in menu.actions() if not each.isSeparator()]


def choose(menu: QMenu, text: str) -> None:
    assert text in offers(menu)
    next(each for each in menu.actions() if each.text() == text).trigger()
    menu.close()


def test_a_typed_word_is_marked_corrected_and_the_text_stored(checked: User, qtbot: QtBot) -> None:
    editor = checked.go("legal-basis").before
    editor.setFocus()
    editor.moveCursor(QTextCursor.MoveOperation.End)
    checked.type(" si 😀 servicii fara adapost ")
    qtbot.waitUntil(lambda: "fara" in marked(editor), timeout=_LONG)
    assert "adapost" in marked(editor)
    assert "servicii" not in marked(editor)
    cursor = editor.document().find("fara adapost")
    cursor.setPosition(cursor.selectionStart() + 1)
    editor.setTextCursor(cursor)
    menu = menu_at(qtbot, editor)
    assert offers(menu)[0] == "fără"
    assert menu.actions()[0].font().bold()
    assert "Adaugă „fara” în dicționar" in offers(menu)
    assert len(offers(menu)) > 5, "the field's usual menu is missing"
    choose(menu, "fără")
    qtbot.waitUntil(lambda: "fara" not in marked(editor), timeout=_LONG)
    editor.commit()
    stored = checked.stored().section("legal-basis").before[-1]
    assert plain(stored.text).endswith("si 😀 servicii fără adapost ")


def test_marking_changes_nothing(checked: User, qtbot: QtBot) -> None:
    editor = checked.go("legal-basis").before
    typed: list[bool] = []
    editor.textChanged.connect(lambda: typed.append(True))
    before = editor.document().revision()
    qtbot.waitUntil(lambda: bool(marked(editor)), timeout=_LONG)
    assert not typed
    assert editor.document().revision() == before
    assert not editor.document().isUndoAvailable()
    assert checked.window.session is not None
    editor.commit()
    assert checked.window.session.dossier.undo_name is None


def test_the_word_being_typed_is_not_marked_before_it_is_left(checked: User, qtbot: QtBot) -> None:
    editor = checked.go("legal-basis").before
    editor.setFocus()
    editor.moveCursor(QTextCursor.MoveOperation.End)
    checked.type(" zgruntz fara")
    qtbot.waitUntil(lambda: "zgruntz" in marked(editor), timeout=_LONG)
    assert "fara" not in marked(editor)
    checked.press(Qt.Key.Key_Left)
    assert "fara" in marked(editor)


def test_a_word_for_the_dictionary_is_kept_in_the_dossier_and_can_be_undone(
    checked: User, qtbot: QtBot
) -> None:
    editor = checked.go("legal-basis").before
    editor.setFocus()
    editor.moveCursor(QTextCursor.MoveOperation.End)
    checked.type(" Zgrunțești")
    checked.press(Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: "Zgrunțești" in marked(editor), timeout=_LONG)
    choose(menu_at(qtbot, editor), "Adaugă „Zgrunțești” în dicționar")
    session = checked.window.session
    assert session is not None
    assert session.dossier.own_lists().words == ["Zgrunțești"]
    assert session.dossier.undo_name == "adaugă „Zgrunțești” în dicționar"
    qtbot.waitUntil(lambda: "Zgrunțești" not in marked(editor), timeout=_LONG)
    editor.commit()
    session.undo()
    session.undo()
    assert session.dossier.own_lists().words == []


def test_an_open_cell_is_checked_while_typing(checked: User, qtbot: QtBot) -> None:
    table = checked.table("existing-services")
    table.view.setCurrentIndex(table.model.index(1, 2))
    table.view.edit(table.model.index(1, 2))
    cell = table.view.findChild(CellText)
    assert isinstance(cell, CellText)
    qtbot.waitUntil(lambda: marked(cell) == ["Ingrijire"], timeout=_LONG)
    cell.moveCursor(QTextCursor.MoveOperation.End)
    for letter in " socila ":
        QTest.keyClicks(cell, letter)
    qtbot.waitUntil(lambda: "socila" in marked(cell), timeout=_LONG)
    cell.moveCursor(QTextCursor.MoveOperation.Start)
    cell.setFocus()
    choose(menu_at(qtbot, cell), "Îngrijire")
    assert cell.toPlainText() == "Îngrijire la domiciliu pentru persoane vârstnice socila "
    assert cell.isVisible()
    checked.press(Qt.Key.Key_Escape)
    assert table.model.index(1, 2).data() == "Ingrijire la domiciliu pentru persoane vârstnice"


def test_cells_at_rest_show_and_correct_their_wrong_words(checked: User, qtbot: QtBot) -> None:
    table = checked.table("existing-services")
    index = table.model.index(1, 2)
    table.view.setCurrentIndex(index)
    QCursor.setPos(table.view.viewport().mapToGlobal(QPoint(3, 3)))
    qtbot.waitUntil(lambda: bool(spelling().mistakes("Ingrijire")), timeout=_LONG)
    place = table.view.visualRect(index).bottomLeft()
    met: list[str] = []

    def look(there: QPoint) -> None:
        menu = QMenu()
        offer_words(menu, table.view, there)
        met.extend(offers(menu))
        choose(menu, "Îngrijire")

    when_cell_suggested(table.view, place, look)
    qtbot.waitUntil(lambda: bool(met), timeout=_LONG)
    assert met == [
        "Îngrijire",
        "Adaugă „Ingrijire” în dicționar",
        "Ignoră cuvântul până la închidere",
    ]
    assert index.data() == "Îngrijire la domiciliu pentru persoane vârstnice"
    session = checked.window.session
    assert session is not None
    session.undo()
    assert index.data() == "Ingrijire la domiciliu pentru persoane vârstnice"


def test_a_menu_opens_at_its_cell_though_rows_have_grown_while_it_waited(
    checked: User, qtbot: QtBot
) -> None:
    view = checked.table("existing-services").view
    index = view.model().index(1, 2)
    view.setCurrentIndex(index)
    QCursor.setPos(view.viewport().mapToGlobal(QPoint(3, 3)))
    qtbot.waitUntil(lambda: bool(spelling().mistakes("Ingrijire")), timeout=_LONG)
    met: list[QPoint] = []
    when_cell_suggested(view, view.visualRect(index).bottomLeft(), met.append)
    assert not met
    view.setRowHeight(0, view.rowHeight(0) + 2 * view.rowHeight(1))
    qtbot.waitUntil(lambda: bool(met), timeout=_LONG)
    assert view.indexAt(met[0]) == index


def test_a_cell_with_marks_breaks_its_lines_as_without(checked: User, qtbot: QtBot) -> None:
    table = checked.table("existing-services")
    view = table.view
    spelling().turn(on=False)
    without = view.viewport().grab().toImage()
    spelling().turn(on=True)
    qtbot.waitUntil(lambda: bool(spelling().mistakes("Ingrijire adapost")), timeout=_LONG)
    marked_cells = view.viewport().grab().toImage()
    other = [
        (x, y)
        for x in range(0, without.width())
        for y in range(0, without.height())
        if without.pixel(x, y) != marked_cells.pixel(x, y)
    ]
    assert other
    wave = [marked_cells.pixelColor(x, y) for x, y in other]
    assert sum(color.red() > color.green() + 8 for color in wave) > 0.95 * len(wave)


def test_the_walk_goes_from_one_wrong_word_to_the_next(checked: User, qtbot: QtBot) -> None:
    bar = checked.window.statusBar()
    checked.do("spelling_next")
    qtbot.waitUntil(lambda: "dezintituzionalizării" in bar.currentMessage(), timeout=_LONG)
    assert checked.chosen().key == "legal-basis"
    focus = QApplication.focusWidget()
    assert isinstance(focus, QTextEdit)
    assert focus.textCursor().selectedText() == "dezintituzionalizării"
    put_in_place(focus.textCursor(), "dezinstituționalizării")
    checked.do("spelling_next")
    qtbot.waitUntil(lambda: "Ingrijire" in bar.currentMessage(), timeout=_LONG)
    assert checked.chosen().key == "existing-services"
    checked.do("spelling_next")
    qtbot.waitUntil(lambda: "fara" in bar.currentMessage(), timeout=_LONG)


def test_the_walk_goes_on_from_the_caret(checked: User, qtbot: QtBot) -> None:
    editor = checked.go("legal-basis").before

    def next_word() -> str:
        bar = checked.window.statusBar()
        bar.clearMessage()
        checked.do("spelling_next")
        qtbot.waitUntil(lambda: bool(bar.currentMessage()), timeout=_LONG)
        return editor.textCursor().selectedText()

    editor.setFocus()
    editor.moveCursor(QTextCursor.MoveOperation.End)
    checked.type(" 😀 adapost sanatate ")
    for _ in " 😀 adapost sanatate ":
        editor.moveCursor(QTextCursor.MoveOperation.PreviousCharacter)
    assert next_word() == "adapost"
    assert next_word() == "sanatate"
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    assert next_word() == "dezintituzionalizării"
    assert next_word() == "adapost"


def test_where_nothing_is_wrong_the_walk_says_so(draguseni: User, qtbot: QtBot) -> None:
    draguseni.window.actions_["spelling"].setChecked(True)
    draguseni.do("spelling_next")
    bar = draguseni.window.statusBar()
    qtbot.waitUntil(lambda: "nicio altă greșeală" in bar.currentMessage(), timeout=_LONG)


def test_turned_off_nothing_is_marked_and_that_is_remembered(checked: User, qtbot: QtBot) -> None:
    editor = checked.go("legal-basis").before
    qtbot.waitUntil(lambda: bool(marked(editor)), timeout=_LONG)
    checked.do("spelling")
    assert marked(editor) == []
    assert not spelling()._process.running
    assert not checked.window.actions_["spelling_next"].isEnabled()
    app = QCoreApplication.instance()
    assert app is not None
    assert not Spelling(app).on


@pytest.mark.parametrize(
    "command", [["no-such-program"], [sys.executable, "-c", "import sys; sys.exit(4)"]]
)
def test_a_process_that_fails_is_tried_once_more_and_then_left(
    command: list[str], monkeypatch: pytest.MonkeyPatch, checked: User, qtbot: QtBot
) -> None:
    tried: list[str] = []

    def failing(name: str) -> list[str]:
        tried.append(name)
        return command

    monkeypatch.setattr(beside, "command", failing)
    spelling()._rest.setInterval(0)
    qtbot.waitUntil(lambda: not spelling().active, timeout=_LONG)
    assert tried == ["spelling"] * 2
    assert log.file().read_text(encoding="utf-8").count("ortografie: procesul") == 2
    checked.do("spelling_next")
    bar = checked.window.statusBar()
    qtbot.waitUntil(lambda: "nu poate fi verificată" in bar.currentMessage(), timeout=_LONG)


def test_a_process_that_dies_is_started_again_and_asked_again(checked: User, qtbot: QtBot) -> None:
    editor = checked.go("legal-basis").before
    qtbot.waitUntil(lambda: bool(marked(editor)), timeout=_LONG)
    process = spelling()._process.process._process
    assert process is not None
    process.kill()
    qtbot.waitUntil(lambda: not spelling()._process.running, timeout=_LONG)
    editor.setFocus()
    checked.type(" adapost ")
    qtbot.waitUntil(lambda: "adapost" in marked(editor), timeout=_LONG)


def test_closing_ends_the_process_and_words_of_another_office_are_its_own(
    checked: User, qtbot: QtBot, use: Callable[[Plan], User]
) -> None:
    editor = checked.go("legal-basis").before
    qtbot.waitUntil(lambda: bool(marked(editor)), timeout=_LONG)
    spelling().add("dezintituzionalizării")
    qtbot.waitUntil(lambda: not marked(editor), timeout=_LONG)
    checked.window.close_dossier()
    assert not spelling()._process.running
    other = use(example("piatra-neamt-2021"))
    other.window.actions_["spelling"].setChecked(True)
    editor = other.go("legal-basis").before
    qtbot.waitUntil(lambda: bool(marked(editor)), timeout=_LONG)
