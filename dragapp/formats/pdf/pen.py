"""The only place where anything is drawn: text, rules, shades, pictures, bookmarks, links."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from dragapp.formats.pdf.codes import Codes
from dragapp.formats.pdf.fonts import ASCENT, DESCENT
from dragapp.formats.pdf.lines import Line
from dragapp.formats.pdf.links import ABOVE, Link, Target
from dragapp.formats.pdf.made import Spot
from dragapp.formats.pdf.structure import Element
from dragapp.plan.column import Align

_STROKE = 0.0
#: The width of a dot that leads the eye, and the distance from one to the next.
_DOT, _DOTS = 0.9, 4.5
_LAYOUT = "/Artifact <</Type/Layout>> BDC"


class Pen:
    """Draws on a canvas. Lengths are points; `y` grows upwards, as in PDF.

    What is drawn for an element is marked as its; all else is no part of the text.
    `marked` are, page by page, the elements by the numbers of their marks; `spots` are the places
    where a section begins or goes on; `links` are the places that lead elsewhere.
    """

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self.marked: list[list[Element]] = [[]]
        self.spots: list[Spot] = []
        self.links: list[Link] = []
        self._scale = 1.0
        self._outline_level = -1
        self._bookmarks = 0
        self._codes: dict[str, Codes] = {}

    def text(
        self,
        lines: Sequence[Line],
        left: float,
        top: float,
        width: float,
        size: float,
        leading: float,
        align: Align = Align.LEFT,
        *,
        justified: bool = False,
        indent: float = 0.0,
        element: Element | None = None,
        running: str = "",
    ) -> None:
        """Draw lines one below the other in a column, the first of them indented.

        Without an element they are the page's own: said again, or a `running` "Header" or "Footer".
        """
        drawn = ["BT"]
        font, stretched = "", 0.0
        baseline = _baseline(top, size, leading)
        for line in lines:
            space = width - indent - line.width
            start = left + indent
            if align == Align.RIGHT:
                start += space
            elif align == Align.CENTER:
                start += space / 2
            drawn.append(f"1 0 0 1 {start:.2f} {baseline:.2f} Tm")
            stretch = space / line.gaps if justified and line.full and line.gaps else 0.0
            if stretch != stretched:
                stretched = max(stretch, 0.0)
                drawn.append(f"{stretched:.4f} Tw")
            for piece in line.sets:
                for name, codes in self._codes_of(piece.font).of(piece.text):
                    chosen = f"{name} {size * piece.scale:g} Tf"
                    if chosen != font:
                        drawn.append(chosen)
                        font = chosen
                    drawn.append(f"({codes}) Tj")
            baseline -= leading
            indent = 0.0
        # The next text begins without.
        drawn.append("0 Tw ET" if stretched else "ET")
        if element:
            self._note(element.origin, top)
        kind = f"/Subtype/{running}" if running else ""
        with self._marking(element, f"/Artifact <</Type/Pagination{kind}>> BDC"):
            self._canvas._code.append(" ".join(drawn))  # noqa: SLF001

    def _codes_of(self, font: str) -> Codes:
        codes = self._codes.get(font)
        if codes is None:
            codes = self._codes[font] = Codes(font, self._canvas._doc)  # noqa: SLF001
        return codes

    def _note(self, section: str, top: float) -> None:
        page, before = len(self.marked) - 1, self.spots[-1] if self.spots else None
        if before is None or (before.page, before.section) != (page, section):
            height = self._canvas._pagesize[1]  # noqa: SLF001
            self.spots.append(Spot(page, height - top * self._scale, section))

    def enlarge(self, scale: float) -> None:
        """Draw this page so much larger than the lengths say."""
        self._scale = scale
        if scale != 1.0:
            self._canvas.scale(scale, scale)

    def turn(self) -> None:
        """End the page."""
        self._canvas.showPage()
        self.marked.append([])

    @contextmanager
    def _marking(self, element: Element | None, otherwise: str) -> Iterator[None]:
        begin = otherwise
        if element:
            here = self.marked[-1]
            element.kids.append((len(self.marked) - 1, len(here)))
            begin = f"/{element.role} <</MCID {len(here)}>> BDC"
            here.append(element)
        # reportlab has no call for marks; this is the list that its own calls write to.
        code = self._canvas._code  # noqa: SLF001
        code.append(begin)
        yield
        code.append("EMC")

    def rule(self, x0: float, y0: float, x1: float, y1: float, weight: float = 0.5) -> None:
        """Draw a straight line."""
        self.rules([(x0, y0, x1, y1)], weight)

    def rules(
        self, segments: Sequence[tuple[float, float, float, float]], weight: float = 0.5
    ) -> None:
        """Draw straight lines of one weight."""
        with self._marking(None, _LAYOUT):
            self._canvas.setStrokeGray(_STROKE)
            self._canvas.setLineWidth(weight)
            self._canvas.setLineCap(2)
            drawn = " ".join(
                f"{x0:.2f} {y0:.2f} m {x1:.2f} {y1:.2f} l" for x0, y0, x1, y1 in segments
            )
            self._canvas._code.append(f"{drawn} S")  # noqa: SLF001

    def shade(self, left: float, bottom: float, width: float, height: float, ink: float) -> None:
        """Fill a rectangle with so much grey, 0 being white and 1 black."""
        with self._marking(None, _LAYOUT):
            self._canvas.saveState()
            self._canvas.setFillGray(1 - ink)
            self._canvas.rect(left, bottom, width, height, stroke=0, fill=1)
            self._canvas.restoreState()

    def dots(
        self, left: float, right: float, edge: float, top: float, size: float, leading: float
    ) -> None:
        """Draw the dots that lead the eye along a line of text.

        They stand in step with all the dots that have the same edge at the right.
        """
        steps = math.ceil((edge - right) / _DOTS)
        if edge - steps * _DOTS - left < _DOT:
            return
        y = _baseline(top, size, leading) + _DOT / 2
        with self._marking(None, _LAYOUT):
            self._canvas.saveState()
            self._canvas.setStrokeGray(_STROKE)
            self._canvas.setLineWidth(_DOT)
            self._canvas.setLineCap(0)
            self._canvas.setDash([_DOT, _DOTS - _DOT])
            self._canvas.line(edge - steps * _DOTS, y, left, y)
            self._canvas.restoreState()

    def picture(
        self,
        dots: Image.Image,
        left: float,
        bottom: float,
        width: float,
        height: float,
        element: Element,
    ) -> None:
        """Draw a picture; its element learns where it stands, as its kind must tell."""
        box = self._on_paper(left, bottom, left + width, bottom + height)
        edges = " ".join(f"{edge:.2f}" for edge in box)
        element.attributes = f"/O/Layout/Placement/Block/BBox[{edges}]"
        self._note(element.origin, bottom + height)
        with self._marking(element, _LAYOUT):
            self._canvas.drawImage(ImageReader(dots), left, bottom, width, height)

    def link(
        self,
        element: Element,
        target: Target,
        says: str,
        left: float,
        bottom: float,
        width: float,
        height: float,
    ) -> None:
        """Have a rectangle with an element's text lead to a target; `says` tells where."""
        box = self._on_paper(left, bottom, left + width, bottom + height)
        self.links.append(Link(len(self.marked) - 1, box, says, target, element))

    def _on_paper(
        self, left: float, bottom: float, right: float, top: float
    ) -> tuple[float, float, float, float]:
        scale = self._scale
        return left * scale, bottom * scale, right * scale, top * scale

    def bookmark(self, text: str, level: int, top: float) -> None:
        """Enter a heading into the outline; no level is skipped on the way down."""
        self._outline_level = min(level, self._outline_level + 1)
        self._bookmarks += 1
        key = f"h{self._bookmarks}"
        self._canvas.bookmarkPage(key, fit="XYZ", left=0, top=top * self._scale + ABOVE, zoom=0)
        self._canvas.addOutlineEntry(text, key, self._outline_level, closed=0)


def _baseline(top: float, size: float, leading: float) -> float:
    """Return where the letters of a line of text stand."""
    return top - (leading + (ASCENT - DESCENT) * size) / 2
