"""The system refuses one operation on files after another, so that a test can try each refusal."""

from __future__ import annotations

import contextlib
import io
import os
from collections.abc import Callable, Iterator
from typing import Any
from unittest.mock import patch

from dragapp.errors import DragappError

#: What the program asks of the system to make a file; cleaning up after a failure is let through.
_OPERATIONS = ("open", "fsync", "replace", "rename", "link", "mkdir", "listdir")


def each_failure(work: Callable[[], object], number: int) -> Iterator[DragappError | None]:
    """Run a work again and again, the first operation refused, then the second, and so on.

    Yield the error it ended with, None where it succeeded all the same; stop where there are no
    more operations to refuse. `number` is an errno. Any error but a DragappError is passed on.
    """
    turn = 0
    while True:
        refusal = _Refusal(turn, number)
        with contextlib.ExitStack() as patches:
            for name in _OPERATIONS:
                patches.enter_context(patch.object(os, name, refusal.of(getattr(os, name))))
            patches.enter_context(patch.object(io, "open", refusal.opening(io.open)))
            patches.enter_context(patch("time.sleep"))
            try:
                work()
            except DragappError as error:
                ended: DragappError | None = error
            else:
                ended = None
        if not refusal.came:
            assert ended is None
            return
        yield ended
        turn += 1


class _Refusal:
    """Refuses one operation, the nth from 0 on."""

    def __init__(self, turn: int, number: int) -> None:
        self._left, self._number, self.came = turn, number, False

    def count(self) -> None:
        self._left -= 1
        if self._left < 0 and not self.came:
            self.came = True
            raise OSError(self._number, os.strerror(self._number))

    def of(self, ordinary: Callable[..., Any]) -> Callable[..., Any]:
        def refusing(*arguments: Any, **named: Any) -> Any:
            self.count()
            return ordinary(*arguments, **named)

        return refusing

    def opening(self, ordinary: Callable[..., Any]) -> Callable[..., Any]:
        def opened(*arguments: Any, **named: Any) -> Any:
            self.count()
            return _File(ordinary(*arguments, **named), self)

        return opened


class _File:
    """A file whose writing counts as an operation."""

    def __init__(self, file: Any, refusal: _Refusal) -> None:
        self._file, self._refusal = file, refusal

    def write(self, data: Any) -> Any:
        self._refusal.count()
        return self._file.write(data)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def __enter__(self) -> _File:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()
