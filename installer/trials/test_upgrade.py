"""A newer version over an older one that is in use: the program is new, all else as it was."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from installer import setup
from installer.places import ROOT, version
from installer.trials.installation import UNINSTALL, Installation
from installer.wine import Prefix

_RELEASED = ROOT / "tests" / "data" / "released"
_BEFORE = "0.0.9"


@pytest.fixture(scope="module")
def older(windows: Prefix) -> Installation:
    """Return an older version, used: settings, dossiers of all earlier versions, no shortcut."""
    made = Installation.usual(windows)
    assert made.install(setup.make(_BEFORE)).code == 0
    assert windows.registry_value(UNINSTALL, "DisplayVersion") == _BEFORE
    # Modules that the new version has no more.
    for name in ("app/dragapp/gone.py", "runtime/packages/gone/__init__.py"):
        (made.folder / name).parent.mkdir(exist_ok=True)
        (made.folder / name).write_text("raise SystemExit(1)\n", encoding="ascii")
    made.settings.parent.mkdir(parents=True, exist_ok=True)
    made.settings.write_text("[look]\nzoom=130\n", encoding="utf-8")
    for path in _RELEASED.glob("*.dosar"):
        shutil.copyfile(path, made.documents / f"Planuri din versiunea {path.name}")
    made.desktop.unlink()
    return made


def test_the_newer_version_takes_its_place(older: Installation) -> None:
    kept = {path: path.read_bytes() for path in _of_the_user(older)}
    assert older.install().code == 0
    assert older.windows.registry_value(UNINSTALL, "DisplayVersion") == version()
    assert not list(older.folder.rglob("gone*"))
    assert {path: path.read_bytes() for path in _of_the_user(older)} == kept
    assert older.start_menu.exists()
    # Who took the shortcut off the desktop does not get it back.
    assert not older.desktop.exists()


def test_the_newer_version_reads_the_older_dossiers(older: Installation) -> None:
    for path in sorted(older.documents.glob("*.dosar")):
        plan = path.with_suffix(".json")
        ended = older.run("export", path, "--json", plan)
        assert ended.code == 0, ended.output
        assert plan.stat().st_size > 1000


def _of_the_user(installed: Installation) -> list[Path]:
    return [installed.settings, *sorted(installed.documents.glob("*.dosar"))]
