"""The sheet: its size and margins, and what every page carries at its head and foot."""

from __future__ import annotations

from dataclasses import dataclass

from dragapp.formats.pdf.fonts import Style
from dragapp.formats.pdf.lines import Line, Measure, break_lines
from dragapp.formats.pdf.pen import Pen
from dragapp.formats.pdf.styles import CM
from dragapp.formats.pdf.words import plain_words
from dragapp.plan.column import Align

_SHORT, _LONG = 595.2756, 841.8898
_SIZE, _LEADING = 9.0, 11.0
_FOOT = 1.55 * CM


@dataclass(frozen=True, slots=True)
class Sheet:
    """An A4 page, its margins in points; the wider one is where the act is bound."""

    landscape: bool
    left: float
    right: float
    top: float
    bottom: float

    @property
    def size(self) -> tuple[float, float]:
        """The sheet's width and height."""
        return (_LONG, _SHORT) if self.landscape else (_SHORT, _LONG)

    @property
    def width(self) -> float:
        """The width of the text."""
        return self.size[0] - self.left - self.right

    @property
    def height(self) -> float:
        """The height of the text."""
        return self.size[1] - self.top - self.bottom

    @property
    def body_top(self) -> float:
        """Where the text begins, measured from the foot of the sheet."""
        return self.size[1] - self.top


UPRIGHT = Sheet(False, 2.5 * CM, 1.7 * CM, 2.0 * CM, 2.4 * CM)
#: A lying page is bound at its upper edge.
LYING = Sheet(True, 1.8 * CM, 1.8 * CM, 2.4 * CM, 2.3 * CM)


def draw_furniture(pen: Pen, sheet: Sheet, head: str, foot: str, number: int, count: int) -> None:
    """Draw the running head and foot of page `number` of `count`; the first has no head."""
    if head and number > 1:
        line = _one_line(head, Style.ITALIC, sheet.width)
        top = sheet.body_top + 0.75 * CM
        pen.text((line,), sheet.left, top, sheet.width, _SIZE, _LEADING, Align.RIGHT)
    pages = _one_line(f"Pagina {number} din {count}", Style.REGULAR, sheet.width)
    pen.rule(sheet.left, _FOOT + 3, sheet.left + sheet.width, _FOOT + 3, 0.4)
    if foot:
        line = _one_line(foot, Style.REGULAR, sheet.width - pages.width - 12)
        pen.text((line,), sheet.left, _FOOT, sheet.width, _SIZE, _LEADING)
    pen.text((pages,), sheet.left, _FOOT, sheet.width, _SIZE, _LEADING, Align.RIGHT)


def _one_line(text: str, style: Style, width: float) -> Line:
    """Set a text on one line, shortened at a word where it is too long."""
    words = plain_words(text.replace("\n", " "), style)
    lines = break_lines(words, Measure(_SIZE, width, width, hyphenated=False))
    if not lines:
        return Line((), 0.0, 0, False)
    for kept in range(len(words), 0, -1):
        if len(lines) == 1:
            break
        shortened = " ".join(word.text for word in words[: kept - 1]) + "…"
        lines = break_lines(
            plain_words(shortened, style), Measure(_SIZE, width, width, hyphenated=False)
        )
    return lines[0]
