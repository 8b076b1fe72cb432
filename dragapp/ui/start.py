"""Start the window."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QApplication

from dragapp import __version__
from dragapp.ui import trouble
from dragapp.ui.look import dress
from dragapp.ui.qt_words import QtWords


def application() -> QApplication:
    """Return the Qt application, dressed and speaking Romanian."""
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("DragApp")
    app.setOrganizationName("DragApp")
    app.setApplicationVersion(__version__)
    QLocale.setDefault(QLocale(QLocale.Language.Romanian, QLocale.Country.Romania))
    app.installTranslator(QtWords(app))
    dress(app)
    return app


def start(dossier: Path | None, example: str | None) -> int:
    """Show the window on a dossier, on a fresh copy of an example, or on the welcome page.

    Return Qt's exit code.
    """
    app = application()
    trouble.install()
    from dragapp.ui.main_window import MainWindow

    window = MainWindow()
    window.show()
    if example is not None:
        QTimer.singleShot(0, window, lambda: window.open_example(example))
    elif dossier is not None:
        QTimer.singleShot(0, window, lambda: window.open_dossier(dossier))
    return int(app.exec())
