"""The process that makes the preview's pages, as the window sees it.

It is started with the first job, and again with a later one where it has ended by itself. Of a job
that a newer one has replaced, the pages are not told.
"""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from dragapp.annex.printout import WHOLE
from dragapp.preview import COMMAND
from dragapp.preview.messages import Failure, Job, Pages, Picture, Wanted
from dragapp.preview.wire import Unpacker, packed
from dragapp.ui.beside import Beside

if TYPE_CHECKING:
    from dragapp.plan.plan import Plan

#: How long a job may take before it counts as hung, in milliseconds; a county's takes some 2 s.
_PATIENCE = 120_000
#: After so many ends in a row, only the user's word starts the process again.
_ENOUGH = 3
_SAFE = "Fișierul primăriei nu a fost atins și puteți lucra mai departe."
_FAULT = (
    f"Paginile nu au putut fi făcute, din cauza unei erori a programului. {_SAFE} "
    "Detaliile sunt în jurnalul erorilor."
)
_ENDED = f"Previzualizarea s-a oprit. {_SAFE}"
_NO_START = (
    f"Previzualizarea nu a putut porni. {_SAFE} Dacă nu pornește nici data viitoare, reinstalați "
    "programul."
)
_HUNG = f"Previzualizarea nu mai răspunde și a fost oprită. {_SAFE}"


class PagesMaker(QObject):
    """`made` carries Pages, `drawn` a Picture, `failed` a sentence for the user."""

    made = Signal(object)
    drawn = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.process = Beside(self, COMMAND, "previzualizare")
        self.process.heard.connect(self._hear)
        self.process.lost.connect(self._ended)
        self._unpacker = Unpacker()
        self._number = self._ends = 0
        self._answered = False
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._patience.timeout.connect(partial(self._lost, _HUNG))

    @property
    def running(self) -> bool:
        """Whether there is a process."""
        return self.process.running

    def make(self, plan: Plan, kept: bytes | None = None, *, again: bool = False) -> None:
        """Make the pages of a plan as it is now, or draw the PDF of it that was kept.

        `again` is the user's word that it be tried whatever went wrong before.
        """
        self._ends = 0 if again else self._ends
        if not self.running and self._ends >= _ENOUGH:
            return
        self._number += 1
        message = packed(Job(self._number, plan, WHOLE, date.today(), kept))
        self._patience.start()
        if not self.running:
            self._unpacker, self._answered = Unpacker(), False
            self.process.start()
        self.process.write(message)

    def draw(self, wanted: Wanted) -> None:
        """Draw a page of the latest job."""
        self.process.write(packed(wanted))

    def drop(self) -> None:
        """Tell nothing more of the latest job: the user has turned to other pages.

        They are tried whatever went wrong before.
        """
        self._number += 1
        self._ends = 0
        self._patience.stop()

    def end(self) -> None:
        """End the process."""
        self._patience.stop()
        self.process.end()

    def _hear(self, data: bytes) -> None:
        for message in self._unpacker.feed(data):
            self._answered = True
            self._tell(message)

    def _tell(self, message: Pages | Picture | Failure) -> None:
        if isinstance(message, Picture):
            # Also of the pages before, which are looked at until the new ones are there.
            self.drawn.emit(message)
        elif message.number == self._number:
            self._patience.stop()
            self._ends = 0
            if isinstance(message, Pages):
                self.made.emit(message)
            else:
                self.failed.emit(message.told or _FAULT)

    def _ended(self) -> None:
        self._lost(_ENDED if self._answered else _NO_START)

    def _lost(self, sentence: str) -> None:
        self._ends += 1
        self.end()
        self.failed.emit(sentence)
