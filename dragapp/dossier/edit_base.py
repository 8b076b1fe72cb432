"""What all edits share: the connection, and the note of what they touched."""

from __future__ import annotations

from typing import Any

from sqlite_utils import Database

from dragapp.dossier.touched import Touched


class EditBase:
    """The changes of one action; valid until the action ends."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self.touched = Touched()

    def _one(self, sql: str, *values: Any) -> tuple[Any, ...]:
        """Return the only row a query finds; raise LookupError where there is none."""
        found = self._db.execute(sql, values).fetchone()
        if found is None:
            raise LookupError(f"no row for {values}")
        return tuple(found)
