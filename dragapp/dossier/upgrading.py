"""Files of older versions: brought to the newest in place, or only in memory to be read."""

from __future__ import annotations

import hashlib
from pathlib import Path

from sqlite_utils import Database

from dragapp.dossier import schema
from dragapp.dossier.faults import storing
from dragapp.dossier.shelf import Reason, Shelf
from dragapp.errors import named


def identity_of(db: Database) -> str:
    """Return what stays the same in all copies of a dossier, empty for the oldest files."""
    if "setting" not in db.table_names():
        return ""
    found = db.execute("SELECT value FROM setting WHERE name = 'identity'").fetchone()
    return str(found[0]) if found else ""


def upgrade(db: Database, path: Path, version: int, copies: Path) -> None:
    """Keep a copy of the file as it is, then bring it to the newest version.

    Raise BackupError or StorageError, where the file is as it was.
    """
    # Where an attempt fails, the next one finds the same shelf.
    identity = identity_of(db) or hashlib.sha256(path.read_bytes()).hexdigest()[:32]
    Shelf(copies, path.stem, identity).keep(db, Reason.UPGRADE)
    with storing(f"Fișierul {named(path)} nu a putut fi adus la zi"), db.atomic():
        schema.migrate(db, version)
        db.execute("UPDATE setting SET value = ? WHERE name = 'identity'", [identity])


def in_memory(db: Database, version: int) -> Database:
    """Return a copy in memory, brought to the newest version; the file is not changed."""
    copy = Database(memory=True, execute_plugins=False)
    try:
        db.conn.backup(copy.conn)
        copy.conn.isolation_level = None
        schema.migrate(copy, version)
    except BaseException:
        copy.close()
        raise
    return copy
