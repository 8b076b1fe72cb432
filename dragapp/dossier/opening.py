"""Opening a dossier's file, so that a foreign or damaged one is told and never changed.

Every promise about the file rests on the settings made here and in `connecting`.
"""

from __future__ import annotations

import contextlib
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from dragapp.dossier import schema
from dragapp.dossier.connecting import connect
from dragapp.dossier.faults import code, reading
from dragapp.dossier.header import damaged, foreign, newer, read_header
from dragapp.dossier.interrupted import Interrupted, before
from dragapp.dossier.lock import Held, Lock
from dragapp.dossier.reading import read_entries, read_plan
from dragapp.dossier.upgrading import in_memory, upgrade
from dragapp.errors import DossierNewer, DragappError, NotADossier, named


@dataclass(slots=True)
class Opened:
    """A connection that is ready for use.

    `barred` says in Romanian why nothing may be changed, and is empty where it may; `interrupted`
    is there where the program ended the last time without closing the file.
    """

    db: Database
    barred: str = ""
    lock: Lock | None = None
    interrupted: Interrupted | None = None

    def close(self) -> None:
        """Close the file and let others have it."""
        self.db.close()
        if self.lock:
            self.lock.release()


def open_file(path: Path, *, write: bool = True, copies: Path | None = None) -> Opened:
    """Open a dossier, for reading only where it may not or cannot be changed.

    `copies` is the folder of the safety copies; without it an older file is only read. Raise
    DossierMissing, NotADossier, DossierNewer, DossierBusy, or DossierError where the system
    refuses.
    """
    version = read_header(path)
    with reading(path):
        left = before(path)
    opened = Opened(connect(path, "rw"))
    try:
        with reading(path):
            _check(opened.db, path)
            opened.barred = _bar(opened, path, version, write=write)
        if opened.lock and opened.lock.left_behind:
            opened.interrupted = left
        if opened.barred:
            opened.db.close()
            opened.db = connect(path, "ro")
        if version < len(schema.MIGRATIONS):
            _modernise(opened, path, version, copies)
        if opened.barred and opened.lock:
            opened.lock.release()
            opened.lock = None
        with reading(path):
            _check_tables(opened.db, path, version)
            settle(opened.db, read_only=bool(opened.barred))
    except BaseException:
        opened.close()
        raise
    return opened


def settle(db: Database, *, read_only: bool) -> None:
    """Set what may be set only on a checked file of the newest version."""
    db.execute("PRAGMA foreign_keys = ON")
    if not read_only:
        # One file at rest, whole on a stick or a network folder.
        db.execute("PRAGMA journal_mode = DELETE")


def _check(db: Database, path: Path) -> None:
    """See that the file is sound: its pages, its rows, and what they refer to."""
    # The quick check would miss an index that says something else than its table.
    sound = [values[0] for values in db.execute("PRAGMA integrity_check(1)").fetchall()]
    # SQLite reads the missing end of a last page as zeros, without a word.
    torn = path.stat().st_size % db.execute("PRAGMA page_size").fetchone()[0]
    if torn or sound != ["ok"] or db.execute("PRAGMA foreign_key_check").fetchall():
        raise NotADossier(damaged(path))


def _bar(opened: Opened, path: Path, version: int, *, write: bool) -> str:
    """Take the lock and return "", or say why the file may not be changed."""
    may = "Îl puteți citi, tipări și exporta"
    if not write:
        return f"Fișierul {named(path)} este deschis numai pentru citire. {may}."
    if version > len(schema.MIGRATIONS):
        return f"{newer(path, version)} {may}; ca să-l schimbați, instalați versiunea nouă."
    try:
        opened.lock = Lock.take(path)
    except Held as held:
        who = held.holder.told() if held.holder else "în altă fereastră sau pe alt calculator"
        return (
            f"Fișierul {named(path)} este deschis {who}. Îl vedeți așa cum a fost salvat acolo "
            "ultima dată; îl puteți schimba după ce este închis acolo."
        )
    if not _can_write(opened.db):
        return (
            f"Fișierul {named(path)} este protejat la scriere: el sau folderul lui. {may}; ca "
            "să-l schimbați, copiați-l într-un folder în care aveți drept de scriere."
        )
    return ""


def _can_write(db: Database) -> bool:
    """Try a write and take it back: only that tells of read-only folders on every system."""
    try:
        db.execute("BEGIN IMMEDIATE")
        version = db.execute("PRAGMA user_version").fetchone()[0]
        db.execute(f"PRAGMA user_version = {version}")
    except sqlite3.OperationalError as error:
        if code(error) in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN):
            return False
        # A full disk lets nothing be stored now, but room can be made while the file is open.
        if code(error) != sqlite3.SQLITE_FULL:
            raise
    finally:
        db.rollback()
    return True


def _modernise(opened: Opened, path: Path, version: int, copies: Path | None) -> None:
    """Bring an older file to the newest version, only in memory where it may not be changed."""
    failure: DragappError | None = None
    if not opened.barred and copies is None:
        opened.barred = _not_upgraded(path, "nu s-a spus unde se păstrează copia de siguranță.")
    elif not opened.barred and copies is not None:
        try:
            upgrade(opened.db, path, version, copies)
        except DragappError as error:
            failure, opened.barred = error, _not_upgraded(path, str(error))
        else:
            return
    older = opened.db
    try:
        with reading(path):
            opened.db = in_memory(older, version)
    except DragappError as error:
        # A fault of the upgrade itself: what it said first is nearer to the cause.
        raise failure or error from error
    older.close()


def _not_upgraded(path: Path, reason: str) -> str:
    return (
        f"Fișierul {named(path)} este de la o versiune mai veche a programului și nu a fost adus "
        f"la zi: {reason} Îl puteți citi, tipări și exporta; el a rămas cum era."
    )


def _check_tables(db: Database, path: Path, version: int) -> None:
    """See that the file has at least the tables and columns of the newest version known."""
    with contextlib.closing(Database(memory=True, execute_plugins=False)) as model:
        schema.migrate(model, 0)
        for table in model.table_names():
            known, found = _columns(model, table), _columns(db, table)
            if version > len(schema.MIGRATIONS):
                if known - found:
                    raise _too_new(path, version)
            elif known != found:
                raise NotADossier(foreign(path, "nu are structura cunoscută"))
    if version > len(schema.MIGRATIONS):
        try:
            for entry in read_entries(db):
                read_plan(db, entry.id)
        except (LookupError, ValueError) as error:
            raise _too_new(path, version) from error


def _too_new(path: Path, version: int) -> DossierNewer:
    return DossierNewer(f"{newer(path, version)} Deschideți-l cu versiunea nouă.")


def _columns(db: Database, table: str) -> set[str]:
    return {values[1] for values in db.execute(f'PRAGMA table_info("{table}")').fetchall()}
