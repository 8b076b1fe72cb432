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
import time
from pathlib import Path

_FLAGS = (
    getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_NOINHERIT", 0)
)
#: Windows says EACCES of a lock that another holds, and so do some network folders.
_HELD = (errno.EAGAIN, errno.EWOULDBLOCK, errno.EACCES)

if sys.platform == "win32":
    import ctypes
    import msvcrt
    from ctypes import wintypes

    #: Others cannot read a byte that is locked: one far beyond what is written.
    _FAR = 2**30
    #: How often to try, and how long to wait between, in seconds.
    _TRIES, _PAUSE = 10, 0.01
    _AT_ONCE, _EXCLUSIVE = 1, 2
    _kernel = ctypes.WinDLL("kernel32", use_last_error=True)

    class _Place(ctypes.Structure):
        """Windows' OVERLAPPED: where in the file the byte is."""

        _fields_ = (
            ("internal", ctypes.c_void_p),
            ("internal_high", ctypes.c_void_p),
            ("offset", wintypes.DWORD),
            ("offset_high", wintypes.DWORD),
            ("event", wintypes.HANDLE),
        )

    def _lock(descriptor: int, *, shared: bool) -> None:
        how = _AT_ONCE | (0 if shared else _EXCLUSIVE)
        _told(_kernel.LockFileEx(_handle(descriptor), how, 0, 1, 0, _place()))

    def _unlock(descriptor: int) -> None:
        _told(_kernel.UnlockFileEx(_handle(descriptor), 0, 1, 0, _place()))

    def _handle(descriptor: int) -> wintypes.HANDLE:
        return wintypes.HANDLE(msvcrt.get_osfhandle(descriptor))

    def _place() -> object:
        return ctypes.byref(_Place(offset=_FAR))

    def _told(done: int) -> None:
        if not done:
            raise ctypes.WinError(ctypes.get_last_error())

    def _opened(path: Path, flags: int) -> int:
        # A file that its last holder is just removing cannot be opened for a moment.
        for _ in range(_TRIES):
            with contextlib.suppress(PermissionError):
                return os.open(path, flags, 0o666)
            time.sleep(_PAUSE)
        return os.open(path, flags, 0o666)

    def computer() -> str:
        """Return this computer's name."""
        return os.environ.get("COMPUTERNAME", "")

    def hide(path: Path) -> None:
        """Keep a file out of the sight of who looks into the folder."""
        _kernel.SetFileAttributesW(str(path), stat.FILE_ATTRIBUTE_HIDDEN)

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

    def _opened(path: Path, flags: int) -> int:
        return os.open(path, flags, 0o666)

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
    descriptor = _opened(path, mode | _FLAGS)
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
