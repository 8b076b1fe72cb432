"""What is typed is stored however the user leaves: a second reader of the file finds it."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import SIGNAL, Qt
from PySide6.QtGui import QSessionManager
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dragapp.dossier.dossier import Dossier
from dragapp.dossier.lock import Lock
from dragapp.examples import example
from dragapp.formats.plan_json import dump_plan
from dragapp.plan.plan import Plan
from dragapp.ui import dialogs
from dragapp.ui.leaving import Leaving
from dragapp.ui.trouble import Trouble
from tests.ui.conftest import User

INACTIVE, ACTIVE, HIDDEN = (
    Qt.ApplicationState.ApplicationInactive,
    Qt.ApplicationState.ApplicationActive,
    Qt.ApplicationState.ApplicationHidden,
)
#: The program itself, with a user who types into a cell and says so.
TYPING = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMessageBox, QPlainTextEdit
from dragapp.ui import start
from dragapp.__main__ import main
from tests.ui.conftest import User
settle = start._settle
def then_type(app, window, instance):
    settle(app, window, instance)
    table = User(window).table("objectives-matrix")
    table.view.setCurrentIndex(table.model.index(0, 9))
    table.view.edit(table.view.currentIndex())
    (editor,) = table.view.findChildren(QPlainTextEdit)
    editor.setPlainText("scris înainte de semnal")
    QTimer.singleShot(0, lambda: print("typed", flush=True))
    if "dialog" == sys.argv.pop():
        QMessageBox(window).exec()
start._settle = then_type
sys.exit(main(sys.argv[1:-1]))
"""


class Manager:
    """Stands for Windows when the user logs off."""

    def __init__(self, *, may_ask: bool = True) -> None:
        self.may_ask = may_ask
        self.calls: list[str] = []

    def allowsInteraction(self) -> bool:
        self.calls.append("allowsInteraction")
        return self.may_ask

    def cancel(self) -> None:
        self.calls.append("cancel")

    def release(self) -> None:
        self.calls.append("release")


@pytest.fixture
def trouble(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Trouble]:
    """What tells of errors."""
    made = Trouble(qapp)
    monkeypatch.setattr(sys, "excepthook", made.raised)
    yield made
    made.deleteLater()


@pytest.fixture
def leaving(draguseni: User, trouble: Trouble, qapp: QApplication) -> Leaving:
    """What watches the ways of leaving."""
    return Leaving(draguseni.window, trouble, qapp)


def type_into_a_cell(user: User, text: str) -> None:
    """Leave an open cell with a text that is not stored yet."""
    table = user.table("objectives-matrix")
    table.view.setCurrentIndex(table.model.index(0, 9))
    user.type(text)
    assert text not in stored(user.stored())


def stored(plan: Plan) -> str:
    return dump_plan(plan)


@pytest.mark.parametrize("state", [INACTIVE, HIDDEN])
def test_an_open_cell_is_stored_when_another_program_comes_forward(
    draguseni: User, leaving: Leaving, qapp: QApplication, state: Qt.ApplicationState
) -> None:
    type_into_a_cell(draguseni, "înainte de Word")
    qapp.applicationStateChanged.emit(ACTIVE)
    assert "înainte de Word" not in stored(draguseni.stored())
    qapp.applicationStateChanged.emit(state)
    assert "înainte de Word" in stored(draguseni.stored())


def test_an_open_text_is_stored_when_another_program_comes_forward(
    draguseni: User, leaving: Leaving, qapp: QApplication
) -> None:
    editor = draguseni.go("consultation").before
    editor.setFocus()
    draguseni.type("Scris pe jumătate ")
    qapp.applicationStateChanged.emit(INACTIVE)
    assert "Scris pe jumătate" in stored(draguseni.stored())


def test_an_open_cell_is_stored_when_windows_ends(
    draguseni: User, leaving: Leaving, qapp: QApplication
) -> None:
    # Nobody but Qt can make a session's manager and send the signal.
    assert qapp.receivers(SIGNAL("commitDataRequest(QSessionManager&)")) == 1
    type_into_a_cell(draguseni, "înainte de oprire")
    manager = Manager()
    leaving.log_off(cast("QSessionManager", manager))
    assert "înainte de oprire" in stored(draguseni.stored())
    assert manager.calls == []
    # Another program may have kept Windows from ending: work goes on.
    assert draguseni.window.session is not None
    assert not draguseni.window.session.closed


def test_the_dossier_is_closed_when_windows_goes_on_to_end(
    draguseni: User, leaving: Leaving, qapp: QApplication
) -> None:
    assert draguseni.window.session is not None
    path = draguseni.window.session.dossier.path
    type_into_a_cell(draguseni, "în ultima clipă")
    qapp.aboutToQuit.emit()
    lock = Lock.take(path)
    assert lock.left_behind is None
    lock.release()
    with Dossier.open(path) as dossier:
        assert "în ultima clipă" in stored(dossier.load(dossier.find()))


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What dialogs have told the user."""
    texts: list[str] = []
    monkeypatch.setattr(dialogs, "tell", lambda _parent, _title, text: texts.append(text))
    return texts


@pytest.fixture
def locked(draguseni: User, told: list[str]) -> Iterator[sqlite3.Connection]:
    """Another program that keeps the file from being written."""
    assert draguseni.window.session is not None
    other = sqlite3.connect(draguseni.window.session.dossier.path, isolation_level=None)
    yield other
    other.close()


@pytest.mark.parametrize("may_ask", [True, False])
def test_windows_is_asked_to_stay_only_where_a_text_would_be_lost(
    draguseni: User,
    leaving: Leaving,
    locked: sqlite3.Connection,
    told: list[str],
    may_ask: bool,
) -> None:
    type_into_a_cell(draguseni, "nu are loc")
    locked.execute("BEGIN EXCLUSIVE")
    manager = Manager(may_ask=may_ask)
    leaving.log_off(cast("QSessionManager", manager))
    wanted = ["allowsInteraction", "cancel", "release"] if may_ask else ["allowsInteraction"]
    assert manager.calls == wanted
    assert told == []
    locked.execute("ROLLBACK")
    assert leaving.store()
    assert "nu are loc" in stored(draguseni.stored())


def test_what_cannot_be_stored_on_leaving_is_told_on_return(
    draguseni: User,
    leaving: Leaving,
    locked: sqlite3.Connection,
    told: list[str],
    qapp: QApplication,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    type_into_a_cell(draguseni, "păstrat în celulă")
    locked.execute("BEGIN EXCLUSIVE")
    with monkeypatch.context() as away:
        away.setattr(QApplication, "applicationState", lambda: INACTIVE)
        qapp.applicationStateChanged.emit(INACTIVE)
        qtbot.wait(50)
        assert told == []
        assert "nu a fost salvat" in draguseni.window.statusBar().currentMessage()
    locked.execute("ROLLBACK")
    qapp.applicationStateChanged.emit(ACTIVE)
    qtbot.wait(50)
    assert len(told) == 1
    assert "nu a fost salvat" in told[0]
    assert leaving.store()
    assert "păstrat în celulă" in stored(draguseni.stored())


def test_a_file_that_cannot_be_written_does_not_keep_the_program_from_ending(
    draguseni: User, leaving: Leaving, locked: sqlite3.Connection, qapp: QApplication
) -> None:
    type_into_a_cell(draguseni, "pierdut")
    locked.execute("BEGIN EXCLUSIVE")
    qapp.aboutToQuit.emit()
    assert draguseni.window.session is None


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals there")
@pytest.mark.parametrize(
    ("name", "where"), [("SIGTERM", "cell"), ("SIGHUP", "dialog"), ("SIGINT", "cell")]
)
def test_an_open_cell_is_stored_when_a_signal_ends_the_program(
    tmp_path: Path, name: str, where: str
) -> None:
    path = tmp_path / "plan.dosar"
    Dossier.create(path, example("draguseni-2024")).close()
    command = [sys.executable, "-c", TYPING, str(path), where]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == "typed\n"
            os.kill(process.pid, getattr(signal, name))
            assert process.wait(30) == 0
        finally:
            process.kill()
    lock = Lock.take(path)
    assert lock.left_behind is None
    lock.release()
    with Dossier.open(path) as dossier:
        assert "scris înainte de semnal" in stored(dossier.load(dossier.find()))
