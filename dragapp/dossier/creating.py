"""Making a dossier: whole under a temporary name beside its place, then put there at once."""

from __future__ import annotations

import contextlib
import os
import secrets
import sys
from pathlib import Path

from dragapp.dossier.faults import storing
from dragapp.dossier.opening import connect
from dragapp.dossier.schema import migrate
from dragapp.dossier.writing import write_institution, write_plan
from dragapp.errors import DossierExists, StorageError, cause, named
from dragapp.plan.plan import Plan

_SIDE_FILES = ("-journal", "-wal", "-shm")


def create_file(path: Path, plan: Plan) -> None:
    """Make a dossier with one plan.

    Raise DossierExists where anything is there, StorageError where it cannot be made; then nothing
    is left behind.
    """
    # A journal left by a lost file of that name would be played back into the new one.
    for taken in (path, *(Path(f"{path}{side}") for side in _SIDE_FILES)):
        if os.path.lexists(taken):
            raise _exists(taken)
    temporary = path.with_name(f".{path.name[:80]}.{secrets.token_hex(4)}.tmp")
    try:
        os.close(os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o666))
        _fill(temporary, path, plan)
        _put(temporary, path)
    except OSError as error:
        raise StorageError(
            f"Fișierul {named(path)} nu a putut fi făcut: {cause(error)}. "
            "Nimic nu a fost schimbat. Alegeți alt loc pentru el."
        ) from error
    finally:
        for left in (temporary, temporary.with_name(temporary.name + "-journal")):
            with contextlib.suppress(FileNotFoundError, NotADirectoryError):
                left.unlink()


def _exists(path: Path) -> DossierExists:
    return DossierExists(
        f"Există deja {named(path)} în acel folder și nu a fost schimbat. Alegeți alt nume sau "
        "deschideți fișierul care există."
    )


def _fill(temporary: Path, path: Path, plan: Plan) -> None:
    db = connect(temporary, "rw")
    try:
        with storing(f"Fișierul {named(path)} nu a putut fi făcut"):
            migrate(db, 0)
            db.execute("PRAGMA foreign_keys = ON")
            with db.atomic():
                write_institution(db, plan.institution)
                write_plan(db, plan)
    finally:
        db.close()


def _put(temporary: Path, path: Path) -> None:
    """Give the file its name, never in place of another file."""
    try:
        if sys.platform == "win32":
            os.rename(temporary, path)
            return
        try:
            os.link(temporary, path)
        except FileExistsError:
            raise
        except OSError:
            # Sticks know no hard links: take the name first, then put the file under it.
            os.close(os.open(path, os.O_CREAT | os.O_EXCL, 0o666))
            os.replace(temporary, path)
    except FileExistsError as error:
        raise _exists(path) from error
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
