"""Who has a dossier open: a small hidden file beside it, kept locked while the dossier is open.

The fact is the operating system's lock on that file; what is written in the file only tells people
who that is. It does not guard the data, SQLite does (BEGIN IMMEDIATE): where no lock can be had, on
a read-only stick, a full disk or a network folder without locks, the dossier opens without one.
Two names of one file, by links, are one lock.
"""

from __future__ import annotations

import contextlib
import errno
import getpass
import os
import random
import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from dragapp.dossier import system_lock

#: How often to try while somebody has it, and while others only look, who let go in no time.
_TRIES, _GLANCES = 6, 60
#: How long to wait between, in seconds, at most: those who start together must not stay in step.
_PAUSE = 0.04
#: More bytes than this were not written by us.
_LARGEST = 4096
_PROGRAM = "dragapp"


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a dossier open, on which computer, since when; a name that is not known is empty."""

    user: str
    host: str
    since: datetime
    pid: int

    @classmethod
    def here(cls) -> Holder:
        """Return this program, from now on."""
        try:
            user = getpass.getuser()
        except (OSError, KeyError, ImportError):
            user = ""
        since = datetime.now().replace(microsecond=0)
        return cls(user, system_lock.computer(), since, os.getpid())

    @property
    def elsewhere(self) -> bool:
        """Whether that is another computer than this one."""
        return self.host != system_lock.computer()

    def told(self) -> str:
        """Say it after "deschis …": "de Maria pe calculatorul PC-2, din 22.11.2026, ora 14:05"."""
        who = f"de {self.user} " if self.user else ""
        where = f"pe calculatorul {self.host}, " if self.host else ""
        return f"{who}{where}din {self.since:%d.%m.%Y, ora %H:%M}"


class Held(Exception):
    """Another program has the dossier open; `holder` says who, where that could be read."""

    def __init__(self, holder: Holder | None) -> None:
        super().__init__(holder)
        self.holder = holder


class Lock:
    """Keeps others from opening a dossier for writing, until released or until the program ends.

    `held` is False where no lock can be had. `left_behind` is who had the dossier open when a
    program last ended without releasing it. A file of another kind in the lock's place is never
    written to or removed.
    """

    def __init__(
        self,
        path: Path,
        descriptor: int | None = None,
        left_behind: Holder | None = None,
        ours: bool = True,
    ) -> None:
        self.path, self.left_behind = path, left_behind
        self._descriptor, self._ours = descriptor, ours

    @classmethod
    def take(cls, dossier: Path, *, lasting: bool = True) -> Lock:
        """Take the lock of a dossier; raise Held where another has it, in this process or not.

        With `lasting`, even a power cut leaves behind who had it.
        """
        path = lock_path(dossier)
        holder, tries = None, 0
        for _ in range(_GLANCES):
            try:
                descriptor = _locked(path)
            except OSError:
                # If the folder is gone or forbidden, opening the dossier itself says so better.
                return cls(path)
            if descriptor is not None:
                ours, left_behind = _read(descriptor)
                if ours:
                    _write(descriptor, lasting)
                    system_lock.hide(path)
                return cls(path, descriptor, left_behind, ours)
            held, seen = _look(path)
            holder, tries = seen or holder, tries + held
            if tries == _TRIES:
                break
            time.sleep(random.uniform(0, _PAUSE))
        raise Held(holder)

    @property
    def held(self) -> bool:
        """Whether others are kept out."""
        return self._descriptor is not None

    def release(self) -> None:
        """Let others in and remove the file; once more does nothing."""
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is None:
            return
        if not self._ours or not system_lock.names(self.path, descriptor):
            system_lock.close(descriptor)
            return
        # A file that cannot be removed, on a stick that is gone, locks nothing any more.
        with contextlib.suppress(OSError):
            os.ftruncate(descriptor, 0)
        with contextlib.suppress(OSError):
            system_lock.remove(self.path, descriptor)


def lock_path(dossier: Path) -> Path:
    """Return the lock file that belongs to a dossier, beside the real file."""
    real = Path(os.path.realpath(dossier))
    return real.with_name(f".~{real.name}#.lock")


def holder_of(dossier: Path) -> Holder | None:
    """Return who has a dossier open now; None where nobody has, or where it cannot be told."""
    held, holder = _look(lock_path(dossier))
    return holder if held else None


def left_behind(dossier: Path) -> Holder | None:
    """Return who had a dossier open when a program ended without releasing it, if nobody has."""
    held, holder = _look(lock_path(dossier))
    return None if held else holder


def _look(path: Path) -> tuple[bool, Holder | None]:
    """Return whether a lock is held and who is written in it, and change nothing."""
    try:
        descriptor = system_lock.open_file(path, os.O_RDONLY)
    except OSError:
        return False, None
    try:
        return not system_lock.is_free(descriptor, shared=True), _read(descriptor)[1]
    except OSError:
        return False, None
    finally:
        system_lock.close(descriptor)


def _locked(path: Path) -> int | None:
    """Return the lock file, made where it is missing, open and locked; None where another has it.

    Raise OSError where there can be no lock.
    """
    # The one before may remove the file between our opening and our locking it.
    for _ in range(50):
        try:
            descriptor = system_lock.open_file(path, os.O_RDWR | os.O_CREAT)
        except OSError:
            # Who may only read keeps nobody from writing, but must know who does.
            if _look(path)[0]:
                return None
            raise
        try:
            if not system_lock.is_free(descriptor):
                os.close(descriptor)
                return None
        except OSError:
            os.close(descriptor)
            raise
        if system_lock.names(path, descriptor):
            return descriptor
        system_lock.close(descriptor)
    raise OSError(errno.ENOLCK, "no lock that lasts", str(path))


def _read(descriptor: int) -> tuple[bool, Holder | None]:
    try:
        os.lseek(descriptor, 0, os.SEEK_SET)
        return parse(os.read(descriptor, _LARGEST + 1))
    except OSError:
        # What cannot be read is not known to be ours.
        return False, None


def _write(descriptor: int, lasting: bool) -> None:
    import json

    holder = Holder.here()
    told = {
        "program": _PROGRAM,
        "user": holder.user,
        "host": holder.host,
        "since": holder.since.isoformat(),
        "pid": holder.pid,
    }
    # On a full disk the lock holds all the same, only without a name.
    with contextlib.suppress(OSError):
        os.ftruncate(descriptor, 0)
        os.lseek(descriptor, 0, os.SEEK_SET)
        os.write(descriptor, json.dumps(told).encode())
        if lasting:
            os.fsync(descriptor)


def parse(data: bytes) -> tuple[bool, Holder | None]:
    """Return whether these bytes are a lock of ours, and who is written in it.

    No bytes are ours, and so are zeros, as a power cut leaves them.
    """
    if len(data) > _LARGEST:
        return False, None
    if not data.strip(b"\0"):
        return True, None
    import json

    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return False, None
    if not isinstance(found, dict) or found.get("program") != _PROGRAM:
        return False, None
    try:
        since = datetime.fromisoformat(found["since"]).replace(tzinfo=None)
        pid = int(found.get("pid", 0))
    except (LookupError, TypeError, ValueError, OverflowError):
        return True, None
    return True, Holder(_line(found.get("user")), _line(found.get("host")), since, pid)


def _line(value: object) -> str:
    """Return a name that was read, fit to be shown on one line."""
    return "".join(each for each in str(value or "")[:80] if each.isprintable()).strip()
