"""Long work done a slice of time at once, so that the window answers in between.

It stays on the window's own thread. Whoever needs it to be done asks to `finish` it. Before the
user writes anything it is finished, since what it brings would come over what is being typed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer

from dragapp.ui.hand_guard import writes

#: Seconds; with what a step may take by itself, well below what a hand on the keys can feel.
_SLICE = 0.008
#: A work of no more steps is done at once, however slow the computer: most are.
_AT_ONCE = 14


class Slices(QObject):
    """One work at a time: an iterator that does a little whenever it is asked for the next thing.

    What takes no longer than one slice, or has but a few steps, is done when `begin` returns.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work: Iterator[object] | None = None
        self._running = False
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)

    @property
    def busy(self) -> bool:
        """Whether a work is under way."""
        return self._work is not None

    def begin(self, work: Iterator[object], *, later: bool = False) -> None:
        """Begin a work, after the one before it; what goes wrong in the first slice is raised.

        With `later`, nothing is done yet when this returns.
        """
        self.finish()
        self._work = work
        if not later:
            self._run(perf_counter() + _SLICE, _AT_ONCE)
        app = QCoreApplication.instance()
        if self.busy and app:
            self._timer.start()
            app.installEventFilter(self)

    def finish(self) -> None:
        """Do the rest at once; what goes wrong is told as of an event, not to who asked."""
        if self.busy and not self._running:
            try:
                self._run(float("inf"))
            except Exception as error:
                sys.excepthook(type(error), error, error.__traceback__)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if writes(watched, event):
            self.finish()
        return False

    def _go_on(self) -> None:
        if not self._running:
            self._run(perf_counter() + _SLICE)

    def _run(self, until: float, at_least: int = 1) -> None:
        assert self._work is not None
        self._running, over = True, True
        try:
            for number, _ in enumerate(self._work, 1):
                if number >= at_least and perf_counter() > until:
                    over = False
                    break
        finally:
            self._running = False
            if over:
                self._work = None
                self._timer.stop()
                app = QCoreApplication.instance()
                if app:
                    app.removeEventFilter(self)
