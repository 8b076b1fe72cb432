"""The process that knows the words: asked on its standard input, answering on its output.

It ends when its input does, so that it never outlives the window, and it writes no file.
"""

from __future__ import annotations

import faulthandler
import os
import signal
import sys
from collections.abc import Iterator
from typing import Any, BinaryIO

from dragapp.spelling.lexicon import Lexicon
from dragapp.spelling.messages import Lines, line

_PIECE = 1 << 16


def serve(given: int, taken: BinaryIO) -> None:
    """Answer what comes from a file descriptor until it ends.

    Raise OSError where the dictionary is missing or nobody takes the answers.
    """
    lexicon, lines = Lexicon(), Lines()
    while data := os.read(given, _PIECE):
        for message in lines.feed(data):
            for answer in _answers(lexicon, message):
                taken.write(answer)
                taken.flush()


def _answers(lexicon: Lexicon, message: dict[str, Any]) -> Iterator[bytes]:
    if "own" in message:
        lexicon.set_own(message["own"])
    if "judge" in message:
        parted: dict[bool, list[str]] = {True: [], False: []}
        for word in message["judge"]:
            parted[lexicon.is_right(word)].append(word)
        yield line(right=parted[True], wrong=parted[False])
    if "suggest" in message:
        word = message["suggest"]
        yield line(suggestions={word: lexicon.suggestions(word)})


def main() -> int:
    """Serve the window that has started this process."""
    if None in (sys.stdin, sys.stdout, sys.stderr):
        return 2
    faulthandler.enable()
    # The window ends when it is told to, and this process with it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Of its own buffer, also where PYTHONUNBUFFERED is set.
    taken = open(sys.stdout.fileno(), "wb", closefd=False)  # noqa: SIM115
    # Nothing that is merely printed may get among the answers.
    sys.stdout = sys.stderr
    serve(sys.stdin.fileno(), taken)
    return 0
