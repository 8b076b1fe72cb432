"""Where a word may be divided at the end of a line."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from pyphen import Pyphen

#: Marks the division: unlike a typed "-", it is not part of the text when that is searched.
SOFT_HYPHEN = "\u00ad"

_SHORTEST = 6
_LETTERS = re.compile(r"[^\W\d_]+")
# After these a word may be divided without any mark, unless it stands between two numbers, or what
# follows the dash is an ending or a little word: "site-ului", "centrându-se".
_ENDING = r"(?!-(?:[a-zăâîșț]{1,4}\b|uril))"
_JOINT = re.compile(
    _ENDING + r"(?:(?<=\w\w)[/\-–—](?=[^\W\d_]{2})|(?<=[^\W\d_]{2})[/\-–—](?=\w\w))"
)
_VOWELS, _CONSONANTS = "aăâeiîou", "bcdfghjklmnpqrstvwxzșț"
# Where the patterns err: in the diphthong of "vizează", before a vowel that a consonant belongs to
# ("oportunitate"), and before what begins no syllable ("rambursabil", "vârstnic").
_WRONG = re.compile(
    f"(?<=e)(?=a)|(?<=[{_CONSONANTS}])(?=[{_VOWELS}])|(?=[lmnr][{_CONSONANTS}]|stn)"
)


@cache
def _dictionary() -> Pyphen:
    return Pyphen(lang="ro_RO", left=2, right=3)


@lru_cache(maxsize=8192)
def syllables(word: str) -> tuple[int, ...]:
    """Return the places where the word may be divided with a hyphen, in rising order.

    Abbreviations in capitals, addresses and whatever else is not plain letters are left whole;
    punctuation around a word and joined words ("asistență/consiliere") are not.
    """
    places: list[int] = []
    if "@" in word or "www." in word or "://" in word:
        return ()
    for found in _LETTERS.finditer(word):
        letters = found.group()
        if len(letters) < _SHORTEST or letters[1:].isupper():
            continue
        low = letters.lower()
        wrong = {each.start() for each in _WRONG.finditer(low)}
        places += [
            found.start() + place
            for place in _dictionary().positions(low)
            if 2 <= place <= len(letters) - 3 and place not in wrong
        ]
    return tuple(places)


@lru_cache(maxsize=8192)
def joints(word: str) -> tuple[int, ...]:
    """Return the places, after a slash or a dash, where the word divides without a hyphen."""
    return tuple(found.end() for found in _JOINT.finditer(word))
