"""How much room a text takes in Times New Roman, the font of the workbook.

Excel does not find the height of a row with merged cells, so it is reckoned here: a little too
high rather than a little too low.
"""

from __future__ import annotations

import unicodedata

#: Points between two lines, by type size: the heights that Excel gives to rows of one line.
LINE_HEIGHTS = {9: 12.0, 10: 13.0, 11: 15.0, 12: 15.75, 13: 16.5}
#: Points between the text and the sides of its cell, both sides together.
PADDING = 6.0
#: Screens round letters up to whole pixels, printers do not.
SAFETY = 1.06
#: Bold letters are wider by this much.
BOLD = 0.1

# Letters by their advance in thousandths of the type size.
_BY_ADVANCE = {
    250: " ,.",
    278: "/:;\\ijltîț|'",
    333: "!()-I[]`fr’",
    389: "Jsș",
    444: '?acez„”“ăâ"',
    480: "{}^",
    500: "#$*0123456789_bdghknopquvxy–«»§€°•",
    564: "+<=>~FPSȘ",
    667: "BCRELTZȚ",
    722: "ADGHKNOQUVXYwĂÂ½",
    833: "m&%",
    944: "MW@",
}
_UNKNOWN = 1000


class _Advances(dict[str, int]):
    """Letters; one with a mark is as wide as without it, an unknown one as wide as any."""

    def __missing__(self, letter: str) -> int:
        base = unicodedata.normalize("NFD", letter)[0]
        advance = 0 if unicodedata.combining(letter) else self.get(base, _UNKNOWN)
        self[letter] = advance
        return advance


class _WordWidths(dict[str, int]):
    def __missing__(self, word: str) -> int:
        width = self[word] = sum(map(_ADVANCES.__getitem__, word))
        return width


_ADVANCES = _Advances(
    {letter: advance for advance, letters in _BY_ADVANCE.items() for letter in letters}
)
_SPACE = _ADVANCES[" "]


class Ruler:
    """Measures texts; it remembers the words that it has seen.

    `bold` is the part of the text, from 0 to 1, that is set in bold.
    """

    def __init__(self) -> None:
        self._words = _WordWidths()
        self._lines: dict[str, tuple[tuple[int, ...], ...]] = {}

    def extent(self, text: str, size: float, *, bold: float = 0) -> tuple[float, float]:
        """Return the widths, in points, of the text's longest word and of its longest line."""
        lines = self._measured(text)
        word = line = 0
        for words in lines:
            word = max(word, *words)
            line = max(line, sum(words) + _SPACE * (len(words) - 1))
        points = _points(size, bold)
        return word * points, line * points

    def lines(self, text: str, width: float, size: float, *, bold: float = 0) -> int:
        """Return how many lines the text takes in a cell that is `width` points wide."""
        room = max((width - PADDING) / _points(size, bold), _UNKNOWN)
        if len(text) * _UNKNOWN <= room and "\n" not in text:
            return 1
        count = 0
        for words in self._measured(text):
            count += 1
            used = float(-_SPACE)
            for advance in words:
                used += _SPACE + advance
                if used > room:
                    count += used > advance
                    count += int(advance // room)
                    used = advance % room
        return count

    def _measured(self, text: str) -> tuple[tuple[int, ...], ...]:
        """Return the advances of the words of each line."""
        lines = self._lines.get(text)
        if lines is None:
            width = self._words.__getitem__
            lines = tuple([tuple(map(width, line.split(" "))) for line in text.split("\n")])
            self._lines[text] = lines
        return lines


def height(lines: int, size: int) -> float:
    """Return the height, in points, of a cell with that many lines."""
    return lines * LINE_HEIGHTS[size] + 3.0


def _points(size: float, bold: float) -> float:
    return size / 1000 * SAFETY * (1.0 + BOLD * bold)
