"""A file that is not a sound dossier of ours is told as such, and not one byte of it changes."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragapp.dossier.dossier import Dossier
from dragapp.dossier.schema import APPLICATION_ID, MIGRATIONS
from dragapp.errors import (
    DossierBusy,
    DossierError,
    DossierMissing,
    DossierNewer,
    NotADossier,
    StorageError,
)
from tests.dossier.samples import dump, sample_plan

#: A folder into which every user of the system may look.
_PUBLIC = tempfile.gettempdir()


def _made(path: Path) -> bytes:
    Dossier.create(path, sample_plan()).close()
    return path.read_bytes()


def _with_version(path: Path, version: int) -> None:
    _made(path)
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"PRAGMA user_version = {version}")


def _foreign_sqlite(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE plan (id)")


def _without_a_table(path: Path) -> None:
    _made(path)
    with closing(sqlite3.connect(path)) as db:
        db.execute("DROP TABLE paper")


def _with_orphans(path: Path) -> None:
    _made(path)
    with closing(sqlite3.connect(path)) as db:
        db.execute("DELETE FROM plan")
        db.commit()


def _newer_and_different(path: Path) -> None:
    _with_version(path, len(MIGRATIONS) + 1)
    with closing(sqlite3.connect(path)) as db:
        db.execute("ALTER TABLE cell RENAME COLUMN text TO content")


def _newer_with_other_values(path: Path) -> None:
    _with_version(path, len(MIGRATIONS) + 1)
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA writable_schema = ON")
        wider = ["'none')", "'none', 'later')"]
        db.execute("UPDATE sqlite_master SET sql = replace(sql, ?, ?)", wider)
        db.commit()
    with closing(sqlite3.connect(path)) as db:
        db.execute("UPDATE section SET state = 'later'")
        db.commit()


HOSTILE: dict[str, tuple[Callable[[Path], object], type[DossierError], str]] = {
    "empty": (lambda p: p.write_bytes(b""), NotADossier, "gol"),
    "text": (lambda p: p.write_text("Plan anual\n" * 99), NotADossier, "de alt fel"),
    "short text": (lambda p: p.write_text("x"), NotADossier, "de alt fel"),
    "zeros": (lambda p: p.write_bytes(bytes(8192)), NotADossier, "de alt fel"),
    "header only": (lambda p: p.write_bytes(_made(p)[:100]), NotADossier, "trunchiat"),
    "cut in half": (lambda p: p.write_bytes(_made(p)[:8192]), NotADossier, "deteriorat"),
    "cut at the end": (lambda p: p.write_bytes(_made(p)[:-1]), NotADossier, "deteriorat"),
    "foreign sqlite": (_foreign_sqlite, NotADossier, "altui program"),
    "no version": (lambda p: _with_version(p, 0), NotADossier, "structura"),
    "without a table": (_without_a_table, NotADossier, "structura"),
    "with orphans": (_with_orphans, NotADossier, "deteriorat"),
    "newer and of another structure": (_newer_and_different, DossierNewer, "versiune mai nouă"),
    "newer and with other values": (_newer_with_other_values, DossierNewer, "versiune mai nouă"),
    "folder": (lambda p: p.mkdir(), NotADossier, "folder"),
}


@pytest.mark.parametrize(("make", "error", "says"), HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_files_are_told_and_left_alone(
    path: Path, make: Callable[[Path], object], error: type[DossierError], says: str
) -> None:
    make(path)
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(error, match=says) as told:
        Dossier.open(path)
    assert type(told.value) is error
    assert (path.read_bytes() if path.is_file() else b"") == before
    assert os.listdir(path.parent) == [path.name]


def test_a_newer_dossier_is_only_read(path: Path) -> None:
    """Promise 7."""
    _with_version(path, len(MIGRATIONS) + 1)
    with closing(sqlite3.connect(path)) as db:
        db.execute("ALTER TABLE plan ADD COLUMN mood TEXT")
        db.execute("CREATE TABLE x (id)")
    before = path.read_bytes()
    with Dossier.open(path, copies=path.parent / "copii") as dossier:
        assert "versiune mai nouă" in dossier.barred
        assert dossier.load(dossier.find()) == sample_plan()
        with pytest.raises(StorageError, match="versiune mai nouă"), dossier.action("x"):
            pass
    assert path.read_bytes() == before
    assert os.listdir(path.parent) == [path.name]


def test_a_missing_file_is_not_made(path: Path) -> None:
    for missing in (path, path.parent / "fără folder" / "x.dosar"):
        with pytest.raises(DossierMissing, match="nu există"):
            Dossier.open(missing)
    assert os.listdir(path.parent) == []


@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_a_damaged_file_never_crashes_the_program(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.dosar"
        content = bytearray(_made(path))
        for _ in range(data.draw(st.integers(1, 20))):
            content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
        cut = data.draw(st.integers(0, len(content)) | st.just(len(content)))
        path.write_bytes(content[:cut])
        try:
            with Dossier.open(path) as dossier:
                dossier.institution()
                for entry in dossier.plans():
                    dossier.load(entry.id)
        except DossierError:
            pass
        assert path.read_bytes() == content[:cut]


def test_a_locked_file_is_busy(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dragapp.dossier.connecting._PATIENCE", 1)
    before = _made(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(DossierBusy, match="folosit chiar acum de alt program"):
            Dossier.open(path)
        other.execute("ROLLBACK")
    assert path.read_bytes() == before
    Dossier.open(path).close()


def test_opening_a_sound_file_changes_no_byte(path: Path) -> None:
    before = _made(path)
    Dossier.open(path).close()
    assert path.read_bytes() == before
    assert os.listdir(path.parent) == [path.name]


def test_an_action_cut_off_by_a_crash_is_taken_back_at_opening(path: Path) -> None:
    with Dossier.create(path, sample_plan()) as dossier:
        before = dump(dossier)
    sound = path.read_bytes()
    # What a crash leaves: changed pages in the file, the old ones in the journal beside it.
    with closing(sqlite3.connect(path, isolation_level=None)) as crashing:
        crashing.execute("PRAGMA cache_size = 1")
        crashing.execute("PRAGMA cache_spill = 1")
        crashing.execute("BEGIN IMMEDIATE")
        crashing.execute("UPDATE section SET advice = printf('%.*c', 9000, 'x')")
        crashing.execute("UPDATE node SET number = printf('%.*c', 900, 'x')")
        crashing.execute("UPDATE cell SET text = printf('%.*c', 9000, 'x')")
        halfway = path.read_bytes()
        journal = path.with_name(path.name + "-journal").read_bytes()
        crashing.execute("ROLLBACK")
    assert halfway[: len(sound)] != sound
    path.write_bytes(halfway)
    path.with_name(path.name + "-journal").write_bytes(journal)
    with Dossier.open(path) as dossier:
        assert dump(dossier) == before
    assert os.listdir(path.parent) == [path.name]


def test_a_file_in_wal_mode_becomes_one_file_again(path: Path) -> None:
    _made(path)
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA journal_mode = WAL")
    with Dossier.open(path) as dossier:
        assert dossier._db.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert os.listdir(path.parent) == [path.name]


def test_the_settings_in_force(dossier: Dossier) -> None:
    wanted = {
        "application_id": APPLICATION_ID,
        "user_version": len(MIGRATIONS),
        "foreign_keys": 1,
        "synchronous": 3,
        "recursive_triggers": 1,
        "trusted_schema": 0,
        "busy_timeout": 2000,
        "journal_mode": "delete",
        "locking_mode": "normal",
        "encoding": "UTF-8",
    }
    for pragma, value in wanted.items():
        assert dossier._db.execute(f"PRAGMA {pragma}").fetchone()[0] == value, pragma


@pytest.fixture
def ordinary_user() -> Iterator[Path]:
    """Let the test run as a user whom the system can refuse; yield a folder that is theirs."""
    if not hasattr(os, "geteuid"):
        pytest.skip("permissions of another kind")
    with tempfile.TemporaryDirectory(dir=_PUBLIC) as made:
        folder = Path(made)
        root = os.geteuid() == 0
        if root:
            os.chmod(folder, 0o777)
            os.seteuid(65534)
        try:
            yield folder
        finally:
            if root:
                os.seteuid(0)
            os.chmod(folder, 0o777)


@pytest.mark.parametrize("protected", ["file", "folder"])
def test_a_protected_file_opens_for_reading_only(ordinary_user: Path, protected: str) -> None:
    """Promise 5."""
    folder = ordinary_user / "stick"
    folder.mkdir()
    path = folder / "x.dosar"
    before = _made(path)
    os.chmod(path if protected == "file" else folder, 0o444 if protected == "file" else 0o555)
    with Dossier.open(path) as dossier:
        assert dossier.read_only
        plan = dossier.load(dossier.find())
        assert plan == sample_plan()

        def change() -> None:
            with dossier.action("Schimbare") as edit:
                edit.set_plan(plan.id, title="x")

        with pytest.raises(StorageError, match="este protejat la scriere"):
            change()
        assert dossier.undo() is None
    assert path.read_bytes() == before
    os.chmod(folder, 0o755)


def test_a_file_that_may_not_be_read_says_so(ordinary_user: Path) -> None:
    path = ordinary_user / "x.dosar"
    _made(path)
    os.chmod(path, 0)
    with pytest.raises(DossierError, match="nu aveți drept"):
        Dossier.open(path)
