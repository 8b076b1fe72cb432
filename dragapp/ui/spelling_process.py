"""The process that knows the words, as the window sees it; started when asked."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from dragapp.spelling import COMMAND
from dragapp.spelling.messages import Lines, line
from dragapp.ui.beside import Beside


class SpellingProcess(QObject):
    """`answered` carries a message, see `spelling.messages`; `lost` says that the process ended."""

    answered = Signal(object)
    lost = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.process = Beside(self, COMMAND, "ortografie")
        self.process.heard.connect(self._hear)
        self.process.lost.connect(self.lost)
        self._lines = Lines()

    @property
    def running(self) -> bool:
        """Whether there is a process."""
        return self.process.running

    def say(self, **said: object) -> None:
        """Send a message; start the process where there is none."""
        if not self.running:
            self._lines = Lines()
            self.process.start()
        self.process.write(line(**said))

    def end(self) -> None:
        """End the process."""
        self.process.end()

    def _hear(self, data: bytes) -> None:
        try:
            for message in self._lines.feed(data):
                self.answered.emit(message)
        except ValueError as error:
            self.process.note(f"un răspuns neînțeles: {error}")
            self.end()
            self.lost.emit()
