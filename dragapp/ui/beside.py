"""A process of this program beside the window, from a checkout and from an installed program.

It knows nothing of what the two tell each other; that is for those who use it.
"""

from __future__ import annotations

import logging
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, Signal

import dragapp
from dragapp.ui import log

#: How long the end of the program waits for the process to be gone, in milliseconds.
_PATIENCE = 2000
#: How much of what a process says of itself goes to the log, in bytes.
_MOST_WORDS = 64 * 1024


def command(name: str) -> list[str]:
    """Return the program and the arguments that start this program's command of that name."""
    program = Path(sys.executable)
    if program.stem.casefold().startswith("python"):
        return [sys.executable, "-m", "dragapp", name]
    return [sys.executable, name]


class Beside(QObject):
    """Runs one command of this program; it has nothing that could be lost.

    `heard` carries the bytes that it answers, `lost` says that it ended by itself or could not
    start, which is in the log then under `title`, as is what it says of itself.
    """

    heard = Signal(object)
    lost = Signal()

    def __init__(self, parent: QObject, name: str, title: str) -> None:
        super().__init__(parent)
        self._name, self._title = name, title
        self._process: QProcess | None = None
        self._words = 0

    @property
    def running(self) -> bool:
        """Whether there is a process."""
        return self._process is not None

    def start(self) -> None:
        """Start the process, in place of one that runs.

        It holds no folder of the user's: in a dossier's folder Python might find other modules, and
        on Windows a stick with that folder could not be taken out.
        """
        self.end()
        process = self._process = QProcess(self)
        self._words = 0
        process.setWorkingDirectory(str(Path(dragapp.__file__).parent.parent))
        process.readyReadStandardOutput.connect(self._read)
        process.readyReadStandardError.connect(self._read_words)
        process.finished.connect(self._ended)
        process.errorOccurred.connect(self._met)
        program, *arguments = command(self._name)
        process.start(program, arguments)

    def write(self, data: bytes) -> None:
        """Send something to the process, if there is one."""
        if self._process:
            self._process.write(data)

    def end(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process:
            process.blockSignals(True)
            process.kill()
            process.waitForFinished(_PATIENCE)
            self._log(process)
            process.deleteLater()

    def note(self, text: str) -> None:
        """Put into the log what went wrong; the user works on without the process."""
        if text:
            log.write(f"{self._title}: {text}", logging.WARNING)

    def _read(self) -> None:
        if self._process:
            self.heard.emit(bytes(self._process.readAllStandardOutput().data()))

    def _read_words(self) -> None:
        if self._process:
            self._log(self._process)

    def _log(self, process: QProcess) -> None:
        words = bytes(process.readAllStandardError().data())[: _MOST_WORDS - self._words]
        self._words += len(words)
        self.note(words.decode(errors="replace").strip())

    def _met(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._lose("procesul nu a putut porni")

    def _ended(self, code: int) -> None:
        self._lose(f"procesul s-a oprit singur, codul {code}")

    def _lose(self, why: str) -> None:
        self.note(why)
        self.end()
        self.lost.emit()
