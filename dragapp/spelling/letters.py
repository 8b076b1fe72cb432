"""Words in the one form in which they are looked up."""

from __future__ import annotations

import unicodedata

from dragapp.plan.folding import fold_alike
from dragapp.plan.text import commas_below, fold, plain


def standard(word: str) -> str:
    """Return a word as the dictionary spells it: comma below, composed, plain hyphens.

    The cedilla of old fonts, soft hyphens and the like are no mistake of the user.
    """
    if word.isascii():
        return word
    return commas_below(unicodedata.normalize("NFC", plain(word))).replace("’", "'")


def folded(word: str) -> str:
    """Return a word without case and diacritics."""
    (alike,) = fold_alike([word])
    return alike if alike.isascii() else fold(word)


def lower_first(word: str) -> str:
    """Return a word with a small first letter."""
    return word[:1].lower() + word[1:]


def upper_first(word: str) -> str:
    """Return a word with a capital first letter."""
    return word[:1].upper() + word[1:]
