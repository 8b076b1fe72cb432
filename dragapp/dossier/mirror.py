"""The second place of the safety copies: a stick or another folder, brought up to date.

It uses no connection of an open dossier and may run on a thread of its own.
"""

from __future__ import annotations

import errno
import os
from datetime import datetime
from pathlib import Path

from dragapp.dossier.backup import failing
from dragapp.dossier.backup_name import Backup, backup_name
from dragapp.dossier.durable import copy_with_sides
from dragapp.dossier.shelf import Shelf
from dragapp.dossier.thinning import thin
from dragapp.errors import named


def mirror(shelf: Shelf, second: Path, now: datetime | None = None) -> int:
    """Copy to the second place what it lacks, thin it by the same rule, return how many came.

    Copies that are there already are never written over. Raise BackupError where the place is gone,
    full or read-only; the copies made until then stay, each of them whole.
    """
    with failing(f"Copiile de siguranță nu au putut fi puse în {named(second)}"):
        # A folder made where a stick should be would look like a copy elsewhere.
        if not second.is_dir():
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(second))
        there = Shelf(second, shelf.stem, shelf.identity)
        known = there.backups()
        names = {_name(backup) for backup in known}
        lacking = [backup for backup in shelf.backups() if _name(backup) not in names]
        doomed = thin(known + lacking, now or datetime.now())
        copied = 0
        for backup in lacking:
            if backup not in doomed:
                copied += _copy(backup, there.folder)
        there.discard(backup for backup in known if backup in doomed)
    return copied


def _copy(backup: Backup, folder: Path) -> bool:
    """Copy a backup; return false where it was thinned meanwhile."""
    folder.mkdir(exist_ok=True)
    try:
        copy_with_sides(backup.path, folder / _name(backup))
    except FileNotFoundError:
        if backup.path.exists():
            raise
        return False
    return True


def _name(backup: Backup) -> str:
    return backup_name(backup.made, backup.reason, backup.number)
