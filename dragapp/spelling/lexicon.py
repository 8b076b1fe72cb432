"""The Romanian words: Hunspell with its dictionary, the words it lacks, and the office's own.

To be used in a process of its own, see `child`.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from hunspell import Hunspell

from dragapp import resources
from dragapp.plan.distinct import distinct
from dragapp.plan.text import fold
from dragapp.spelling.letters import lower_first, standard, upper_first
from dragapp.spelling.usual import usual_words
from dragapp.spelling.variants import variants
from dragapp.spelling.words import judged

_LANGUAGE, _MORE = "ro_RO", "servicii-sociale.dic"
#: On Windows Hunspell reads a path as UTF-8 only where it begins like this.
_WINDOWS = "\\\\?\\"


class Lexicon:
    """Tells right words from wrong ones; raise OSError where the dictionary is missing."""

    def __init__(self, folder: Path | None = None) -> None:
        place = (folder or resources.folder("spelling")).resolve()
        more = place / _MORE
        if not more.is_file():
            raise FileNotFoundError(str(more))
        self._library = Hunspell(_LANGUAGE, hunspell_data_dir=str(place), system_encoding="UTF-8")
        self._library.add_dic(f"{_WINDOWS if os.name == 'nt' else ''}{more}")
        self._usual = usual_words()
        self._own: dict[str, None] = {}

    def set_own(self, own: Iterable[str]) -> None:
        """Take other words for the office's own: names of people and places, terms.

        A word added in small letters may also begin with a capital, not the other way round.
        """
        self._own = dict.fromkeys(standard(word.strip()) for word in own)

    def is_right(self, word: str) -> bool:
        """Tell whether a word is spelled right, or is nothing that can be wrong."""
        known = judged(word)
        if known is None or self._has(known):
            return True
        parts = known.split("-")
        return len(parts) > 1 and all(self.is_right(part) for part in parts)

    def suggestions(self, word: str, most: int = 7) -> list[str]:
        """Return what a wrong word may stand for, the likeliest first.

        Where there are words with the same letters and other diacritics, it is one of them, the
        office's own first. Otherwise Hunspell tells, which takes some tenths of a second.
        """
        typed = standard(word)
        found = distinct(self._meant(typed), str)
        return [each for each in found if each != typed][:most]

    def _meant(self, typed: str) -> Iterator[str]:
        letters = fold(typed)
        same = [each for each in variants(typed) if self._has(each)]
        same.sort(key=lambda each: -self._usual[each.lower()])
        same[:0] = (own for own in self._own if fold(own) == letters and own != typed)
        yield from same
        for each in () if same else self._library.suggest(typed):
            # "acțiuneo" is how one would call an action; "benefic-ari" comes as two words, too.
            calling = each.endswith("eo") and self._library.spell(each[:-1])
            parted = "-" in each and "-" not in typed
            if not calling and not parted:
                yield upper_first(each) if typed[:1].isupper() else each

    def _has(self, word: str) -> bool:
        own = word in self._own or lower_first(word) in self._own
        return own or bool(self._library.spell(word))
