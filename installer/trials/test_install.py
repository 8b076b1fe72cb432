"""A silent installation and its end: files, shortcuts, registry, and what is not touched."""

from __future__ import annotations

from installer.payload import files
from installer.places import PAYLOAD, setup_file, version
from installer.trials.desk import TITLE, Running, waited_for
from installer.trials.installation import CLASSES, KIND, UNINSTALL, Installation
from installer.wine import Prefix


def test_all_files_are_there_and_nothing_else(installed: Installation) -> None:
    wanted = {path.relative_to(PAYLOAD): path.stat().st_size for path in files()}
    found = {
        path.relative_to(installed.folder): path.stat().st_size
        for path in installed.left()
        if path.is_file() and path.name != "Dezinstalare.exe"
    }
    assert found == wanted


def test_nothing_is_put_where_only_an_administrator_may(installed: Installation) -> None:
    drive = installed.windows.drive
    assert not list(drive.glob("Program Files*/*DragApp*"))
    assert not list((drive / "ProgramData").rglob("*DragApp*"))


def test_there_are_shortcuts(installed: Installation) -> None:
    for link in (installed.start_menu, installed.desktop):
        assert "DragApp.exe".encode("utf-16-le") in link.read_bytes()


def test_windows_can_list_and_remove_it(installed: Installation) -> None:
    values = installed.windows.registry_values(UNINSTALL)
    assert values["displayversion"] == version()
    assert values["displayname"] == "DragApp - Plan servicii sociale"
    folder = installed.windows.windows_path(installed.folder)
    assert values["installlocation"] == folder
    assert values["uninstallstring"] == rf'"{folder}\Dezinstalare.exe"'
    size = sum(path.stat().st_size for path in files()) / 1024
    assert 0.9 * size < int(values["estimatedsize"]) < 1.1 * size


def test_dossiers_are_opened_with_it(installed: Installation) -> None:
    value = installed.windows.registry_value
    assert value(rf"{CLASSES}\.dosar") == KIND
    assert value(rf"{CLASSES}\{KIND}") == "Dosar cu planuri de servicii sociale"
    program = installed.windows.windows_path(installed.program)
    assert value(rf"{CLASSES}\{KIND}\shell\open\command") == f'"{program}" "%1"'
    assert value(rf"{CLASSES}\{KIND}\DefaultIcon") == f"{program},0"


def test_uninstalling_takes_the_program_and_leaves_the_users_files(
    installed: Installation,
) -> None:
    dossier = installed.documents / "Planul nostru.dosar"
    assert installed.run("new", dossier, "--example", "draguseni-2024").code == 0
    kept = dossier.read_bytes()
    installed.settings.parent.mkdir(parents=True, exist_ok=True)
    installed.settings.write_text("[General]\nzoom=120\n", encoding="utf-8")
    own = installed.folder / "ce am pus eu aici.txt"
    own.write_text("al meu", encoding="utf-8")

    installed.uninstall()

    assert list(installed.left()) == [own]
    assert dossier.read_bytes() == kept
    assert "zoom=120" in installed.settings.read_text(encoding="utf-8")
    assert not installed.start_menu.exists()
    assert not installed.desktop.exists()
    assert installed.windows.registry_values(UNINSTALL) == {}
    assert installed.windows.registry_value(rf"{CLASSES}\.dosar") is None
    assert installed.windows.registry_values(rf"{CLASSES}\{KIND}") == {}


def test_installed_again_and_removed_leaves_no_folder(installed: Installation) -> None:
    for left in list(installed.left()):
        left.unlink()
    assert installed.install().code == 0
    installed.uninstall()
    assert not installed.folder.exists()


def test_a_person_needs_only_the_enter_key(windows: Prefix) -> None:
    """The pages are photographed; the last one starts the program."""
    installed = Installation.usual(windows)
    with Running(windows, setup_file(), title="DragApp") as running:
        running.shown("DragApp")
        for page in ("bun-venit", "folder"):
            running.settled(f"instalare-{page}")
            running.press("Return")
        waited_for(installed.start_menu.exists, "the shortcut")
        running.settled("instalare-gata")
        running.press("Return")
        _seen(running, TITLE)
    with Running(windows, installed.folder / "Dezinstalare.exe", title="DragApp") as running:
        _seen(running, "DragApp")
        running.settled("dezinstalare")
        running.press("Return")
        waited_for(lambda: not installed.program.exists(), "the program's removal")


def _seen(running: Running, words: str) -> None:
    """Wait for a window of what the process has started; it may itself have ended meanwhile."""
    waited_for(lambda: words in "\n".join(running.titles()), f"a window with “{words}”")
