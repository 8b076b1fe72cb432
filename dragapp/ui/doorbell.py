"""The first start's ear: what later starts ask for is shown in its window, one after another."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QApplication

from dragapp.ui.wanted import ACCEPTED, GREETING, LARGEST, Wanted

if TYPE_CHECKING:
    from dragapp.ui.main_window import MainWindow

#: How long a caller may take to say what it wants, and how often a dialog in the way is looked
#: after, in milliseconds.
_PATIENCE, _PAUSE = 5000, 100


class Doorbell(QObject):
    """Listens for this user's later starts until the program ends; `listening` may be False."""

    def __init__(self, name: str, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._waiting: list[Wanted] = []
        self._turn = QTimer(self, interval=_PAUSE)
        self._turn.timeout.connect(self._show_next)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)
        # One that is there was left behind: who calls this has locked the file of the first start.
        QLocalServer.removeServer(name)
        self.listening = self._server.listen(name)
        app = QApplication.instance()
        if app:
            app.aboutToQuit.connect(self._server.close)

    def _greet(self) -> None:
        while socket := self._server.nextPendingConnection():
            socket.disconnected.connect(socket.deleteLater)
            if not self._window.isVisible():
                # The program is ending: the caller will be the first one soon.
                socket.abort()
                continue
            socket.readyRead.connect(partial(self._hear, socket))
            QTimer.singleShot(_PATIENCE, socket, socket.abort)
            socket.write(GREETING)

    def _hear(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() > LARGEST:
                socket.abort()
            return
        wanted = Wanted.read(bytes(socket.readLine(LARGEST).data()))
        if wanted is None:
            socket.abort()
            return
        socket.write(ACCEPTED)
        socket.disconnectFromServer()
        come_forward(self._window)
        self._waiting.append(wanted)
        self._turn.start(0)

    def _show_next(self) -> None:
        self._turn.setInterval(_PAUSE)
        # What is asked in a dialog or a menu is answered first.
        if QApplication.activeModalWidget() or QApplication.activePopupWidget():
            return
        if len(self._waiting) <= 1:
            self._turn.stop()
        if self._waiting:
            self._waiting.pop(0).show_in(self._window)


def come_forward(window: MainWindow) -> None:
    """Bring a window, and a dialog of it that waits, before those of other programs."""
    state = window.windowState() & ~Qt.WindowState.WindowMinimized
    window.setWindowState(state | Qt.WindowState.WindowActive)
    window.show()
    for each in (window, QApplication.activeModalWidget()):
        if each:
            each.raise_()
            each.activateWindow()
