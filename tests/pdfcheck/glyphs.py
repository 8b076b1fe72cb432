"""A font as the page sees it: codes in, texts and widths out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from pikepdf import Array

from tests.pdfcheck.objects import Key, data_of, entry, items, key_of, name, number, whole
from tests.pdfcheck.unicode_map import read_map


class Glyph(NamedTuple):
    """One character code shown."""

    code: int
    text: str | None
    """What it stands for, None when the font does not tell."""
    width: float
    """Thousandths of the font's size."""
    is_space: bool
    """Whether word spacing widens it: the one-byte code 32 alone."""


class Font:
    """A simple font, or a composite one with an identity encoding."""

    def __init__(self, font: Any) -> None:
        self.name = name(font, "/BaseFont")
        self.composite = name(font, "/Subtype") == "Type0"
        self._texts = read_map(data_of(entry(font, "/ToUnicode")))
        below = next(iter(items(font, "/DescendantFonts")), None)
        self._widths = _composite(below) if self.composite else _simple(font)
        descriptor = entry(font, "/FontDescriptor")
        other = entry(below, "/DW") if self.composite else entry(descriptor, "/MissingWidth")
        self._other = 1000.0 * self.composite if other is None else number(other)
        self._glyph = cache(self._make)

    def glyphs(self, shown: bytes) -> Iterator[Glyph]:
        """Yield the glyphs of a string that a text-showing operator gets."""
        if not self.composite:
            yield from map(self._glyph, shown)
            return
        for first, second in zip(shown[::2], shown[1::2], strict=False):
            yield self._glyph(first * 256 + second)

    def _make(self, code: int) -> Glyph:
        width = self._widths.get(code, self._other)
        return Glyph(code, self._texts.get(code), width, code == ord(" ") and not self.composite)


def _simple(font: Any) -> dict[int, float]:
    return dict(enumerate(map(number, items(font, "/Widths")), whole(font, "/FirstChar") or 0))


def _composite(below: Any) -> dict[int, float]:
    # The array has two forms: `first [w w …]` and `first last w`.
    found: dict[int, float] = {}
    rest = items(below, "/W")
    while len(rest) >= 2:
        first = int(number(rest[0]))
        if isinstance(rest[1], Array):
            found |= dict(enumerate(map(number, rest[1]), first))
            rest = rest[2:]
        else:
            codes = range(first, int(number(rest[1])) + 1)
            found |= dict.fromkeys(codes, number(next(iter(rest[2:]), None)))
            rest = rest[3:]
    return found


class FontShelf:
    """The fonts met so far, each read once."""

    def __init__(self) -> None:
        self._fonts: dict[Key, Font] = {}

    def of(self, font: Any) -> Font | None:
        """Return a font of the resources, None for what is not one."""
        if name(font, "/Type") != "Font":
            return None
        key = key_of(font)
        if key == (0, 0):
            return Font(font)
        if key not in self._fonts:
            self._fonts[key] = Font(font)
        return self._fonts[key]
