"""The process beside the window: takes jobs from its standard input, answers on its output.

It ends when its input does, so that it never outlives the window, and it touches no file. Between
two steps of a long job it looks at what has come: a page that is looked at is drawn from the pages
before, a newer job takes the place of the one under way.
"""

from __future__ import annotations

import faulthandler
import os
import signal
import sys
import traceback
from queue import SimpleQueue
from threading import Thread
from typing import BinaryIO

from dragapp.errors import Cancelled, DragappError
from dragapp.preview.drawing import Drawing, drawing
from dragapp.preview.messages import Failure, Job, Wanted
from dragapp.preview.wire import Unpacker, packed

_PIECE = 1 << 20


def serve(given: int, taken: BinaryIO) -> None:
    """Do the jobs that come from a file descriptor until it ends, or nobody takes the answers."""
    inbox: SimpleQueue[Job | Wanted | None] = SimpleQueue()
    Thread(target=_listen, args=(given, inbox), daemon=True).start()
    _Child(inbox, taken).work()


def main() -> int:
    """Serve the window that has started this process."""
    if None in (sys.stdin, sys.stdout, sys.stderr):
        return 2
    faulthandler.enable()
    # The window ends when it is told to, and this process with it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Of its own buffer, also where PYTHONUNBUFFERED is set: without one, a write that the system
    # interrupts would leave a message cut short, and all that follow unreadable.
    taken = open(sys.stdout.fileno(), "wb", closefd=False)  # noqa: SIM115
    # Nothing that is merely printed may get among the answers.
    sys.stdout = sys.stderr
    serve(sys.stdin.fileno(), taken)
    return 0


def _listen(given: int, inbox: SimpleQueue[Job | Wanted | None]) -> None:
    unpacker = Unpacker()
    while data := os.read(given, _PIECE):
        for message in unpacker.feed(data):
            inbox.put(message)
    inbox.put(None)


class _Child:
    def __init__(self, inbox: SimpleQueue[Job | Wanted | None], taken: BinaryIO) -> None:
        self._inbox, self._taken = inbox, taken
        self._shown: Drawing | None = None
        #: What has broken off the job under way.
        self._next: Job | None = None

    def work(self) -> None:
        message = self._inbox.get()
        while message is not None:
            if isinstance(message, Wanted):
                self._draw(message)
                message = self._inbox.get()
                continue
            try:
                self._make(message)
            except Cancelled:
                message = self._next
            else:
                message = self._inbox.get()

    def _make(self, job: Job) -> None:
        try:
            made = drawing(job, self._look)
        except Cancelled:
            raise
        except Exception as error:
            self._fail(job.number, error)
            return
        if self._shown:
            self._shown.close()
        self._shown = made
        self._say(made.pages())

    def _look(self, _: float) -> None:
        """See to what has come while a job is under way; raise Cancelled where that ends it."""
        while not self._inbox.empty():
            message = self._inbox.get()
            if isinstance(message, Wanted):
                self._draw(message)
            else:
                self._next = message
                raise Cancelled

    def _draw(self, wanted: Wanted) -> None:
        if self._shown is None or self._shown.number != wanted.number:
            return
        try:
            picture = self._shown.picture(wanted)
        except Exception as error:
            self._fail(wanted.number, error)
        else:
            self._say(picture)

    def _fail(self, number: int, error: Exception) -> None:
        told = str(error) if isinstance(error, DragappError) else ""
        if not told:
            traceback.print_exception(error)
        self._say(Failure(number, told))

    def _say(self, message: object) -> None:
        self._taken.write(packed(message))
        self._taken.flush()
