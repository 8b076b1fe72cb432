"""What holds for every test: no screen, no user's own files, no dialog that waits for an answer."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from tests.command import Run, called
from tests.system import WINDOWS

os.environ["QT_QPA_PLATFORM"] = "offscreen"

settings.register_profile(
    "dragapp",
    deadline=None,
    # Half of Hypothesis's own number: the suite is to end while its author waits.
    max_examples=35,
    # The verdict of `.ci/run` is about the change and not about luck.
    derandomize="CI" in os.environ,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("dragapp")

_HOMES = ("HOME", "USERPROFILE")
_FOLDERS = {
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_CACHE_HOME": "cache",
    "XDG_STATE_HOME": "state",
    "XDG_RUNTIME_DIR": "runtime",
    "APPDATA": "config",
    "LOCALAPPDATA": "data",
}
#: Where the program keeps copies and examples: among the documents, or where those should be.
_DOCUMENTS = ("Documents", "Planuri servicii sociale")
#: What waits for the user, by Qt's class.
_WAITING = {
    "QDialog": ("exec",),
    "QMessageBox": ("exec", "about", "aboutQt", "critical", "information", "question", "warning"),
    "QFileDialog": (
        "exec",
        "getExistingDirectory",
        "getExistingDirectoryUrl",
        "getOpenFileName",
        "getOpenFileNames",
        "getOpenFileUrl",
        "getOpenFileUrls",
        "getSaveFileName",
        "getSaveFileUrl",
    ),
    "QInputDialog": ("exec", "getDouble", "getInt", "getItem", "getMultiLineText", "getText"),
    "QColorDialog": ("exec", "getColor"),
    "QFontDialog": ("exec", "getFont"),
    "QPrintDialog": ("exec",),
}
_DIALOGS = ("PySide6.QtWidgets", "PySide6.QtPrintSupport")


@pytest.fixture(scope="session")
def _users(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Yield paths for the users' folders: each test is another user."""
    base = tmp_path_factory.mktemp("users")
    return (base / str(number) for number in count())


@pytest.fixture(autouse=True)
def user_folder(_users: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Make the test a user of its own, who works in an empty folder and leaves it empty.

    Promise 17: nothing is written outside the folders chosen for it, and no scrap is left.
    """
    home = next(_users)
    work = home / "work"
    work.mkdir(parents=True)
    for name in _HOMES:
        monkeypatch.setenv(name, str(home))
    for name, folder in _FOLDERS.items():
        (home / folder).mkdir(mode=0o700, exist_ok=True)
        monkeypatch.setenv(name, str(home / folder))
    # A test may start the program as a process of its own, from any folder.
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).resolve().parent.parent), os.pathsep)
    monkeypatch.chdir(work)
    scraps = home / "scraps"
    scraps.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scraps))
    if "PySide6.QtCore" in sys.modules:
        _redirect_settings(home / "settings")
        _redirect_folders(monkeypatch)
    yield home
    for used in (work, scraps):
        left = [path.name for path in used.iterdir()]
        assert not left, f"files were left in the folder {used.name}: {left}"
    own = {"work", "scraps", "settings", *_FOLDERS.values(), *_DOCUMENTS}
    others = {path.name for path in home.iterdir()} - own
    assert not others, f"files were written where nobody asked for them: {others}"


def _redirect_settings(folder: Path) -> None:
    from PySide6.QtCore import QSettings

    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    for scope in QSettings.Scope:
        QSettings.setPath(QSettings.Format.IniFormat, scope, str(folder))


def _redirect_folders(monkeypatch: pytest.MonkeyPatch) -> None:
    if not WINDOWS:
        return
    from PySide6.QtCore import QStandardPaths

    from tests import windows_user

    monkeypatch.setattr(QStandardPaths, "writableLocation", staticmethod(windows_user.folder))


@pytest.fixture(autouse=True)
def _no_waiting_dialogs(user_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail a test that opens a dialog which would wait for ever; it may put its own answer there.

    A slot that swallows the error does not hide it.
    """
    opened: list[str] = []
    loaded = [sys.modules[name] for name in _DIALOGS if name in sys.modules]
    for kind, names in _WAITING.items():
        for module in (each for each in loaded if hasattr(each, kind)):
            for name in names:
                refuse = _refusal(f"{kind}.{name}", opened)
                static = name != "exec"
                monkeypatch.setattr(
                    getattr(module, kind), name, staticmethod(refuse) if static else refuse
                )
    yield
    assert not opened, f"a dialog was opened that nobody answers: {opened}"


def _refusal(name: str, opened: list[str]) -> Callable[..., Any]:
    def refuse(*_: object, **__: object) -> None:
        opened.append(name)
        raise AssertionError(f"{name} would wait for the user")

    return refuse


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the program in this process: `run("export", path, "--pdf", target)`."""
    return lambda *arguments: called(capsys, arguments)
