"""The embedded typefaces, and which of them draws a character.

The text is set in Liberation Serif; a character that it lacks is drawn by DejaVu Sans, and one that
neither has as a visible box. No character is ever left to a viewer's own fonts.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import IntFlag
from functools import cache, lru_cache
from itertools import groupby

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from dragapp import resources
from dragapp.formats.pdf import to_unicode
from dragapp.plan.text import PASTED_BULLETS, clean


class Style(IntFlag):
    """The emphasis of a piece of text."""

    REGULAR = 0
    BOLD = 1
    ITALIC = 2


#: The font of each style, in the order of the style's number.
SERIF = (
    "LiberationSerif-Regular",
    "LiberationSerif-Bold",
    "LiberationSerif-Italic",
    "LiberationSerif-BoldItalic",
)
SYMBOLS = "DejaVuSans"
#: DejaVu Sans is drawn on a larger body; at this scale its letters are as tall as the serif's.
SYMBOLS_SCALE = 0.87
#: How far the serif reaches above and below the baseline, for type of size 1.
ASCENT, DESCENT = 0.75, 0.22
BOX = "\u25a1"

# Variation selectors, which only choose between shapes of the character before.
_SELECTORS = dict.fromkeys(range(0xFE00, 0xFE10))
_TRANSLATION = PASTED_BULLETS | _SELECTORS
_INVISIBLE = {"Cf", "Cc", "Cs"}


@dataclass(frozen=True, slots=True)
class Glyphs:
    """A stretch of text in one font. `scale` and `width` are for type of size 1."""

    text: str
    font: str
    scale: float
    width: float


@cache
def _letters(font: str) -> frozenset[int]:
    """Register a font and return the characters that it draws."""
    loaded = TTFont(font, str(resources.folder("fonts") / f"{font}.ttf"))
    pdfmetrics.registerFont(loaded)
    return frozenset(code for code, glyph in loaded.face.charToGlyph.items() if glyph)


def load() -> None:
    """Register all the fonts with reportlab; costs nothing when it was done before."""
    to_unicode.install()
    for font in (*SERIF, SYMBOLS):
        _letters(font)


def printable(text: str) -> str:
    """Return the text composed and without what no font can draw, line ends kept.

    Soft hyphens and other marks that are invisible by nature go; nothing visible does.
    """
    text = clean(text)
    if text.isascii():
        return text
    text = unicodedata.normalize("NFC", text).translate(_TRANSLATION)
    if text.replace("\n", "").isprintable():
        return text
    return "".join(
        letter
        for letter in text
        if letter == "\n" or unicodedata.category(letter) not in _INVISIBLE
    )


@lru_cache(maxsize=16384)
def shape(text: str, style: Style) -> tuple[Glyphs, ...]:
    """Divide printable text, without line ends, among the fonts that can draw it."""
    font = SERIF[style]
    serif = _letters(font)
    if all(ord(letter) in serif for letter in text):
        return (_glyphs(text, font),)
    symbols = _letters(SYMBOLS)
    pieces: list[Glyphs] = []
    for chosen, letters in groupby(
        text, lambda c: font if ord(c) in serif else SYMBOLS if ord(c) in symbols else ""
    ):
        piece = "".join(letters)
        pieces.append(_glyphs(piece, chosen) if chosen else _glyphs(BOX * len(piece), SYMBOLS))
    return tuple(pieces)


def _glyphs(text: str, font: str) -> Glyphs:
    scale = SYMBOLS_SCALE if font == SYMBOLS else 1.0
    return Glyphs(text, font, scale, float(pdfmetrics.stringWidth(text, font, 1)) * scale)


@lru_cache(maxsize=16384)
def width(text: str, style: Style = Style.REGULAR) -> float:
    """Return the width of printable text, without line ends, set in type of size 1."""
    return sum(glyphs.width for glyphs in shape(text, style))
