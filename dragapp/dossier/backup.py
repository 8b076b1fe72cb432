"""A verified copy of an open dossier, and whether a copy is sound.

A file copy would do for neither: in the middle of an action the file alone is half of the truth.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from sqlite_utils import Database

from dragapp.dossier.connecting import connect
from dragapp.dossier.durable import is_free, put, sync, temporary_beside
from dragapp.dossier.faults import storing
from dragapp.dossier.header import read_header
from dragapp.dossier.schema import APPLICATION_ID
from dragapp.errors import BackupError, DossierError, StorageError, cause, named

#: What differs in the first bytes though all that is stored is the same: how often the file and its
#: tables were changed, who wrote it last, and whether SQLite kept its journal in another way.
_INCIDENTAL = ((18, 20), (24, 28), (40, 44), (92, 100))


def copy_database(db: Database, target: Path) -> None:
    """Copy an open database to a file that is not there yet, and see that the copy is sound.

    Raise BackupError where that fails; then nothing is left behind and the source is as it was.
    Raise RuntimeError inside a transaction, where SQLite would wait for ever.
    """
    if db.conn.in_transaction:
        raise RuntimeError("a copy was asked for inside a transaction")
    source = Path(db.execute("PRAGMA database_list").fetchone()[2])
    with failing(f"Copia de siguranță a fișierului {named(source)} nu a putut fi făcută"):
        if not is_free(target):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))
        with temporary_beside(target) as temporary:
            _copy(db, temporary)
            _compare(db, temporary, source)
            sync(temporary)
            put(temporary, target)


def verify(path: Path) -> None:
    """See that a copy is a dossier whose pages, rows and references are whole.

    Raise BackupError where it is not, or where it cannot be read. One of a newer version passes.
    """
    try:
        read_header(path)
        with contextlib.closing(connect(path, "ro")) as db:
            whole = is_sound(db, path)
    except (DossierError, sqlite3.Error, OSError) as error:
        raise _unsound(path) from error
    if not whole:
        raise _unsound(path)


def is_sound(db: Database, path: Path) -> bool:
    """Tell whether a connection's file is a dossier that is whole; what SQLite raises is no."""
    try:
        return (
            db.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
            # SQLite reads the missing end of a last page as zeros, without a word.
            and path.stat().st_size % db.execute("PRAGMA page_size").fetchone()[0] == 0
            and db.execute("PRAGMA integrity_check(1)").fetchall() == [("ok",)]
            and not db.execute("PRAGMA foreign_key_check").fetchall()
        )
    except sqlite3.DatabaseError:
        return False


def holds(path: Path, db: Database) -> bool:
    """Tell whether a copy has, byte for byte, all that is stored in an open dossier."""
    stored = db.conn.serialize()
    return path.stat().st_size == len(stored) and _content(path.read_bytes()) == _content(stored)


@contextlib.contextmanager
def failing(failure: str) -> Iterator[None]:
    """Tell what SQLite or the system refuses as BackupError; `failure` begins the sentence."""
    try:
        with storing(failure):
            yield
    except (StorageError, DossierError) as error:
        raise BackupError(str(error)) from error
    except OSError as error:
        raise BackupError(
            f"{failure}: {cause(error)}. Datele dumneavoastră sunt în siguranță: tot ce era salvat "
            "a rămas neatins. Verificați discul sau stickul și încercați din nou."
        ) from error


def _copy(db: Database, target: Path) -> None:
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o666))
    with contextlib.closing(connect(target, "rw")) as copy:
        # A copy cut off half-way is thrown away; a whole one is written to the disk at the end.
        copy.execute("PRAGMA synchronous = OFF")
        copy.execute("PRAGMA journal_mode = OFF")
        db.conn.backup(copy.conn, progress=_go_on)
        # A copy is one file; the source may be one with a log beside it.
        copy.execute("PRAGMA journal_mode = DELETE")


def _go_on(status: int, _remaining: int, _total: int) -> None:
    """Stop where SQLite would try again without end."""
    if status not in (sqlite3.SQLITE_OK, sqlite3.SQLITE_DONE):
        error = sqlite3.OperationalError(f"the copy stopped with status {status}")
        error.sqlite_errorcode = status
        raise error


def _compare(db: Database, copied: Path, source: Path) -> None:
    """See that the copy is sound and has what the source has."""
    with contextlib.closing(connect(copied, "ro")) as copy:
        if not is_sound(copy, copied) or _counts(copy) != _counts(db):
            raise BackupError(
                f"Copia de siguranță a fișierului {named(source)} nu a fost păstrată, pentru că nu "
                "este bună: fișierul sau discul poate fi deteriorat. Copiile de dinainte au rămas "
                "neatinse. Închideți fișierul și deschideți-l din nou, ca să fie verificat."
            )


def _counts(db: Database) -> list[tuple[str, int]]:
    """Return the versions and how many rows each table has."""
    counts = [
        (name, int(db.execute(f"PRAGMA {name}").fetchone()[0]))
        for name in ("application_id", "user_version")
    ]
    for table in sorted(db.table_names()):
        counts.append((table, int(db.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0])))
    return counts


def _content(data: bytes) -> bytes:
    head = bytearray(data[:100])
    for start, end in _INCIDENTAL:
        head[start:end] = bytes(end - start)
    return bytes(head) + data[100:]


def _unsound(path: Path) -> BackupError:
    return BackupError(
        f"Copia de siguranță {named(path)} nu poate fi folosită: lipsește, este deteriorată sau nu "
        "este un fișier al primăriei. Nimic nu a fost schimbat. Alegeți altă copie."
    )
