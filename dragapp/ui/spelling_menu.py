"""What a menu offers for a wrong word: suggestions, the dictionary, to let it be."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from dragapp.ui.spelling import spelling

#: How long a menu waits for suggestions before it opens without them, in milliseconds.
_PATIENCE = 700
#: So many suggestions are offered.
_MOST = 6


def when_suggested(owner: QObject, words: Iterable[str], show: Callable[[], None]) -> None:
    """Call `show` as soon as the suggestions for these words are known, or it takes too long.

    Nothing is shown where `owner` is gone by then.
    """
    _Awaiting(owner, set(words), show)


class _Awaiting(QObject):
    def __init__(self, owner: QObject, words: set[str], show: Callable[[], None]) -> None:
        super().__init__(owner)
        speller = spelling()
        self._show = show
        self._missing = {word for word in words if speller.suggestions(word) is None}
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._patience.timeout.connect(self._done)
        if not self._missing:
            self._patience.setInterval(0)
        speller.suggested.connect(self._come)
        self._patience.start()
        for word in self._missing:
            speller.ask_suggestions(word)

    def _come(self, word: str) -> None:
        self._missing.discard(word)
        if not self._missing and self._patience.isActive():
            self._done()

    def _done(self) -> None:
        self._patience.stop()
        spelling().suggested.disconnect(self._come)
        self.deleteLater()
        self._show()


def offered(menu: QMenu, word: str, replace: Callable[[str], None] | None) -> list[QAction]:
    """Return what can be done about a wrong word, as actions that belong to a menu.

    Without `replace` the text cannot be changed, and no suggestions are offered.
    """
    speller, actions = spelling(), []
    if replace:
        found = (speller.suggestions(word) or [])[:_MOST]
        for each in found:
            action = QAction(each.replace("&", "&&"), menu)
            font = action.font()
            font.setBold(True)
            action.setFont(font)
            action.triggered.connect(lambda _=False, text=each: replace(text))
            actions.append(action)
        if not found:
            none = QAction("Nicio sugestie", menu)
            none.setEnabled(False)
            actions.append(none)
        actions.append(separator(menu))
    add = QAction(f"Adaugă „{word}” în dicționar", menu)
    add.setEnabled(speller.may_add)
    add.triggered.connect(lambda: speller.add(word))
    ignore = QAction("Ignoră cuvântul până la închidere", menu)
    ignore.triggered.connect(lambda: speller.ignore(word))
    return [*actions, add, ignore]


def separator(menu: QMenu) -> QAction:
    """Return a line between groups of a menu."""
    made = QAction(menu)
    made.setSeparator(True)
    return made


def put_first(menu: QMenu, actions: list[QAction]) -> None:
    """Put actions before those that a menu has."""
    usual = menu.actions()
    for each in usual:
        menu.removeAction(each)
    menu.addActions([*actions, *([separator(menu)] if actions and usual else []), *usual])
