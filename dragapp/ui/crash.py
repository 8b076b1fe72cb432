"""The last words of a program that ends without warning, in the machine's own code.

Python's faulthandler writes them to a file at that moment; the next start puts them into the log.
"""

from __future__ import annotations

import contextlib
from typing import BinaryIO

from dragapp.ui import log

#: More than this is not taken over into the log, in bytes.
_LARGEST = 64 * 1024


class CrashFile:
    """The file of last words, open as long as the program runs."""

    def __init__(self) -> None:
        self._path = log.folder() / "oprire.txt"
        self._file: BinaryIO | None = None

    def watch(self) -> None:
        """Take over what an earlier program left and be ready; where no file can be, do nothing."""
        import faulthandler

        self._take_over("programul s-a oprit brusc data trecută")
        # Without the file, the program works as well.
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._file = self._path.open("ab", buffering=0)
            faulthandler.enable(self._file)

    def end(self) -> None:
        """Remove the file; Windows may have had things written there that did no harm."""
        import faulthandler

        if self._file:
            faulthandler.disable()
            self._file.close()
            self._file = None
            self._take_over("semnalat de sistem în timpul lucrului")

    def _take_over(self, what: str) -> None:
        try:
            words = self._path.read_bytes()[:_LARGEST].decode(errors="replace")
        except OSError:
            return
        if words and not log.write(f"{what}\n{log.surroundings()}\n{words}"):
            return
        # Another window of the same user may have it open; then it stays, and does no harm.
        with contextlib.suppress(OSError):
            self._path.unlink()
