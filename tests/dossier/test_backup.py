"""Promise 10, one copy: it is whole, it opens, and where it cannot be, nothing is left of it."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from dragapp.dossier import schema
from dragapp.dossier.backup import copy_database, holds, verify
from dragapp.dossier.connecting import connect
from dragapp.dossier.dossier import Dossier
from dragapp.errors import BackupError
from tests.dossier.failing import each_failure
from tests.dossier.samples import dump, sample_plan


@pytest.fixture
def target(path: Path) -> Path:
    """Return where a copy is to be made, in a folder of its own."""
    folder = path.parent / "Copii de siguranță #1 100%"
    folder.mkdir()
    return folder / "2026-11-22 14.05.33 la închidere.dosar"


def _damage(path: Path) -> None:
    """Spoil a page in the middle, where only reading it tells."""
    data = bytearray(path.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 200] = b"\xff" * 200
    path.write_bytes(data)


def _make_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def test_a_copy_opens_and_has_everything(dossier: Dossier, target: Path) -> None:
    with dossier.action("Titlu") as edit:
        edit.set_plan(dossier.find(), title="Schimbat")
    copy_database(dossier._db, target)
    verify(target)
    assert os.listdir(target.parent) == [target.name]
    with Dossier.open(target, write=False) as copy:
        assert dump(copy) == dump(dossier)


def test_the_source_is_not_changed_and_goes_on(path: Path, target: Path) -> None:
    with Dossier.create(path, sample_plan()) as dossier:
        before = path.read_bytes()
        copy_database(dossier._db, target)
        assert path.read_bytes() == before
        with dossier.action("Titlu") as edit:
            edit.set_plan(dossier.find(), title="Schimbat")
        assert dossier.undo()


def test_a_copy_of_a_file_in_wal_mode_is_one_file(path: Path, target: Path) -> None:
    Dossier.create(path, sample_plan()).close()
    with closing(connect(path, "rw")) as db:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("UPDATE plan SET title = 'numai în jurnal'")
        copy_database(db, target)
    verify(target)
    assert os.listdir(target.parent) == [target.name]
    with Dossier.open(target, write=False) as copy:
        assert copy.load(copy.find()).title == "numai în jurnal"
    assert os.listdir(target.parent) == [target.name]


def test_inside_a_transaction_it_raises_at_once(dossier: Dossier, target: Path) -> None:
    """SQLite itself would wait for ever, not for any lock but for itself."""
    dossier._db.execute("BEGIN IMMEDIATE")
    dossier._db.execute("UPDATE plan SET title = 'x'")
    try:
        with pytest.raises(RuntimeError, match="transaction"):
            copy_database(dossier._db, target)
    finally:
        dossier._db.execute("ROLLBACK")
    assert os.listdir(target.parent) == []


def test_sqlite_is_stopped_where_it_would_wait_for_ever(
    dossier: Dossier, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The guard of the copy itself, behind the question whether there is a transaction."""
    monkeypatch.setattr("dragapp.dossier.connecting._PATIENCE", 1)
    dossier._db.execute("PRAGMA busy_timeout = 1")
    with closing(sqlite3.connect(dossier.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(BackupError, match="folosit chiar acum de alt program"):
            copy_database(dossier._db, target)
        other.execute("ROLLBACK")
    assert os.listdir(target.parent) == []
    copy_database(dossier._db, target)


def test_a_broken_source_makes_no_copy(path: Path, target: Path) -> None:
    Dossier.create(path, sample_plan()).close()
    _damage(path)
    before = path.read_bytes()
    with closing(connect(path, "ro")) as db, pytest.raises(BackupError, match="deteriorat"):
        copy_database(db, target)
    assert path.read_bytes() == before
    assert os.listdir(target.parent) == []


def test_a_source_with_rows_that_refer_to_nothing_makes_no_copy(path: Path, target: Path) -> None:
    Dossier.create(path, sample_plan()).close()
    with closing(connect(path, "rw")) as db:
        db.execute("DELETE FROM plan")
        with pytest.raises(BackupError, match="Copiile de dinainte au rămas neatinse"):
            copy_database(db, target)
    assert os.listdir(target.parent) == []


def test_a_copy_that_lost_rows_is_not_kept(
    dossier: Dossier, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dragapp.dossier import backup

    def lose(db: object, path: Path) -> None:
        ordinary(db, path)  # type: ignore[arg-type]
        with closing(connect(path, "rw")) as copy:
            copy.execute("DELETE FROM paper WHERE id = 1")

    ordinary = backup._copy
    monkeypatch.setattr(backup, "_copy", lose)
    with pytest.raises(BackupError, match="nu este bună"):
        copy_database(dossier._db, target)
    assert os.listdir(target.parent) == []


@pytest.mark.parametrize("side", ["", "-journal"])
def test_nothing_is_written_over(dossier: Dossier, target: Path, side: str) -> None:
    taken = Path(f"{target}{side}")
    taken.write_bytes(b"al altcuiva")
    with pytest.raises(BackupError):
        copy_database(dossier._db, target)
    assert taken.read_bytes() == b"al altcuiva"
    assert os.listdir(target.parent) == [taken.name]


def test_a_missing_folder_is_told(dossier: Dossier, target: Path) -> None:
    target.parent.rmdir()
    with pytest.raises(BackupError, match=r"nu există.*sunt în siguranță.*încercați din nou"):
        copy_database(dossier._db, target)


def test_a_full_disk_leaves_nothing(
    dossier: Dossier, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dragapp.dossier import backup

    def tight(path: Path, mode: str) -> object:
        db = connect(path, mode)
        if mode == "rw":
            db.execute("PRAGMA max_page_count = 5")
        return db

    monkeypatch.setattr(backup, "connect", tight)
    with pytest.raises(BackupError, match=r"discul este plin.*sunt în siguranță"):
        copy_database(dossier._db, target)
    assert os.listdir(target.parent) == []


@pytest.mark.parametrize("lasting", [False, True])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EACCES])
def test_whatever_fails_leaves_nothing(
    dossier: Dossier, target: Path, number: int, lasting: bool
) -> None:
    before = dump(dossier)
    failures = 0

    def work() -> None:
        copy_database(dossier._db, target)

    for error in each_failure(work, number, lasting=lasting):
        assert dump(dossier) == before
        if error is None:
            verify(target)
            target.unlink()
        else:
            assert isinstance(error, BackupError)
            failures += 1
        assert os.listdir(target.parent) == []
    assert failures >= 3
    verify(target)


UNSOUND: dict[str, Callable[[Path], object]] = {
    "missing": lambda p: p.unlink(),
    "empty": lambda p: p.write_bytes(b""),
    "text": lambda p: p.write_text("x" * 9999),
    "cut": lambda p: p.write_bytes(p.read_bytes()[:-1]),
    "halved": lambda p: p.write_bytes(p.read_bytes()[: len(p.read_bytes()) // 8192 * 4096]),
    "zeros in the middle": _damage,
    "a folder": _make_folder,
}


@pytest.mark.parametrize("spoil", UNSOUND.values(), ids=UNSOUND.keys())
def test_a_copy_that_is_not_sound_is_told(
    dossier: Dossier, target: Path, spoil: Callable[[Path], object]
) -> None:
    copy_database(dossier._db, target)
    spoil(target)
    with pytest.raises(BackupError, match="Alegeți altă copie"):
        verify(target)


def test_the_missing_end_of_a_text_is_told(dossier: Dossier, target: Path) -> None:
    """SQLite reads zeros there, without a word."""
    with dossier.action("Text lung") as edit:
        section = dossier.load(dossier.find()).section("decision")
        edit.set_section(section.id, advice="ț" * 9000)
    copy_database(dossier._db, target)
    data = target.read_bytes()
    target.write_bytes(data[:-1])
    with pytest.raises(BackupError):
        verify(target)


def test_wrong_rows_in_an_index_are_told(dossier: Dossier, target: Path) -> None:
    """The quick check at opening does not see these."""
    copy_database(dossier._db, target)
    with closing(sqlite3.connect(target, isolation_level=None)) as db:
        db.execute("PRAGMA writable_schema = ON")
        db.execute("UPDATE sqlite_schema SET sql = replace(sql, '(parent)', '(level)') "
                   "WHERE name = 'node_parent'")  # fmt: skip
    with pytest.raises(BackupError):
        verify(target)


def test_a_copy_holds_the_same_until_something_is_stored(dossier: Dossier, target: Path) -> None:
    with dossier.action("Titlu") as edit:
        edit.set_plan(dossier.find(), title="Schimbat")
    copy_database(dossier._db, target)
    assert holds(target, dossier._db)
    # The same bytes for the same content, though the file was written to.
    dossier._db.execute("BEGIN IMMEDIATE")
    dossier._db.execute(f"PRAGMA user_version = {len(schema.MIGRATIONS)}")
    dossier._db.execute("COMMIT")
    assert holds(target, dossier._db)
    with dossier.action("Titlu") as edit:
        edit.set_plan(dossier.find(), title="Schimbat!")
    assert not holds(target, dossier._db)
