"""The portable program: what it writes goes with it from one computer to the next."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path, PureWindowsPath

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from dragapp import installed
from dragapp.dossier.dossier import Dossier
from dragapp.ui import log, portable, settings
from dragapp.ui.copies_dialog import CopiesDialog
from dragapp.ui.instance import Instance
from dragapp.ui.local import local_folder
from dragapp.ui.main_window import MainWindow

Put = Callable[[Path], Path]


@pytest.fixture
def put(monkeypatch: pytest.MonkeyPatch) -> Iterator[Put]:
    """Let the program run from a folder, as the portable one unless its marker is taken away."""

    def run_from(top: Path) -> Path:
        top.mkdir(parents=True, exist_ok=True)
        (top / portable.MARKER).touch()
        monkeypatch.setattr(installed, "program_folder", lambda: top)
        portable.folder.cache_clear()
        return top

    yield run_from
    monkeypatch.undo()
    portable.folder.cache_clear()


@pytest.fixture
def stick(put: Put, tmp_path: Path) -> Path:
    """The folder of a portable program."""
    return put(tmp_path / "E" / "DragApp")


def test_what_it_writes_is_beside_it(stick: Path) -> None:
    settings.keep_number("look/zoom", 125)
    assert "zoom=125" in (stick / "Setări" / "DragApp.ini").read_text(encoding="utf-8")
    assert settings.number("look/zoom", 100) == 125
    assert local_folder() == stick / "Setări"
    assert log.file().is_relative_to(stick)
    plans = stick / "Planuri servicii sociale"
    assert settings.copies_folder() == plans / "Copii de siguranță"
    # A file dialog only begins in a folder that is there.
    assert settings.last_folder() == plans
    assert plans.is_dir()


def test_the_lock_of_the_one_window_is_beside_it(stick: Path) -> None:
    instance = Instance()
    assert instance.first
    assert list((stick / "Setări").glob("*.lock"))
    assert Instance().later
    instance.end()


def test_an_installed_program_has_the_users_own_folders(stick: Path, user_folder: Path) -> None:
    (stick / portable.MARKER).unlink()
    portable.folder.cache_clear()
    settings.keep_number("look/zoom", 125)
    assert settings.own_folder().is_relative_to(user_folder)
    assert local_folder().is_relative_to(user_folder)
    assert not (stick / "Setări").exists()


def test_what_is_remembered_is_found_under_another_letter(put: Put, tmp_path: Path) -> None:
    stick = put(tmp_path / "E" / "DragApp")
    plans = stick / portable.PLANS
    ours, other = plans / "Comună.dosar", tmp_path / "calculator" / "Altul.dosar"
    other.parent.mkdir()
    for path in (other, ours):
        path.touch()
        settings.remember(path)
    settings.keep_title(ours, "Drăgușeni, 2024")
    settings.keep_title(other, "Piatra Neamț, 2021")
    settings.keep_working_in(ours)
    settings.keep_folder(plans, "pdf")
    settings.keep_second_place(plans)
    stick.parent.rename(tmp_path / "D")
    plans = put(tmp_path / "D" / "DragApp") / portable.PLANS
    assert settings.recent() == [plans / ours.name, other]
    titles = [settings.title_of(path) for path in settings.recent()]
    assert titles == ["Drăgușeni, 2024", "Piatra Neamț, 2021"]
    assert settings.working_in() == plans / ours.name
    assert settings.last_folder() == settings.last_folder("pdf") == plans
    assert settings.second_place() == plans
    settings.forget(plans / ours.name)
    assert settings.recent() == [other]


@pytest.mark.parametrize(
    ("path", "kept", "there"),
    [
        (r"E:\DragApp\Planuri\a.dosar", r"Planuri\a.dosar", r"D:\Programe\Planuri\a.dosar"),
        (r"e:\dragapp\Planuri\a.dosar", r"Planuri\a.dosar", r"D:\Programe\Planuri\a.dosar"),
        (r"E:\Acte\comună.dosar", r"\Acte\comună.dosar", r"D:\Acte\comună.dosar"),
        (r"C:\Acte\comună.dosar", r"C:\Acte\comună.dosar", r"C:\Acte\comună.dosar"),
        (r"\\server\acte\a.dosar", r"\\server\acte\a.dosar", r"\\server\acte\a.dosar"),
    ],
)
def test_only_the_letter_of_the_stick_is_left_out(path: str, kept: str, there: str) -> None:
    text = portable.carried(PureWindowsPath(path), PureWindowsPath(r"E:\DragApp"))
    assert text == kept
    assert PureWindowsPath(r"D:\Programe") / text == PureWindowsPath(there)


def test_a_protected_stick_is_told_of_and_worked_from(
    stick: Path, user_folder: Path, qtbot: QtBot
) -> None:
    # Not even an administrator can make a folder there.
    for name in (portable.SETTINGS, portable.PLANS):
        (stick / name).touch()
    portable.folder.cache_clear()
    window = MainWindow()
    qtbot.addWidget(window)
    told = window.notices.text("protected")
    assert str(stick) in told
    assert "pe acest calculator" in told
    settings.keep_number("look/zoom", 125)
    assert settings.number("look/zoom", 100) == 125
    window.open_example("draguseni-2024")
    assert window.session is not None
    assert window.session.dossier.path.is_relative_to(user_folder)
    window.close()


def test_a_stick_that_can_be_written_to_is_not_told_of(stick: Path, qtbot: QtBot) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    assert window.notices.text("protected") == ""
    assert "lângă program" in window.notices.text("second")
    window.open_example("draguseni-2024")
    assert window.session is not None
    assert window.session.dossier.path.is_relative_to(stick)
    assert isinstance(window.session.dossier, Dossier)
    window.close()


def test_the_place_of_the_copies_is_named_as_it_is(stick: Path, qtbot: QtBot) -> None:
    dialog = CopiesDialog(MainWindow())
    qtbot.addWidget(dialog)
    labels = [label.text() for label in dialog.findChildren(QLabel)]
    assert "Lângă program:" in labels
    assert not any("În Documente" in text for text in labels)


def test_on_windows_settings_are_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = QSettings.defaultFormat()
    QSettings.setDefaultFormat(QSettings.Format.NativeFormat)
    monkeypatch.setattr("sys.platform", "win32")
    try:
        settings.prefer_file()
        assert settings.store().format() == QSettings.Format.IniFormat
        assert settings.store().fileName().endswith(".ini")
    finally:
        QSettings.setDefaultFormat(usual)
