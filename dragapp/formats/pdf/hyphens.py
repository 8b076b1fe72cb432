"""Where a word may be divided at the end of a line."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from pyphen import Pyphen

#: Marks the division: unlike a typed "-", it is not part of the text when that is searched.
SOFT_HYPHEN = "\u00ad"

_SHORTEST = 6
_LETTERS = re.compile(r"[^\W\d_]+")
# After these a word may be divided without any mark, unless it stands between two numbers.
_JOINT = re.compile(r"(?<=\w\w)[/\-–—](?=[^\W\d_]{2})|(?<=[^\W\d_]{2})[/\-–—](?=\w\w)")


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
        divided = _dictionary().positions(letters.lower())
        places += [found.start() + place for place in divided if 2 <= place <= len(letters) - 3]
    return tuple(places)


@lru_cache(maxsize=8192)
def joints(word: str) -> tuple[int, ...]:
    """Return the places, after a slash or a dash, where the word divides without a hyphen."""
    return tuple(found.end() for found in _JOINT.finditer(word))
