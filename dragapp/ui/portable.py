"""The portable program, mostly on a stick: what it writes is beside it, in its own folder.

It is the installed one with one file more, which only the zip has: `MARKER`. Where nothing can be
written in its folder, everything is kept on the computer, as the installed program does.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path, PurePath

from dragapp import installed

MARKER = "portabil.txt"
#: What it writes beside itself: the user's settings with the log of errors, and the user's work.
SETTINGS, PLANS = "Setări", "Planuri servicii sociale"
#: The file of the settings.
FILE = "DragApp.ini"


@cache
def folder() -> Path | None:
    """Return the program's folder where what it writes is to be there, else None."""
    top = _marked()
    return top if top and _may_write(top) else None


def protected() -> Path | None:
    """Return the folder of a portable program that cannot write there, else None."""
    return None if folder() else _marked()


def text_of(path: Path) -> str:
    """Return how to remember a path, so that `path_of` finds it on the next computer too."""
    top = folder()
    return carried(path, top) if top else str(path)


def path_of(text: str) -> Path:
    """Return the path that a remembered text means here."""
    top = folder()
    return top / text if top else Path(text)


def carried(path: PurePath, top: PurePath) -> str:
    """Return a path without what is another on each computer: the letter of the stick.

    In the program's folder `top` it is relative to that, elsewhere on its drive it begins at the
    drive's root; `top / text` is the path again. On other drives nothing is left out.
    """
    if path.is_relative_to(top):
        return str(path.relative_to(top))
    same = path.drive.casefold() == top.drive.casefold()
    return str(path)[len(path.drive) :] if same else str(path)


def _marked() -> Path | None:
    top = installed.program_folder()
    return top if top and (top / MARKER).is_file() else None


def _may_write(top: Path) -> bool:
    """Make the folders and the settings' file, which is what only a real try can tell."""
    try:
        for name in (SETTINGS, PLANS):
            (top / name).mkdir(exist_ok=True)
        (top / SETTINGS / FILE).open("ab").close()
    except OSError:
        return False
    return True
