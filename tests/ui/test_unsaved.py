"""Promise 1: what is typed is stored; what cannot be stays and is tried again."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QLineEdit
from pytestqt.qtbot import QtBot

from dragapp.errors import StorageError
from dragapp.examples import example
from dragapp.formats.plan_json import dump_plan
from dragapp.plan.plan import Plan
from dragapp.plan.rich import plain
from dragapp.plan.section import Paragraph, ParagraphKind
from tests.ui.conftest import User


@pytest.fixture
def locked(draguseni: User) -> Iterator[Callable[[], None]]:
    """Lock the file as another program would; call what is given to unlock it."""
    assert draguseni.window.session is not None
    path = draguseni.window.session.dossier.path
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")

    def unlock() -> None:
        if other.in_transaction:
            other.execute("ROLLBACK")

    yield unlock
    unlock()
    other.close()


def failing(user: User, qtbot: QtBot, action: Callable[[], object]) -> int:
    """Do something that cannot be stored; return how many times the window reported it."""
    with qtbot.captureExceptions() as reported:
        action()
        user.settle()
    assert all(isinstance(error, StorageError) for _, error, _ in reported)
    return len(reported)


def test_a_cell_stays_open_until_it_can_be_stored(
    draguseni: User, qtbot: QtBot, locked: Callable[[], None]
) -> None:
    table = draguseni.table("objectives-matrix")
    table.view.setCurrentIndex(table.model.index(0, 9))
    draguseni.type("decembrie")
    editing = QAbstractItemView.State.EditingState
    assert failing(draguseni, qtbot, lambda: draguseni.press(Qt.Key.Key_Return)) >= 1
    assert table.view.state() == editing
    assert "NU este salvată" in draguseni.window._saved.text()
    locked()
    draguseni.press(Qt.Key.Key_Return)
    assert table.view.state() != editing
    assert table.model.index(0, 9).data() == "decembrie"
    told = draguseni.window._saved.text()
    assert re.match(r"Toate modificările sunt salvate \(ultima la \d\d:\d\d\)", told)


def test_a_text_and_a_field_try_again(
    draguseni: User, qtbot: QtBot, locked: Callable[[], None]
) -> None:
    editor = draguseni.go("consultation").before
    editor.setFocus()
    draguseni.type("Nou. ")
    session, tabs = draguseni.window.session, draguseni.window.tabs
    assert session is not None
    assert tabs is not None
    chapter = tabs.chapter()
    assert chapter is not None
    assert failing(draguseni, qtbot, lambda: chapter.tree.choose("contents")) >= 1
    assert chapter.editor is not None
    assert chapter.editor.section.key == "consultation"
    assert chapter.tree.current() == "consultation"
    locked()
    assert session.flush()
    assert plain(draguseni.stored().section("consultation").before[0].text).startswith("Nou. ")


def test_closing_asks_before_something_is_lost(
    draguseni: User,
    qtbot: QtBot,
    locked: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    editor = draguseni.go("consultation").before
    editor.setFocus()
    draguseni.type("Nou. ")
    answers = iter([False, True])
    monkeypatch.setattr("dragapp.ui.dialogs.ask", lambda *_: next(answers))
    failing(draguseni, qtbot, lambda: draguseni.window.close())
    assert draguseni.window.session is not None
    failing(draguseni, qtbot, lambda: draguseni.window.close_dossier())
    assert draguseni.window.session is None


def test_a_year_that_is_typed_is_stored_at_closing(draguseni: User) -> None:
    window = draguseni.window
    assert window.tabs is not None
    assert window.session is not None
    window.tabs.setCurrentIndex(0)
    draguseni.settle()
    year = window.tabs.general._year
    year.setFocus()
    year.selectAll()
    draguseni.type("2031")
    path = window.session.dossier.path
    window.close_dossier()
    window.open_dossier(path)
    assert draguseni.plan.year == 2031


def test_a_long_paste_into_a_field_is_kept_and_stays_one_line(draguseni: User) -> None:
    window = draguseni.window
    assert window.tabs is not None
    window.tabs.setCurrentIndex(0)
    draguseni.settle()
    fields = window.tabs.currentWidget().findChildren(QLineEdit)
    address = next(field for field in fields if field.accessibleName() == "Adresa")
    address.setFocus()
    address.setText("")
    address.insert("linia1\nlinia2 " + "x" * 100_000)
    assert window.session is not None
    window.session.flush()
    assert draguseni.stored().institution.address == "linia1 linia2 " + "x" * 100_000


def test_looking_at_a_plan_changes_nothing(use: Callable[[Plan], User]) -> None:
    plan = example("piatra-neamt-2021")
    plan.annex_header.draft = "ANEXĂ\nla Hotărârea nr. {nr}"
    plan.title = "Titlu\u00a0cu spațiu nedespărțitor"
    plan.institution.address = "strada\nnumărul"
    plan.section("contents").label = "Punctul {1}\n"
    plan.section("narrative").before = [Paragraph((), ParagraphKind.ITEM, 0, "-")]
    user = use(plan)
    window = user.window
    assert window.tabs is not None
    assert window.session is not None
    for place in range(window.tabs.count()):
        window.tabs.setCurrentIndex(place)
        user.settle()
    for section in list(user.plan.walk()):
        user.go(section.key)
    assert window.session.flush()
    assert window.session.dossier.undo_name is None
    assert dump_plan(user.stored()) == dump_plan(plan)


def test_a_command_waits_until_what_is_typed_is_stored(
    draguseni: User, qtbot: QtBot, locked: Callable[[], None]
) -> None:
    table = draguseni.table("objectives-matrix")
    table.view.setCurrentIndex(table.model.index(0, 9))
    draguseni.type("decembrie")
    count = table.model.rowCount()
    assert failing(draguseni, qtbot, lambda: table.run("row_below")) == 1
    assert table.model.rowCount() == count
    locked()
    table.run("row_below")
    assert table.model.index(0, 9).data() == "decembrie"
    assert table.model.rowCount() == count + 1


def test_what_one_field_could_not_store_is_stored_after_the_next_one(
    draguseni: User, qtbot: QtBot, locked: Callable[[], None]
) -> None:
    window = draguseni.window
    assert window.tabs is not None
    window.tabs.setCurrentIndex(0)
    draguseni.settle()
    fields = {
        each.accessibleName(): each for each in window.tabs.currentWidget().findChildren(QLineEdit)
    }
    fields["Primar"].setFocus()
    draguseni.type("Ion Plin")
    assert failing(draguseni, qtbot, fields["Inspector"].setFocus) == 1
    assert fields["Primar"].text() == "Ion Plin"
    locked()
    draguseni.type("Maria")
    fields["Adresa"].setFocus()
    draguseni.settle()
    assert fields["Primar"].text() == "Ion Plin"
    institution = draguseni.stored().institution
    assert (institution.mayor, institution.inspector) == ("Ion Plin", "Maria")
    assert window._saved.text().startswith("Toate modificările sunt salvate")


def test_one_field_that_is_stored_does_not_hide_one_that_is_not(
    draguseni: User, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = draguseni.window.session
    assert session is not None
    ordinary, refusing = session.dossier.action, ["Primar"]

    def refuse_one(name: str, *rest: object, **named: object) -> object:
        if refusing and "Primar" in name:
            raise StorageError("discul este plin")
        return ordinary(name, *rest, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(session.dossier, "action", refuse_one)
    assert draguseni.window.tabs is not None
    draguseni.window.tabs.setCurrentIndex(0)
    draguseni.settle()
    page = draguseni.window.tabs.currentWidget()
    fields = {each.accessibleName(): each for each in page.findChildren(QLineEdit)}
    stored: list[bool] = []

    def type_both() -> None:
        fields["Primar"].setText("Ion")
        fields["Inspector"].setText("Maria")
        stored.append(session.flush())

    assert failing(draguseni, qtbot, type_both) >= 1
    assert stored == [False]
    assert draguseni.stored().institution.inspector == "Maria"
    refusing.clear()
    assert session.flush()
    assert draguseni.stored().institution.mayor == "Ion"
