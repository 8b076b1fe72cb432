"""Files written whole or not at all: under another name first, on the disk, then in place.

What goes wrong here is told as OSError; who calls knows what to say of it.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

#: What SQLite needs beside a file after a crash, by how its name ends.
NEEDED_SIDES = ("-journal", "-wal")
#: What SQLite may leave beside a file.
SIDES = (*NEEDED_SIDES, "-shm")
_CHUNK = 1 << 18
#: A virus scanner or a cloud folder may hold a new file for a moment; seconds to wait each time.
_WAITS = (0.05, 0.1, 0.2, 0.4, 0.0)


@contextlib.contextmanager
def temporary_beside(target: Path) -> Iterator[Path]:
    """Yield the name of a file that is not there yet, in the target's folder.

    What is left under that name at the end, and what SQLite left beside it, is removed.
    """
    temporary = target.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        yield temporary
    finally:
        for side in ("", *SIDES):
            # What went well has not failed because of a scrap, and what failed says so better.
            with contextlib.suppress(OSError):
                remove(Path(f"{temporary}{side}"))


@contextlib.contextmanager
def temporary_folder(parent: Path) -> Iterator[Path]:
    """Yield an empty folder inside another, removed with all that is in it at the end."""
    folder = parent / f".{secrets.token_hex(8)}.tmp"
    folder.mkdir()
    try:
        yield folder
    finally:
        # A disk that is gone took the folder along.
        shutil.rmtree(folder, ignore_errors=True)


def remove(path: Path) -> None:
    """Remove a file, if it is there and the disk it was on as well."""
    if os.path.lexists(path):
        path.unlink(missing_ok=True)


def is_free(path: Path) -> bool:
    """Tell whether a dossier may get that name.

    A journal left by a lost file of that name would be played back into it.
    """
    return not any(os.path.lexists(f"{path}{side}") for side in ("", *SIDES))


def read_chunks(file: IO[bytes]) -> Iterator[bytes]:
    """Yield what is left of a file, a piece at a time."""
    while chunk := file.read(_CHUNK):
        yield chunk


def digest(path: Path) -> str:
    """Return a file's SHA-256 in hexadecimal."""
    total = hashlib.sha256()
    with path.open("rb") as file:
        for chunk in read_chunks(file):
            total.update(chunk)
    return total.hexdigest()


def write_new(path: Path, chunks: Iterator[bytes]) -> str:
    """Write a file that is not there yet, down to the disk; return the SHA-256 of what was given.

    Raise OSError where it is not read back as it was given.
    """
    total = hashlib.sha256()
    with path.open("xb") as file:
        for chunk in chunks:
            total.update(chunk)
            file.write(chunk)
        file.flush()
        os.fsync(file.fileno())
    if digest(path) != total.hexdigest():
        raise OSError(f"{path} does not hold what was written")
    return total.hexdigest()


def copy_new(source: Path, target: Path) -> str:
    """Copy a file to a name that is not there yet, down to the disk; return its SHA-256."""
    with source.open("rb") as file:
        return write_new(target, read_chunks(file))


def copy_with_sides(source: Path, target: Path) -> None:
    """Copy a file, with what SQLite needs beside it, to names that are free."""
    made: list[Path] = []
    try:
        # The file itself comes last: without it nobody sees the others.
        for side in (*NEEDED_SIDES, ""):
            one, other = Path(f"{source}{side}"), Path(f"{target}{side}")
            if side and not one.is_file():
                continue
            with temporary_beside(other) as temporary:
                copy_new(one, temporary)
                put_new(temporary, other)
                made.append(other)
    except BaseException:
        for path in made:
            remove(path)
        raise


def sync(path: Path) -> None:
    """See that a file is on the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def put(temporary: Path, target: Path) -> None:
    """Give a file its name, in place of what had it."""
    _patiently(lambda: os.replace(temporary, target))
    _sync_folder(target.parent)


def put_new(temporary: Path, target: Path) -> None:
    """Give a file a name that none has yet; raise FileExistsError where one has it.

    The temporary name may stay, for whoever made it to remove.
    """
    if sys.platform == "win32":
        _patiently(lambda: os.rename(temporary, target))
        return
    try:
        os.link(temporary, target)
    except OSError:
        # Sticks know no hard links: take the name first, then put the file under it.
        os.close(os.open(target, os.O_CREAT | os.O_EXCL, 0o666))
        try:
            os.replace(temporary, target)
        except BaseException:
            remove(target)
            raise
    _sync_folder(target.parent)


def _patiently(move: Callable[[], None]) -> None:
    for wait in _WAITS:
        try:
            move()
        except PermissionError:
            if not wait:
                raise
            time.sleep(wait)
        else:
            return


def _sync_folder(folder: Path) -> None:
    """Have the folder written out, where the system can; the file itself is on the disk already."""
    if sys.platform == "win32":
        return
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
