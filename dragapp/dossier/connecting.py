"""A connection to a file that exists, with the settings on which every promise about it rests."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

from sqlite_utils import Database

from dragapp.dossier.faults import reading

#: How long to wait for another program that is writing, in milliseconds.
_PATIENCE = 2000


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
                # What was deleted is overwritten, so that no salvage finds it. Some systems' SQLite
                # does this unasked, that of Windows does not.
                "secure_delete = ON",
                # Without it, undo would not see what INSERT OR REPLACE deletes.
                "recursive_triggers = ON",
            ):
                db.execute(f"PRAGMA {pragma}")
        except BaseException:
            connection.close()
            raise
    return db
