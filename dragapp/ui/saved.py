"""The notice after a file was saved: where it is, and what can be done with it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from dragapp.errors import named
from dragapp.ui import files

if TYPE_CHECKING:
    from dragapp.ui.notice import Notices

KEY, OPEN, FOLDER = "saved", "&Deschide", "Deschide f&olderul"


def tell_saved(notices: Notices, path: Path) -> None:
    """Tell where a file was saved, in place of the one told before."""
    notices.tell(
        KEY,
        f"Salvat: {path}",
        (OPEN, partial(_show, notices, path)),
        (FOLDER, partial(_show_folder, notices, path)),
    )


def _show(notices: Notices, path: Path) -> None:
    if not path.exists():
        _miss(notices, path)
    elif not files.show(path):
        text = (
            f"Pe acest calculator nu este niciun program care deschide fișiere {path.suffix}. "
            f"Fișierul {named(path)} este salvat și poate fi deschis pe alt calculator."
        )
        notices.tell(KEY, text, (FOLDER, partial(_show_folder, notices, path)))


def _show_folder(notices: Notices, path: Path) -> None:
    if path.parent.exists():
        files.show_in_folder(path)
    else:
        _miss(notices, path)


def _miss(notices: Notices, path: Path) -> None:
    text = (
        f"Fișierul {named(path)} nu mai este acolo: a fost mutat, redenumit sau stickul a fost "
        "scos. Îl puteți salva din nou."
    )
    notices.tell(KEY, text)
