"""Where a word may be divided at the end of a line."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from pyphen import LANGUAGES

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
def _patterns() -> dict[str, str]:
    """Return the patterns of the Romanian dictionary by their letters ("ltfel": "1ltf2e1l").

    pyphen would take apart all 5,200 of them first; a document's words meet a few hundred.
    """
    lines = LANGUAGES["ro_RO"].read_bytes().splitlines()[1:]
    patterns = b"\n".join(line for line in lines if not line.startswith(b"%"))
    letters = patterns.translate(None, b"0123456789")
    return dict(zip(letters.decode().split("\n"), patterns.decode().split("\n"), strict=True))


@cache
def _longest() -> int:
    return max(map(len, _patterns()))


@lru_cache(maxsize=2048)
def _values(pattern: str) -> tuple[tuple[int, int], ...]:
    """Return a pattern's digits, each with the number of letters before it."""
    found = enumerate(re.finditer(r"\d", pattern))
    return tuple((digit.start() - place, int(digit.group())) for place, digit in found)


def _positions(word: str) -> list[int]:
    """Return the places where a word in small letters may be divided (F. M. Liang, 1983)."""
    find, longest = _patterns().get, _longest()
    marked = f".{word}."
    length = len(marked)
    values = [0] * (length + 1)
    for start in range(length):
        for end in range(start + 1, min(start + longest, length) + 1):
            pattern = find(marked[start:end])
            if pattern:
                for place, value in _values(pattern):
                    if value > values[start + place]:
                        values[start + place] = value
    return [place - 1 for place, value in enumerate(values) if value % 2]


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
            for place in _positions(low)
            if 2 <= place <= len(letters) - 3 and place not in wrong
        ]
    return tuple(places)


@lru_cache(maxsize=8192)
def joints(word: str) -> tuple[int, ...]:
    """Return the places, after a slash or a dash, where the word divides without a hyphen."""
    return tuple(found.end() for found in _JOINT.finditer(word))
