"""Other places than the usual: a folder that the user chose, and a stick."""

from __future__ import annotations

import zipfile

from installer.places import portable_file
from installer.trials.installation import CLASSES, KIND, UNINSTALL, Installation
from installer.wine import Prefix


def test_a_folder_with_diacritics(windows: Prefix) -> None:
    chosen = Installation(
        windows, windows.drive / "users" / "Ștefan-Țîrlea" / "Programe" / "DragApp"
    )
    assert chosen.install().code == 0
    dossier = chosen.folder.parent / "Planul de mâine.dosar"
    assert chosen.run("new", dossier, "--example", "draguseni-2024").code == 0
    with chosen.show(dossier) as running:
        running.shown(dossier.name)
        running.close()
    chosen.uninstall()
    assert not chosen.folder.exists()
    assert dossier.exists()


def test_removing_a_copy_leaves_the_newer_one_in_another_folder(windows: Prefix) -> None:
    older = Installation(windows, windows.drive / "DragApp-vechi")
    newer = Installation(windows, windows.drive / "DragApp-nou")
    for copy in (older, newer):
        assert copy.install().code == 0
    registered = windows.registry_values(UNINSTALL)
    assert registered["installlocation"] == windows.windows_path(newer.folder)

    older.uninstall()

    assert not older.folder.exists()
    assert windows.registry_values(UNINSTALL) == registered
    assert windows.registry_value(rf"{CLASSES}\.dosar") == KIND
    assert windows.registry_value(rf"{CLASSES}\{KIND}\DefaultIcon")
    assert newer.start_menu.exists()
    assert newer.desktop.exists()

    newer.uninstall()

    assert windows.registry_values(UNINSTALL) == {}
    assert not newer.start_menu.exists()


def test_a_stick_carries_program_settings_and_plans(windows: Prefix) -> None:
    stick = windows.drive / "stick de la primărie ț"
    with zipfile.ZipFile(portable_file()) as archive:
        archive.extractall(stick)
    carried = Installation(windows, stick / "DragApp")
    home = sorted(windows.home.rglob("*DragApp*"))
    dossier = carried.folder / "Planuri servicii sociale" / "Plan.dosar"
    dossier.parent.mkdir(exist_ok=True)
    assert carried.run("new", dossier, "--example", "draguseni-2024").code == 0
    with carried.show(dossier) as running:
        running.shown(dossier.name)
        running.close()
    assert "recent" in _settings(carried)
    assert sorted(windows.home.rglob("*DragApp*")) == home

    # The stick goes to another computer, where it has another letter.
    elsewhere = windows.drive / "alt calculator"
    stick.rename(elsewhere)
    moved = Installation(windows, elsewhere / "DragApp")
    with moved.show() as running:
        running.shown()
        running.settled("de-pe-stick")
        running.close()
    assert "recent=Planuri servicii sociale" in _settings(moved)


def _settings(carried: Installation) -> str:
    return (carried.folder / "Setări" / "DragApp.ini").read_text(encoding="utf-8")
