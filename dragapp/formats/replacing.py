"""Put a file in the place of an old one, whole or not at all, and tell what stands in the way."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import stat
import time
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from dragapp.errors import ExportError, cause, named, number

#: Seconds between attempts: virus scanners and indexers hold a fresh file for a moment.
_PAUSES = (0.05, 0.15, 0.3)
_NOT_THERE = "Verificați dacă folderul și stickul sunt la locul lor sau alegeți alt folder."
_ADVICE = {
    errno.ENOSPC: "Eliberați loc pe disc sau alegeți alt folder.",
    errno.EROFS: "Scoateți protecția la scriere sau alegeți alt folder.",
    errno.ENOENT: _NOT_THERE,
    errno.ENOTDIR: _NOT_THERE,
    errno.EIO: _NOT_THERE,
    errno.EISDIR: "Alegeți alt nume.",
    errno.ENAMETOOLONG: "Alegeți un nume mai scurt.",
    errno.EINVAL: "Alegeți alt nume.",
}
_TRY_AGAIN = "Încercați din nou sau alegeți alt folder."
#: Where a file is open that cannot be replaced, by its ending.
_OPEN_IN = {".xlsx": "în Excel", ".pdf": "în programul cu care îl citiți"}


def replace_file(target: Path, data: bytes) -> None:
    """Write a file beside the target and, when it is safe on the disk, put it in its place.

    A target that is a link stays one: the file it leads to is replaced. On any failure the target
    stays as it was and the file beside it is gone. Raise ExportError when the operating system
    refuses, or where there is a folder or a device.
    """
    try:
        goal = _led_to(target)
        temporary, written = _created(goal)
    except PermissionError as error:
        folder = named(Path(os.path.abspath(target)).parent)
        reason = f"în folderul {folder} nu aveți drept de scriere sau discul este protejat"
        raise _failed(target, reason, "Alegeți alt folder.") from error
    except OSError as error:
        raise refused(target, error) from error
    try:
        with written:
            written.write(data)
            written.flush()
            os.fsync(written.fileno())
        _patiently(lambda: os.replace(temporary, goal))
    except BaseException as failure:
        left = _removed(temporary)
        if isinstance(failure, PermissionError):
            raise _failed(target, cause(failure), _close(target) + left) from failure
        if isinstance(failure, OSError):
            raise refused(target, failure, left) from failure
        raise


def refused(target: Path, error: OSError, left: str = "") -> ExportError:
    """Return the error that tells why a file could not be written; `left` ends the message."""
    return _failed(target, cause(error), _ADVICE.get(number(error), _TRY_AGAIN) + left)


def _led_to(target: Path) -> Path:
    """Return the file that is to be replaced, links followed; it need not be there yet."""
    with contextlib.suppress(FileNotFoundError):
        kind = os.stat(target).st_mode
        if stat.S_ISDIR(kind):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
        if not stat.S_ISREG(kind):
            reason = "acolo se află altceva decât un fișier obișnuit"
            raise _failed(target, reason, "Alegeți alt nume.")
    return Path(os.path.realpath(target)) if os.path.islink(target) else target


def _created(goal: Path) -> tuple[Path, BinaryIO]:
    """Create a file beside the goal, never one that is there; its name fits wherever a name may."""
    while True:
        temporary = goal.with_name(f".dragapp-{secrets.token_hex(4)}.tmp")
        with contextlib.suppress(FileExistsError):
            return temporary, open(temporary, "xb")


def _removed(temporary: Path) -> str:
    """Remove the file; return what the user is to be told where that fails."""
    try:
        _patiently(temporary.unlink)
    except (FileNotFoundError, NotADirectoryError):
        return ""
    except OSError:
        return f" În folder a rămas fișierul {named(temporary)}, pe care îl puteți șterge."
    return ""


def _patiently(action: Callable[[], None]) -> None:
    """Do what another program may hinder for a moment."""
    for pause in _PAUSES:
        try:
            return action()
        except PermissionError:
            time.sleep(pause)
    return action()


def _close(target: Path) -> str:
    where = _OPEN_IN.get(target.suffix.lower(), "în programul în care este deschis")
    return (
        f"Închideți fișierul {where} și încercați din nou. "
        "Dacă nu este deschis nicăieri, alegeți alt nume sau alt folder."
    )


def _failed(target: Path, reason: str, advice: str) -> ExportError:
    return ExportError(
        f"Fișierul {named(target)} nu a putut fi scris: {reason}. "
        f"Datele dumneavoastră sunt în siguranță.\n\n{advice}"
    )
