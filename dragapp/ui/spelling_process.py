"""The process that knows the words, as the window sees it; started when asked."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QProcess, Signal

from dragapp.spelling import COMMAND
from dragapp.spelling.messages import Lines, line
from dragapp.ui import beside, log

#: How long the end of the program waits for the process to be gone, in milliseconds.
_PATIENCE = 1000


class SpellingProcess(QObject):
    """`answered` carries a message, see `spelling.messages`; `lost` says that the process ended."""

    answered = Signal(object)
    lost = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None
        self._lines = Lines()

    @property
    def running(self) -> bool:
        """Whether there is a process."""
        return self._process is not None

    def say(self, **said: object) -> None:
        """Send a message; start the process where there is none."""
        (self._process or self._start()).write(line(**said))

    def end(self) -> None:
        """End the process; it has nothing that could be lost."""
        process, self._process = self._process, None
        if process:
            process.blockSignals(True)
            process.kill()
            process.waitForFinished(_PATIENCE)
            process.deleteLater()

    def _start(self) -> QProcess:
        process = self._process = beside.process(self)
        self._lines = Lines()
        process.readyReadStandardOutput.connect(self._read)
        process.readyReadStandardError.connect(self._read_words)
        process.finished.connect(self._ended)
        process.errorOccurred.connect(self._met)
        program, *arguments = beside.command(COMMAND)
        process.start(program, arguments)
        return process

    def _read(self) -> None:
        if self._process is None:
            return
        data = self._process.readAllStandardOutput()
        try:
            for message in self._lines.feed(bytes(data.data())):
                self.answered.emit(message)
        except ValueError as error:
            self._lose(f"un răspuns neînțeles: {error}")

    def _read_words(self) -> None:
        if self._process:
            words = bytes(self._process.readAllStandardError().data()).decode(errors="replace")
            _note(words.strip())

    def _met(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._lose("procesul nu a putut porni")

    def _ended(self, code: int) -> None:
        self._lose(f"procesul s-a oprit singur, codul {code}")

    def _lose(self, why: str) -> None:
        _note(why)
        self.end()
        self.lost.emit()


def _note(text: str) -> None:
    """Put into the log what went wrong; the user works on without red waves."""
    if text:
        log.write(f"ortografie: {text}", logging.WARNING)
