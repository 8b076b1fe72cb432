"""Errors that nobody has handled: one calm dialog, a log, and the program goes on."""

from __future__ import annotations

import errno
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from logging.handlers import RotatingFileHandler
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer, qWarning
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from dragapp import __version__
from dragapp.errors import StorageError
from dragapp.ui import crash, dialogs, log, qt_messages
from dragapp.ui.trouble import Trouble
from tests.windows_user import program

#: Programs that end without warning, fail before all is ready, cannot make their window.
CRASHING = """
import ctypes
from dragapp.ui.start import application
from dragapp.ui import crash
application()
crash.watch()
ctypes.string_at(0)
"""
FAILING_EARLY = """
from pathlib import Path
from PySide6.QtWidgets import QApplication, QMessageBox
from dragapp.ui import main_window, start
def broken(window, path):
    raise KeyError("devreme")
main_window.MainWindow.open_dossier = broken
QMessageBox.open = lambda box: (print(box.detailedText()), QApplication.exit(0))
start._LATER = 1_000_000
start.start(Path("plan.dosar"), None)
"""
NOT_STARTING = """
from dragapp.ui import dialogs, main_window, start
def broken():
    raise KeyError("geometry")
main_window.MainWindow = broken
dialogs.tell = lambda parent, title, text: print(title, text, sep="\\n")
print(start.start(None, None))
"""


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the log of each test by itself."""
    monkeypatch.setattr(log, "folder", lambda: tmp_path / "jurnal")


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    """A window in which the user works."""
    made = QMainWindow()
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def trouble(
    qapp: QApplication, window: QMainWindow, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Trouble]:
    """What tells of errors in that window."""
    monkeypatch.setattr(sys, "__excepthook__", lambda *_: None)
    hooks = sys.excepthook, sys.unraisablehook, threading.excepthook
    made = Trouble(qapp)
    made.install()
    yield made
    sys.excepthook, sys.unraisablehook, threading.excepthook = hooks
    for box in boxes():
        box.close()
    made.deleteLater()
    QApplication.sendPostedEvents(made, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The program's own errors that were told in a dialog."""
    texts: list[str] = []
    monkeypatch.setattr(dialogs, "tell", lambda _parent, _title, text: texts.append(text))
    return texts


def boxes() -> list[QMessageBox]:
    found = QApplication.topLevelWidgets()
    return [box for box in found if isinstance(box, QMessageBox) and box.isVisible()]


def button(box: QMessageBox, text: str) -> QPushButton:
    (found,) = (each for each in box.findChildren(QPushButton) if each.text() == text)
    return found


def close(qtbot: QtBot) -> None:
    (box,) = boxes()
    owner = box.parentWidget()
    assert owner
    button(box, "Am înțeles").click()
    # As the window manager does.
    owner.activateWindow()
    qtbot.wait(20)


def run_in_qt(qtbot: QtBot, *slots: Callable[[], object]) -> None:
    """Call slots as Qt does, and let what follows happen."""
    over: list[bool] = []
    for slot in (*slots, lambda: over.append(True)):
        QTimer.singleShot(0, slot)
    qtbot.waitUntil(lambda: bool(over))
    qtbot.wait(50)


def break_down() -> None:
    raise ValueError("Centrul de zi")


def break_down_elsewhere() -> None:
    raise KeyError("rând")


def logged() -> str:
    return log.file().read_text(encoding="utf-8") if log.file().exists() else ""


def test_a_fault_is_told_once_and_calmly_and_logged(qtbot: QtBot, trouble: Trouble) -> None:
    run_in_qt(qtbot, break_down)
    (box,) = boxes()
    assert "în siguranță" in box.text()
    assert "puteți lucra mai departe" in box.text()
    assert "ValueError: Centrul de zi" in box.detailedText()
    assert str(log.folder()) in box.detailedText()
    for part in ("Traceback", "break_down", f"DragApp {__version__}", "Python 3.", "Qt 6.", "SQL"):
        assert part in logged()
    run_in_qt(qtbot, box.close)
    assert boxes() == []


def test_the_details_are_copied_and_the_dialog_stays(qtbot: QtBot, trouble: Trouble) -> None:
    run_in_qt(qtbot, break_down)
    (box,) = boxes()
    copy = button(box, "Copiază detaliile")
    copy.click()
    assert "ValueError: Centrul de zi" in QApplication.clipboard().text()
    assert copy.text() == "Detaliile au fost copiate"
    assert boxes() == [box]
    QTest.keyClick(box, Qt.Key.Key_Escape)
    qtbot.wait(20)
    assert boxes() == []


def test_never_two_dialogs_at_a_time(qtbot: QtBot, trouble: Trouble) -> None:
    run_in_qt(qtbot, break_down, break_down_elsewhere)
    (box,) = boxes()
    assert "ValueError" in box.detailedText()
    assert "KeyError: 'rând'" in logged()
    close(qtbot)
    assert boxes() == []
    # What was only logged is told when it comes again.
    run_in_qt(qtbot, break_down_elsewhere)
    (box,) = boxes()
    assert "KeyError" in box.detailedText()


def test_the_same_fault_again_and_again_opens_no_more_dialogs(
    qtbot: QtBot, trouble: Trouble, window: QMainWindow
) -> None:
    run_in_qt(qtbot, *[break_down] * 50)
    close(qtbot)
    run_in_qt(qtbot, *[break_down] * 50)
    assert boxes() == []
    assert "s-a repetat" in window.statusBar().currentMessage()
    assert logged().count("Traceback") == 7
    assert "a 64-a oară" in logged()


def test_a_fault_in_painting_is_told_outside_of_it(
    qtbot: QtBot, trouble: Trouble, window: QMainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted, in_painting = [], []

    class Broken(QWidget):
        def paintEvent(self, event: QPaintEvent) -> None:
            painted.append(event.rect())
            raise ZeroDivisionError

    def opened(box: QMessageBox) -> None:
        in_painting.append(broken.testAttribute(Qt.WidgetAttribute.WA_WState_InPaintEvent))
        box.show()

    monkeypatch.setattr(QMessageBox, "open", opened)
    broken = Broken()
    window.setCentralWidget(broken)
    qtbot.waitUntil(lambda: len(boxes()) == 1)
    close(qtbot)
    for _ in range(5):
        broken.update()
        qtbot.wait(10)
    assert len(painted) > 3
    assert boxes() == []
    assert in_painting == [False]


def test_a_fault_in_another_thread_is_told(qtbot: QtBot, trouble: Trouble) -> None:
    thread = threading.Thread(target=break_down)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(boxes()) == 1)
    assert "Centrul de zi" in boxes()[0].detailedText()


def test_what_goes_wrong_while_clearing_away_is_only_logged(qtbot: QtBot, trouble: Trouble) -> None:
    class Ending:
        def __del__(self) -> None:
            break_down()

    Ending()
    qtbot.wait(20)
    assert "Centrul de zi" in logged()
    assert boxes() == []


def test_an_error_of_the_programs_own_is_told_as_it_is(
    qtbot: QtBot, trouble: Trouble, told: list[str]
) -> None:
    def fail() -> None:
        raise StorageError("Discul este plin.")

    run_in_qt(qtbot, fail)
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    qtbot.wait(20)
    assert told == ["Discul este plin."] * 2
    assert logged() == ""


def test_no_dialog_opens_over_another_program(
    qtbot: QtBot,
    trouble: Trouble,
    told: list[str],
    window: QMainWindow,
    qapp: QApplication,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail() -> None:
        raise StorageError("Discul este plin.\nEliberați loc.")

    inactive = Qt.ApplicationState.ApplicationInactive
    with monkeypatch.context() as away:
        away.setattr(QApplication, "applicationState", lambda: inactive)
        run_in_qt(qtbot, fail, fail, *[break_down] * 30)
        assert told == []
        assert boxes() == []
        assert window.statusBar().currentMessage() == "Ceva nu a mers cum trebuie"
        run_in_qt(qtbot, fail)
        assert window.statusBar().currentMessage() == "Discul este plin. Eliberați loc."
        assert "Discul este plin" in logged()
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    qtbot.wait(20)
    assert told == ["Discul este plin.\nEliberați loc."]
    assert len(boxes()) == 1
    assert window.statusBar().currentMessage() == ""


def test_while_the_user_is_leaving_nothing_is_asked(
    qtbot: QtBot, trouble: Trouble, told: list[str]
) -> None:
    with trouble.quietly():
        error = StorageError("Discul este plin.")
        trouble.raised(StorageError, error, None)
        assert told == []
    # Whoever is still there is told afterwards.
    qtbot.waitUntil(lambda: told == ["Discul este plin."])


@pytest.mark.parametrize("broken", ["folder", "disk"])
def test_without_a_log_the_dialog_names_none(
    qtbot: QtBot, trouble: Trouble, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, broken: str
) -> None:
    if broken == "folder":
        (tmp_path / "jurnal").touch()
    else:

        def full(*_: object) -> None:
            raise OSError(errno.ENOSPC, "full")

        monkeypatch.setattr(RotatingFileHandler, "shouldRollover", full)
    run_in_qt(qtbot, break_down)
    (box,) = boxes()
    assert "ValueError" in box.detailedText()
    assert "Jurnalul" not in box.detailedText()
    assert "jurnal" not in box.text()


def test_the_log_stays_small_and_keeps_the_newest() -> None:
    for number in range(2000):
        assert log.write(f"{number} {'ț' * 500}")
    files = sorted(log.folder().iterdir())
    assert len(files) == 3
    line = 2000
    assert all(path.stat().st_size <= 256 * 1024 + line for path in files)
    assert "1999 țțț" in logged()


def test_a_path_that_is_no_text_is_logged() -> None:
    assert log.write("fișierul plan\udce2.dosar")
    assert "plan\\udce2.dosar" in logged()


def test_what_qt_complains_of_is_logged_once(qapp: QApplication) -> None:
    qt_messages.listen()
    try:
        for _ in range(3):
            qWarning("QPainter: niciun desen")
        thread = threading.Thread(target=lambda: qWarning("din alt fir"))
        thread.start()
        thread.join()
    finally:
        qt_messages.ignore()
    assert logged().count("WARNING Qt: QPainter: niciun desen") == 1
    assert "Qt: din alt fir" in logged()


@pytest.mark.skipif(sys.platform == "win32", reason="ends another way there")
def test_the_last_words_of_a_crash_are_in_the_log_of_the_next_start(
    monkeypatch: pytest.MonkeyPatch, qapp: QApplication, user_folder: Path
) -> None:
    done = subprocess.run([sys.executable, "-c", CRASHING], capture_output=True, timeout=60)
    assert done.returncode < 0
    (words,) = user_folder.rglob("oprire.txt")
    monkeypatch.setattr(log, "folder", lambda: words.parent)
    crash.watch()
    try:
        assert "s-a oprit brusc data trecută" in logged()
        assert "Segmentation fault" in logged()
        assert words.read_bytes() == b""
    finally:
        crash.ignore()
    assert not words.exists()


def test_a_fault_before_all_is_ready_is_told() -> None:
    command = program(code=FAILING_EARLY)
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=60)
    assert "KeyError: 'devreme'" in done.stdout


def test_a_program_that_cannot_start_says_so() -> None:
    command = program(code=NOT_STARTING)
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=60)
    title, text, *_, code = done.stdout.splitlines()
    assert title == "Programul nu a putut porni"
    assert "Fișierul primăriei nu a fost atins." in text
    assert "Jurnalul erorilor: " in done.stdout
    assert code == "1"
