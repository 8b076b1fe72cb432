"""Where the installer must not go on, it changes nothing and says so by its exit code."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

from installer import portable
from installer.payload import files
from installer.places import PAYLOAD, PYTHON
from installer.trials.desk import waited_for
from installer.trials.installation import UNINSTALL, Installation
from installer.wine import Prefix

_TOO_OLD, _RUNNING, _TAKEN, _NOT_WRITTEN = 10, 11, 12, 13
_BUILD = r"HKLM\Software\Microsoft\Windows NT\CurrentVersion"


@pytest.mark.parametrize("old", ["win7", "win81"])
def test_an_older_windows(windows: Prefix, old: str) -> None:
    windows.set_version(old)
    wanted = Installation.usual(windows)
    assert wanted.install().code == _TOO_OLD
    assert not wanted.folder.exists()
    assert windows.registry_values(UNINSTALL) == {}
    windows.set_version("win10")


def test_while_it_runs_it_is_neither_replaced_nor_removed(windows: Prefix) -> None:
    installed = Installation.usual(windows)
    assert installed.install().code == 0
    before = sorted(path for path in installed.left())
    with installed.show() as running:
        running.shown()
        assert installed.install().code == _RUNNING
        place = f"_?={windows.windows_path(installed.folder)}"
        ended = windows.run(installed.folder / "Dezinstalare.exe", "/S", place)
        assert ended.code == _RUNNING
        assert sorted(path for path in installed.left()) == before
        running.close()
    assert installed.install().code == 0


@pytest.mark.parametrize(
    "names",
    [("app/al meu.txt",), (portable.MARK, "DragApp.exe", "Setări/DragApp.ini")],
    ids=["another's", "portable"],
)
def test_a_folder_that_is_not_the_installers(windows: Prefix, names: tuple[str, ...]) -> None:
    wanted = Installation(windows, windows.drive / f"munca-{len(names)}")
    for name in names:
        (wanted.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (wanted.folder / name).write_text("al meu", encoding="utf-8")
    before, registered = sorted(wanted.left()), windows.registry_values(UNINSTALL)
    assert wanted.install().code == _TAKEN
    assert sorted(wanted.left()) == before
    assert windows.registry_values(UNINSTALL) == registered


def test_a_file_in_use_stops_replacing_and_removing(windows: Prefix) -> None:
    """Wine, unlike Windows, moves a folder with an open file in it: here it is one beside them."""
    installed = Installation.usual(windows)
    assert installed.install().code == 0
    before = installed.state()
    with _open(windows, installed.folder / "LICENTE.txt"):
        assert installed.install().code == _RUNNING
        place = f"_?={windows.windows_path(installed.folder)}"
        ended = windows.run(installed.folder / "Dezinstalare.exe", "/S", place)
        assert ended.code == _RUNNING
    assert installed.state() == before


def test_what_cannot_be_written_leaves_the_version_before(windows: Prefix) -> None:
    installed = Installation.usual(windows)
    assert installed.install().code == 0
    # What a new version would write anew.
    os.utime(installed.program, (0, 0))
    before = installed.state()
    with ThreadPoolExecutor() as beside:
        # The last of the files finds its place taken, by what no file replaces.
        taken = installed.folder / files()[-1].relative_to(PAYLOAD)
        ended = beside.submit(installed.install)
        waited_for(lambda: not taken.exists(), "the old files set aside")
        taken.mkdir(parents=True)
        assert ended.result().code == _NOT_WRITTEN
    assert installed.state() == before

    uninstaller = installed.folder / "Dezinstalare.exe"
    uninstaller.unlink()
    uninstaller.mkdir()
    assert installed.install().code == _NOT_WRITTEN
    assert installed.state() == {p: moment for p, moment in before.items() if p != uninstaller}

    uninstaller.rmdir()
    assert installed.install().code == 0
    assert installed.state().keys() == before.keys()
    assert installed.state() != before


@contextmanager
def _open(windows: Prefix, path: Path) -> Iterator[None]:
    """Hold a file open as a backup does: others may neither move it nor write to it."""
    code = "import sys, time; held = open(sys.argv[1]); print('held', flush=True); time.sleep(900)"
    holder = windows.start(PYTHON / "python.exe", "-c", code, path)
    assert holder.stdout is not None
    try:
        assert b"held" in holder.stdout.readline()
        yield
    finally:
        holder.stdout.close()
        windows.stop()
        holder.wait()
