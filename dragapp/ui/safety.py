"""What keeps the user's work safe around an open dossier: what is told about it, and the commands.

The promises themselves are kept in `dossier`.
"""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from dragapp.errors import DragappError
from dragapp.ui import dialogs, files, portable, settings
from dragapp.ui.mirroring import Mirroring

if TYPE_CHECKING:
    from dragapp.dossier.dossier import Dossier
    from dragapp.ui.main_window import MainWindow
    from dragapp.ui.session import Session

COMMANDS = (
    *("backup", "restore", "copies_place", "copy_as", "pack", "unpack"),
    *("approve", "reopen"),
)
_SECOND = (
    "Copiile de siguranță se fac singure, în Documente. Ca să nu se piardă odată cu calculatorul, "
    "pot fi puse și pe un stick sau în alt folder."
)
#: The same for the portable program.
_BESIDE = (
    "Copiile de siguranță se fac singure, lângă program. Ca să nu se piardă odată cu stickul, pot "
    "fi puse și într-un folder de pe calculator."
)
_PROTECTED = (
    "Programul nu poate scrie în folderul lui, {}: poate că stickul este protejat la scriere sau "
    "plin. Puteți lucra, dar setările, planurile noi și copiile de siguranță se păstrează pe acest "
    "calculator, nu lângă program."
)


class Safety(QObject):
    """Tells one window's user what they should know, and carries out the commands above."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window = window
        self._mirroring = Mirroring(self)
        self._mirroring.ended.connect(self._mirrored)
        self._second = ""
        self._saved: datetime | None = None
        self._told: Path | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.applicationStateChanged.connect(self._came_back)

    def at_start(self) -> None:
        """Tell what became of the work that a crash cut short; propose a second place, once.

        Tell too where the portable program keeps what it cannot keep beside itself.
        """
        stick = portable.protected()
        if stick:
            self.window.notices.tell("protected", _PROTECTED.format(stick))
        path = settings.working_in()
        if path:
            from dragapp.dossier.interrupted import before
            from dragapp.dossier.lock import left_behind

            if left_behind(path):
                self._told = path
                told = f"{before(path).told()} Îl găsiți în {path.parent}."
                open_it = ("Deschide-l", partial(self.window.open_dossier, path))
                self.window.notices.tell("crash", told, open_it)
        if not settings.proposed_second_place():
            choose = ("Alege locul…", partial(self.run, "copies_place"))
            told = _BESIDE if portable.folder() else _SECOND
            self.window.notices.tell("second", told, choose)

    def at_end(self) -> None:
        """Let what is still being copied to the second place arrive there."""
        self._mirroring.wait()

    def opened(self, session: Session) -> None:
        """Tell what is to be known about a dossier that has just been opened."""
        dossier, notices = session.dossier, self.window.notices
        told, self._told = self._told, None
        for key in ("crash", "barred", "copies", "restored"):
            notices.drop(key)
        if not dossier.read_only:
            settings.keep_working_in(dossier.path)
        if dossier.interrupted and told != dossier.path:
            notices.tell("crash", dossier.interrupted.told())
        if dossier.barred:
            again = ("Încearcă din nou", partial(self.window.open_dossier, dossier.path))
            notices.tell("barred", dossier.barred, again, lasting=True)
        self._saved = None
        session.changed.connect(self._note_saved)
        session.history_changed.connect(self._look_after)
        self._look_after()
        self._mirror(dossier)

    def closed(self, dossier: Dossier) -> None:
        """Go on after a dossier was closed, and the last copy of it made."""
        self._look_after(dossier)
        settings.keep_working_in(None)
        for key in ("crash", "barred", "restored"):
            self.window.notices.drop(key)
        self._mirror(dossier)

    def state(self, session: Session) -> str:
        """Say for the status bar whether everything is saved, and since when there is a copy."""
        dossier = session.dossier
        if dossier.read_only:
            return "Numai citire: fișierul nu poate fi schimbat"
        parts = ["Ultima modificare NU este salvată"]
        if not session.unsaved:
            when = f" (ultima la {self._saved:%H:%M})" if self._saved else ""
            parts = [f"Toate modificările sunt salvate{when}"]
        if session.approval:
            parts.insert(0, f"Plan aprobat (însemnat la {session.approval.day:%d.%m.%Y})")
        newest = dossier.keeper.newest if dossier.keeper else None
        parts.append(f"ultima copie de siguranță: {_spoken(newest)}")
        if self._second and settings.second_place():
            parts.append("al doilea loc al copiilor lipsește")
        return "  ·  ".join(parts)

    def run(self, name: str) -> None:
        """Carry out a command; tell why where it cannot be."""
        session = self.window.session
        if session and not session.flush():
            return
        try:
            getattr(self, f"_{name}")(session)
        except DragappError as error:
            dialogs.tell(self.window, "Nu a reușit", str(error))
        self.window.show_state()

    def _backup(self, session: Session) -> None:
        from dragapp.dossier.shelf import Reason

        session.dossier.backup(Reason.ASKED)
        self.window.statusBar().showMessage("Copia de siguranță a fost făcută.", 8000)
        self._look_after()
        self._mirror(session.dossier)

    def _restore(self, session: Session) -> None:
        from dragapp.ui.restoring import choose_and_restore

        choose_and_restore(self.window, session.dossier)

    def _copies_place(self, _: Session | None) -> None:
        from dragapp.ui.copies_dialog import CopiesDialog

        CopiesDialog(self.window).exec()
        self.window.notices.drop("second")
        if self.window.session:
            self._mirror(self.window.session.dossier)

    def _copy_as(self, session: Session) -> None:
        path = files.ask_copy(self.window, session.dossier.path)
        if path:
            session.dossier.copy_to(path)
            self.window.statusBar().showMessage(f"Copiat: {path}", 8000)

    def _pack(self, session: Session) -> None:
        from dragapp.ui.moving import pack_for_move

        pack_for_move(self.window, session.dossier)

    def _unpack(self, _: Session | None) -> None:
        from dragapp.ui.moving import unpack_moved

        unpack_moved(self.window)

    def _approve(self, session: Session) -> None:
        from dragapp.ui.approval import approve

        approve(self.window, session)

    def _reopen(self, session: Session) -> None:
        from dragapp.ui.approval import reopen

        reopen(self.window, session)

    def _came_back(self, state: Qt.ApplicationState) -> None:
        """Show what was stored elsewhere while the user was in another program."""
        if state == Qt.ApplicationState.ApplicationActive and self.window.session:
            self.window.session.catch_up()

    def _note_saved(self, *_: object) -> None:
        self._saved = datetime.now()

    def _look_after(self, dossier: Dossier | None = None) -> None:
        """Tell of a safety copy that could not be made, until one is made."""
        dossier = dossier or (self.window.session.dossier if self.window.session else None)
        failure = dossier.keeper.failure if dossier and dossier.keeper else ""
        if failure != self.window.notices.text("copies"):
            self.window.notices.drop("copies")
            if failure:
                self.window.notices.tell("copies", failure)

    def _mirror(self, dossier: Dossier) -> None:
        second = settings.second_place()
        if second and dossier.keeper:
            self._mirroring.start(dossier.keeper.shelf, second)

    def _mirrored(self, failure: str) -> None:
        self._second = failure
        self.window.show_state()


def _spoken(made: datetime | None) -> str:
    if made is None:
        return "încă niciuna"
    if made.date() == date.today():
        return f"azi, {made:%H:%M}"
    return f"{made:%d.%m.%Y, %H:%M}"
