"""File operations that fail on demand, to see what the program makes of a disk that gives up.

Python's own operations below one folder are covered; SQLite opens and writes its files without
them.
"""

from __future__ import annotations

import builtins
import contextlib
import errno
import io
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

#: What can fail, with the errors it really fails by; `file.…` is what an opened file does.
OPERATIONS: dict[str, tuple[int, ...]] = {
    "open": (errno.ENOSPC, errno.EACCES, errno.EROFS, errno.EIO),
    "file.read": (errno.EIO,),
    "file.write": (errno.ENOSPC, errno.EIO),
    "file.truncate": (errno.EIO,),
    "file.close": (errno.ENOSPC, errno.EIO),
    "os.open": (errno.ENOSPC, errno.EACCES, errno.EROFS, errno.EIO),
    "os.read": (errno.EIO,),
    "os.write": (errno.ENOSPC, errno.EIO),
    "os.ftruncate": (errno.EIO,),
    "os.fsync": (errno.ENOSPC, errno.EIO),
    "os.replace": (errno.ENOSPC, errno.EACCES, errno.EROFS, errno.EIO),
    "os.rename": (errno.ENOSPC, errno.EACCES, errno.EROFS, errno.EIO),
    "os.link": (errno.ENOSPC, errno.EACCES, errno.EROFS, errno.EIO),
    "os.unlink": (errno.EACCES, errno.EROFS, errno.EIO),
    "os.mkdir": (errno.ENOSPC, errno.EACCES, errno.EROFS, errno.EIO),
    "os.rmdir": (errno.EACCES, errno.EIO),
    "os.scandir": (errno.EACCES, errno.EIO),
    "os.listdir": (errno.EACCES, errno.EIO),
    "os.stat": (errno.EACCES, errno.EIO),
    "os.lstat": (errno.EACCES, errno.EIO),
    "os.utime": (errno.EACCES, errno.EIO),
    "os.chmod": (errno.EACCES, errno.EIO),
    "os.statvfs": (errno.EIO,),
}
if sys.platform == "win32":
    # Free space is asked for in another way there.
    del OPERATIONS["os.statvfs"]
#: No reason why something could not be read.
_WHEN_WRITING = (errno.ENOSPC, errno.EROFS)
#: Where Linux tells what file a descriptor is of.
_DESCRIPTORS = "/proc/self/fd"
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT


@dataclass(slots=True)
class Fault:
    """One operation's failure at its n-th call, or with `lasting` from then on."""

    operation: str
    n: int
    code: int
    lasting: bool = False
    calls: int = 0

    @property
    def reached(self) -> bool:
        """Whether the operation was called so often that it failed."""
        return self.calls >= self.n

    def met(self, operation: str, *, writing: bool = True) -> None:
        """Count a call; raise OSError where it is to fail."""
        if operation == self.operation and (writing or self.code not in _WHEN_WRITING):
            self.calls += 1
            if self.calls == self.n or (self.lasting and self.calls > self.n):
                raise OSError(self.code, os.strerror(self.code))


@contextlib.contextmanager
def broken(folder: Path, fault: Fault) -> Iterator[None]:
    """Let an operation on something below the folder fail."""
    base = os.path.realpath(folder)

    def watched(thing: object) -> bool:
        if isinstance(thing, str | bytes | os.PathLike):
            place = os.path.abspath(os.fsdecode(thing))
            return place == base or place.startswith(base + os.sep)
        return isinstance(thing, int) and _leads_below(thing, base)

    with pytest.MonkeyPatch.context() as patched:
        module, _, function = fault.operation.rpartition(".")
        if module == "os" and hasattr(os, function):
            ordinary = getattr(os, function)
            failing_function = _failing_function(fault, ordinary, watched)
            patched.setattr(os, function, failing_function)
        opening = _failing_open(fault, builtins.open, watched)
        patched.setattr(builtins, "open", opening)
        patched.setattr(io, "open", opening)
        yield


def _leads_below(descriptor: int, base: str) -> bool:
    """Tell whether a descriptor is a file's below the folder; where it cannot be told, it is."""
    if sys.platform != "linux":
        return True
    with contextlib.suppress(OSError):
        return os.readlink(f"{_DESCRIPTORS}/{descriptor}").startswith(base)
    return False


def _failing_function(
    fault: Fault, ordinary: Callable[..., Any], watched: Callable[[object], bool]
) -> Callable[..., Any]:
    def function(*arguments: Any, **options: Any) -> Any:
        if not any(map(watched, arguments[:2])):
            return ordinary(*arguments, **options)
        # What is not there cannot fail to be removed.
        if fault.operation == "os.unlink" and not os.path.lexists(arguments[0]):
            return ordinary(*arguments, **options)
        reads = fault.operation == "os.open" and not arguments[1] & _WRITES
        fault.met(fault.operation, writing=not reads)
        return ordinary(*arguments, **options)

    return function


class _FailingFile(io.FileIO):
    """A file on the disk as Python's buffers see it."""

    fault: Fault

    def readinto(self, buffer: Any) -> int | None:
        self.fault.met("file.read")
        return super().readinto(buffer)

    def readall(self) -> bytes:
        self.fault.met("file.read")
        return super().readall()

    def write(self, content: Any) -> Any:
        self.fault.met("file.write")
        return super().write(content)

    def truncate(self, size: int | None = None) -> int:
        self.fault.met("file.truncate")
        return super().truncate(size)

    def close(self) -> None:
        was_open, writing = not self.closed, not self.closed and self.writable()
        super().close()
        # A file whose closing fails is closed all the same.
        if was_open:
            self.fault.met("file.close", writing=writing)


def _failing_open(
    fault: Fault, ordinary: Callable[..., Any], watched: Callable[[object], bool]
) -> Callable[..., Any]:
    def opening(
        file: Any,
        mode: str = "r",
        buffering: int = -1,
        encoding: str | None = None,
        errors: str | None = None,
        newline: str | None = None,
        closefd: bool = True,
        opener: Any = None,
    ) -> Any:
        if not watched(file):
            return ordinary(file, mode, buffering, encoding, errors, newline, closefd, opener)
        fault.met("open", writing=mode.strip("bt") != "r")
        raw = _FailingFile(file, mode.replace("b", "").replace("t", ""), closefd, opener)
        raw.fault = fault
        if buffering == 0:
            return raw
        if "+" in mode:
            buffered: Any = io.BufferedRandom(raw)
        else:
            buffered = io.BufferedReader(raw) if "r" in mode else io.BufferedWriter(raw)
        if "b" in mode:
            return buffered
        return io.TextIOWrapper(buffered, encoding, errors, newline, line_buffering=buffering == 1)

    return opening
