"""What SQLite refuses, as the program's errors: what failed, that the data is safe, what to do.

Misuse, such as a closed connection, is none of the user's business and stays as it is.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from dragapp.dossier.header import unreadable
from dragapp.errors import DossierBusy, DossierError, NotADossier, StorageError, named

_CAUSES = {
    sqlite3.SQLITE_FULL: ("discul este plin", "Eliberați loc pe disc și încercați din nou."),
    sqlite3.SQLITE_READONLY: (
        "fișierul sau folderul lui este protejat la scriere",
        "Copiați fișierul într-un folder în care aveți drept de scriere și deschideți-l de acolo.",
    ),
    sqlite3.SQLITE_BUSY: (
        "fișierul este folosit chiar acum de alt program",
        "Închideți celălalt program și încercați din nou.",
    ),
    sqlite3.SQLITE_IOERR: (
        "discul sau stickul nu răspunde",
        "Verificați dacă stickul este la locul lui și încercați din nou.",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "fișierul sau folderul lui nu mai poate fi deschis",
        "Verificați dacă fișierul este la locul lui și încercați din nou.",
    ),
    sqlite3.SQLITE_CORRUPT: (
        "fișierul este deteriorat",
        "Deschideți o copie de siguranță.",
    ),
    sqlite3.SQLITE_CONSTRAINT: (
        "datele nu se potrivesc între ele",
        "Verificați ce ați introdus și încercați din nou.",
    ),
}
#: What the database says where a change is not for an approved plan.
FROZEN = "approved"
_APPROVED = (
    "planul este aprobat și nu mai poate fi schimbat",
    "Ca să-l schimbați, redeschideți-l din meniul Fișier.",
)
_CAUSES[sqlite3.SQLITE_LOCKED] = _CAUSES[sqlite3.SQLITE_BUSY]
_CAUSES[sqlite3.SQLITE_NOTADB] = _CAUSES[sqlite3.SQLITE_CORRUPT]
#: After these a connection may be of no more use.
LOST = (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def code(error: Exception) -> int:
    """Return SQLite's primary result code of an error, 0 where it has none."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


@contextlib.contextmanager
def storing(failure: str) -> Iterator[None]:
    """Tell what SQLite refuses to store as StorageError; `failure` begins the sentence."""
    try:
        yield
    except sqlite3.ProgrammingError:
        raise
    except (sqlite3.Error, OverflowError) as error:
        raise not_stored(failure, *_told(error)) from error


def not_stored(failure: str, cause: str, advice: str) -> StorageError:
    """Return the error that says what failed and why, that the data is safe, and what to do."""
    return StorageError(
        f"{failure}: {cause}. Datele dumneavoastră sunt în siguranță: tot ce era salvat a rămas "
        f"neatins. {advice}"
    )


@contextlib.contextmanager
def reading(path: Path) -> Iterator[None]:
    """Tell what SQLite refuses to read, or what is not as it was written, as DossierError."""
    try:
        yield
    except sqlite3.ProgrammingError:
        raise
    except OSError as error:
        raise unreadable(path, error) from error
    except (sqlite3.Error, LookupError, ValueError) as error:
        cause, advice = _told(error)
        kind = DossierError
        if code(error) in _DAMAGED or not isinstance(error, sqlite3.Error):
            kind = NotADossier
        elif code(error) in _BUSY:
            kind = DossierBusy
        raise kind(
            f"Fișierul {named(path)} nu poate fi citit: {cause}. Nimic nu a fost schimbat în el. "
            f"{advice}"
        ) from error


def _told(error: Exception) -> tuple[str, str]:
    """Return the cause and the advice; an error that is not SQLite's tells of the data itself."""
    if isinstance(error, OverflowError):
        return _CAUSES[sqlite3.SQLITE_CONSTRAINT]
    if str(error) == FROZEN:
        return _APPROVED
    if not isinstance(error, sqlite3.Error):
        return _CAUSES[sqlite3.SQLITE_CORRUPT]
    return _CAUSES.get(
        code(error),
        (f"SQLite a refuzat (eroarea nr. {code(error)})", "Încercați din nou."),
    )
