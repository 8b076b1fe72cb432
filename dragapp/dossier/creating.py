"""Making a dossier: whole under a temporary name beside its place, then put there at once."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from dragapp.dossier.connecting import connect
from dragapp.dossier.durable import SIDES, put_new, temporary_beside
from dragapp.dossier.faults import storing
from dragapp.dossier.schema import migrate
from dragapp.dossier.writing import write_institution, write_plan
from dragapp.errors import DossierExists, StorageError, cause, named
from dragapp.plan.plan import Plan


def create_file(path: Path, plan: Plan) -> None:
    """Make a dossier with one plan.

    Raise DossierExists where anything is there, StorageError where it cannot be made; then nothing
    is left behind.
    """
    with new_file(path) as temporary:
        _fill(temporary, path, plan)


@contextlib.contextmanager
def new_file(path: Path) -> Iterator[Path]:
    """Yield an empty file to be filled, which is given its name at the end.

    Raise DossierExists where anything is there, StorageError where the file cannot be made; then,
    as after any error, nothing is left behind.
    """
    # A journal left by a lost file of that name would be played back into the new one.
    for taken in (path, *(Path(f"{path}{side}") for side in SIDES)):
        if os.path.lexists(taken):
            raise _exists(taken)
    try:
        with temporary_beside(path) as temporary:
            os.close(os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o666))
            yield temporary
            put_new(temporary, path)
    except FileExistsError as error:
        raise _exists(path) from error
    except OSError as error:
        raise StorageError(
            f"Fișierul {named(path)} nu a putut fi făcut: {cause(error)}. "
            "Nimic nu a fost schimbat. Alegeți alt loc pentru el."
        ) from error


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
