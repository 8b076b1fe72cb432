"""The spell-checker of the window: what is wrong in a text, and what it should be.

Nothing is read until it is used. Reading takes some tenths of a second; `load` may be called in a
thread, and while `ready` is false a window simply marks nothing.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from itertools import islice

from dragapp import resources
from dragapp.plan.distinct import distinct
from dragapp.spelling.affixes import read_affixes
from dragapp.spelling.dictionary import Dictionary
from dragapp.spelling.letters import folded, lower_first, standard
from dragapp.spelling.suggesting import suggest
from dragapp.spelling.words import Word, judged, words

#: So many verdicts are kept: more words than the largest plan has.
_KEPT = 50_000
_LISTS = ("ro_RO.dic", "servicii-sociale.dic")


def read_romanian() -> Dictionary:
    """Read the Romanian dictionary and the words of social services that it lacks."""
    lines: list[str] = []
    for name in _LISTS:
        # The first line is the count.
        lines += resources.read_text(f"spelling/{name}").splitlines()[1:]
    return Dictionary(read_affixes(resources.read_text("spelling/ro_RO.aff")), lines)


class Speller:
    """Tells right words from wrong ones; `own` words of the office are right."""

    def __init__(
        self, own: Iterable[str] = (), read: Callable[[], Dictionary] = read_romanian
    ) -> None:
        self._read = read
        self._reading = threading.Lock()
        self._dictionary: Dictionary | None = None
        self._verdicts: dict[str, bool] = {}
        self.set_own(own)

    @property
    def ready(self) -> bool:
        """Whether the dictionary is read, so that an answer comes at once."""
        return self._dictionary is not None

    def load(self) -> Dictionary:
        """Read the dictionary where that was not done yet; from any thread.

        Raise OSError or ValueError where its files are damaged.
        """
        with self._reading:
            if self._dictionary is None:
                self._dictionary = self._read()
            return self._dictionary

    def set_own(self, own: Iterable[str]) -> None:
        """Take other words for the office's own: names of people and places, terms.

        A word added in small letters may also begin with a capital, not the other way round.
        """
        self._own = frozenset(standard(word.strip()) for word in own)
        self._verdicts = {}

    def is_right(self, word: str) -> bool:
        """Tell whether a word is spelled right, or is nothing that can be wrong."""
        known = judged(word)
        return known is None or self._is_known(known)

    def mistakes(self, text: str) -> list[Word]:
        """Return the wrong words of a text."""
        return [word for word in words(text) if not self._is_known(word.word)]

    def suggestions(self, word: str, most: int = 7) -> list[str]:
        """Return what a wrong word may stand for, the likeliest first.

        The same letters with other diacritics come before everything else, the office's own words
        before the dictionary's.
        """
        typed = standard(word)
        own = (each for each in sorted(self._own) if folded(each) == folded(typed))
        every = distinct((*own, *islice(suggest(self.load(), typed), most)), str)
        return [each for each in every if each != typed][:most]

    def _is_known(self, word: str) -> bool:
        known = self._verdicts.get(word)
        if known is None:
            if len(self._verdicts) >= _KEPT:
                self._verdicts = {}
            known = self._verdicts[word] = self._find(word)
        return known

    def _find(self, word: str) -> bool:
        if word in self._own or lower_first(word) in self._own or self.load().has(word):
            return True
        parts = word.split("-")
        return len(parts) > 1 and all(self.is_right(part) for part in parts)
