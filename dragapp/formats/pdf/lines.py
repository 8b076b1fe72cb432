"""Words broken into lines: first fit, with hyphens where a justified line would gape."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dragapp.formats.pdf.fonts import Style, shape, width
from dragapp.formats.pdf.hyphens import SOFT_HYPHEN, joints, syllables
from dragapp.formats.pdf.words import Word

_SPACE = width(" ")
#: A justified line is hyphenated when its spaces would grow by more than this share of the size.
_LOOSE = 0.35
#: No more lines than this end in a hyphen one after the other.
_HYPHENS = 2
#: A word longer than a line begins on the one before it where that is not filled so far.
_FILLED = 0.7
_TOLERANCE = 1e-6
#: These stand with the number or the letter that follows them: "art. 6", "lit. b)".
_CLINGING = frozenset(("nr.", "art.", "alin.", "lit.", "pct.", "pag.", "cap."))
#: These do where it is a number: "Capitolul I", "Legii 34/1998".
_NUMBERED = frozenset(
    (
        *("capitolul", "capitolului", "anexa", "anexei", "articolul", "punctul"),
        *("legea", "legii", "anul", "anului"),
    )
)
_NUMBER = re.compile(r"[IVXLC\d]+(?:/\d+)?[.,;:)]*")


class Set(NamedTuple):
    """A stretch of a line in one font, its spaces included; `scale` is the font's own."""

    text: str
    font: str
    scale: float


class Line(NamedTuple):
    """One line of set text.

    `width` is its natural width in points, without the space at its end; `gaps` counts the spaces
    that may stretch; a line that ends its paragraph is not `full` and never stretches.
    """

    sets: tuple[Set, ...]
    width: float
    gaps: int
    full: bool

    @property
    def hyphenated(self) -> bool:
        """Whether its last word goes on in the next line."""
        return bool(self.sets) and self.sets[-1].text.endswith(SOFT_HYPHEN)


@dataclass(frozen=True, slots=True)
class Measure:
    """How wide lines are: type size, the first line's width, the others', and the manner."""

    size: float
    first: float
    rest: float
    justified: bool = False
    hyphenated: bool = True


def break_lines(words: Sequence[Word], measure: Measure, after: str = "") -> tuple[Line, ...]:
    """Break words into lines. Every letter is set: what fits nowhere is cut between letters.

    `after` keeps the last word apart from a text that goes on elsewhere.
    """
    return _Breaker(words, measure).lines(after)


class _Breaker:
    def __init__(self, words: Sequence[Word], measure: Measure) -> None:
        self.words, self.measure = words, measure
        self.done: list[Line] = []
        self.line: list[Word] = []
        self.used = 0.0
        self.room = measure.first / measure.size + _TOLERANCE
        self.hyphens = 0

    def lines(self, after: str) -> tuple[Line, ...]:
        ends = {place - 1 for place, word in enumerate(self.words) if word.breaks}
        ends.add(len(self.words) - 1)
        for place, word in enumerate(self.words):
            for turn in range(word.breaks if self.line or self.done else 0):
                if self.line or turn:
                    self._end(full=False, after=" ")
            gap = word.gap * _SPACE if self.line else 0.0
            if self.used + gap + word.width <= self.room:
                self.line.append(word)
                self.used += gap + word.width
            else:
                self._set(word, place in ends)
        if self.line:
            self._end(full=False, after=after)
        return tuple(self.done)

    def _set(self, word: Word, is_last: bool) -> None:
        rest = word
        while True:
            gap = rest.gap * _SPACE if self.line else 0.0
            room = self.room - self.used - gap
            if rest.width <= room or (not self.line and len(rest.text) == 1):
                self.line.append(rest)
                self.used += gap + rest.width
                return
            parts = self._divide(rest, room, is_last)
            if parts is not None:
                head, rest = parts
                self.line.append(head)
                self.used += gap + head.width
            taken = self._take_along(rest) if parts is None and rest is word else None
            # A word that goes on in the next line is not parted in two for those who listen.
            self._end(full=True, after=" " if parts is None else "")
            if taken:
                self.line, self.used = [taken], taken.width

    def _take_along(self, word: Word) -> Word | None:
        """Take from the line's end what is not to be parted from the word that comes next."""
        if len(self.line) < 2 or word.breaks:
            return None
        last = self.line[-1]
        name = last.text.lower()
        if name not in _CLINGING and not (name in _NUMBERED and _NUMBER.fullmatch(word.text)):
            return None
        both = last.width + word.gap * _SPACE + word.width
        if both > self.measure.rest / self.measure.size:
            return None
        self.line.pop()
        self.used -= last.gap * _SPACE + last.width
        return last

    def _divide(self, word: Word, room: float, is_last: bool) -> tuple[Word, Word] | None:
        """Return the part of a word that goes on this line, and the rest, or None."""
        for place in reversed(joints(word.text)):
            parts = word.cut(place)
            if parts[0].width <= room:
                return parts
        if not self.line or self._may_hyphenate(word, is_last):
            for place in reversed(syllables(word.text)):
                parts = word.cut(place, SOFT_HYPHEN)
                if parts[0].width <= room:
                    self.hyphens += 1
                    return parts
        too_wide = word.width > self.measure.rest / self.measure.size
        if self.line and (not too_wide or self.used > self.room * _FILLED or _divides(word)):
            return None
        place = _last_that_fits(word, room)
        return None if self.line and place < 4 else word.cut(place)

    def _may_hyphenate(self, word: Word, is_last: bool) -> bool:
        """Tell whether to hyphenate a word that could stand whole on the next line."""
        measure = self.measure
        if not measure.hyphenated or self.hyphens >= _HYPHENS:
            return False
        if word.width > measure.rest / measure.size:
            # What stands before its first slash or dash is better left whole on the next line.
            first = joints(word.text)[:1]
            return not first or word.cut(first[0])[0].width > measure.rest / measure.size
        if is_last or not measure.justified:
            return False
        gaps = sum(each.gap for each in self.line[1:])
        return self.room - self.used > _LOOSE * max(gaps, 1)

    def _end(self, *, full: bool, after: str) -> None:
        if not (self.line and self.line[-1].text.endswith(SOFT_HYPHEN)):
            self.hyphens = 0
        self.done.append(_line(self.line, self.used * self.measure.size, full, after))
        self.line, self.used = [], 0.0
        self.room = self.measure.rest / self.measure.size + _TOLERANCE


def _divides(word: Word) -> bool:
    return bool(joints(word.text) or syllables(word.text))


def _last_that_fits(word: Word, room: float) -> int:
    """Return how many letters fit, at least one; an address is rather cut after its signs."""
    low, high = 1, max(1, len(word.text) - 1)
    while low < high:
        middle = (low + high + 1) // 2
        if word.cut(middle)[0].width <= room:
            low = middle
        else:
            high = middle - 1
    signs = max(word.text.rfind(sign, 0, low) for sign in "/.?&=_-@:") + 1
    return signs if signs > low // 2 else low


def _line(words: list[Word], natural: float, full: bool, after: str) -> Line:
    """Join words into a line; `after` keeps its last word apart from the next line's first."""
    if not words:
        return Line((), natural, 0, full)
    pieces: list[tuple[str, Style]] = []
    texts: list[str] = []
    style, gaps = words[0].parts[0][1], 0
    for place, word in enumerate(words):
        if place:
            texts.append(" " * word.gap)
            gaps += word.gap
        for text, own in word.parts:
            # A space that does not break is stretched like others.
            gaps += text.count("\u00a0")
            if own != style:
                pieces.append(("".join(texts), style))
                texts, style = [], own
            texts.append(text)
    texts.append(after)
    pieces.append(("".join(texts), style))
    sets = (
        Set(glyphs.text, glyphs.font, glyphs.scale)
        for text, own in pieces
        for glyphs in shape(text, own)
    )
    return Line(tuple(sets), natural, gaps, full)
