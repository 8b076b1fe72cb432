"""Opening a dossier's file, so that a foreign or damaged one is told and never changed.

Every promise about the file rests on the settings made here; see each one's reason.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from sqlite_utils import Database

from dragapp.dossier import schema
from dragapp.dossier.faults import code, reading, storing
from dragapp.dossier.header import damaged, foreign, read_header
from dragapp.errors import DossierError, NotADossier, named

#: How long to wait for another program that is writing, in milliseconds.
_PATIENCE = 2000


@dataclass(frozen=True, slots=True)
class Opened:
    """A connection that is ready for use."""

    db: Database
    read_only: bool


def open_file(path: Path) -> Opened:
    """Open a dossier, for reading only where its file or folder cannot be written.

    Raise DossierMissing, NotADossier, DossierNewer, DossierBusy, or DossierError where the system
    refuses.
    """
    version = read_header(path)
    db = connect(path, "rw")
    try:
        with reading(path):
            _check(db, path)
            read_only = not _can_write(db)
        if read_only:
            db.close()
            db = connect(path, "ro")
        if version < len(schema.MIGRATIONS):
            _upgrade(db, path, version, read_only)
        with reading(path):
            _check_tables(db, path)
            _settle(db, read_only)
    except BaseException:
        db.close()
        raise
    return Opened(db, read_only)


def connect(path: Path, mode: str) -> Database:
    """Connect to a file that exists; `mode` is "rw" or "ro"."""
    place = Path(os.path.abspath(path)).as_posix()
    uri = f"file://{'' if place.startswith('/') else '/'}{quote(os.fsencode(place))}?mode={mode}"
    with reading(path):
        # No isolation level: Python then never opens a transaction that nobody asked for.
        connection = sqlite3.connect(uri, uri=True, isolation_level=None)
        try:
            db = Database(connection, execute_plugins=False)
            for pragma in (
                f"busy_timeout = {_PATIENCE}",
                "trusted_schema = OFF",
                "cell_size_check = ON",
                "mmap_size = 0",
                # The directory too is written out at each commit, for USB sticks.
                "synchronous = EXTRA",
                # Without it, undo would not see what INSERT OR REPLACE deletes.
                "recursive_triggers = ON",
            ):
                db.execute(f"PRAGMA {pragma}")
        except BaseException:
            connection.close()
            raise
    return db


def _check(db: Database, path: Path) -> None:
    """See that the file is sound: its pages, its rows, and what they refer to."""
    sound = [values[0] for values in db.execute("PRAGMA quick_check(1)").fetchall()]
    # SQLite reads the missing end of a last page as zeros, without a word.
    torn = path.stat().st_size % db.execute("PRAGMA page_size").fetchone()[0]
    if torn or sound != ["ok"] or db.execute("PRAGMA foreign_key_check").fetchall():
        raise NotADossier(damaged(path))


def _check_tables(db: Database, path: Path) -> None:
    """See that the file has the tables and columns of the newest version."""
    with contextlib.closing(Database(memory=True, execute_plugins=False)) as model:
        schema.migrate(model, 0)
        for table in model.table_names():
            if _columns(db, table) != _columns(model, table):
                raise NotADossier(foreign(path, "nu are structura cunoscută"))


def _columns(db: Database, table: str) -> set[str]:
    return {values[1] for values in db.execute(f'PRAGMA table_info("{table}")').fetchall()}


def _can_write(db: Database) -> bool:
    """Try a write and take it back: only that tells of read-only folders on every system."""
    try:
        db.execute("BEGIN IMMEDIATE")
        version = db.execute("PRAGMA user_version").fetchone()[0]
        db.execute(f"PRAGMA user_version = {version}")
    except sqlite3.OperationalError as error:
        if code(error) in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN):
            return False
        raise
    finally:
        db.rollback()
    return True


def _upgrade(db: Database, path: Path, version: int, read_only: bool) -> None:
    if read_only:
        raise DossierError(
            f"Fișierul {named(path)} este de la o versiune mai veche și trebuie adus la zi, dar "
            "este protejat la scriere. Copiați-l într-un folder în care aveți drept de scriere și "
            "deschideți-l de acolo."
        )
    with storing(f"Fișierul {named(path)} nu a putut fi adus la zi"):
        schema.migrate(db, version)


def _settle(db: Database, read_only: bool) -> None:
    """Set what may be set only on a checked file of the newest version."""
    db.execute("PRAGMA foreign_keys = ON")
    if not read_only:
        # One file at rest, whole on a stick or a network folder.
        db.execute("PRAGMA journal_mode = DELETE")
