"""What the window and the process that knows the words say to each other: lines of JSON.

Each line is an object with one of these names.

To the process:
    own: the office's own words, all of them; they hold for what is asked afterwards;
    judge: words, as `words` cuts them;
    suggest: a wrong word.
From it:
    right, wrong: the words of one `judge`, parted;
    suggestions: an object with the wrong word and, under it, what it may stand for.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any


def line(**said: object) -> bytes:
    """Return a message as it goes through the pipe."""
    return json.dumps(said, ensure_ascii=True, separators=(",", ":")).encode() + b"\n"


class Lines:
    """Puts messages together from what has come through the pipe, in pieces of any size."""

    def __init__(self) -> None:
        self._come = bytearray()

    def feed(self, data: bytes) -> Iterator[dict[str, Any]]:
        """Take in what has come; yield the messages that are now whole.

        Raise ValueError for a line that is none; it and the lines before it are done with.
        """
        self._come += data
        while (end := self._come.find(b"\n")) >= 0:
            whole = bytes(self._come[:end])
            del self._come[: end + 1]
            message = json.loads(whole)
            if not isinstance(message, dict):
                raise ValueError(f"no message: {whole[:80]!r}")
            yield message
