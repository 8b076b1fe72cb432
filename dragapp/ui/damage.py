"""A file that cannot be opened: what happened, its safety copies, and what can be salvaged."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QMessageBox

from dragapp.errors import Cancelled, DragappError, named
from dragapp.ui import dialogs, files, settings

if TYPE_CHECKING:
    from dragapp.ui.main_window import MainWindow

_HELP = (
    "Dacă este fișierul primăriei și s-a deteriorat, cel mai bine este să vă întoarceți la o copie "
    "de siguranță. Dacă nu aveți una destul de nouă, programul poate scoate din el ce se mai poate "
    "citi și pune într-un fișier nou."
)


def offer_help(window: MainWindow, path: Path, failure: str) -> None:
    """Tell why a file cannot be opened, and do what the user chooses about it."""
    box = QMessageBox(
        QMessageBox.Icon.Warning, "Fișierul nu a fost deschis", failure, parent=window
    )
    box.setInformativeText(_HELP)
    copies = box.addButton("Copii de siguranță…", QMessageBox.ButtonRole.AcceptRole)
    salvage = box.addButton("Recuperează ce se poate…", QMessageBox.ButtonRole.AcceptRole)
    leave = box.addButton("Renunță", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(copies)
    box.setEscapeButton(leave)
    box.exec()
    try:
        if box.clickedButton() is copies:
            restore_damaged(window, path)
        elif box.clickedButton() is salvage:
            salvage_damaged(window, path)
    except DragappError as error:
        dialogs.tell(window, "Nu a reușit", str(error))


def restore_damaged(window: MainWindow, path: Path) -> None:
    """Let the user put one of its safety copies in the place of a damaged file."""
    from dragapp.dossier.shelf import shelves
    from dragapp.ui.restore_dialog import RestoreDialog
    from dragapp.ui.restoring import put_back

    found = shelves(settings.copies_folder(), path.stem)
    second = settings.second_place()
    found += shelves(second, path.stem) if second and second.is_dir() else []
    owners = {backup.path: shelf for shelf in found for backup in shelf.backups()}
    backups = [backup for shelf in found for backup in shelf.backups()]
    backups.sort(key=lambda backup: backup.made, reverse=True)
    dialog = RestoreDialog(window, backups, None)
    if dialog.exec() == QDialog.DialogCode.Accepted:
        put_back(window, dialog.chosen, path, owners[dialog.chosen])


def salvage_damaged(window: MainWindow, path: Path) -> None:
    """Bring what can still be read of a damaged file into a new one, and show it."""
    from dragapp.dossier.salvage import salvage
    from dragapp.ui.progress_dialog import working

    target = files.ask_new(window, f"{path.stem} – recuperat")
    if target is None:
        return
    try:
        with working(window, "Recuperare", "Se caută ce se mai poate citi…") as progress:
            report = salvage(path, target, progress)
    except Cancelled:
        return
    window.open_dossier(target)
    told = " ".join(report.sentences())
    window.notices.tell(
        "salvaged",
        f"{told} Fișierul deteriorat, {named(path)}, a rămas cum era. Citiți planul cu atenție "
        "înainte de a-l folosi.",
    )
