"""The new file: the rows that were found, in tables of their version, brought up to date."""

from __future__ import annotations

import contextlib
from pathlib import Path

from sqlite_utils import Database

from dragapp.dossier import schema
from dragapp.dossier.connecting import connect
from dragapp.dossier.faults import storing
from dragapp.dossier.salvage.rows import Rows
from dragapp.dossier.salvage.shape import Row
from dragapp.errors import named


def rebuild(path: Path, target: Path, rows: Rows, version: int) -> None:
    """Fill an empty file; `target` is how it will be called. Raise StorageError where it fails."""
    with (
        contextlib.closing(connect(path, "rw")) as db,
        storing(f"Fișierul {named(target)} nu a putut fi făcut"),
        db.atomic(),
    ):
        schema.migrate(db, 0, version)
        # Approved plans refuse every change, also this one.
        triggers = db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
        made = triggers.fetchall()
        for name, _ in made:
            db.execute(f'DROP TRIGGER "{name}"')
        for table, part in rows.parts.items():
            for row in part.values():
                _insert(db, table, row)
        for table, others in rows.others.items():
            for row in others:
                _insert(db, table, row)
        for _, sql in made:
            db.execute(sql)
        schema.migrate(db, version)


def _insert(db: Database, table: str, row: Row) -> None:
    names = ", ".join(f'"{name}"' for name in row)
    marks = ", ".join("?" * len(row))
    # What a fresh dossier says of itself gives way to what the old one said.
    db.execute(f'INSERT OR REPLACE INTO "{table}" ({names}) VALUES ({marks})', list(row.values()))
