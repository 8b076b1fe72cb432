"""The commands of spelling: to mark wrong words or not, and to go to the next of them.

The welcome page shows before the spell-checker itself is loaded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from dragapp.ui import settings

if TYPE_CHECKING:
    from dragapp.ui.main_window import MainWindow
    from dragapp.ui.session import Session
    from dragapp.ui.spelling import Spelling
    from dragapp.ui.spelling_walk import SpellingWalk


class SpellingCommands(QObject):
    """Of one window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._walk: SpellingWalk | None = None
        on, following = window.actions_["spelling"], window.actions_["spelling_next"]
        on.setChecked(settings.spelling_on())
        on.toggled.connect(self._turn)
        following.triggered.connect(self._go_on)
        following.setEnabled(False)

    def opened(self, session: Session) -> None:
        """Check the texts of a dossier from now on."""
        _spelling().accompany(session)
        self._enable()

    def closed(self) -> None:
        """Let the dossier go; nothing is waited for."""
        _spelling().leave()
        self._enable()

    def _turn(self, on: bool) -> None:
        _spelling().turn(on)
        self._enable()

    def _enable(self) -> None:
        self._window.actions_["spelling_next"].setEnabled(_spelling().active)

    def _go_on(self) -> None:
        from dragapp.ui.spelling_walk import SpellingWalk

        if self._walk is None:
            self._walk = SpellingWalk(self._window)
        self._walk.go_on()


def _spelling() -> Spelling:
    from dragapp.ui.spelling import spelling

    return spelling()
