"""The embedded typefaces, and which of them draws a character.

The text is set in Liberation Serif; a character that it lacks is drawn by DejaVu Sans, and one that
neither has as a visible box. No character is ever left to a viewer's own fonts.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from enum import IntFlag
from functools import cache, lru_cache
from itertools import groupby
from typing import NamedTuple

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
# Nearly all text is made of these alone, which are printed as they are.
_ORDINARY = re.compile("[\n -~ăâîșțĂÂÎȘȚ„”“’«»–—…•§°]*").fullmatch
_INVISIBLE = {"Cf", "Cc", "Cs"}


class Glyphs(NamedTuple):
    """A stretch of text in one font, drawn at a scale of its own; `width` is for type of size 1."""

    text: str
    font: str
    scale: float

    @property
    def width(self) -> float:
        """How wide it is."""
        return _advances(self.font).width(self.text) * self.scale


class _Advances(dict[str, float]):
    """The widths of a font's letters, in thousandths of its size; KeyError where it draws none."""

    def __init__(self, font: str) -> None:
        super().__init__()
        loaded = TTFont(font, str(resources.folder("fonts") / f"{font}.ttf"))
        pdfmetrics.registerFont(loaded)
        self._face = loaded.face

    def __missing__(self, letter: str) -> float:
        if not self._face.charToGlyph.get(ord(letter)):
            raise KeyError(letter)
        advance = self[letter] = float(self._face.getCharWidth(ord(letter)))
        return advance

    def draws(self, letters: Iterable[str]) -> bool:
        """Tell whether the font has all the letters."""
        try:
            for letter in letters:
                self[letter]
        except KeyError:
            return False
        return True

    def width(self, text: str) -> float:
        """Return the width of a text in type of size 1."""
        return 0.001 * sum(map(self.__getitem__, text))


@cache
def _advances(font: str) -> _Advances:
    """Register a font with reportlab."""
    return _Advances(font)


def load() -> None:
    """Register the font of ordinary text with reportlab; the others follow when text needs them."""
    to_unicode.install()
    _advances(SERIF[0])


def printable(text: str) -> str:
    """Return the text composed and without what no font can draw, line ends kept.

    Soft hyphens and other marks that are invisible by nature go; nothing visible does.
    """
    if _ORDINARY(text):
        return text
    text = clean(text)
    text = unicodedata.normalize("NFC", text).translate(_TRANSLATION)
    if text.replace("\n", "").isprintable():
        return text
    return "".join(
        letter
        for letter in text
        if letter == "\n" or unicodedata.category(letter) not in _INVISIBLE
    )


def shape(text: str, style: Style) -> tuple[Glyphs, ...]:
    """Divide printable text, without line ends, among the fonts that can draw it."""
    font = SERIF[style]
    serif = _advances(font)
    if serif.draws(set(text)):
        return (Glyphs(text, font, 1.0),)
    symbols = _advances(SYMBOLS)
    pieces: list[Glyphs] = []
    for chosen, letters in groupby(
        text, lambda c: font if serif.draws(c) else SYMBOLS if symbols.draws(c) else ""
    ):
        piece = "".join(letters)
        if chosen == font:
            pieces.append(Glyphs(piece, font, 1.0))
        else:
            pieces.append(Glyphs(piece if chosen else BOX * len(piece), SYMBOLS, SYMBOLS_SCALE))
    return tuple(pieces)


@lru_cache(maxsize=16384)
def width(text: str, style: Style = Style.REGULAR) -> float:
    """Return the width of printable text, without line ends, set in type of size 1."""
    return line_width(text, style)


def line_width(text: str, style: Style = Style.REGULAR) -> float:
    """Return what `width` does, of a text too long to come again."""
    try:
        return _advances(SERIF[style]).width(text)
    except KeyError:
        return sum(glyphs.width for glyphs in shape(text, style))
