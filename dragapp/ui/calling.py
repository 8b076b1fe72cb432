"""A later start calls the user's first one, which is to show what was wanted.

A first one that does not answer in time is left alone: then the later start shows a window of its
own, and the dossiers' own locks keep the two apart.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QDeadlineTimer, QThread
from PySide6.QtNetwork import QLocalSocket

from dragapp.ui.instance import Instance
from dragapp.ui.wanted import ACCEPTED, GREETING, Wanted

#: How long to wait for an answer, and between two calls, in milliseconds.
PATIENCE, _PAUSE = 3000, 50


def call(instance: Instance, wanted: Wanted) -> bool:
    """Return whether the first start shows it."""
    deadline = QDeadlineTimer(PATIENCE)
    while not deadline.hasExpired():
        socket = QLocalSocket()
        socket.connectToServer(instance.name)
        if socket.waitForConnected(deadline.remainingTime()):
            # Asked only after it has shown that it works: a request that waits for a program that
            # hangs would be carried out much later.
            if _line(socket, deadline) == GREETING:
                _let_forward()
                socket.write(wanted.line())
                return _line(socket, deadline) == ACCEPTED
            socket.abort()
        QThread.msleep(_PAUSE)
        # It may just have ended; before its window is shown, it does not listen.
        if instance.take():
            return False
    return False


def _line(socket: QLocalSocket, deadline: QDeadlineTimer) -> bytes:
    """Return the next line that comes in time, else nothing."""
    while not socket.canReadLine():
        if not socket.waitForReadyRead(deadline.remainingTime()):
            return b""
    return bytes(socket.readLine().data())


def _let_forward() -> None:
    """Let the first one come to the front: Windows allows that only to who was started last."""
    if sys.platform == "win32":
        import ctypes

        any_process = -1
        ctypes.windll.user32.AllowSetForegroundWindow(any_process)
