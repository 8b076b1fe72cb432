"""Promise 7: a dossier of every version that was ever released opens, whole, in this one.

`tests/data/released/` keeps one file for each version of the tables, made by the program of that
version with both examples in it. A released file is never made again.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from dragapp.dossier import schema
from dragapp.dossier.dossier import Dossier
from dragapp.dossier.shelf import Reason
from dragapp.examples import example
from dragapp.formats.plan_json import dump_plan

RELEASED = Path(__file__).parent.parent / "data" / "released"
VERSIONS = range(1, len(schema.MIGRATIONS) + 1)


def _version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as db:
        return int(db.execute("PRAGMA user_version").fetchone()[0])


def _plans(dossier: Dossier) -> list[str]:
    return [dump_plan(dossier.load(entry.id)) for entry in dossier.plans()]


EXPECTED = [dump_plan(example(name)) for name in ("draguseni-2024", "piatra-neamt-2021")]


def test_every_version_has_its_file() -> None:
    assert {path.name for path in RELEASED.iterdir()} == {f"{number}.dosar" for number in VERSIONS}


@pytest.mark.parametrize("version", VERSIONS)
def test_it_is_kept_and_brought_up_to_date(version: int, path: Path, tmp_path: Path) -> None:
    shutil.copyfile(RELEASED / f"{version}.dosar", path)
    assert _version(path) == version
    with Dossier.open(path, copies=tmp_path / "copii") as dossier:
        assert not dossier.barred
        assert _plans(dossier) == EXPECTED
        assert dossier.keeper is not None
        backups = dossier.keeper.shelf.backups()
    assert _version(path) == len(schema.MIGRATIONS)
    if version < len(schema.MIGRATIONS):
        (backup,) = backups
        assert backup.reason == Reason.UPGRADE
        assert _version(backup.path) == version
    with Dossier.open(path, copies=tmp_path / "copii") as again:
        assert _plans(again) == EXPECTED
        assert again.identity == dossier.identity


@pytest.mark.parametrize("version", VERSIONS)
def test_it_can_be_read_without_being_changed(version: int, path: Path) -> None:
    shutil.copyfile(RELEASED / f"{version}.dosar", path)
    before = path.read_bytes()
    with Dossier.open(path, write=False) as dossier:
        assert _plans(dossier) == EXPECTED
    assert path.read_bytes() == before


def test_an_older_file_whose_copy_cannot_be_made_is_only_read(path: Path, tmp_path: Path) -> None:
    shutil.copyfile(RELEASED / "1.dosar", path)
    before = path.read_bytes()
    (tmp_path / "copii").write_text("un fișier în locul folderului", encoding="utf-8")
    with Dossier.open(path, copies=tmp_path / "copii") as dossier:
        assert "nu a fost adus la zi" in dossier.barred
        assert _plans(dossier) == EXPECTED
    assert path.read_bytes() == before


def test_an_older_file_in_use_elsewhere_is_only_read(path: Path, tmp_path: Path) -> None:
    shutil.copyfile(RELEASED / "1.dosar", path)
    copies = tmp_path / "copii"
    with Dossier.open(path, copies=copies) as first, Dossier.open(path, copies=copies) as second:
        assert "este deschis" in second.barred
        assert _plans(second) == _plans(first)
