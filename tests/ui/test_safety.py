"""What the user is told and can do about safety copies, crashes, other programs and approvals."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from dragapp.dossier.dossier import Dossier
from dragapp.dossier.lock import Lock, lock_path
from dragapp.dossier.shelf import Reason, Shelf
from dragapp.examples import example
from dragapp.plan.rich import plain
from dragapp.ui import files, settings
from dragapp.ui.copies_dialog import CopiesDialog
from dragapp.ui.main_window import MainWindow
from dragapp.ui.preview_dialog import PreviewDialog
from dragapp.ui.printout_dialog import PrintoutDialog
from dragapp.ui.restore_dialog import RestoreDialog
from tests.ui.conftest import User


@pytest.fixture
def draguseni(draguseni: User) -> User:
    """A window on the plan of Drăgușeni, whose file has a place for safety copies."""
    reopen(draguseni)
    return draguseni


def dossier_of(user: User) -> Dossier:
    assert user.window.session is not None
    return user.window.session.dossier


def shelf_of(user: User) -> Shelf:
    keeper = dossier_of(user).keeper
    assert keeper is not None
    return keeper.shelf


def rename(user: User, title: str) -> None:
    assert user.window.session is not None
    with user.window.session.act(f"titlu {title}") as edit:
        edit.set_plan(user.plan.id, title=title)


def reopen(user: User) -> None:
    path = dossier_of(user).path
    assert user.window.close_dossier()
    user.window.open_dossier(path)
    user.settle()


def crash(path: Path) -> None:
    """Leave the lock behind that a program leaves when it is killed."""
    lock = Lock.take(path)
    written = lock_path(path).read_bytes()
    lock.release()
    lock_path(path).write_bytes(written)


def choose(monkeypatch: pytest.MonkeyPatch, row: int) -> None:
    """Let the user restore the copy in that row."""

    def answer(dialog: RestoreDialog) -> QDialog.DialogCode:
        dialog.table.selectRow(row)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(RestoreDialog, "exec", answer)


def test_copies_are_made_at_the_first_change_and_at_closing(draguseni: User) -> None:
    reopen(draguseni)
    assert shelf_of(draguseni).backups() == []
    assert "încă niciuna" in draguseni.window._saved.text()
    title = draguseni.plan.title
    rename(draguseni, "a")
    rename(draguseni, "b")
    shelf = shelf_of(draguseni)
    (first,) = shelf.backups()
    assert first.reason == Reason.FIRST
    assert "ultima copie de siguranță: azi" in draguseni.window._saved.text()
    draguseni.window.close_dossier()
    newest, oldest = shelf.backups()
    assert newest.reason == Reason.CLOSE
    for backup, wanted in ((newest, "b"), (oldest, title)):
        with Dossier.open(backup.path, write=False) as copy:
            assert copy.load(copy.find()).title == wanted


def test_looking_at_a_plan_makes_no_copy(draguseni: User) -> None:
    reopen(draguseni)
    shelf = shelf_of(draguseni)
    draguseni.go("objectives-matrix")
    draguseni.window.close_dossier()
    assert shelf.backups() == []


def test_a_copy_that_cannot_be_made_is_told_and_stops_nothing(draguseni: User) -> None:
    folder = settings.copies_folder()
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("în loc de folder", encoding="utf-8")
    reopen(draguseni)
    rename(draguseni, "a")
    assert draguseni.stored().title == "a"
    assert draguseni.window.notices.text("copies")
    folder.unlink()
    draguseni.do("backup")
    assert not draguseni.window.notices.text("copies")
    assert len(shelf_of(draguseni).backups()) == 1


def test_restoring_can_be_taken_back(draguseni: User, monkeypatch: pytest.MonkeyPatch) -> None:
    """Promise 11, in the window."""
    reopen(draguseni)
    rename(draguseni, "bun")
    draguseni.do("backup")
    rename(draguseni, "stricat")
    choose(monkeypatch, 0)
    draguseni.do("restore")
    assert draguseni.plan.title == "bun"
    assert dossier_of(draguseni).undo_name is None
    rename(draguseni, "bun și schimbat")
    reasons = [backup.reason for backup in shelf_of(draguseni).backups()]
    assert reasons[0] == Reason.RESTORE
    reopen_text = draguseni.window.notices.text("restored")
    assert "păstrată" in reopen_text
    draguseni.window.notices.press("restored", "Înapoi la starea dinainte")
    draguseni.settle()
    assert draguseni.plan.title == "stricat"


def test_the_list_says_what_differs_and_shows_a_copy(
    draguseni: User, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    draguseni.do("backup")
    editor = draguseni.go("consultation").before
    editor.setFocus()
    draguseni.type("Nou. ")
    seen: list[str] = []

    def show(dialog: PreviewDialog) -> int:
        seen.append(dialog.windowTitle())
        assert dialog.session.read_only
        assert not plain(dialog.session.plan.section("consultation").before[0].text).startswith(
            "Nou."
        )
        dialog.done(0)
        return 0

    def look(dialog: RestoreDialog) -> QDialog.DialogCode:
        dialog.show()
        qtbot.waitUntil(lambda: dialog.table.item(0, 3) is not None)
        for column in (3, 1):
            item = dialog.table.item(0, column)
            assert item is not None
            seen.append(item.text())
        dialog.preview()
        dialog.hide()
        return QDialog.DialogCode.Rejected

    monkeypatch.setattr(PreviewDialog, "exec", show)
    monkeypatch.setattr(RestoreDialog, "exec", look)
    draguseni.do("restore")
    assert seen[:2] == ["1 punct diferă", "la cerere"]
    assert "numai citire" in seen[2]
    assert plain(draguseni.stored().section("consultation").before[0].text).startswith("Nou.")


def test_the_second_place_is_proposed_once_and_gets_the_copies(
    draguseni: User, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert draguseni.window.notices.text("second")
    stick = tmp_path / "stick"
    stick.mkdir()
    monkeypatch.setattr("dragapp.ui.files.ask_folder", lambda *_: stick)

    def answer(dialog: CopiesDialog) -> int:
        dialog.choose()
        assert dialog.second.text() == str(stick)
        return 0

    monkeypatch.setattr(CopiesDialog, "exec", answer)
    draguseni.window.notices.press("second", "Alege locul…")
    assert not draguseni.window.notices.text("second")
    draguseni.do("backup")
    qtbot.waitUntil(lambda: len(list(stick.rglob("*.dosar"))) == 1)
    again = MainWindow()
    assert not again.notices.text("second")
    again.close()
    again.deleteLater()


def test_a_second_place_that_is_away_is_told_in_the_status_bar(
    draguseni: User, qtbot: QtBot, tmp_path: Path
) -> None:
    settings.keep_second_place(tmp_path / "scos")
    draguseni.do("backup")
    qtbot.waitUntil(lambda: "al doilea loc al copiilor lipsește" in draguseni.window._saved.text())


def test_after_a_crash_one_sentence_says_what_was_kept(draguseni: User) -> None:
    """Promise 16."""
    path = dossier_of(draguseni).path
    rename(draguseni, "a")
    draguseni.window.close_dossier()
    settings.keep_working_in(path)
    crash(path)
    window = MainWindow()
    told = window.notices.text("crash")
    assert "s-a oprit pe neașteptate" in told
    assert path.name in told
    window.notices.press("crash", "Deschide-l")
    assert window.session is not None
    assert window.session.plan.title == "a"
    assert not window.notices.text("crash")
    assert not window.session.dossier.barred
    window.close()
    for later in (draguseni.window, window):
        later.open_dossier(path)
        assert not later.notices.text("crash")
        later.close_dossier()
    window.deleteLater()


def test_a_crash_is_told_when_the_file_is_opened_by_itself(draguseni: User) -> None:
    path = dossier_of(draguseni).path
    draguseni.window.close_dossier()
    crash(path)
    draguseni.window.open_dossier(path)
    assert "s-a oprit pe neașteptate" in draguseni.window.notices.text("crash")


def test_a_file_in_use_elsewhere_is_shown_as_it_was_saved_there(
    draguseni: User, tmp_path: Path
) -> None:
    """Promise 6, in the window."""
    path = tmp_path / "comun.dosar"
    with Dossier.create(path, example("draguseni-2024")) as other:
        draguseni.window.open_dossier(path)
        draguseni.settle()
        told = draguseni.window.notices.text("barred")
        assert "este deschis" in told
        assert "Numai citire" in draguseni.window._saved.text()
        with other.action("titlu") as edit:
            edit.set_plan(other.find(), title="de acolo")
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
        assert draguseni.plan.title == "de acolo"
    draguseni.window.notices.press("barred", "Încearcă din nou")
    draguseni.settle()
    assert not draguseni.window.notices.text("barred")
    rename(draguseni, "de aici")
    assert draguseni.stored().title == "de aici"


@pytest.fixture
def damaged(draguseni: User) -> Path:
    """A dossier with a safety copy, closed and then damaged on the disk."""
    draguseni.do("backup")
    rename(draguseni, "după copie")
    path = dossier_of(draguseni).path
    draguseni.window.close_dossier()
    content = bytearray(path.read_bytes())
    for page in range(4, 12):
        content[page * 4096 : page * 4096 + 100] = bytes(100)
    path.write_bytes(content)
    return path


def answer_damage(monkeypatch: pytest.MonkeyPatch, answer: Callable[..., None]) -> None:
    monkeypatch.setattr("dragapp.ui.damage.offer_help", answer)


def test_a_damaged_file_is_replaced_by_a_copy_and_kept(
    draguseni: User, damaged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dragapp.ui.damage import restore_damaged

    content = damaged.read_bytes()
    monkeypatch.setattr(
        "dragapp.ui.damage.offer_help", lambda window, path, _: restore_damaged(window, path)
    )
    choose(monkeypatch, 0)
    draguseni.window.open_dossier(damaged)
    draguseni.settle()
    assert draguseni.plan.title == "după copie"
    kept = [each for each in shelf_of(draguseni).backups() if each.reason == Reason.DAMAGED]
    assert [each.path.read_bytes() for each in kept] == [content]


def test_a_damaged_file_is_salvaged_into_a_new_one(
    draguseni: User, damaged: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from dragapp.ui.damage import salvage_damaged

    content, target = damaged.read_bytes(), tmp_path / "recuperat.dosar"
    monkeypatch.setattr(
        "dragapp.ui.damage.offer_help", lambda window, path, _: salvage_damaged(window, path)
    )
    monkeypatch.setattr("dragapp.ui.files.ask_new", lambda *_: target)
    draguseni.window.open_dossier(damaged)
    draguseni.settle()
    assert dossier_of(draguseni).path == target
    assert "recuperat" in draguseni.window.notices.text("salvaged").lower()
    assert damaged.read_bytes() == content


def test_everything_is_taken_to_another_computer(
    draguseni: User, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    package, folder = tmp_path / "mutat.mutare", tmp_path / "acolo"
    folder.mkdir()
    settings.keep_widths("objectives-matrix", [100, 200])
    rename(draguseni, "de mutat")
    draguseni.do("backup")
    name = dossier_of(draguseni).path.name
    copies = len(shelf_of(draguseni).backups())
    monkeypatch.setattr("dragapp.ui.files.ask_package", lambda *_: package)
    draguseni.do("pack")
    assert package.is_file()
    draguseni.window.close_dossier()
    settings.store().clear()
    monkeypatch.setattr("dragapp.ui.settings.copies_folder", lambda: tmp_path / "copii noi")
    monkeypatch.setattr("dragapp.ui.files.ask_unpack", lambda *_: package)
    monkeypatch.setattr("dragapp.ui.dialogs.ask", lambda *_: True)
    monkeypatch.setattr("dragapp.ui.files.ask_folder", lambda *_: folder)
    draguseni.do("unpack")
    assert dossier_of(draguseni).path == folder / name
    assert draguseni.plan.title == "de mutat"
    assert len(shelf_of(draguseni).backups()) == copies
    assert settings.widths("objectives-matrix") == [100, 200]


def test_an_approved_plan_is_only_read_and_keeps_its_annex(
    draguseni: User, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    target = tmp_path / "aprobat.pdf"
    monkeypatch.setattr("dragapp.ui.dialogs.ask", lambda *_: True)
    monkeypatch.setattr("dragapp.ui.files.ask_export", lambda *_: target)
    rename(draguseni, "votat")
    draguseni.do("approve")
    told = draguseni.window._saved.text()
    assert told.startswith("Plan aprobat (însemnat la ")
    assert "Toate modificările sunt salvate" in told
    assert dossier_of(draguseni).undo_name is None
    table = draguseni.table("objectives-matrix")
    assert Qt.ItemFlag.ItemIsEditable not in table.model.flags(table.model.index(0, 2))
    assert draguseni.go("narrative").before.isReadOnly()
    assert draguseni.window.tabs is not None
    decision = draguseni.window.tabs.decision
    draguseni.window.tabs.setCurrentWidget(decision)
    draguseni.settle()
    readable = {
        field.accessibleName(): field.isReadOnly() for field in decision.findChildren(QLineEdit)
    }
    assert not readable["Raport de specialitate, Număr"]
    assert readable["Nr. hotărârii"]
    kept = dossier_of(draguseni).approved_annex(draguseni.plan.id)
    monkeypatch.setattr(PrintoutDialog, "exec", lambda _: QDialog.DialogCode.Accepted)
    draguseni.do("pdf")
    assert target.read_bytes() == kept
    assert kept.startswith(b"%PDF")
    reopen(draguseni)
    assert draguseni.go("narrative").before.isReadOnly()
    draguseni.do("reopen")
    assert not draguseni.go("narrative").before.isReadOnly()
    rename(draguseni, "schimbat")
    assert draguseni.stored().title == "schimbat"


def test_a_copy_of_the_file_is_saved_where_the_user_wants(
    draguseni: User, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("dragapp.ui.files.ask_new", lambda *_: tmp_path / "copie.dosar")
    table = draguseni.table("objectives-matrix")
    table.view.setCurrentIndex(table.model.index(0, 9))
    draguseni.type("mâine")
    draguseni.do("copy_as")
    with closing(sqlite3.connect(tmp_path / "copie.dosar")) as copy:
        assert copy.execute("SELECT count(*) FROM cell WHERE text = 'mâine'").fetchone() == (1,)


def test_notices_take_no_room_when_there_are_none(draguseni: User) -> None:
    notices = draguseni.window.notices
    notices.drop("second")
    assert not notices.isVisible()
    notices.tell("x", "<b>Atenție</b> & grijă")
    assert notices.isVisible()
    words = notices.findChild(QLabel, "words")
    assert isinstance(words, QLabel)
    assert words.textFormat() == Qt.TextFormat.PlainText
    notices.tell("x", "altul")
    assert notices.text("x") == "altul"
    notices.drop("x")
    assert not notices.isVisible()


def test_ctrl_z_in_a_text_that_was_stored_leaves_no_empty_step(draguseni: User) -> None:
    editor = draguseni.go("consultation").before
    before = draguseni.stored()
    rename(draguseni, "a")
    editor.setFocus()
    draguseni.type("Nou. ")
    editor.commit()
    assert dossier_of(draguseni).undo_name == "scrie textul la „Consultare”"
    while editor.document().isUndoAvailable():
        draguseni.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    editor.commit()
    assert dossier_of(draguseni).undo_name == "titlu a"
    assert draguseni.stored().section("consultation") == before.section("consultation")
    draguseni.press(Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    editor.commit()
    draguseni.do("undo")
    assert dossier_of(draguseni).undo_name == "titlu a"
    assert draguseni.stored().section("consultation") == before.section("consultation")


def test_a_package_never_takes_another_ones_place_without_a_question(
    draguseni: User, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "mutat.mutare").touch()
    answers = iter([False, True])
    monkeypatch.setattr("dragapp.ui.dialogs.ask", lambda *_: next(answers))
    monkeypatch.setattr(
        "PySide6.QtWidgets.QFileDialog.getSaveFileName", lambda *_: (str(tmp_path / "mutat"), "")
    )
    path = dossier_of(draguseni).path
    assert files.ask_package(draguseni.window, path) is None
    assert files.ask_package(draguseni.window, path) == tmp_path / "mutat.mutare"
