"""How a process beside the window is started, from a checkout and from an installed program."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QObject, QProcess

import dragapp


def command(name: str) -> list[str]:
    """Return the program and the arguments that start this program's command of that name."""
    program = Path(sys.executable)
    if program.stem.casefold().startswith("python"):
        return [sys.executable, "-m", "dragapp", name]
    return [sys.executable, name]


def process(parent: QObject) -> QProcess:
    """Return a process, not started yet, that finds the package and holds no folder of the user's.

    In a dossier's folder Python might find other modules, and on Windows a stick with that folder
    could not be taken out.
    """
    made = QProcess(parent)
    made.setWorkingDirectory(str(Path(dragapp.__file__).parent.parent))
    return made
