"""The second place gets each copy once, whole, thinned by the same rule; the rest there stays."""

from __future__ import annotations

import errno
import os
import shutil
import threading
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from dragapp.dossier.backup import verify
from dragapp.dossier.dossier import Dossier
from dragapp.dossier.durable import copy_with_sides
from dragapp.dossier.mirror import mirror
from dragapp.dossier.shelf import Reason, Shelf
from dragapp.errors import BackupError
from tests.dossier.failing import each_failure

NOW = datetime(2026, 11, 22, 14, 5, 33)
IDENTITY = "0123456789abcdef"


@pytest.fixture
def shelf(path: Path, dossier: Dossier) -> Shelf:
    """Return a shelf with three copies."""
    made = Shelf(path.parent / "copii", "comună", IDENTITY)
    for hour in range(3):
        _keep(dossier, made, NOW + timedelta(hours=hour))
    return made


@pytest.fixture
def stick(path: Path) -> Path:
    """Return the second place."""
    folder = path.parent / "STICK #2 ș"
    folder.mkdir()
    return folder


def _keep(dossier: Dossier, shelf: Shelf, now: datetime) -> None:
    with dossier.action("Titlu") as edit:
        edit.set_plan(dossier.find(), title=f"{now}")
    assert shelf.keep(dossier._db, Reason.CLOSE, now)


def _files(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir()}


def test_what_is_missing_is_copied_once(dossier: Dossier, shelf: Shelf, stick: Path) -> None:
    assert mirror(shelf, stick, NOW) == 3
    assert _files(stick / "comună 01234567") == _files(shelf.folder)
    assert mirror(shelf, stick, NOW) == 0
    _keep(dossier, shelf, NOW + timedelta(hours=9))
    assert mirror(shelf, stick, NOW) == 1
    assert _files(stick / "comună 01234567") == _files(shelf.folder)


def test_a_damaged_file_comes_with_its_journal(shelf: Shelf, stick: Path, path: Path) -> None:
    damaged = path.with_name("rupt.dosar")
    damaged.write_bytes(b"x" * 5000)
    damaged.with_name("rupt.dosar-journal").write_bytes(b"y" * 300)
    shelf.keep_file(damaged, Reason.DAMAGED, NOW)
    assert mirror(shelf, stick, NOW) == 4
    assert _files(stick / "comună 01234567") == _files(shelf.folder)


def test_what_is_there_stays_as_it_is(shelf: Shelf, stick: Path) -> None:
    folder = stick / "comună 01234567"
    folder.mkdir()
    (folder / "poze.txt").write_text("ale altcuiva", "utf-8")
    (stick / "lista.txt").write_text("ale altcuiva", "utf-8")
    theirs = folder / shelf.backups()[0].path.name
    theirs.write_bytes(b"mai veche, dar acolo")
    assert mirror(shelf, stick, NOW) == 2
    assert theirs.read_bytes() == b"mai veche, dar acolo"
    assert (folder / "poze.txt").read_text("utf-8") == (stick / "lista.txt").read_text("utf-8")


def test_it_is_thinned_by_the_same_rule(dossier: Dossier, shelf: Shelf, stick: Path) -> None:
    for day in range(100):
        now = NOW + timedelta(days=day)
        _keep(dossier, shelf, now)
        mirror(shelf, stick, now)
        assert mirror(shelf, stick, now) == 0
    there = Shelf(stick, "comună", IDENTITY)
    assert [backup.path.name for backup in there.backups()] == [
        backup.path.name for backup in shelf.backups()
    ]
    for backup in there.backups():
        verify(backup.path)


def test_older_copies_from_another_computer_are_thinned_with_the_rest(
    dossier: Dossier, shelf: Shelf, stick: Path
) -> None:
    there = Shelf(stick, "comună", IDENTITY)
    _keep(dossier, there, NOW - timedelta(days=5, hours=1))
    later = NOW - timedelta(days=5)
    _keep(dossier, shelf, later)
    assert mirror(shelf, stick, NOW) == 4
    assert mirror(shelf, stick, NOW) == 0
    assert [backup.made for backup in there.backups()][3:] == [later]


def test_what_would_be_thinned_at_once_is_not_copied(
    dossier: Dossier, shelf: Shelf, stick: Path
) -> None:
    there = Shelf(stick, "comună", IDENTITY)
    later = NOW - timedelta(days=5)
    _keep(dossier, there, later)
    _keep(dossier, shelf, later - timedelta(hours=1))
    assert mirror(shelf, stick, NOW) == 3
    assert [backup.made for backup in there.backups()][3:] == [later]


def test_a_place_that_is_gone_is_told(shelf: Shelf, stick: Path) -> None:
    stick.rmdir()
    nothing = Shelf(shelf.root, "altă comună", "f" * 16)
    with pytest.raises(BackupError, match="nu există"):
        mirror(nothing, stick, NOW)
    with pytest.raises(BackupError, match=r"nu există.*sunt în siguranță"):
        mirror(shelf, stick, NOW)
    assert not stick.exists()


@pytest.mark.parametrize("lasting", [False, True])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_a_place_that_refuses_gets_whole_copies_or_none(
    shelf: Shelf, stick: Path, number: int, lasting: bool
) -> None:
    before = _files(shelf.folder)
    failures = 0
    for error in each_failure(lambda: mirror(shelf, stick, NOW), number, lasting=lasting):
        failures += error is not None
        assert error is None or isinstance(error, BackupError)
        assert _files(shelf.folder) == before
        for folder in stick.iterdir():
            assert _files(folder).items() <= before.items()
            shutil.rmtree(folder)
    assert failures >= 6
    assert mirror(shelf, stick, NOW) == 0


def test_a_copy_that_is_thinned_meanwhile_is_passed_over(
    shelf: Shelf, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ordinary = copy_with_sides
    oldest = shelf.backups()[-1].path

    def late(source: Path, target: Path) -> None:
        oldest.unlink(missing_ok=True)
        ordinary(source, target)

    monkeypatch.setattr("dragapp.dossier.mirror.copy_with_sides", late)
    assert mirror(shelf, stick, NOW) == 2
    assert len(os.listdir(stick / "comună 01234567")) == 2


def test_it_runs_on_a_thread_of_its_own(shelf: Shelf, stick: Path) -> None:
    copied: list[int] = []
    thread = threading.Thread(target=lambda: copied.append(mirror(shelf, stick, NOW)))
    thread.start()
    thread.join()
    assert copied == [3]
