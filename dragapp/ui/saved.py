"""The notice after a file was saved: where it is, and what can be done with it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from dragapp.errors import named
from dragapp.ui import files

if TYPE_CHECKING:
    from dragapp.ui.help_window import HelpWindow
    from dragapp.ui.main_window import MainWindow

    Telling = MainWindow | HelpWindow

KEY, OPEN, FOLDER = "saved", "&Deschide", "Deschide f&olderul"


def tell_saved(window: Telling, path: Path) -> None:
    """Tell where a file was saved, in place of the one told before."""
    window.notices.tell(
        KEY,
        f"Salvat: {path}",
        (OPEN, partial(_show, window, path)),
        (FOLDER, partial(_show_folder, window, path)),
    )


def _show(window: Telling, path: Path) -> None:
    if not path.exists():
        _miss(window, path)
    elif not files.show(path):
        text = (
            f"Pe acest calculator nu este niciun program care deschide fișiere {path.suffix}. "
            f"Fișierul {named(path)} este salvat și poate fi deschis pe alt calculator."
        )
        window.notices.tell(KEY, text, (FOLDER, partial(_show_folder, window, path)))


def _show_folder(window: Telling, path: Path) -> None:
    if path.parent.exists():
        files.show_in_folder(path)
    else:
        _miss(window, path)


def _miss(window: Telling, path: Path) -> None:
    text = (
        f"Fișierul {named(path)} nu mai este acolo: a fost mutat, redenumit sau stickul a fost "
        "scos. Îl puteți salva din nou."
    )
    window.notices.tell(KEY, text)
