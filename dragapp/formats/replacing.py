"""Write a file beside its target and put it in place only when it is whole."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import stat
from collections.abc import Iterator
from pathlib import Path

from dragapp.errors import ExportError, cause, named


@contextlib.contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Yield a temporary path beside the target; on success it replaces the target.

    A target that is a link stays one: the file it leads to is replaced. On any failure the target
    stays as it was and the temporary file is gone. Raise ExportError when the operating system
    refuses, or where there is a folder or a device.
    """
    try:
        with _beside(_led_to(target)) as temporary:
            yield temporary
    except OSError as error:
        raise _failed(target, cause(error)) from error


@contextlib.contextmanager
def _beside(target: Path) -> Iterator[Path]:
    temporary = target.with_name(f".{target.name[:80]}.{secrets.token_hex(4)}.tmp")
    try:
        yield temporary
        with open(temporary, "rb+") as written:
            os.fsync(written.fileno())
        os.replace(temporary, target)
    finally:
        with contextlib.suppress(FileNotFoundError, NotADirectoryError):
            temporary.unlink()


def _led_to(target: Path) -> Path:
    """Return the file that is to be replaced, links followed; it need not be there yet."""
    with contextlib.suppress(FileNotFoundError):
        kind = os.stat(target).st_mode
        if stat.S_ISDIR(kind):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
        if not stat.S_ISREG(kind):
            raise _failed(target, "acolo se află altceva decât un fișier obișnuit")
    return Path(os.path.realpath(target)) if os.path.islink(target) else target


def _failed(target: Path, reason: str) -> ExportError:
    return ExportError(
        f"Fișierul {named(target)} nu a putut fi scris: {reason}. "
        "Datele dumneavoastră sunt în siguranță."
    )
