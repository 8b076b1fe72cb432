"""From nothing to a window that is drawn: ours as it really starts, and an empty one of Qt.

The empty one is the least that any program with PySide is: it has chosen the same style (Fusion)
and named one member of the namespace `Qt`, whose first use makes all its enumerations. Both cost
every program the same (20 ms of 120), whatever it does besides. Ours loads Qt by itself, in its own
way; so nothing of Qt is imported above.
"""

from __future__ import annotations

import gc
import os
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def empty(folder: str) -> None:
    """Show an empty window."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication, QMainWindow

    keep_settings(folder)
    app = QApplication([])
    app.setStyle("Fusion")
    window = QMainWindow()
    window.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
    window.resize(1280, 720)
    window.show()
    _tell(app)


def welcome(folder: str, *arguments: str) -> None:
    """Start the program; with a dossier's path, on that dossier."""
    # As `main` does it, which finds done what must be done here before Qt can be prepared.
    gc.disable()
    import_module("dragapp.ui.start")
    from PySide6.QtWidgets import QApplication

    from dragapp.__main__ import main

    keep_settings(folder)

    def shown(*_: object) -> int:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        _tell(app)
        return 0

    QApplication.exec = shown  # type: ignore[method-assign]
    main(arguments)


def keep_settings(folder: str) -> None:
    """Keep what the window remembers away from the user's own settings."""
    from PySide6.QtCore import QSettings

    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)


def _tell(app: QApplication) -> None:
    for _ in range(3):
        app.processEvents()
    print("{}", flush=True)
    os._exit(0)
