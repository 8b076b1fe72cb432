"""Start the window."""

from __future__ import annotations

import gc
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QApplication, QStyle

from dragapp import __version__
from dragapp.ui import settings
from dragapp.ui.icons import icon
from dragapp.ui.instance import Instance
from dragapp.ui.look import dress
from dragapp.ui.qt_words import QtWords
from dragapp.ui.wanted import Wanted

if TYPE_CHECKING:
    from dragapp.ui.main_window import MainWindow

#: What nobody waits for is done when the window has long been drawn, in milliseconds.
_LATER = 300


def application() -> QApplication:
    """Return the Qt application, dressed and speaking Romanian."""
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("DragApp")
    app.setOrganizationName("DragApp")
    app.setApplicationVersion(__version__)
    settings.prefer_file()
    QLocale.setDefault(QLocale(QLocale.Language.Romanian, QLocale.Country.Romania))
    app.installTranslator(QtWords(app))
    dress(app)
    # Of dialogs too: Windows would show its own there.
    app.setWindowIcon(icon("app"))
    return app


def start(dossier: Path | None, example: str | None) -> int:
    """Show the window on a dossier, on a fresh copy of an example, or on the welcome page.

    Return Qt's exit code; 0 at once where the user's first window shows it instead.
    """
    app = application()
    instance, wanted = Instance(), Wanted(dossier, example)
    if instance.handed_over(wanted):
        return 0
    sys.excepthook = partial(_raised, app)
    try:
        from dragapp.ui.main_window import MainWindow

        window = MainWindow()
    except Exception as error:
        from dragapp.ui.trouble import Trouble

        Trouble.of(app).tell_no_start(error)
        return 1
    show(window)
    QTimer.singleShot(0, window, lambda: wanted.show_in(window))
    QTimer.singleShot(_LATER, window, lambda: _settle(app, window, instance))
    code = int(app.exec())
    instance.end()
    return code


def show(window: MainWindow) -> None:
    """Show the window where it was; over all of a screen that has no room for it and its frame."""
    style, room = window.style(), window.screen().availableSize()
    title = style.pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)
    if window.width() > room.width() or window.height() + title > room.height():
        window.resize(window.size().boundedTo(room))
        window.showMaximized()
    else:
        window.show()


def _raised(app: QApplication, *found: Any) -> None:
    """Tell of an error that came before `_settle`; most starts need nothing for that."""
    from dragapp.ui.trouble import Trouble

    Trouble.of(app).raised(*found)


def _settle(app: QApplication, window: MainWindow, instance: Instance) -> None:
    """Do what the first sight of the window need not wait for."""
    gc.enable()
    from dragapp.ui import crash, qt_messages
    from dragapp.ui.leaving import Leaving
    from dragapp.ui.trouble import Trouble
    from dragapp.ui.warming import Warming

    Warming(window)
    trouble = Trouble.of(app)
    trouble.install()
    Leaving(window, trouble, app).heed_signals()
    instance.listen(window)
    qt_messages.listen()
    crash.watch()
    for end in (crash.ignore, qt_messages.ignore, trouble.uninstall):
        app.aboutToQuit.connect(end)
