"""The operating system's lock on one small file: it ends with the program, however that ends.

What differs between Windows and the others is only here. Nothing is known of what is written in
the file.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
from pathlib import Path

_FLAGS = (
    getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_NOINHERIT", 0)
)
#: Windows says EACCES of a lock that another holds, and so do some network folders; Wine, on which
#: the Windows program is tested, gives no reason.
_HELD = (errno.EAGAIN, errno.EWOULDBLOCK, errno.EACCES, 0)

if sys.platform == "win32":
    import msvcrt

    #: Others cannot read a byte that is locked: one far beyond what is written.
    _FAR = 2**30

    def _lock(descriptor: int, *, shared: bool) -> None:
        os.lseek(descriptor, _FAR, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

    def _unlock(descriptor: int) -> None:
        os.lseek(descriptor, _FAR, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

    def computer() -> str:
        """Return this computer's name."""
        return os.environ.get("COMPUTERNAME", "")

    def hide(path: Path) -> None:
        """Keep a file out of the sight of who looks into the folder."""
        # Imported here: the start of the window locks, and hides nothing.
        import ctypes

        ctypes.windll.kernel32.SetFileAttributesW(str(path), stat.FILE_ATTRIBUTE_HIDDEN)

    def names(path: Path, descriptor: int) -> bool:
        """Whether the path still names the open file; Windows removes none that is open."""
        return True

    def remove(path: Path, descriptor: int) -> None:
        """Remove the file, unless another has opened it in the meantime, and let go of it."""
        close(descriptor)
        with contextlib.suppress(PermissionError):
            os.unlink(path)

else:
    import fcntl

    def _lock(descriptor: int, *, shared: bool) -> None:
        fcntl.flock(descriptor, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)

    def _unlock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)

    def computer() -> str:
        """Return this computer's name."""
        return os.uname().nodename

    def hide(path: Path) -> None:
        """Keep a file out of the sight of who looks into the folder: its dot does that here."""

    def names(path: Path, descriptor: int) -> bool:
        """Whether the path still names the open file."""
        try:
            return os.path.samestat(os.lstat(path), os.fstat(descriptor))
        except OSError:
            return False

    def remove(path: Path, descriptor: int) -> None:
        """Remove the file and let go of it: in this order, or another's would be removed."""
        try:
            os.unlink(path)
        finally:
            close(descriptor)


def open_file(path: Path, mode: int) -> int:
    """Return a descriptor of a plain file; raise OSError for a folder, a link, a pipe."""
    descriptor = os.open(path, mode | _FLAGS, 0o666)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError(errno.EINVAL, "not a plain file", str(path))
    return descriptor


def is_free(descriptor: int, *, shared: bool = False) -> bool:
    """Lock the file now; return False where another has it.

    With `shared`, those who only look do not disturb one another. Raise OSError where the folder
    knows no locks.
    """
    try:
        _lock(descriptor, shared=shared)
    except OSError as error:
        if error.errno in _HELD:
            return False
        raise
    return True


def close(descriptor: int) -> None:
    """Let go of the file."""
    # Of a stick that is gone there is nothing to let go of.
    with contextlib.suppress(OSError):
        _unlock(descriptor)
    os.close(descriptor)
