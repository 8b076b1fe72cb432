"""Promise 11: restoring is reversible, and where it fails the dossier is as it was."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from dragapp.dossier.backup import verify
from dragapp.dossier.connecting import connect
from dragapp.dossier.dossier import Dossier
from dragapp.dossier.restoring import Differences, differences, restore
from dragapp.dossier.shelf import Backup, Reason, Shelf
from dragapp.errors import BackupError
from dragapp.plan.comparison import Difference
from tests.dossier.failing import each_failure, each_kill
from tests.dossier.samples import dump, sample_plan
from tests.system import with_links

#: A dossier as the first version of its structure had it.
RELEASED = Path(__file__).parent.parent / "data" / "released" / "1.dosar"
NOW = datetime(2026, 11, 22, 14, 5, 33)
Dump = dict[str, list[tuple[Any, ...]]]


@pytest.fixture
def shelf(path: Path) -> Shelf:
    """Return the shelf of the dossier."""
    return Shelf(path.parent.parent / "Copii de siguranță", "comună", "0123456789abcdef")


@pytest.fixture
def old(path: Path, shelf: Shelf) -> Backup:
    """Return a copy of the sample plan, with which the dossier at `path` was made."""
    with Dossier.create(path, sample_plan()) as dossier:
        made = shelf.keep(dossier._db, Reason.CLOSE, NOW - timedelta(hours=1))
        assert made
        return made


def _change(path: Path, title: str = "Schimbat") -> Dump:
    """Change the dossier and return what it holds then."""
    with Dossier.open(path) as dossier:
        with dossier.action("Titlu") as edit:
            edit.set_plan(dossier.find(), title=title)
            edit.delete_section(dossier.load(dossier.find()).section("objectives").id)
        return dump(dossier)


def _dump(path: Path) -> Dump:
    with Dossier.open(path, write=False) as dossier:
        return dump(dossier)


def _crash(path: Path) -> None:
    """Leave what a crash in the middle of an action leaves: half of it, and the journal."""
    before = path.read_bytes()
    with closing(sqlite3.connect(path, isolation_level=None)) as crashing:
        crashing.execute("PRAGMA cache_size = 1")
        crashing.execute("PRAGMA cache_spill = 1")
        crashing.execute("BEGIN IMMEDIATE")
        crashing.execute("UPDATE section SET advice = printf('%.*c', 9000, 'x')")
        crashing.execute("UPDATE node SET number = 'pe jumătate'")
        crashing.execute("UPDATE cell SET text = 'pe jumătate'")
        halfway, journal = path.read_bytes(), _beside(path).read_bytes()
        crashing.execute("ROLLBACK")
    assert halfway[: len(before)] != before, "the crash would harm nothing"
    path.write_bytes(halfway)
    _beside(path).write_bytes(journal)


def _beside(path: Path, side: str = "-journal") -> Path:
    return path.with_name(path.name + side)


def _damage(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 400] = b"\xff" * 400
    path.write_bytes(data)


def test_restoring_twice_gives_back_the_first_state(path: Path, shelf: Shelf, old: Backup) -> None:
    then = _dump(path)
    now = _change(path)
    kept = restore(old.path, path, shelf, NOW)
    assert kept
    assert kept.reason == Reason.RESTORE
    assert _dump(path) == then
    again = restore(kept.path, path, shelf, NOW + timedelta(minutes=1))
    assert _dump(path) == now
    assert again
    assert _dump(again.path) == then
    assert os.listdir(path.parent) == [path.name]
    # The copies themselves are as they were.
    assert _dump(old.path) == then
    assert _dump(kept.path) == now


def test_a_restored_dossier_can_be_worked_on(path: Path, shelf: Shelf, old: Backup) -> None:
    _change(path)
    restore(old.path, path, shelf, NOW)
    assert _change(path, "Mai departe") == _dump(path)


def test_a_missing_dossier_is_put_back(path: Path, shelf: Shelf, old: Backup) -> None:
    then = _dump(path)
    path.unlink()
    assert restore(old.path, path, shelf, NOW) is None
    assert _dump(path) == then
    assert shelf.backups() == [old]


@pytest.mark.parametrize("side", ["-journal", "-wal", "-shm"])
def test_what_a_lost_dossier_left_is_not_played_back(
    path: Path, shelf: Shelf, old: Backup, side: str
) -> None:
    then = _dump(path)
    _crash(path)
    left = _beside(path).read_bytes()
    _beside(path).rename(_beside(path, side))
    path.unlink()
    assert restore(old.path, path, shelf, NOW) is None
    assert _dump(path) == then
    # It is out of the way, and not thrown away.
    (aside,) = (each for each in path.parent.iterdir() if each != path)
    assert aside.suffix == ".vechi"
    assert aside.read_bytes() == left


def test_a_crash_is_taken_back_before(path: Path, shelf: Shelf, old: Backup) -> None:
    then = _dump(path)
    now = _change(path)
    _crash(path)
    kept = restore(old.path, path, shelf, NOW)
    assert kept
    assert kept.reason == Reason.RESTORE
    assert _dump(kept.path) == now
    assert _dump(path) == then
    assert os.listdir(path.parent) == [path.name]


def test_a_file_in_wal_mode_is_kept_with_all_that_was_stored(
    path: Path, shelf: Shelf, old: Backup
) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("UPDATE plan SET title = 'numai în jurnal'")
        main, log = path.read_bytes(), _beside(path, "-wal").read_bytes()
    path.write_bytes(main)
    _beside(path, "-wal").write_bytes(log)
    kept = restore(old.path, path, shelf, NOW)
    assert kept
    with Dossier.open(kept.path, write=False) as dossier:
        assert dossier.load(dossier.find()).title == "numai în jurnal"
    assert os.listdir(path.parent) == [path.name]


@pytest.mark.parametrize("journal", [True, False])
def test_a_damaged_dossier_is_kept_as_it_is(
    path: Path, shelf: Shelf, old: Backup, journal: bool
) -> None:
    then = _dump(path)
    if journal:
        _crash(path)
    else:
        _damage(path)
    left = _beside(path).read_bytes()[:2000] if journal else b""
    if journal:
        path.write_bytes(path.read_bytes()[:9000])
        _beside(path).write_bytes(left)
    before = path.read_bytes()
    kept = restore(old.path, path, shelf, NOW)
    assert kept
    assert kept.reason == Reason.DAMAGED
    assert kept.path.read_bytes() == before
    assert not journal or _beside(kept.path).read_bytes() == left
    assert _dump(path) == then
    assert os.listdir(path.parent) == [path.name]


def test_another_kind_of_file_is_kept_too(path: Path, shelf: Shelf, old: Backup) -> None:
    path.write_text("Aici era altceva", "utf-8")
    kept = restore(old.path, path, shelf, NOW)
    assert kept
    assert kept.path.read_text("utf-8") == "Aici era altceva"
    assert _dump(path) == _dump(old.path)


def test_a_damaged_copy_is_not_restored(path: Path, shelf: Shelf, old: Backup) -> None:
    now = _change(path)
    _damage(old.path)
    with pytest.raises(BackupError, match=r"deteriorată.*Alegeți altă copie") as told:
        restore(old.path, path, shelf, NOW)
    assert old.path.name in str(told.value)
    assert _dump(path) == now
    assert os.listdir(path.parent) == [path.name]
    assert shelf.backups() == [old]


def test_a_copy_that_is_damaged_on_its_way_is_not_restored(
    path: Path, shelf: Shelf, old: Backup, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = _change(path)

    def spoil(source: Path, target: Path) -> None:
        shutil.copyfile(source, target)
        _damage(target)

    monkeypatch.setattr("dragapp.dossier.restoring.copy_new", spoil)
    with pytest.raises(BackupError):
        restore(old.path, path, shelf, NOW)
    assert _dump(path) == now
    assert os.listdir(path.parent) == [path.name]


@with_links
def test_a_link_stays_a_link(path: Path, shelf: Shelf, old: Backup) -> None:
    link = path.with_name("scurtătură.dosar")
    link.symlink_to(path)
    then = _dump(path)
    _change(path)
    restore(old.path, link, shelf, NOW)
    assert link.is_symlink()
    assert _dump(path) == then


@pytest.mark.slow
@pytest.mark.parametrize("crashed", [False, True])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES])
def test_whatever_fails_the_dossier_is_as_it_was_or_wholly_restored(
    path: Path, shelf: Shelf, old: Backup, number: int, crashed: bool
) -> None:
    then = _dump(path)
    now = _change(path)
    content = path.read_bytes()
    if crashed:
        _crash(path)
    failures = 0
    for error in each_failure(lambda: restore(old.path, path, shelf, NOW), number):
        failures += error is not None
        assert error is None or isinstance(error, BackupError)
        assert {each.name for each in path.parent.iterdir()} - {path.name, _beside(path).name} == (
            set()
        )
        assert _dump(path) == (then if error is None else now)
        for backup in shelf.backups():
            verify(backup.path)
        path.write_bytes(content)
        if crashed:
            _crash(path)
    assert failures >= 9


@pytest.mark.parametrize("damaged", [False, True])
def test_a_damaged_or_missing_dossier_stays_so_where_restoring_fails(
    path: Path, shelf: Shelf, old: Backup, damaged: bool
) -> None:
    then = _dump(path)
    _crash(path)
    path.write_bytes(path.read_bytes()[:9000])
    if not damaged:
        path.unlink()
    before = {each.name: each.read_bytes() for each in path.parent.iterdir()}
    failures = 0
    for error in each_failure(lambda: restore(old.path, path, shelf, NOW), errno.EIO):
        if error is None:
            assert _dump(path) == then
            for each in path.parent.iterdir():
                each.unlink()
            for name, data in before.items():
                (path.parent / name).write_bytes(data)
        else:
            failures += 1
        assert {each.name: each.read_bytes() for each in path.parent.iterdir()} == before
    assert failures >= 6


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes of another kind")
@pytest.mark.parametrize("crashed", [False, True])
def test_killed_at_any_moment_the_dossier_is_as_it_was_or_wholly_restored(
    path: Path, shelf: Shelf, old: Backup, crashed: bool
) -> None:
    then = _dump(path)
    now = _change(path)
    content = path.read_bytes()
    seen = set()
    for _ in each_kill(lambda: restore(old.path, path, shelf, NOW)):
        with Dossier.open(path) as dossier:
            found = dump(dossier)
        assert found in (then, now)
        seen.add(found == then)
        for backup in shelf.backups():
            verify(backup.path)
        path.write_bytes(content)
        if crashed:
            _crash(path)
    assert seen == {True, False}


def test_what_differs_is_told_over_all_plans(path: Path, shelf: Shelf, old: Backup) -> None:
    with Dossier.open(path) as dossier:
        assert differences(old.path, dossier).nothing
        assert differences(old.path, dossier).summary() == "la fel ca acum"
        with dossier.action("Mai multe") as edit:
            plan = dossier.load(dossier.find())
            edit.set_plan(plan.id, title="Schimbat")
            edit.delete_section(plan.section("objectives").id)
            edit.add_plan(sample_plan(2025))
            edit.add_plan(sample_plan(2025, 1))
        assert differences(old.path, dossier) == Differences(
            Difference(sections_removed=1, rows_removed=10, header_changed=True), added=2
        )
        assert differences(old.path, dossier).summary() == (
            "datele generale, 1 punct și 10 rânduri diferă; 2 planuri lipsesc din copie"
        )
        newer = shelf.keep(dossier._db, Reason.ASKED, NOW)
        assert newer
    with Dossier.open(old.path, write=False) as dossier:
        assert differences(newer.path, dossier).missing == 2


def test_a_plan_alone_is_told_alone() -> None:
    assert Differences(missing=1).summary() == "1 plan este numai în copie"
    assert Differences(missing=2, added=1).summary() == (
        "2 planuri sunt numai în copie; 1 plan lipsește din copie"
    )


def test_the_town_hall_counts_too(path: Path, shelf: Shelf, old: Backup) -> None:
    with Dossier.open(path) as dossier:
        dossier._db.execute("UPDATE institution SET mayor = 'Ana Țăran'")
        assert differences(old.path, dossier).summary() == "datele generale diferă"


def test_an_approval_counts_too(path: Path, shelf: Shelf, old: Backup) -> None:
    with Dossier.open(path) as dossier:
        dossier.approve(dossier.find(), b"%PDF", NOW.date())
        assert differences(old.path, dossier).summary() == "datele generale diferă"


def test_a_copy_from_an_older_version_is_compared_and_restored(path: Path, shelf: Shelf) -> None:
    older = shelf.root / "veche.dosar"
    shelf.root.mkdir()
    shutil.copyfile(RELEASED, older)
    before = older.read_bytes()
    shutil.copyfile(older, path)
    with closing(connect(path, "ro")) as db:
        made = shelf.keep(db, Reason.UPGRADE, NOW)
    assert made
    with Dossier.open(path, copies=shelf.root) as dossier:
        assert not dossier.read_only
        assert differences(made.path, dossier).nothing
        assert differences(older, dossier).nothing
        now = dump(dossier)
    kept = restore(older, path, shelf, NOW)
    assert path.read_bytes() == older.read_bytes() == before
    assert kept
    restore(kept.path, path, shelf, NOW)
    assert _dump(path) == now


def test_looking_at_a_copy_changes_nothing(path: Path, shelf: Shelf, old: Backup) -> None:
    _damage(path)
    path.with_name(path.name + "-journal").write_bytes(os.urandom(3000))
    damaged = shelf.keep_file(path, Reason.DAMAGED, NOW)
    before = {each.name: each.read_bytes() for each in shelf.folder.iterdir()}
    with Dossier.open(old.path, write=False) as dossier:
        differences(old.path, dossier)
        with pytest.raises(BackupError, match="deteriorat"):
            differences(damaged.path, dossier)
    assert {each.name: each.read_bytes() for each in shelf.folder.iterdir()} == before
