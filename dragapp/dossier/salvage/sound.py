"""A file that SQLite itself still reads whole, maybe after playing back its journal."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

from dragapp.dossier import schema
from dragapp.dossier.salvage.finding import Found
from dragapp.dossier.salvage.model import Model, Models


def read_sound(copy: Path, models: Models) -> Found | None:
    """Return the rows of a file that is sound, None for any other.

    SQLite changes the file and what lies beside it, so it must be a copy.
    """
    try:
        with contextlib.closing(sqlite3.connect(copy, isolation_level=None)) as db:
            db.text_factory = lambda text: text.decode("utf-8", "replace")
            for pragma in ("synchronous = OFF", "trusted_schema = OFF", "cell_size_check = ON"):
                db.execute(f"PRAGMA {pragma}")
            if db.execute("PRAGMA quick_check(1)").fetchall() != [("ok",)]:
                return None
            if db.execute("PRAGMA encoding").fetchone() != ("UTF-8",):
                return None
            version = db.execute("PRAGMA user_version").fetchone()[0]
            if not 1 <= version <= len(schema.MIGRATIONS):
                return None
            return _rows(db, models.of(version))
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        # SQLite quotes the file in its messages, even where that is no text.
        return None


def _rows(db: sqlite3.Connection, model: Model) -> Found | None:
    """Return the rows of all tables; None where the tables are not those of the version."""
    found = Found(model.version, {})
    listed = db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    if {name for (name,) in listed} != model.shapes.keys():
        return None
    for table, shape in model.shapes.items():
        names = [column.name for column in shape.columns]
        there = db.execute(f'PRAGMA table_info("{table}")').fetchall()
        if {name for _, name, *_ in there} != set(names):
            return None
        selected = ", ".join(f'"{name}"' for name in names)
        # Not through an index, which quick_check does not look into.
        rows = db.execute(f'SELECT {selected} FROM "{table}" NOT INDEXED').fetchall()
        found.rows[table] = [dict(zip(names, row, strict=True)) for row in rows]
    return found
