"""Taking everything to another computer in one file, and unpacking it there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragapp.dossier.moving import look, pack
from dragapp.dossier.unpacking import unpack
from dragapp.errors import Cancelled
from dragapp.plan.counted import counted
from dragapp.ui import dialogs, files, settings
from dragapp.ui.progress_dialog import working

if TYPE_CHECKING:
    from dragapp.dossier.dossier import Dossier
    from dragapp.ui.main_window import MainWindow


def pack_for_move(window: MainWindow, dossier: Dossier) -> None:
    """Pack the dossier, its safety copies and the user's settings into one file."""
    target = files.ask_package(window, dossier.path)
    if target is None or dossier.keeper is None:
        return
    try:
        with working(window, "Mută pe alt calculator", "Se face pachetul…") as progress:
            pack(dossier.path, dossier.keeper.shelf, settings.carried(), target, progress)
    except Cancelled:
        return
    window.notices.tell(
        "packed",
        f"Pachetul {target.name} este gata. Duceți-l pe celălalt calculator și alegeți acolo "
        "Siguranță, „Adu de pe alt calculator…”. Aici nu s-a schimbat nimic; lucrați mai departe "
        "numai acolo, ca să nu aveți două variante.",
        ("Deschide folderul", lambda: files.show(target.parent)),
    )


def unpack_moved(window: MainWindow) -> None:
    """Unpack what another computer has packed, and open it."""
    package = files.ask_unpack(window)
    if package is None:
        return
    contents = look(package)
    years = ", ".join(str(year) for year in contents.years)
    copies = counted(contents.backups, "copie de siguranță", "copii de siguranță")
    question = (
        f"Pachetul a fost făcut la {contents.made:%d.%m.%Y, ora %H:%M} și conține fișierul "
        f"„{contents.name}” (planuri: {years}) și {copies}. Fișierul se pune în folderul pe care "
        "îl alegeți; un fișier care există acolo nu se înlocuiește."
    )
    if not dialogs.ask(window, "Adu de pe alt calculator", question, "Alege folderul…"):
        return
    folder = files.ask_folder(window, "Unde se pune fișierul primăriei", settings.documents())
    if folder is None:
        return
    try:
        with working(window, "Adu de pe alt calculator", "Se despachetează…") as progress:
            unpacked = unpack(package, folder, settings.copies_folder(), progress)
    except Cancelled:
        return
    settings.take_over(unpacked.settings)
    window.open_dossier(unpacked.dossier)
