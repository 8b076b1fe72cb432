"""The last words of a program that ends without warning, in the machine's own code.

Python's faulthandler writes them to a file at that moment; the next start puts them into the log.
"""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import BinaryIO

from dragapp.ui import log

#: More than this is not taken over into the log, in bytes.
_LARGEST = 64 * 1024


#: The file of last words, open as long as the program runs.
_open: list[BinaryIO] = []


def watch() -> None:
    """Put into the log what an earlier program left, and be ready; without a folder, do nothing."""
    import faulthandler

    _take_over("programul s-a oprit brusc data trecută")
    # Without the file, the program works as well.
    with contextlib.suppress(OSError):
        _path().parent.mkdir(parents=True, exist_ok=True)
        _open.append(_path().open("ab", buffering=0))
        faulthandler.enable(_open[-1])


def ignore() -> None:
    """Remove the file; Windows may have had things written there that did no harm."""
    import faulthandler

    while _open:
        faulthandler.disable()
        _open.pop().close()
        _take_over("semnalat de sistem în timpul lucrului")


def _path() -> Path:
    return log.folder() / "oprire.txt"


def _take_over(what: str) -> None:
    try:
        words = _path().read_bytes()[:_LARGEST].decode(errors="replace")
    except OSError:
        return
    if words and not log.write(f"{what}\n{log.surroundings()}\n{words}"):
        return
    # Another window of the same user may have it open; then it stays, and does no harm.
    with contextlib.suppress(OSError):
        _path().unlink()
