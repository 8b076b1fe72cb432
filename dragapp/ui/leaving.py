"""What is typed is stored whenever the user leaves: to another program, from Windows, by a signal.

The window itself sees to tabs, menus and its own closing.
"""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier, Qt
from PySide6.QtGui import QSessionManager
from PySide6.QtWidgets import QApplication

from dragapp.ui.trouble import Trouble

if TYPE_CHECKING:
    from dragapp.ui.main_window import MainWindow

#: The signals that ask a program to end; on Windows there are none.
_ENDING = [
    getattr(signal, name) for name in ("SIGTERM", "SIGINT", "SIGHUP") if hasattr(signal, name)
]


class Leaving(QObject):
    """Watches the ways of leaving that one window does not see."""

    def __init__(self, window: MainWindow, trouble: Trouble, app: QApplication) -> None:
        super().__init__(window)
        self._window, self._trouble = window, trouble
        self._wakeup: QSocketNotifier | None = None
        app.applicationStateChanged.connect(self._turned)
        app.commitDataRequest.connect(self.log_off)
        app.aboutToQuit.connect(self.end)

    def _turned(self, state: Qt.ApplicationState) -> None:
        if state != Qt.ApplicationState.ApplicationActive:
            self.store()

    def store(self) -> bool:
        """Store what is typed, without a dialog; return whether nothing is left unstored."""
        session = self._window.session
        if session is None:
            return True
        with self._trouble.quietly():
            return session.flush()

    def log_off(self, manager: QSessionManager) -> None:
        """Store what is typed before Windows ends; ask it to stay where that did not succeed.

        The dossier stays open: Windows may yet stay, for another program's sake. It is closed by
        `end`, which Qt calls when Windows goes on.
        """
        if not self.store() and manager.allowsInteraction():
            manager.cancel()
            manager.release()

    def end(self) -> None:
        """Close the dossier where nobody was asked: the program is ending already."""
        window = self._window
        with self._trouble.quietly():
            if window.session is None:
                return
            if window.session.flush():
                window.close_dossier()
            else:
                # There is nobody left to ask; what was not stored is in the log.
                window.session.close()
                window.session = None

    def heed_signals(self) -> None:
        """End the program in good order when the system asks for it by a signal.

        Python acts on a signal in the middle of whatever it does, an action half done. Here it only
        writes the signal into a pipe, and the end comes when Qt reads that, between two events.
        """
        if sys.platform == "win32":
            return
        reading, writing = os.pipe()
        for descriptor in (reading, writing):
            os.set_blocking(descriptor, False)
        signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
        self._wakeup = QSocketNotifier(reading, QSocketNotifier.Type.Read, self)
        self._wakeup.activated.connect(lambda: _end_if_asked(os.read(reading, 64)))
        for each in _ENDING:
            signal.signal(each, lambda *_: None)


def _end_if_asked(signals: bytes) -> None:
    if any(each in _ENDING for each in signals):
        QCoreApplication.exit(0)
