"""The connection of an open dossier, and how it is found again after the file was away.

SQLite holds on to a file that was deleted, moved or on a stick that was pulled out, and may go on
writing where nobody will ever look.
"""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

from sqlite_utils import Database

from dragapp.dossier.connecting import connect
from dragapp.dossier.faults import LOST, code, not_stored, reading
from dragapp.dossier.lock import Held, Lock
from dragapp.dossier.opening import Opened, settle
from dragapp.dossier.presence import Presence
from dragapp.dossier.upgrading import identity_of
from dragapp.errors import DossierError

_AWAY = (
    "fișierul nu mai este la locul lui",
    "Puneți stickul la loc sau readuceți fișierul și încercați din nou.",
)
_CHANGED = (
    "alt program a schimbat fișierul între timp",
    "Închideți fișierul și deschideți-l din nou.",
)


class Link:
    """The way to the file; `db` is the connection in force."""

    def __init__(self, path: Path, opened: Opened) -> None:
        self._path, self._opened = path, opened
        self.closed = self._lost = False
        with reading(path):
            self._presence = None if opened.barred else Presence(path)
        self._version, self._identity = self._data_version(), identity_of(self.db)

    @property
    def db(self) -> Database:
        """The connection; another one after `renew` returned true."""
        return self._opened.db

    def close(self) -> None:
        """Close the file and let others have it."""
        self.closed = True
        self._opened.close()

    def stale(self) -> bool:
        """Whether another program has stored something since `note`."""
        return self._data_version() != self._version

    def note(self) -> None:
        """Remember the file as it is now, as this program has left or read it."""
        try:
            if self._presence:
                self._presence.note()
            self._version = self._data_version()
        except (OSError, sqlite3.Error):
            # What was stored is stored; the next action will look for the file and tell.
            self._lost = True

    def failed(self, error: BaseException) -> None:
        """Note an error after which the connection may be of no more use."""
        self._lost |= isinstance(error, sqlite3.Error) and code(error) in LOST

    def renew(self, failure: str) -> bool:
        """See that the file is where it was; return whether it had to be connected to anew.

        Raise StorageError, which `failure` begins, where it is gone or is another one now.
        """
        if self._presence is None:
            return False
        try:
            if not self._lost and self._presence.same_file():
                return False
            self._lost = True
            fresh = connect(self._path, "rw")
        except (OSError, DossierError) as error:
            self._lost = True
            raise not_stored(failure, *_AWAY) from error
        try:
            self._take_over(fresh, failure, self._presence)
        except BaseException:
            fresh.close()
            raise
        self._lost = False
        self.note()
        return True

    def refuse_foreign_change(self, failure: str) -> None:
        """See that no other program has written since the file was opened.

        Else what the window shows and what undo would take back are not what the file holds.
        """
        if self.stale():
            raise not_stored(failure, *_CHANGED)

    def _take_over(self, fresh: Database, failure: str, presence: Presence) -> None:
        # Reading takes back what was half-written when the file went away.
        if identity_of(fresh) != self._identity or not presence.same_state():
            raise not_stored(failure, *_CHANGED)
        settle(fresh, read_only=False)
        if self._opened.lock:
            self._opened.lock.release()
            self._opened.lock = None
        try:
            self._opened.lock = Lock.take(self._path)
        except Held as held:
            raise not_stored(failure, *_CHANGED) from held
        with contextlib.suppress(sqlite3.Error):
            self._opened.db.close()
        self._opened.db = fresh

    def _data_version(self) -> int:
        return int(self.db.execute("PRAGMA data_version").fetchone()[0])
