"""Things found by words typed in any order, without case or diacritics, the likeliest first.

For lists of some hundreds that are looked through at every key press: services, acts, periods,
institutions. It knows nothing of what it finds but the texts that it is given.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

from dragapp.plan.text import fold

T = TypeVar("T")

_WORD = re.compile(r"[^\W_]+")
# "1.086" is the number 1086.
_THOUSANDS = re.compile(r"(?<=\d)\.(?=\d{3}(?!\d))")
#: So long must be what is found inside a word, and so long a word that may end otherwise.
_INSIDE, _BENT = 3, 5
#: A less telling text counts as much as so many steps from a whole word to a piece of one.
_TEXT_COST = 3


def words(text: str) -> list[str]:
    """Return the words and numbers of a text, folded."""
    return _WORD.findall(_THOUSANDS.sub("", fold(text)))


class WordSearch(Generic[T]):
    """Things and the texts by which each is known, the most telling text first."""

    def __init__(self, things: Iterable[T], texts: Callable[[T], Iterable[str]]) -> None:
        self._known = [
            (thing, [f" {' '.join(words(text))} " for text in texts(thing)]) for thing in things
        ]

    def find(self, typed: str) -> list[T]:
        """Return the things that have every typed word; all of them where nothing is typed.

        First come those whose most telling text begins as typed, then whole words, beginnings of
        words, words with another ending ("vârstnici" finds "vârstnice") and pieces of words; of
        equal ones those with the words next to each other, else they stay in their order.
        """
        wanted = words(typed)
        begun = f" {' '.join(wanted)}"
        ranked = []
        for place, (thing, texts) in enumerate(self._known):
            cost = _cost(wanted, texts)
            if cost is not None:
                together = any(begun in text for text in texts)
                ranked.append((not texts[0].startswith(begun), cost, not together, place, thing))
        return [thing for *_, thing in sorted(ranked, key=lambda each: each[:4])]


def _cost(wanted: Sequence[str], texts: Sequence[str]) -> int | None:
    """Return how far the texts are from the words, None where they lack one."""
    cost = 0
    for word in wanted:
        own = _word_cost(word, texts)
        if own is None:
            return None
        cost += own
    return cost


def _word_cost(word: str, texts: Sequence[str]) -> int | None:
    looks = [f" {word} ", f" {word}"]
    if len(word) >= _BENT and not word.isdecimal():
        looks.append(f" {word[:-2]}")
    if len(word) >= _INSIDE:
        looks.append(word)
    costs = (
        place * _TEXT_COST + way
        for place, text in enumerate(texts)
        for way, look in enumerate(looks)
        if look in text
    )
    return min(costs, default=None)
