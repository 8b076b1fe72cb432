"""Bringing the second place of the safety copies up to date, beside the work in the window."""

from __future__ import annotations

from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from dragapp.errors import BackupError

if TYPE_CHECKING:
    from dragapp.dossier.shelf import Shelf

#: How long the program waits for a slow stick at its end, in seconds.
_PATIENCE = 20


class Mirroring(QObject):
    """One copying at a time; `ended` carries why it failed, empty where it did not."""

    ended = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thread: Thread | None = None
        self._next: tuple[Shelf, Path] | None = None

    def start(self, shelf: Shelf, second: Path) -> None:
        """Begin, or remember to begin when the one under way has ended."""
        if self._thread and self._thread.is_alive():
            self._next = (shelf, second)
            return
        self._thread = Thread(target=self._work, args=(shelf, second), daemon=True)
        self._thread.start()

    def wait(self) -> None:
        """Let the copying end, however slow the stick is, up to a limit."""
        if self._thread:
            self._thread.join(_PATIENCE)

    def _work(self, shelf: Shelf, second: Path) -> None:
        from dragapp.dossier.mirror import mirror

        wanted: tuple[Shelf, Path] | None = (shelf, second)
        while wanted:
            self._next, failure = None, ""
            try:
                mirror(*wanted)
            except BackupError as error:
                failure = str(error)
            self.ended.emit(failure)
            wanted = self._next
