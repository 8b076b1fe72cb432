"""One window for each user: a second start hands over to the first, which shows what was wanted."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QMenu
from pytestqt.qtbot import QtBot

from dragapp.dossier.dossier import Dossier
from dragapp.dossier.lock import holder_of
from dragapp.examples import example
from dragapp.ui import calling, doorbell
from dragapp.ui.instance import Instance
from dragapp.ui.main_window import MainWindow
from dragapp.ui.wanted import ACCEPTED, GREETING, LARGEST, Wanted
from tests.system import WINDOWS
from tests.windows_user import THE_PROGRAM, program

Started = Callable[..., subprocess.Popen[str]]
#: The program, where even a slow first start answers in time.
PATIENT = f"from dragapp.ui import calling\ncalling.PATIENCE = 30_000\n{THE_PROGRAM}"
#: A later start, which says whether it handed over what its argument names.
LATER = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from dragapp.ui.start import application
from dragapp.ui.instance import Instance
from dragapp.ui.wanted import Wanted
app, instance = application(), Instance()
assert instance.later
print(instance.handed_over(Wanted(Path(sys.argv[1]) if sys.argv[1:] else None)))
"""


class Window(QMainWindow):
    """Remembers what it was asked to show."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[Path | str] = []

    def open_dossier(self, path: Path) -> None:
        self.opened.append(path)

    def open_example(self, name: str) -> None:
        self.opened.append(name)


@pytest.fixture
def started() -> Iterator[Started]:
    """Start processes of the program, or of a code; they are killed at the end of the test."""
    running = []

    def begin(*arguments: str | Path, code: str = "") -> subprocess.Popen[str]:
        command = program(*arguments, code=code or PATIENT)
        process = subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8")
        running.append(process)
        return process

    yield begin
    for process in running:
        process.kill()
        with process:
            process.wait()


@pytest.fixture(autouse=True)
def _named_as_the_program(qapp: QApplication) -> Iterator[None]:
    """Have the folder that the program has when it runs by itself."""
    names = qapp.applicationName(), qapp.organizationName()
    qapp.setApplicationName("DragApp")
    qapp.setOrganizationName("DragApp")
    yield
    qapp.setApplicationName(names[0])
    qapp.setOrganizationName(names[1])


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    """A window on screen."""
    made = Window()
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def first(window: Window) -> Iterator[Instance]:
    """The first start, which has this window."""
    instance = Instance()
    instance.listen(cast("MainWindow", window))
    yield instance
    instance.end()


def a_dossier(folder: Path, name: str) -> Path:
    path = folder / f"{name}.dosar"
    Dossier.create(path, example("draguseni-2024")).close()
    return path


def wait_for(true: Callable[[], bool]) -> None:
    """Wait for what another process does; the limit of the whole test ends a vain wait."""
    while not true():
        time.sleep(0.02)


def shown_by(process: subprocess.Popen[str], dossier: Path) -> bool:
    holder = holder_of(dossier)
    return holder is not None and holder.pid == process.pid


def test_a_second_start_hands_over_its_dossier_and_ends(started: Started, tmp_path: Path) -> None:
    one, other = a_dossier(tmp_path, "unu"), a_dossier(tmp_path, "doi")
    first = started(one)
    wait_for(lambda: shown_by(first, one))
    second = started(other)
    assert second.wait(30) == 0
    wait_for(lambda: shown_by(first, other) and holder_of(one) is None)
    first.terminate()
    if WINDOWS:
        # It is killed there, and leaves its lock behind.
        first.wait(30)
        return
    assert first.wait(30) == 0
    assert sorted(tmp_path.glob("*.dosar")) == sorted([one, other])
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".~")]


def test_after_the_first_was_killed_the_next_start_is_the_first(
    started: Started, tmp_path: Path
) -> None:
    one, other = a_dossier(tmp_path, "unu"), a_dossier(tmp_path, "doi")
    first = started(one)
    wait_for(lambda: shown_by(first, one))
    # Its socket must be there to be left behind.
    assert started().wait(30) == 0
    first.kill()
    first.wait()
    next_one = started(one)
    wait_for(lambda: shown_by(next_one, one))
    assert started(other).wait(30) == 0
    wait_for(lambda: shown_by(next_one, other))


def test_two_starts_at_once_make_one_window(started: Started, tmp_path: Path) -> None:
    paths = [a_dossier(tmp_path, "unu"), a_dossier(tmp_path, "doi")]
    both = [started(path) for path in paths]
    wait_for(lambda: any(process.poll() is not None for process in both))
    (later,) = (process for process in both if process.poll() is not None)
    (first,) = (process for process in both if process is not later)
    assert later.returncode == 0
    wait_for(lambda: shown_by(first, paths[both.index(later)]))


def test_several_quick_starts_are_all_served(
    qtbot: QtBot, first: Instance, window: Window, started: Started, tmp_path: Path
) -> None:
    paths = [tmp_path / f"{number}.dosar" for number in range(6)]
    later = [started(path, code=LATER) for path in paths]
    assert [said(qtbot, process) for process in later] == ["True\n"] * 6
    qtbot.waitUntil(lambda: len(window.opened) == 6)
    assert sorted(map(str, window.opened)) == sorted(map(str, paths))


def test_a_path_is_handed_over_from_another_folder(
    qtbot: QtBot, first: Instance, window: Window, started: Started
) -> None:
    later = started("plan.dosar", code=LATER)
    assert said(qtbot, later) == "True\n"
    qtbot.waitUntil(lambda: window.opened == [Path.cwd() / "plan.dosar"])


def test_a_start_without_a_dossier_brings_the_window_forward(
    qtbot: QtBot, first: Instance, window: Window, started: Started
) -> None:
    window.showMinimized()
    later = started(code=LATER)
    assert said(qtbot, later) == "True\n"
    qtbot.waitUntil(lambda: not window.isMinimized())
    assert window.isActiveWindow()
    assert window.opened == []


def test_nothing_is_opened_over_a_dialog_or_a_menu(
    qtbot: QtBot, first: Instance, window: Window, started: Started, tmp_path: Path
) -> None:
    dialog = QDialog(window)
    dialog.setModal(True)
    dialog.show()
    later = started(tmp_path / "plan.dosar", code=LATER)
    assert said(qtbot, later) == "True\n"
    qtbot.wait(250)
    assert window.opened == []
    menu = QMenu(window)
    menu.addAction("Copiază")
    menu.popup(window.pos())
    dialog.close()
    qtbot.wait(250)
    assert window.opened == []
    menu.close()
    qtbot.waitUntil(lambda: window.opened == [tmp_path / "plan.dosar"])


def test_a_window_that_is_closed_takes_nothing_over(
    qtbot: QtBot, first: Instance, window: Window, started: Started, tmp_path: Path
) -> None:
    window.close()
    impatient = f"from dragapp.ui import calling\ncalling.PATIENCE = 300\n{LATER}"
    later = started(tmp_path / "plan.dosar", code=impatient)
    assert said(qtbot, later) == "False\n"
    assert window.opened == []


def said(qtbot: QtBot, later: subprocess.Popen[str]) -> str:
    """Let the window serve a later start until that ends; return what it says."""
    qtbot.waitUntil(lambda: later.poll() is not None, timeout=60_000)
    return later.communicate()[0]


def heard(qtbot: QtBot, name: str, words: bytes) -> bytes:
    """Say something to the first start and return what it answers before it hangs up."""
    socket, answers = QLocalSocket(), []
    socket.readyRead.connect(lambda: answers.append(bytes(socket.readAll().data())))
    closed = []
    socket.disconnected.connect(lambda: closed.append(True))
    socket.connectToServer(name)
    assert socket.waitForConnected(3000)
    socket.write(words)
    qtbot.waitUntil(lambda: bool(closed), timeout=30_000)
    return b"".join(answers)


@pytest.mark.parametrize(
    "words",
    [
        b"\n",
        b"GET / HTTP/1.1\r\n\r\n",
        b"\xff\xfe\n",
        b"[1, 2]\n",
        b'{"open": 7, "example": null}\n',
        b'{"open": "plan.dosar", "example": null}\n',
        b"[" * 5000 + b"\n",
        b"[" * 2 * LARGEST,
        b"x" * 2 * LARGEST + b"\n",
    ],
    ids=["nothing", "http", "bytes", "list", "number", "relative", "deep", "endless", "long"],
)
def test_what_is_no_request_is_refused(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, first: Instance, window: Window, words: bytes
) -> None:
    monkeypatch.setattr(doorbell, "_PATIENCE", 1_000_000)
    assert heard(qtbot, first.name, words) in (GREETING, b"")
    assert heard(qtbot, first.name, Wanted(None, "draguseni-2024").line()) == GREETING + ACCEPTED
    qtbot.waitUntil(lambda: window.opened == ["draguseni-2024"])


def test_who_calls_and_says_nothing_is_not_waited_for(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, first: Instance, window: Window
) -> None:
    monkeypatch.setattr(doorbell, "_PATIENCE", 50)
    assert heard(qtbot, first.name, b"") == GREETING


def test_a_first_start_that_hangs_is_left_alone(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(calling, "PATIENCE", 200)
    first, server = Instance(), QLocalServer()
    later = Instance()
    assert not later.handed_over(Wanted())
    # It has a socket, but never says a word.
    assert server.listen(first.name)
    assert not later.handed_over(Wanted())
    assert later.later
    server.close()
    first.end()


def test_a_start_whose_first_one_has_just_ended_is_the_first(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    first = Instance()
    later = Instance()
    assert (first.first, later.first, later.later) == (True, False, True)
    first.end()
    assert not later.handed_over(Wanted())
    assert (later.first, later.later) == (True, False)
    later.end()


def test_each_user_and_each_screen_has_a_first_start(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, tmp_path: Path
) -> None:
    one = Instance()
    screen = "SESSIONNAME" if sys.platform == "win32" else "WAYLAND_DISPLAY"
    monkeypatch.setenv(screen, "rdp-7")
    elsewhere = Instance()
    monkeypatch.delenv(screen)
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path))
    other_user = Instance()
    assert one.first
    assert elsewhere.first
    assert other_user.first
    assert len({one.name, elsewhere.name, other_user.name}) == 3
    for each in (one, elsewhere, other_user):
        each.end()


def test_without_a_folder_of_its_own_the_program_starts(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setattr("dragapp.ui.instance.local_folder", lambda: tmp_path / "file" / "dragapp")
    instance = Instance()
    assert not instance.first
    assert not instance.later
    instance.end()


@given(st.binary())
def test_any_line_is_read(line: bytes) -> None:
    assert Wanted.read(line) is None


@given(st.text().filter(lambda text: "\0" not in text), st.none() | st.text())
def test_what_is_wanted_arrives_as_it_was(name: str, example: str | None) -> None:
    wanted = Wanted(Path(os.sep) / "dosare" / name, example)
    assert Wanted.read(wanted.line()) == Wanted(Path(os.path.abspath(str(wanted.dossier))), example)
