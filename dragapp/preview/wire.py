"""Messages on a pipe: each with its length in front, for pipes know no messages.

They are pickled, for both ends are this program, one started by the other. Nothing that came from
a file or from another program may be read with this.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from struct import Struct
from typing import Any

_LENGTH = Struct(">Q")


def packed(message: object) -> bytes:
    """Return a message as it goes through the pipe."""
    body = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
    return _LENGTH.pack(len(body)) + body


class Unpacker:
    """Puts messages together from what has come through the pipe, in pieces of any size."""

    def __init__(self) -> None:
        self._come = bytearray()

    def feed(self, data: bytes | memoryview) -> Iterator[Any]:
        """Take in what has come; yield the messages that are now whole."""
        self._come += data
        while len(self._come) >= _LENGTH.size:
            (length,) = _LENGTH.unpack_from(self._come)
            end = _LENGTH.size + length
            if len(self._come) < end:
                return
            with memoryview(self._come) as whole, whole[_LENGTH.size : end] as body:
                message = pickle.loads(body)
            del self._come[:end]
            yield message
