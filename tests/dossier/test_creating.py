"""A new dossier is there whole, or not at all, and never in another file's place."""

from __future__ import annotations

import errno
import os
import sqlite3
import sys
from pathlib import Path
from typing import Any

import pytest

from dragapp.dossier import connecting, creating
from dragapp.dossier.dossier import Dossier
from dragapp.errors import DossierExists, StorageError
from tests.dossier.samples import sample_plan


def test_what_is_there_is_never_overwritten(path: Path) -> None:
    path.write_bytes(b"ceva")
    folder = path.with_name("folder")
    folder.mkdir()
    for taken in (path, folder):
        with pytest.raises(DossierExists, match="Există deja"):
            Dossier.create(taken, sample_plan())
    assert path.read_bytes() == b"ceva"
    assert sorted(os.listdir(path.parent)) == sorted([path.name, "folder"])


@pytest.mark.parametrize("folder", [".", "/", ".."])
def test_a_folder_without_a_name_is_there_already(folder: str) -> None:
    with pytest.raises(DossierExists):
        Dossier.create(Path(folder), sample_plan())


def test_a_lost_files_journal_is_not_played_into_the_new_one(path: Path) -> None:
    path.with_name(path.name + "-journal").write_bytes(b"urme")
    with pytest.raises(DossierExists, match="-journal"):
        Dossier.create(path, sample_plan())


def test_a_file_that_appears_meanwhile_stays(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill = creating._fill

    def slow(*arguments: Any) -> None:
        fill(*arguments)
        path.write_bytes(b"ceva")

    monkeypatch.setattr(creating, "_fill", slow)
    with pytest.raises(DossierExists):
        Dossier.create(path, sample_plan())
    assert path.read_bytes() == b"ceva"
    assert os.listdir(path.parent) == [path.name]


@pytest.mark.parametrize(
    ("place", "says"),
    [
        ("lipsă/x.dosar", "folderul sau fișierul nu există"),
        ("fișier/x.dosar", "folderul nu există"),
        ("n" * 300, "numele fișierului este prea lung"),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other words")
def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, place: str, says: str) -> None:
    (tmp_path / "fișier").write_bytes(b"")
    with pytest.raises(StorageError, match=says):
        Dossier.create(tmp_path / place, sample_plan())
    assert os.listdir(tmp_path) == ["fișier"]


@pytest.mark.parametrize(
    "error",
    [
        OSError(errno.ENOSPC, "full"),
        OSError(errno.EROFS, "protected"),
        OSError(errno.EIO, "broken"),
    ],
)
def test_nothing_is_left_of_a_dossier_that_failed(
    path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError
) -> None:
    def fail(*_: Any) -> None:
        raise error

    monkeypatch.setattr(creating, "put_new", fail)
    with pytest.raises(StorageError, match="nu a putut fi făcut"):
        Dossier.create(path, sample_plan())
    assert os.listdir(path.parent) == []


def test_a_full_disk_leaves_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def small(*arguments: Any) -> Any:
        db = connecting.connect(*arguments)
        db.execute("PRAGMA max_page_count = 20")
        return db

    monkeypatch.setattr(creating, "connect", small)
    with pytest.raises(StorageError, match="discul este plin"):
        Dossier.create(path, sample_plan())
    assert os.listdir(path.parent) == []


def test_a_plan_that_cannot_be_kept_leaves_nothing(path: Path) -> None:
    for year in (0, 10_000, 10**30):
        with pytest.raises(StorageError):
            Dossier.create(path, sample_plan(year))
    twice = sample_plan()
    twice.sections.append(twice.sections[0])
    with pytest.raises(StorageError):
        Dossier.create(path, twice)
    assert os.listdir(path.parent) == []


def test_a_stick_without_hard_links_will_do(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: Any) -> None:
        raise PermissionError(errno.EPERM, "not on this file system")

    monkeypatch.setattr(os, "link", refused)
    with Dossier.create(path, sample_plan()) as dossier:
        assert dossier.load(dossier.find()) == sample_plan()
    assert os.listdir(path.parent) == [path.name]
    with pytest.raises(DossierExists):
        Dossier.create(path, sample_plan())


def test_the_plan_given_is_not_changed(path: Path) -> None:
    plan = sample_plan()
    Dossier.create(path, plan).close()
    assert plan.id == 0
    assert all(section.id == 0 for section in plan.walk())


def test_closing_twice_does_nothing(path: Path) -> None:
    dossier = Dossier.create(path, sample_plan())
    dossier.close()
    dossier.close()
    with pytest.raises(sqlite3.ProgrammingError):
        dossier.plans()
