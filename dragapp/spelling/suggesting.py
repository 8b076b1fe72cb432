"""What a misspelled word was meant to be.

In this order: the same letters with the right diacritics, one slip of the keyboard, two words run
together, and for long words the nearest word of the dictionary.
"""

from __future__ import annotations

import string
from collections.abc import Iterable, Iterator

from dragapp.plan.distinct import distinct
from dragapp.spelling.dictionary import Dictionary
from dragapp.spelling.letters import folded, lower_first, upper_first

_LETTERS = string.ascii_lowercase
#: From so many letters on, words further away are looked for, so many stems of them, and so long
#: a beginning must be right.
_LONG, _STEMS, _BEGINNING = 6, 8, 2
#: So different may a word be from what was typed, in pairs of letters alike.
_ALIKE = 0.45


def suggest(dictionary: Dictionary, word: str) -> Iterator[str]:
    """Yield the words that a wrong one may stand for, the likeliest first, none twice.

    They begin with a capital where the word does. Making them takes tens of milliseconds; take as
    many as are shown.
    """
    capital = word[:1].isupper()
    seen = {word}
    for meant in _meant(dictionary, lower_first(word) if capital else word):
        said = upper_first(meant) if capital else meant
        if said not in seen and not _is_calling(dictionary, meant):
            seen.add(said)
            yield said


def _is_calling(dictionary: Dictionary, word: str) -> bool:
    """Tell whether it is a noun as one calls to it ("acțiuneo"), which no plan does."""
    return word.endswith("eo") and dictionary.has(word[:-1])


def _meant(dictionary: Dictionary, word: str) -> Iterator[str]:
    letters = folded(word)
    yield from _nearest(word, dictionary.forms(letters))
    if dictionary.has(today := _todays(word)):
        yield today
    for slips in (_swapped, _without_one, _with_one_more, _with_another):
        found = (form for typed in slips(letters) for form in dictionary.forms(typed))
        yield from _nearest(word, found)
    yield from _parted(dictionary, word)
    if len(letters) >= _LONG:
        yield from _far(dictionary, word, letters)


def _todays(word: str) -> str:
    """Return a word in today's spelling: "cînd" and "sînt" were right before 1993."""
    if word.startswith("sînt"):
        return word.replace("î", "u", 1)
    return word[:1] + word[1:-1].replace("î", "â") + word[-1:]


def _nearest(word: str, forms: Iterable[str]) -> list[str]:
    """Return the forms, those with the most letters exactly as typed first."""
    return sorted(distinct(forms, str), key=lambda form: _distance(word, form))


def _swapped(word: str) -> Iterator[str]:
    for at in range(len(word) - 1):
        yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _without_one(word: str) -> Iterator[str]:
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]


def _with_one_more(word: str) -> Iterator[str]:
    for at in range(len(word) + 1):
        for letter in _LETTERS:
            yield word[:at] + letter + word[at:]


def _with_another(word: str) -> Iterator[str]:
    for at, own in enumerate(word):
        for letter in _LETTERS:
            if letter != own:
                yield word[:at] + letter + word[at + 1 :]


def _parted(dictionary: Dictionary, word: str) -> Iterator[str]:
    for at in range(2, len(word) - 1):
        first, second = word[:at], word[at:]
        if dictionary.has(first) and dictionary.has(second):
            yield f"{first} {second}"


def _far(dictionary: Dictionary, word: str, letters: str) -> Iterator[str]:
    """Yield the nearest words of stems that share most pairs of letters with a word."""
    beginning, pairs = letters[:_BEGINNING], _pairs(letters)
    alike = []
    for stem in dictionary.stems():
        if stem.startswith(beginning) and abs(len(stem) - len(letters)) <= len(letters) // 2:
            own = _pairs(stem)
            share = 2 * len(pairs & own) / (len(pairs) + len(own))
            if share >= _ALIKE:
                alike.append((-share, stem))
    forms = (form for _, stem in sorted(alike)[:_STEMS] for form in dictionary.inflected(stem))
    near = [(_distance(letters, folded(form)), form) for form in distinct(forms, str)]
    yield from (form for distance, form in sorted(near) if distance <= len(letters) // 4)


def _pairs(word: str) -> set[str]:
    return {word[at : at + 2] for at in range(len(word) - 1)}


def _distance(one: str, other: str) -> int:
    """Return how many letters must be put in, taken out or changed."""
    row = list(range(len(other) + 1))
    for number, letter in enumerate(one, 1):
        diagonal, row[0] = row[0], number
        for place, beside in enumerate(other, 1):
            change = diagonal + (letter != beside)
            diagonal, row[place] = row[place], min(change, row[place] + 1, row[place - 1] + 1)
    return row[-1]
