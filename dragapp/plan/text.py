"""Romanian text: the one gate before storing, and the forms for searching, sorting and parsing.

Only `clean` and `commas_below` give text to keep; the other forms exist for comparing and are
never stored, shown or printed.
"""

from __future__ import annotations

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# Unicode keeps the noncharacters for a program's own use; Qt marks its frames with U+FDD0, U+FDD1.
_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    chr(plane << 16 | low) for plane in range(17) for low in (0xFFFE, 0xFFFF)
)
_FORBIDDEN = re.compile(f"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff{_NONCHARACTERS}]")


#: Bullets of the Wingdings and Symbol fonts, as text pasted from Word has them, and their looks.
PASTED_BULLETS = {
    0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➤", 0xF076: "❖", 0xF0FC: "✓", 0xF0A8: "☐", 0xF06F: "☐",
}  # fmt: skip


def clean(text: str) -> str:
    """Return the text as it may be stored, printed and written to XML; nothing else stores text.

    Every line end becomes a newline and a tab becomes a space; NUL and other control characters,
    lone surrogates and noncharacters go. All else stays as typed: no trimming, no composing.
    """
    return _FORBIDDEN.sub("", _LINE_ENDS.sub("\n", text).replace("\t", " "))


def fold(text: str) -> str:
    """Return the text without case, diacritics and invisible characters, for searching.

    `ș`, `ş` and `s` are one letter here. The length may change.
    """
    if text.isascii():
        return text.lower()
    return "".join(letter for letter in _decompose(text) if not _is_silent(letter))


def is_not_applicable(text: str) -> bool:
    """Tell whether the text says "nu este cazul" and nothing more."""
    return " ".join(fold(text).split()).rstrip(" .;") == "nu este cazul"


# The letters that Romanian counts as such, each after its plain one; the cedilla is a comma.
_LETTER_AFTER = {
    "a\u0306": "a\U0010fffc",
    "a\u0302": "a\U0010fffd",
    "i\u0302": "i\U0010fffc",
    "s\u0326": "s\U0010fffc",
    "s\u0327": "s\U0010fffc",
    "t\u0326": "t\U0010fffc",
    "t\u0327": "t\U0010fffc",
}
_OWN_LETTER = re.compile("|".join(_LETTER_AFTER))


def sort_key(text: str) -> tuple[str, str, str]:
    """Return a key that sorts as a Romanian index does: a ă â b … i î … s ș … t ț … z.

    Blanks come first, then signs, digits and letters; small letters come before capitals only
    where all else is equal. Different texts have different keys.
    """
    letters = _OWN_LETTER.sub(lambda found: _LETTER_AFTER[found.group()], _decompose(text))
    weights = (_weight(letter) for letter in letters if not _is_silent(letter))
    return "".join(weights), text.swapcase(), text


_COMMA_BELOW = {
    letter: comma
    for base, cedilla, comma in ("sşș", "tţț", "SŞȘ", "TŢȚ")
    for letter in (cedilla, f"{base}\u0327")
}
_CEDILLA = re.compile("|".join(_COMMA_BELOW))


def commas_below(text: str) -> str:
    """Return the text with the letters ş ţ of old fonts, made with a cedilla, as ș ț.

    For when the user asks for it: text is otherwise kept as typed.
    """
    return _CEDILLA.sub(lambda found: _COMMA_BELOW[found.group()], text)


_PLAIN = (
    dict.fromkeys((*range(0x2010, 0x2016), 0x2212, 0xFE58, 0xFE63, 0xFF0D), "-")
    | dict.fromkeys((0x09, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000), " ")
    | dict.fromkeys((0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x2060, 0xFEFF))
)


def plain(text: str) -> str:
    """Return the text with every dash as "-", every blank as a space and nothing invisible.

    For parsers of numbers, codes and periods. Line ends stay.
    """
    return text.translate(_PLAIN)


def _decompose(text: str) -> str:
    # Folding case can leave what must be decomposed, and the other way round.
    return unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())


def _is_silent(letter: str) -> bool:
    return unicodedata.category(letter) in {"Mn", "Me", "Cf"}


def _weight(letter: str) -> str:
    if letter.isspace():
        return " "
    return letter if letter.isalnum() or letter in "\U0010fffc\U0010fffd" else f"!{letter}"
