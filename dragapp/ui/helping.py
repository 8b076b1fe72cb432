"""F1 in every place of the program: it opens the manual at the page about that place.

A dialog that waits for an answer gets a manual of its own, since it lets no other window be used.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid

from dragapp.ui.actions import SPECS

if TYPE_CHECKING:
    from dragapp.ui.help_window import HelpWindow
    from dragapp.ui.main_window import MainWindow

#: The pages that commands of the menus lead to.
ABOUT, BEGIN = "despre", "pornire"
#: The page about messages of something that failed.
TROUBLE = "probleme"
#: The property by which a dialog or a panel names the page about it.
PROPERTY = "help"
_KEY = "help-key"


class Helping(QObject):
    """Shows the manual for one window and its dialogs; nothing of it is read before that."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        #: The window of the manual, once it was opened; a dialog's is not this one.
        self.manual: HelpWindow | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._moved)

    @classmethod
    def of_program(cls) -> Helping | None:
        """Return the manual's opener of the program's window, if there is one."""
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        shown = (each for each in QApplication.topLevelWidgets() if each.isVisible())
        found = (each.findChild(cls, options=direct) for each in shown)
        return next((each for each in found if each is not None), None)

    def show_here(self) -> None:
        """Open the manual at the page about where the focus is."""
        from dragapp.ui.help_places import page_here

        self.show_page(page_here(self._window, QApplication.focusWidget()))

    def show_page(self, name: str) -> None:
        """Open the manual at a page, in front of a dialog that is open."""
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            if self.manual is None:
                self.manual = self._made(None)
            self.manual.bring(name)
            return
        found = next(iter(_manuals(dialog)), None)
        (found or self._made(dialog)).bring(name)

    def close(self) -> None:
        """Close the manual with its window."""
        if self.manual is not None and isValid(self.manual):
            self.manual.close()
            self.manual.deleteLater()
        self.manual = None

    def _made(self, dialog: QWidget | None) -> HelpWindow:
        from dragapp.ui.help_places import places_of, turn_to
        from dragapp.ui.help_window import HelpWindow

        # A plan behind a dialog cannot be turned to.
        made = HelpWindow(dialog, partial(places_of, None if dialog else self._window))
        made.place_wanted.connect(partial(turn_to, self._window))
        return made

    def _moved(self, _: QWidget | None, now: QWidget | None) -> None:
        """Give F1 to a dialog when it is first looked at."""
        dialog = now.window() if now is not None else None
        if isinstance(dialog, QDialog) and not dialog.findChild(QShortcut, _KEY):
            key = QShortcut(QKeySequence(SPECS["help"].keys), dialog)
            key.setObjectName(_KEY)
            key.activated.connect(self.show_here)


def _manuals(dialog: QWidget) -> list[HelpWindow]:
    from dragapp.ui.help_window import HelpWindow

    return dialog.findChildren(HelpWindow)
