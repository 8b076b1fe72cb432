"""The spell-checker of the window: what is wrong in the texts on screen.

There is one for the whole program. It knows the verdicts given so far; words that it meets for the
first time are asked of the process beside the window when the typing rests, and until the answer
comes they count as right. Nothing here waits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal

from dragapp.spelling.letters import lower_first, standard
from dragapp.spelling.words import Word, words
from dragapp.ui import settings
from dragapp.ui.spelling_process import SpellingProcess

if TYPE_CHECKING:
    from dragapp.ui.session import Session

#: How long the typing must rest before new words are asked, in milliseconds.
_REST = 300
#: So many words are asked at once, and so many texts are remembered.
_BATCH, _TEXTS = 1_000, 5_000
#: After so many losses of the process there are no more red waves until a dossier is opened again.
_LOSSES = 2


class Spelling(QObject):
    """`changed` says that other words are wrong than before; `suggested` names a wrong word."""

    changed = Signal()
    suggested = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.on = settings.spelling_on()
        #: The wrong word that the user has gone to last.
        self.visited = ""
        self._session: Session | None = None
        self._losses = 0
        self._verdicts: dict[str, bool] = {}
        self._texts: dict[str, tuple[Word, ...]] = {}
        self._new: dict[str, None] = {}
        self._asked: set[str] = set()
        self._ignored: set[str] = set()
        self._suggestions: dict[str, list[str]] = {}
        self._process = SpellingProcess(self)
        self._process.answered.connect(self._hear)
        self._process.lost.connect(self._lost)
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._ask)

    @property
    def active(self) -> bool:
        """Whether words are marked at all."""
        return self.on and self._session is not None and self._losses < _LOSSES

    def turn(self, on: bool) -> None:
        """Mark wrong words or leave it; remembered."""
        settings.keep_spelling(on=on)
        self.on = on
        if not on:
            self._stop()
        self._changed()

    def accompany(self, session: Session) -> None:
        """Check the texts of an open dossier, with its own words."""
        self._session, self._losses = session, 0
        session.changed.connect(self._catch_up)
        self._tell_own()

    def leave(self) -> None:
        """Let the dossier go, and the process with it."""
        if self._session:
            self._session.changed.disconnect(self._catch_up)
        self._session = None
        self._ignored.clear()
        self._stop()

    def mistakes(self, text: str) -> tuple[Word, ...]:
        """Return the words of a text that are known to be wrong; `changed` says when it is more."""
        if not self.active:
            return ()
        known = self._texts.get(text)
        if known is None:
            if len(self._texts) >= _TEXTS:
                self._texts.clear()
            known = self._texts[text] = tuple(
                word for word in words(text) if self._wrong(word.word)
            )
        return known

    def judged(self, text: str) -> bool:
        """Whether all words of a text are judged; those that are not will be."""
        self.mistakes(text)
        return all(word.word in self._verdicts for word in words(text))

    def hurry(self) -> None:
        """Ask new words at once: the user waits for them."""
        self._ask()

    def suggestions(self, word: str) -> list[str] | None:
        """Return what a wrong word may stand for, None as long as that is not known."""
        return self._suggestions.get(word)

    def ask_suggestions(self, word: str) -> None:
        """Ask what a wrong word may stand for; `suggested` says when that is known."""
        if self.active:
            self._say(suggest=word)

    def ignore(self, word: str) -> None:
        """Take a word for right until the dossier is closed."""
        self._ignored.add(standard(word))
        self._changed()

    @property
    def may_add(self) -> bool:
        """Whether words can be added to the dictionary: the dossier must not be read-only."""
        return self._session is not None and not self._session.dossier.read_only

    def add(self, word: str) -> None:
        """Add a word to the office's own, as an action of the user."""
        assert self._session is not None
        own = standard(word)
        lists = self._session.dossier.own_lists()
        lists.words.append(own)
        with self._session.act(f"adaugă „{own}” în dicționar") as edit:
            edit.set_own_lists(lists)

    def _wrong(self, word: str) -> bool:
        verdict = self._verdicts.get(word)
        if verdict is None:
            if word not in self._asked:
                self._new[word] = None
                self._rest.start()
            return False
        return not verdict and word not in self._ignored and lower_first(word) not in self._ignored

    def _ask(self) -> None:
        """Have the next new words judged; the rest when the answer is there."""
        batch = list(self._new)[:_BATCH]
        if self.active and batch and not self._asked:
            self._asked.update(batch)
            for word in batch:
                del self._new[word]
            self._say(judge=batch)

    def _say(self, **said: object) -> None:
        if not self._process.running:
            assert self._session is not None
            self._process.say(own=self._session.dossier.own_lists().words)
        self._process.say(**said)

    def _hear(self, message: dict[str, Any]) -> None:
        if "suggestions" in message:
            self._suggestions.update(message["suggestions"])
            for word in message["suggestions"]:
                self.suggested.emit(word)
            return
        judged = dict.fromkeys(message["right"], True) | dict.fromkeys(message["wrong"], False)
        self._asked.difference_update(judged)
        other = any(self._verdicts.get(word, True) != right for word, right in judged.items())
        self._verdicts.update(judged)
        if self._new:
            self._ask()
        if other:
            self._changed()

    def _changed(self) -> None:
        self._texts.clear()
        self.changed.emit()

    def _catch_up(self, touched: Any) -> None:
        if touched.own:
            self._tell_own()

    def _tell_own(self) -> None:
        """Tell the process the office's own words, and have all words judged anew with them."""
        self._suggestions.clear()
        self._new |= dict.fromkeys(self._verdicts)
        if self._session and self._process.running:
            self._process.say(own=self._session.dossier.own_lists().words)
            self._ask()
        elif self._new:
            self._rest.start()

    def _lost(self) -> None:
        self._losses += 1
        self._new |= dict.fromkeys(self._asked)
        self._asked.clear()
        if self._losses < _LOSSES:
            self._rest.start()
        else:
            self._changed()

    def _stop(self) -> None:
        self._rest.stop()
        self._process.end()
        self._new |= dict.fromkeys(self._asked)
        self._asked.clear()
        self._texts.clear()


def spelling() -> Spelling:
    """Return the program's spell-checker."""
    app = QCoreApplication.instance()
    assert app is not None
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    found = app.findChild(Spelling, options=direct)
    return found or Spelling(app)
