"""The system refuses one operation on files after another, so that a test can try each refusal."""

from __future__ import annotations

import contextlib
import io
import itertools
import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any
from unittest.mock import patch

from dragapp.errors import DragappError

#: What the program asks of the system to make a file; cleaning up after a failure is let through.
_OPERATIONS = ("open", "fsync", "replace", "rename", "link", "mkdir", "listdir")


def each_failure(
    work: Callable[[], object], number: int, *, lasting: bool = False
) -> Iterator[DragappError | None]:
    """Run a work again and again, the first operation refused, then the second, and so on.

    With `lasting`, all operations after it are refused, too. Yield the error it ended with, None
    where it succeeded all the same; stop where there are no more operations to refuse. `number` is
    an errno. Any error but a DragappError is passed on.
    """

    def refuse() -> None:
        raise OSError(number, os.strerror(number))

    for turn in itertools.count():
        with _counting(turn, refuse, lasting=lasting) as refusal:
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


def each_kill(work: Callable[[], object]) -> Iterator[int]:
    """Run a work in processes that are killed at the first operation, the second, and so on.

    Yield the number of the operation after each; stop where the work came to its end.
    """
    for turn in itertools.count():
        child = os.fork()
        if not child:
            with _counting(turn, lambda: os._exit(9)):
                try:
                    work()
                except BaseException:
                    os._exit(1)
            os._exit(0)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        assert code in (0, 9), "the work failed by itself"
        if not code:
            return
        yield turn


@contextlib.contextmanager
def _counting(turn: int, act: Callable[[], None], *, lasting: bool = False) -> Iterator[_Refusal]:
    refusal = _Refusal(turn, act, lasting)
    with contextlib.ExitStack() as patches:
        for name in _OPERATIONS:
            patches.enter_context(patch.object(os, name, refusal.of(getattr(os, name))))
        patches.enter_context(patch.object(io, "open", refusal.opening(io.open)))
        patches.enter_context(patch.object(shutil, "rmtree", refusal.pausing(shutil.rmtree)))
        patches.enter_context(patch("time.sleep"))
        yield refusal


class _Refusal:
    """Acts instead of one operation, the nth from 0 on, or of all from there on."""

    def __init__(self, turn: int, act: Callable[[], None], lasting: bool) -> None:
        self._left, self._act, self._lasting = turn, act, lasting
        self.came = self._paused = False

    def count(self) -> None:
        self._left -= not self._paused
        if self._left < 0 and not self._paused and (self._lasting or not self.came):
            self.came = True
            self._act()

    def of(self, ordinary: Callable[..., Any]) -> Callable[..., Any]:
        def refusing(*arguments: Any, **named: Any) -> Any:
            self.count()
            return ordinary(*arguments, **named)

        return refusing

    def pausing(self, ordinary: Callable[..., Any]) -> Callable[..., Any]:
        def let_through(*arguments: Any, **named: Any) -> Any:
            self._paused = True
            try:
                return ordinary(*arguments, **named)
            finally:
                self._paused = False

        return let_through

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
