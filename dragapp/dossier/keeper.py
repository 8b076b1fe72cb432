"""When safety copies are made by themselves, and what became of it.

A copy that cannot be made never stops the work: it is told, and tried again at the next occasion.
"""

from __future__ import annotations

from datetime import date, datetime

from sqlite_utils import Database

from dragapp.dossier.shelf import Backup, Reason, Shelf
from dragapp.errors import BackupError


class Keeper:
    """Makes the copies of one open dossier.

    `newest` is when the latest sound copy was made, `failure` the Romanian sentence of a copy that
    could not be made, empty where the last one was. A `paused` keeper makes none by itself: after a
    restore, the state that was given up must not push out the good copies.
    """

    def __init__(self, shelf: Shelf, *, paused: bool = False) -> None:
        self.shelf, self.paused, self.failure = shelf, paused, ""
        self.newest: datetime | None = None
        try:
            sound = (each.made for each in shelf.backups() if each.reason != Reason.DAMAGED)
            self.newest = next(sound, None)
        except BackupError as error:
            self.failure = str(error)
        self._tried: date | None = None
        self._changed = False

    def before_change(self, db: Database) -> None:
        """Keep the file as it was before the first change of the day."""
        today = date.today()
        if self._tried != today and not self.paused:
            self._tried = today
            if self.newest is None or self.newest.date() != today:
                self._try(db, Reason.FIRST)

    def changed(self) -> None:
        """Note that something was stored since the last copy."""
        self._changed = True

    def at_close(self, db: Database) -> None:
        """Keep the file as the user leaves it."""
        if self._changed and not self.paused:
            self._try(db, Reason.CLOSE)

    def keep(self, db: Database, reason: Reason) -> Backup | None:
        """Make a copy; raise BackupError where that fails."""
        made = self.shelf.keep(db, reason)
        self.failure, self._changed = "", False
        if made:
            self.newest = made.made
        return made

    def _try(self, db: Database, reason: Reason) -> None:
        try:
            self.keep(db, reason)
        except BackupError as error:
            self.failure = str(error)
