"""From nothing to a window that is drawn: ours as it really starts, and an empty one of Qt."""

from __future__ import annotations

import os

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QMainWindow


def empty(_folder: str) -> None:
    """Show an empty window."""
    app = QApplication([])
    window = QMainWindow()
    window.resize(1280, 720)
    window.show()
    _tell(app)


def welcome(folder: str, *arguments: str) -> None:
    """Start the program; with a dossier's path, on that dossier."""
    keep_settings(folder)

    def shown(*_: object) -> int:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        _tell(app)
        return 0

    QApplication.exec = shown  # type: ignore[method-assign]
    from dragapp.__main__ import main

    main(arguments)


def keep_settings(folder: str) -> None:
    """Keep what the window remembers away from the user's own settings."""
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)


def _tell(app: QApplication) -> None:
    for _ in range(3):
        app.processEvents()
    print("{}", flush=True)
    os._exit(0)
