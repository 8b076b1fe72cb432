"""Where the installed program lies on Windows; a checkout or a Python environment is not installed.

The installer and the portable zip lay the same folder: `DragApp.exe`, `runtime` (Python and what it
needs) and `app`, in which this package is.
"""

from __future__ import annotations

from pathlib import Path

#: The file of the licences, in the folder of `DragApp.exe`.
LICENCES = "LICENTE.txt"
_PACKAGE = Path(__file__).resolve().parent


def program_folder() -> Path | None:
    """Return the folder of `DragApp.exe`, None where the program is not installed that way."""
    app = _PACKAGE.parent
    return app.parent if app.name == "app" and (app.parent / "runtime").is_dir() else None


def licences() -> Path | None:
    """Return the file with the licences of everything that was installed, None where it is not."""
    folder = program_folder()
    path = folder / LICENCES if folder else None
    return path if path and path.is_file() else None
