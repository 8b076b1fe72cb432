"""The words that a word typed without its diacritics, or with others, may stand for.

Also with the cedilla and the tilde of old fonts and in the spelling from before 1993 ("cînd",
"sînt"). These are candidates; which of them are words, the dictionary says.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product

from dragapp.plan.text import fold
from dragapp.spelling.letters import standard

_OTHERS = {"a": "ăâ", "i": "î", "s": "ș", "t": "ț"}
#: So many are tried; Hunspell judges them in some hundredths of a second.
MOST = 6_000
#: Where a word may have an "î" that is not its first letter.
_PREFIXES = ("auto", "bine", "co", "de", "ne", "pre", "re", "semi", "sub", "supra")


def variants(word: str) -> Iterator[str]:
    """Yield the word with other diacritics, those with the fewest changes first, `MOST` at most."""
    typed = standard(word)
    plain = [fold(letter) if letter.isalpha() else letter for letter in typed]
    if any(len(letter) != 1 for letter in plain):
        return
    yield from _todays(typed)
    changes = [_changes(typed, plain, place) for place in range(len(typed))]
    places = [place for place, others in enumerate(changes) if others]
    left = MOST
    for count in range(1, len(places) + 1):
        for chosen in combinations(places, count):
            for letters in product(*(changes[place] for place in chosen)):
                made = list(typed)
                for place, letter in zip(chosen, letters, strict=True):
                    made[place] = letter
                yield "".join(made)
                left -= 1
                if not left:
                    return


def _changes(typed: str, plain: list[str], place: int) -> list[str]:
    """Return the letters that the one at a place may have been meant to be."""
    own, base = typed[place], plain[place]
    found = [base, *(other for other in _OTHERS.get(base, "") if _fits(plain, place, other))]
    if own.isupper():
        found = [letter.upper() for letter in found]
    return [letter for letter in found if letter != own]


def _fits(plain: list[str], place: int, letter: str) -> bool:
    """Tell whether today's spelling has such a letter at such a place of a word."""
    before = "".join(plain[:place]).rpartition("-")[2]
    if letter == "î":
        ends = place == len(plain) - 1
        return not before or ends or before in _PREFIXES
    if letter == "â":
        return bool(before) and place < len(plain) - 1
    return True


def _todays(typed: str) -> Iterator[str]:
    """Yield the word in today's spelling where it is in that from before 1993."""
    if typed[1:].startswith("înt") and typed[:1] in "sS":
        yield f"{typed[0]}unt{typed[4:]}"
    if "î" in typed[1:-1]:
        yield typed[:1] + typed[1:-1].replace("î", "â") + typed[-1:]
