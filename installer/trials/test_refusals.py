"""Where the installer must not go on, it changes nothing and says so by its exit code."""

from __future__ import annotations

import pytest

from installer import portable
from installer.trials.installation import UNINSTALL, Installation
from installer.wine import Prefix

_TOO_OLD, _RUNNING, _TAKEN = 10, 11, 12
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
    wanted = Installation(windows, windows.drive / f"munca {len(names)}")
    for name in names:
        (wanted.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (wanted.folder / name).write_text("al meu", encoding="utf-8")
    before, registered = sorted(wanted.left()), windows.registry_values(UNINSTALL)
    assert wanted.install().code == _TAKEN
    assert sorted(wanted.left()) == before
    assert windows.registry_values(UNINSTALL) == registered
