"""Texts folded for searching, with the way back to the letters that were typed.

`text.fold` may change a text's length: a letter in two code points becomes one, a ligature two.
Here every folded letter knows the typed one it came from.
"""

from __future__ import annotations

import unicodedata

from dragapp.plan.text import fold

#: What a folded letter is in texts that keep their length; signs that fold to themselves stand as
#: control characters, which no text of a plan has, so that such a text is ASCII and fast to fold.
_ALIKE = {
    "a": "ăâĂÂãÃáÁàÀ", "e": "éÉèÈ", "i": "îÎíÍ", "o": "öÖóÓőŐ", "s": "șȘ\u015f\u015e",
    "t": "țȚ\u0163\u0162", "u": "üÜúÚ", " ": "\u00a0", "\x01": "„", "\x02": "”", "\x03": "–",
    "\x04": "•", "\x05": "❖", "\x06": "➤", "\x07": "«", "\x08": "»", "\x0e": "—", "\x0f": "“",
    "\x10": "’",
}  # fmt: skip
_PAIRS = [(typed, alike) for alike, every in _ALIKE.items() for typed in every]
_SIGNS = {ord(typed): alike for typed, alike in _PAIRS if alike < " "}
_DIVIDER = "\x00"


def fold_alike(texts: list[str]) -> list[str]:
    """Fold the usual letters of Romanian in each text, one for one.

    Where a result is ASCII, its places are those of the text; where it is not, the text has unusual
    letters and needs `fold_placed`. Texts must not have control characters but newlines.
    """
    if not texts:
        return []
    # All in one go: many times faster than one by one.
    joined = _DIVIDER.join(texts)
    if not joined.isascii():
        for typed, alike in _PAIRS:
            joined = joined.replace(typed, alike)
    if joined.isascii():
        return joined.lower().split(_DIVIDER)
    return [text.lower() if text.isascii() else text for text in joined.split(_DIVIDER)]


def fold_placed(text: str) -> tuple[str, list[int]]:
    """Fold any text; return also, for each folded letter, the place of the typed one."""
    folded: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        alike = fold(letter).translate(_SIGNS)
        folded.append(alike)
        places += [place] * len(alike)
    return "".join(folded), places


def is_mark(letter: str) -> bool:
    """Tell whether it is drawn on the letter before it."""
    return unicodedata.category(letter) in {"Mn", "Me"}
