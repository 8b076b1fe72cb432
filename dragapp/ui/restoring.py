"""Restoring a safety copy in the window: choose, put in place, show, and offer the way back."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from dragapp.dossier.lock import Held, Lock
from dragapp.dossier.restoring import restore
from dragapp.dossier.shelf import Backup, Shelf
from dragapp.errors import BackupError, DragappError, named
from dragapp.ui import dialogs
from dragapp.ui.restore_dialog import RestoreDialog

if TYPE_CHECKING:
    from dragapp.dossier.dossier import Dossier
    from dragapp.ui.main_window import MainWindow


def choose_and_restore(window: MainWindow, dossier: Dossier) -> None:
    """Let the user choose a copy of the open dossier, and put it in its place."""
    if dossier.keeper is None:
        return
    shelf = dossier.keeper.shelf
    dialog = RestoreDialog(window, shelf.backups(), dossier)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return
    if dossier.barred:
        dialogs.tell(window, "Copia nu a fost restaurată", dossier.barred)
        return
    dossier.keeper.paused = True
    put_back(window, dialog.chosen, dossier.path, shelf)


def put_back(window: MainWindow, backup: Path, path: Path, shelf: Shelf) -> None:
    """Put a copy in the place of a dossier and show it; the state until now is kept as a copy."""
    if not window.close_dossier():
        return
    try:
        kept = _restore_alone(backup, path, shelf)
    except DragappError as error:
        dialogs.tell(window, "Copia nu a fost restaurată", str(error))
        kept = None
        window.doors.open_dossier(path)
        return
    # What was given up must not push out the good copies.
    window.doors.open_dossier(path, paused=True)
    if window.session:
        _tell(window, backup, path, shelf, kept)


def _restore_alone(backup: Path, path: Path, shelf: Shelf) -> Backup | None:
    try:
        lock = Lock.take(path)
    except Held as held:
        who = f" {held.holder.told()}" if held.holder else ""
        raise BackupError(
            f"Fișierul {named(path)} este deschis{who}. Închideți-l acolo și încercați din nou. "
            "Nimic nu a fost schimbat."
        ) from held
    try:
        return restore(backup, path, shelf)
    finally:
        lock.release()


def _tell(window: MainWindow, backup: Path, path: Path, shelf: Shelf, kept: Backup | None) -> None:
    made = next((each.made for each in shelf.backups() if each.path == backup), None)
    told = f"A fost restaurată copia de siguranță din {_spoken(made)}."
    if kept is None:
        window.notices.tell("restored", told)
        return
    told += " Starea dinainte este păstrată și ea; până la următoarea deschidere nu se fac copii."
    back = ("Înapoi la starea dinainte", partial(put_back, window, kept.path, path, shelf))
    window.notices.tell("restored", told, back)


def _spoken(made: datetime | None) -> str:
    return f"{made:%d.%m.%Y, ora %H:%M}" if made else "alt loc"
