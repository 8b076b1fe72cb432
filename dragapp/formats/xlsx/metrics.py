"""How much room a text takes in Times New Roman, the font of the workbook.

Excel does not find the height of a row with merged cells, so it is reckoned here: a little too
high rather than a little too low.
"""

from __future__ import annotations

import unicodedata

#: Points between two lines, by type size: the heights that Excel gives to rows of one line.
LINE_HEIGHTS = {9: 12.0, 10: 13.0, 11: 15.0, 12: 15.75, 14: 18.75}
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
_ADVANCES = {letter: advance for advance, letters in _BY_ADVANCE.items() for letter in letters}
_SPACE = _ADVANCES[" "]
_UNKNOWN = 1000


class _WordWidths(dict[str, int]):
    def __missing__(self, word: str) -> int:
        width = self[word] = sum(map(_advance, word))
        return width


class Ruler:
    """Measures texts; it remembers the words that it has seen.

    `bold` is the part of the text, from 0 to 1, that is set in bold.
    """

    def __init__(self) -> None:
        self._words = _WordWidths()

    def longest_word(self, text: str, size: float, *, bold: float = 0) -> float:
        """Return the width, in points, of the text's longest word."""
        return max(map(self._words.__getitem__, text.split()), default=0) * _points(size, bold)

    def longest_line(self, text: str, size: float, *, bold: float = 0) -> float:
        """Return the width, in points, that the text needs to keep to the lines as typed."""
        widest = 0
        for line in text.split("\n"):
            words = line.split(" ")
            widest = max(widest, sum(map(self._words.__getitem__, words)) + _SPACE * len(words))
        return widest * _points(size, bold)

    def lines(self, text: str, width: float, size: float, *, bold: float = 0) -> int:
        """Return how many lines the text takes in a cell that is `width` points wide."""
        room = max((width - PADDING) / _points(size, bold), _UNKNOWN)
        if len(text) * _UNKNOWN <= room and "\n" not in text:
            return 1
        words, count = self._words, 0
        for line in text.split("\n"):
            count += 1
            used = 0.0
            for word in line.split(" "):
                advance = words[word]
                if used and used + _SPACE + advance > room:
                    count += 1
                    used = 0.0
                if advance > room:
                    count += int(advance // room)
                    used = advance % room
                else:
                    used += _SPACE + advance
        return count


def height(lines: int, size: int) -> float:
    """Return the height, in points, of a cell with that many lines."""
    return lines * LINE_HEIGHTS[size] + 3.0


def _points(size: float, bold: float) -> float:
    return size / 1000 * SAFETY * (1.0 + BOLD * bold)


def _advance(letter: str) -> int:
    known = _ADVANCES.get(letter)
    if known is None:
        if unicodedata.combining(letter):
            known = 0
        else:
            base = unicodedata.normalize("NFD", letter)[0]
            known = _ADVANCES.get(base, _UNKNOWN)
        _ADVANCES[letter] = known
    return known
