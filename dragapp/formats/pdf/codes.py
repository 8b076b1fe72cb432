"""The letters of one font as they stand in a document's pages.

reportlab gives the codes out as letters come up, and embeds the font accordingly; its own way of
writing a text measures it once more and looks up each letter anew.
"""

from __future__ import annotations

from itertools import groupby

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFDocument

# What is written in another way between the brackets of a text (PDF 1.7, 7.3.4.2).
_ESCAPED = {code: f"\\{code:03o}" for code in (*range(32), *range(127, 256))} | {
    ord(sign): f"\\{sign}" for sign in "\\()"
}


class Codes(dict[str, str]):
    """The code of each letter, once it has come up.

    A font of more letters than there are codes is embedded as several.
    """

    def __init__(self, font: str, document: PDFDocument) -> None:
        super().__init__()
        self._font, self._document = pdfmetrics.getFont(font), document
        self._later: dict[str, int] = {}

    def __missing__(self, letter: str) -> str:
        ((part, codes),) = self._font.splitString(letter, self._document)
        if part:
            self._later[letter] = part
        code = self[letter] = _ESCAPED.get(codes[0]) or chr(codes[0])
        return code

    def of(self, text: str) -> list[tuple[str, str]]:
        """Return the codes of a text, stretch by stretch, each after its embedded font's name."""
        codes = "".join(map(self.__getitem__, text))
        if self._later.keys().isdisjoint(text):
            return [(self._name(0), codes)]
        stretches = groupby(text, lambda letter: self._later.get(letter, 0))
        return [(self._name(part), "".join(map(self.__getitem__, own))) for part, own in stretches]

    def _name(self, part: int) -> str:
        return str(self._font.getSubsetInternalName(part, self._document))
