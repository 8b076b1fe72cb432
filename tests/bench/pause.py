"""The longest pause of the events that one action of a user makes, drawing included.

A timer that would fire at once tells how long it had to wait.
"""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter, thread_time

from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

Doing = Callable[[], object]
#: Seconds: longer than what is done after a change waits for the user's next key.
_CALM = 0.6
#: Seconds of the processor between two beats; from so many on, something is still being done.
_STIR = 0.003


def longest(act: Doing) -> float:
    """Return the longest pause of the events, in milliseconds, from an act until all is calm."""
    loop, beat = QEventLoop(), QTimer()
    worst, last, calm_since = 0.0, perf_counter(), 0.0
    worked = thread_time()

    def tick() -> None:
        nonlocal worst, last, calm_since, worked
        now, work = perf_counter(), thread_time()
        gap, last = now - last, now
        spent, worked = work - worked, work
        worst = max(worst, gap)
        if spent > _STIR and calm_since:
            calm_since = now
        if calm_since and now - calm_since > _CALM:
            loop.quit()

    def go() -> None:
        nonlocal calm_since
        act()
        calm_since = perf_counter()

    beat.timeout.connect(tick)
    beat.start(0)
    QTimer.singleShot(20, go)
    loop.exec()
    beat.stop()
    return worst * 1000


def press(where: QWidget, key: Qt.Key, letter: str = "") -> None:
    """Press a key and let go of it."""
    none = Qt.KeyboardModifier.NoModifier
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(where, QKeyEvent(kind, key, none, letter))


def one_by_one(times: int, act: Doing) -> Doing:
    """Return what does something as many times, each in an event of its own, to the last."""

    def acts() -> None:
        loop, left = QEventLoop(), times

        def again() -> None:
            nonlocal left
            act()
            left -= 1
            QTimer.singleShot(0, again if left else loop.quit)

        QTimer.singleShot(0, again)
        loop.exec()

    return acts
