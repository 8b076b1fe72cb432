"""The state that text is drawn in, moved on by each operator (ISO 32000-1, 9.3 and 9.4)."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Any

from tests.pdfcheck.geometry import IDENTITY, Matrix, Placed, matrix, times
from tests.pdfcheck.glyphs import Font, Glyph

SETTINGS = {"Tc": "letter_space", "Tw": "word_space", "Tz": "percent", "TL": "leading"}


@dataclass(frozen=True)
class Graphics:
    """What q keeps and Q brings back."""

    matrix: Matrix = IDENTITY
    font: Font | None = None
    size: float = 0
    letter_space: float = 0
    word_space: float = 0
    percent: float = 100
    leading: float = 0


class TextState:
    """The graphics state and the text matrices."""

    def __init__(self, page: int, matrix: Matrix = IDENTITY) -> None:
        self.page = page
        self.now = Graphics(matrix)
        self._kept: list[Graphics] = []
        self._line = self._text = IDENTITY

    def set(self, **changes: float | Matrix | Font | None) -> None:
        """Change the graphics state."""
        self.now = replace(self.now, **changes)  # type: ignore[arg-type]

    def follow(self, operator: str, operands: list[Any]) -> None:
        """Carry out an operator that sets the state or moves on; others change nothing."""
        match operator, operands:
            case "q", _:
                self._kept.append(self.now)
            case "Q", _ if self._kept:
                self.now = self._kept.pop()
            case "cm", [_, _, _, _, _, _]:
                self.set(matrix=times(matrix(operands), self.now.matrix))
            case "BT", _:
                self._line = self._text = IDENTITY
            case "Tm", [_, _, _, _, _, _]:
                self._line = self._text = matrix(operands)
            case "Td", [across, up]:
                self._move(float(across), float(up))
            case "TD", [across, up]:
                self.set(leading=-float(up))
                self._move(float(across), float(up))
            case (("T*" | "'" | '"'), _):
                self._move(0, -self.now.leading)
            case _ if operator in SETTINGS and len(operands) == 1:
                self.set(**{SETTINGS[operator]: float(operands[0])})

    def advance(self, glyphs: list[Glyph]) -> Placed:
        """Carry out the showing of glyphs and return where they stand."""
        now = self.now
        start = self._device()
        spaces = sum(glyph.is_space for glyph in glyphs)
        width = sum(glyph.width for glyph in glyphs) / 1000 * now.size
        self.shift(width + len(glyphs) * now.letter_space + spaces * now.word_space)
        end = self._device()
        a, b = end[0], end[1]
        length = math.hypot(a, b) or 1
        height = math.hypot(end[2], end[3]) * abs(now.size)
        return Placed(self.page, start[4:], end[4:], (a / length, b / length), height)

    def shift(self, across: float) -> None:
        """Move on along the line, in text space before the horizontal scale."""
        self._text = times((1, 0, 0, 1, across * self.now.percent / 100, 0), self._text)

    def _move(self, across: float, up: float) -> None:
        self._line = self._text = times((1, 0, 0, 1, across, up), self._line)

    def _device(self) -> Matrix:
        return times(self._text, self.now.matrix)
