"""The window of the installed program, photographed; dossiers opened as Windows opens them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from installer.trials.desk import waited_for
from installer.trials.installation import CLASSES, KIND, Installation

#: Where the mayor's name is written, in the window as it opens first.
_MAYOR = (640, 386)
_TABS = ("date", "preambul", "capitolul-1", "capitolul-2", "capitolul-3", "obiective", "hotarare")


def test_the_welcome_page_is_shown(installed: Installation) -> None:
    with installed.show() as running:
        print(f"the window was there after {running.shown():.1f} s")
        running.settled("bun-venit")


def test_each_tab_is_shown(installed: Installation) -> None:
    seen: set[bytes] = set()
    with installed.show("--example", "piatra-neamt-2021") as running:
        running.shown("Piatra Neamț, 2021")
        for name in _TABS:
            seen.add(running.settled(f"fila-{name}"))
            running.press("ctrl+Tab")
    assert len(seen) == len(_TABS)


@pytest.fixture
def dossier(installed: Installation) -> Path:
    """Return a dossier among the user's documents."""
    path = installed.documents / "Planul comunei – ediția a II-a.dosar"
    if not path.exists():
        assert installed.run("new", path, "--example", "draguseni-2024").code == 0
    return path


def test_the_registered_command_opens_a_dossier(installed: Installation, dossier: Path) -> None:
    """Wine does not look among the user's own kinds of files, so the command itself is run."""
    registered = installed.windows.registry_value(rf"{CLASSES}\{KIND}\shell\open\command")
    found = re.fullmatch(r'"(.*)" "%1"', str(registered))
    assert found
    assert installed.windows.unix_path(found[1]) == installed.program
    with installed.show(dossier) as running:
        running.shown(dossier.name)
        # A second one is shown by the window that is there; its own process ends at once.
        other = dossier.with_name("Alt dosar.dosar")
        assert installed.run("new", other, "--example", "piatra-neamt-2021").code == 0
        assert installed.run(other).code == 0
        running.shown(other.name)
        running.close()


def test_settings_are_a_file_of_the_users(installed: Installation, dossier: Path) -> None:
    with installed.show(dossier) as running:
        running.shown(dossier.name)
        running.close()
    assert "recent" in installed.settings.read_text(encoding="utf-8")


def test_what_was_typed_survives_a_crash(installed: Installation, dossier: Path) -> None:
    # With nothing asked above the tabs, each field has its place.
    installed.settings.parent.mkdir(parents=True, exist_ok=True)
    installed.settings.write_text("[copies]\nasked=1\n", encoding="utf-8")
    with installed.show(dossier) as running:
        running.shown(dossier.name)
        running.settled("inainte-de-cadere")
        running.click(*_MAYOR)
        running.type("Popescu")
        # A line is stored when one moves on.
        running.press("Tab")
        waited_for(lambda: _holds(dossier, "Popescu"), "the text in the file")
        running.crash()
    with installed.show(dossier) as running:
        running.shown(dossier.name)
        running.settled("dupa-cadere")
        running.close()
    plan = dossier.with_suffix(".json")
    assert installed.run("export", dossier, "--json", plan).code == 0
    assert "Popescu" in plan.read_text(encoding="utf-8")


def _holds(dossier: Path, text: str) -> bool:
    beside = dossier.parent.glob(f"{dossier.name}*")
    return any(text.encode() in path.read_bytes() for path in beside if path.is_file())
