"""Whether a path still leads to the file that was opened, in the state in which it was left.

A stick that is pulled out and put back, a network folder that went away, a cloud folder that put
another copy there: SQLite alone would go on writing into a file that nobody can see any more.
"""

from __future__ import annotations

from pathlib import Path

#: Where SQLite counts in the header how often the file was changed, and how many pages it has.
_COUNTED = slice(24, 32)


class Presence:
    """The file as it was after the last change made here."""

    def __init__(self, path: Path) -> None:
        self._path, self._unsure = path, False
        self.note()

    def note(self) -> None:
        """Remember the file as it is now, just after something was stored; raise OSError.

        Where it cannot be read, it will be known by having been changed once more.
        """
        self._unsure = True
        self._file, self._state = self._place(), self._read()
        self._unsure = False

    def same_file(self) -> bool:
        """Whether the path leads to the very file; raise OSError where it leads nowhere."""
        return self._place() == self._file

    def same_state(self) -> bool:
        """Whether what is there is as it was left; raise OSError where that cannot be told."""
        now = self._read()
        return now == self._state or (self._unsure and _count(now) == _count(self._state) + 1)

    def _place(self) -> tuple[int, int]:
        found = self._path.stat()
        return found.st_dev, found.st_ino

    def _read(self) -> bytes:
        with self._path.open("rb") as file:
            return file.read(32)[_COUNTED]


def _count(state: bytes) -> int:
    return int.from_bytes(state[:4], "big")
