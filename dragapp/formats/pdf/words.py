"""Text cut into words ready to be set, with what stands before each of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from dragapp.formats.pdf.fonts import Style, printable, width
from dragapp.plan.rich import Run

_TOKENS = re.compile(r"\n|[^\S\n\u00a0]+|(?:[^\s]|\u00a0)+")


class Word(NamedTuple):
    """Letters without a space, in one or more styles.

    `gap` counts the spaces before the word and `breaks` the line ends. `width` is for size 1.
    """

    parts: tuple[tuple[str, Style], ...]
    gap: int
    breaks: int
    width: float

    @property
    def text(self) -> str:
        """The letters without their styles."""
        return self.parts[0][0] if len(self.parts) == 1 else "".join(t for t, _ in self.parts)

    def cut(self, place: int, mark: str = "") -> tuple[Word, Word]:
        """Divide the word after so many letters, with a mark at the end of the first part."""
        first: list[tuple[str, Style]] = []
        second: list[tuple[str, Style]] = []
        left = place
        for text, style in self.parts:
            if text[:left]:
                first.append((text[:left], style))
            if text[left:]:
                second.append((text[left:], style))
            left = max(0, left - len(text))
        if mark:
            first[-1] = (first[-1][0] + mark, first[-1][1])
        return _word(first, self.gap, self.breaks), _word(second, 0, 0)


def words(text: Iterable[Run], base: Style = Style.REGULAR) -> list[Word]:
    """Cut a rich text into words; `base` is added to the emphasis of every run."""
    cut: list[Word] = []
    parts: list[tuple[str, Style]] = []
    gap = breaks = 0
    for run in text:
        style = base
        if run.bold or run.italic:
            style |= (Style.BOLD if run.bold else 0) | (Style.ITALIC if run.italic else 0)
        for token in _TOKENS.findall(printable(run.text)):
            if not token.isspace():
                parts.append((token, style))
                continue
            if parts:
                cut.append(_word(parts, gap, breaks))
                parts, gap, breaks = [], 0, 0
            if token == "\n":
                breaks += 1
            else:
                gap += len(token)
    if parts:
        cut.append(_word(parts, gap, breaks))
    return cut


def plain_words(text: str, style: Style = Style.REGULAR) -> list[Word]:
    """Cut a text in one style into words."""
    return words((Run(text),), style)


def _word(parts: list[tuple[str, Style]], gap: int, breaks: int) -> Word:
    if len(parts) == 1:
        return _plain_word(*parts[0], gap, breaks)
    return Word(tuple(parts), gap, breaks, sum(width(text, style) for text, style in parts))


@lru_cache(maxsize=16384)
def _plain_word(text: str, style: Style, gap: int, breaks: int) -> Word:
    """Return a word in one style, the same one wherever it comes again."""
    return Word(((text, style),), gap, breaks, width(text, style))
