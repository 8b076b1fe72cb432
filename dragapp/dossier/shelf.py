"""The folder that holds the safety copies of one dossier.

What is in it and does not have the name of a copy belongs to somebody else and is never touched.
"""

from __future__ import annotations

import contextlib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from sqlite_utils import Database

from dragapp.dossier.backup import copy_database, failing, holds, verify
from dragapp.dossier.backup_name import Backup, Reason, backup_name, read_name
from dragapp.dossier.durable import copy_with_sides, remove
from dragapp.dossier.file_names import safe_name
from dragapp.dossier.thinning import thin
from dragapp.errors import BackupError, named

__all__ = ["Backup", "Reason", "Shelf", "shelves"]

#: How much of a dossier's identity stands in the name of its folder.
_MARK = 8
_FOLDER = re.compile(rf"(?P<stem>.+) (?P<mark>\S{{{_MARK}}})")
#: Copied even where nothing has changed since the copy before.
_ALWAYS = (Reason.ASKED, Reason.RESTORE)


class Shelf:
    """The copies of one dossier, told by the start of its identity.

    `stem` is the dossier's name without ".dosar": it names the folder when that is made; a dossier
    that was renamed keeps its folder.
    """

    def __init__(self, root: Path, stem: str, identity: str) -> None:
        self.root, self.stem, self.identity = root, stem, identity

    @property
    def folder(self) -> Path:
        """Where the copies are; it may not be there yet."""
        mark = f" {self.identity[:_MARK]}"
        name = safe_name(self.stem) + mark
        known = [each.name for each in _folders(self.root) if each.name.endswith(mark)]
        return self.root / (name if name in known or not known else min(known))

    def backups(self) -> list[Backup]:
        """Return the copies, the newest first; raise BackupError where they cannot be read."""
        found: list[Backup] = []
        for path in _entries(self.folder):
            parts = read_name(path.name)
            # Another thread may thin the copies at the same time.
            with _reading(), contextlib.suppress(FileNotFoundError):
                if parts and path.is_file():
                    made, reason, number = parts
                    found.append(Backup(path, made, reason, path.stat().st_size, number))
        return sorted(found, key=lambda each: (each.made, each.number), reverse=True)

    def keep(self, db: Database, reason: Reason, now: datetime | None = None) -> Backup | None:
        """Copy an open dossier and thin the older copies.

        Return None where the newest copy has the same content already and the user did not ask for
        another. Raise BackupError where no sound copy can be made; then none is removed.
        """
        now = now or datetime.now()
        if reason not in _ALWAYS and self._has(db):
            return None
        backup = self._new(now, reason)
        copy_database(db, backup.path)
        self.discard(thin(self.backups(), now))
        return _sized(backup)

    def keep_file(self, path: Path, reason: Reason, now: datetime | None = None) -> Backup:
        """Copy a file that SQLite cannot read, as it is, and the journal beside it.

        Raise BackupError where that fails; then nothing is left of the copy.
        """
        backup = self._new(now or datetime.now(), reason)
        with failing(f"Fișierul {named(path)} nu a putut fi copiat"):
            copy_with_sides(path, backup.path)
        return _sized(backup)

    def discard(self, doomed: Iterable[Backup]) -> None:
        """Remove copies, if the newest of those that stay is sound."""
        doomed = list(doomed)
        paths = {backup.path for backup in doomed}
        stay = [
            backup
            for backup in self.backups()
            if backup.path not in paths and backup.reason != Reason.DAMAGED
        ]
        if not doomed or not stay:
            return
        try:
            verify(stay[0].path)
        except BackupError:
            # The older ones may be all that is left: whoever restores will see which are sound.
            return
        for backup in doomed:
            # What cannot be removed now will be at the next copy.
            with contextlib.suppress(OSError):
                remove(backup.path)

    def _has(self, db: Database) -> bool:
        """Tell whether the newest copy has the dossier's content."""
        newest = next((each for each in self.backups() if each.reason != Reason.DAMAGED), None)
        if newest is None:
            return False
        with failing("Fișierul primăriei nu poate fi citit"):
            try:
                return holds(newest.path, db)
            except OSError:
                # What cannot be read is worth nothing to the user either.
                return False

    def _new(self, now: datetime, reason: Reason) -> Backup:
        """Return a copy to be made, under a name that is free; make the folder."""
        folder, now = self.folder, now.replace(microsecond=0)
        with failing(f"Folderul copiilor de siguranță {named(folder)} nu a putut fi făcut"):
            folder.mkdir(parents=True, exist_ok=True)
        parts = [read_name(path.name) for path in _entries(folder)]
        number = 1 + max((part[2] for part in parts if part and part[0] == now), default=0)
        return Backup(folder / backup_name(now, reason, number), now, reason, 0, number)


def shelves(root: Path, stem: str) -> list[Shelf]:
    """Return the shelves that may belong to a dossier of which only the name can be read.

    Their folders' names begin with its name; those that have no more than that come first.
    """
    wanted = _folded(safe_name(stem))
    found: list[tuple[bool, str, Shelf]] = []
    for folder in _folders(root):
        parts = _FOLDER.fullmatch(folder.name)
        if parts and (name := _folded(parts["stem"])).startswith(wanted):
            shelf = Shelf(root, parts["stem"], parts["mark"])
            found.append((name != wanted, name, shelf))
    return [shelf for _, _, shelf in sorted(found, key=lambda each: each[:2])]


def _folders(root: Path) -> list[Path]:
    with _reading():
        return [path for path in _entries(root) if path.is_dir()]


def _entries(folder: Path) -> list[Path]:
    """Return what is in a folder, which need not be there."""
    with _reading(), contextlib.suppress(FileNotFoundError, NotADirectoryError):
        return sorted(folder.iterdir())
    return []


def _reading() -> contextlib.AbstractContextManager[None]:
    return failing("Copiile de siguranță nu pot fi citite")


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _sized(backup: Backup) -> Backup:
    with failing(f"Copia de siguranță {named(backup.path)} nu poate fi citită"):
        return replace(backup, size=backup.path.stat().st_size)
