"""The sheet: its size and margins, and what every page carries at its head and foot."""

from __future__ import annotations

from dataclasses import dataclass

from dragapp.annex.blocks import Layout
from dragapp.formats.pdf.fonts import ASCENT, DESCENT, Style
from dragapp.formats.pdf.lines import Line, Measure, break_lines
from dragapp.formats.pdf.pen import Pen
from dragapp.formats.pdf.styles import CM
from dragapp.formats.pdf.words import plain_words
from dragapp.plan.column import Align

_SHORT, _LONG = 595.2756, 841.8898
_SIZE, _LEADING = 9.0, 11.0
_MARK_SIZE = 12.0
#: Where the running foot begins below, low enough for the last lines of a run to reach down to it.
_FOOT = 1.15 * CM
#: How much of a line two texts at the head of a page leave free between them.
_APART = 24.0
#: Large type is of 14 points where ordinary type is of 12.
_LARGE = 14 / 12
_MARGIN, _BELOW = 2.0 * CM, 2.4 * CM
#: Wide tables stand on lying pages; their sides are narrower.
_SIDE = 1.8 * CM
#: What the side where the act is bound takes from the one across, so that the pages stay the same.
_BINDING = 0.5 * CM


@dataclass(frozen=True, slots=True)
class Sheet:
    """An A4 page and its margins, in points of ordinary type.

    With larger type it is drawn enlarged by its `scale`, and holds so much less: whatever is set on
    it grows alike, and nothing but the pen and the smallest type of tables knows of it.
    """

    landscape: bool
    left: float
    right: float
    top: float
    bottom: float
    scale: float = 1.0

    @property
    def paper(self) -> tuple[float, float]:
        """The width and height of the paper, in points."""
        return (_LONG, _SHORT) if self.landscape else (_SHORT, _LONG)

    @property
    def size(self) -> tuple[float, float]:
        """The sheet's width and height."""
        across, down = self.paper
        return across / self.scale, down / self.scale

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


def sheet_for(layout: Layout, *, landscape: bool) -> Sheet:
    """Return the sheet of a layout: bound at the left, a lying one at its upper edge.

    What is not bound has the same margins left and right. The text is as wide and as high either
    way, so that the published act has the pages of the signed one.
    """
    scale = _LARGE if layout.large else 1.0
    margin, side, most = _MARGIN / scale, _SIDE / scale, _BINDING / scale
    binding = most if layout.bound else 0.0
    if landscape:
        return Sheet(True, side, side, margin + binding, _BELOW + most - binding, scale)
    return Sheet(False, margin + binding, margin - binding, margin, _BELOW, scale)


def draw_furniture(
    pen: Pen, sheet: Sheet, mark: str, head: str, foot: str, number: int, count: int
) -> None:
    """Draw the mark and the running head and foot of page `number` of `count`.

    The first page has no running head.
    """
    top = sheet.body_top + 0.75 * CM
    free = sheet.width
    if mark:
        line = _one_line(mark, Style.BOLD, sheet.width / 2, _MARK_SIZE)
        # Its baseline is that of the running head.
        raised = (_MARK_SIZE - _SIZE) * (ASCENT - DESCENT) / 2
        pen.text(
            (line,), sheet.left, top + raised, sheet.width, _MARK_SIZE, _LEADING, running="Header"
        )
        free -= line.width + _APART
    if head and number > 1:
        line = _one_line(head, Style.ITALIC, free)
        pen.text(
            (line,), sheet.left, top, sheet.width, _SIZE, _LEADING, Align.RIGHT, running="Header"
        )
    pages = _one_line(f"Pagina {number} din {count}", Style.REGULAR, sheet.width)
    pen.rule(sheet.left, _FOOT + 3, sheet.left + sheet.width, _FOOT + 3, 0.4)
    if foot:
        line = _one_line(foot, Style.REGULAR, sheet.width - pages.width - 12)
        pen.text((line,), sheet.left, _FOOT, sheet.width, _SIZE, _LEADING, running="Footer")
    pen.text(
        (pages,), sheet.left, _FOOT, sheet.width, _SIZE, _LEADING, Align.RIGHT, running="Footer"
    )


def _one_line(text: str, style: Style, width: float, size: float = _SIZE) -> Line:
    """Set a text on one line, shortened at a word where it is too long."""
    measure = Measure(size, width, width, hyphenated=False)
    words = plain_words(text.replace("\n", " "), style)
    lines = break_lines(words, measure)
    if not lines:
        return Line((), 0.0, 0, False)
    for kept in range(len(words), 0, -1):
        if len(lines) == 1:
            break
        shortened = " ".join(word.text for word in words[: kept - 1]) + "…"
        lines = break_lines(plain_words(shortened, style), measure)
    return lines[0]
