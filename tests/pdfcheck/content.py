"""What a page draws: each piece of text with its place, and the marks that everything lies in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pikepdf
from pikepdf import Dictionary, Stream

from tests.pdfcheck.geometry import IDENTITY, Matrix, Placed, Point, matrix, times
from tests.pdfcheck.glyphs import FontShelf, Glyph
from tests.pdfcheck.marks import Mark, Nesting
from tests.pdfcheck.objects import entry, items, name
from tests.pdfcheck.text_state import TextState

PAINTING = frozenset({"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "INLINE IMAGE"})
STROKING = frozenset({"S", "s", "B", "B*", "b", "b*"})
DEEPEST = 12
Rule = tuple[float, float, float, float]
"""A straight line from one point of a page to another."""


@dataclass(frozen=True)
class Shown:
    """One string drawn."""

    glyphs: tuple[Glyph, ...]
    font: str
    placed: Placed
    marks: tuple[Mark, ...]
    """The marks it lies in, outermost first."""

    @property
    def text(self) -> str:
        """What it says; nothing for a code without a Unicode value."""
        return "".join(glyph.text or "" for glyph in self.glyphs)


@dataclass
class PageContent:
    """A page as it is drawn."""

    number: int
    marks: list[Mark] = field(default_factory=list)
    """Every marked-content sequence, in the order in which they begin."""
    shown: list[Shown] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    """The straight lines drawn; curves and rectangles are not among them."""
    faults: list[str] = field(default_factory=list)


def read_page(page: pikepdf.Page, number: int, shelf: FontShelf) -> PageContent:
    """Read what a page draws, forms included; what cannot be read is among its faults."""
    content = PageContent(number)
    nesting = Nesting(number, content.marks, content.faults)
    _Reader(content, nesting, shelf, IDENTITY).read(page.obj, entry(page.obj, "/Resources"))
    nesting.close()
    return content


class _Reader:
    """One content stream; a form XObject is read by another one under the same marks."""

    def __init__(
        self, content: PageContent, nesting: Nesting, shelf: FontShelf, start: Matrix
    ) -> None:
        self.content = content
        self.nesting = nesting
        self.shelf = shelf
        self.state = TextState(content.number, start)
        self.resources: Any = None
        self._pen: Point = (0, 0)
        self._path: list[Rule] = []

    def read(self, stream: Any, resources: Any) -> None:
        self.resources = resources
        try:
            instructions = [
                (str(instruction.operator), list(instruction.operands))
                for instruction in pikepdf.parse_content_stream(stream)
            ]
        except (pikepdf.PdfError, TypeError, UnicodeDecodeError) as error:
            self.content.faults.append(f"content: page {self.content.number}: {error}")
            return
        for operator, operands in instructions:
            self._carry_out(operator, operands)

    def _carry_out(self, operator: str, operands: list[Any]) -> None:
        self.state.follow(operator, operands)
        match operator, operands:
            case "Tf", [font, size]:
                found = entry(self.resources, "/Font", str(font))
                self.state.set(font=self.shelf.of(found), size=float(size))
            case (("Tj" | "'"), [shown]):
                self._show(operator, [shown])
            case "TJ", [pieces]:
                self._show(operator, list(pieces))
            case '"', [words, letters, shown]:
                self.state.set(word_space=float(words), letter_space=float(letters))
                self._show(operator, [shown])
            case "Do", [drawn]:
                self._draw(entry(self.resources, "/XObject", str(drawn)))
            case "m", [across, up]:
                self._pen = self._on_page(across, up)
            case "l", [across, up]:
                begun, self._pen = self._pen, self._on_page(across, up)
                self._path.append((*begun, *self._pen))
            case _ if operator in PAINTING:
                self.nesting.paint(operator)
                if operator in STROKING:
                    self.content.rules += self._path
                self._path = []
        self.nesting.follow(operator, operands, entry(self.resources, "/Properties"))

    def _on_page(self, across: Any, up: Any) -> Point:
        placed = times((1, 0, 0, 1, float(across), float(up)), self.state.now.matrix)
        return placed[4:]

    def _show(self, operator: str, pieces: list[Any]) -> None:
        now = self.state.now
        for piece in pieces:
            if isinstance(piece, pikepdf.String):
                glyphs = list(now.font.glyphs(bytes(piece))) if now.font else []
                placed = self.state.advance(glyphs)
                font = now.font.name if now.font else ""
                shown = Shown(tuple(glyphs), font, placed, tuple(self.nesting.marks))
                self.content.shown.append(shown)
                if bytes(piece):
                    self.nesting.paint(operator)
            else:
                self.state.shift(-float(piece) / 1000 * now.size)

    def _draw(self, drawn: Any) -> None:
        if not isinstance(drawn, Stream) or name(drawn, "/Subtype") != "Form":
            self.nesting.paint("Do")
            return
        if self.nesting.forms == DEEPEST:
            self.content.faults.append(f"content: page {self.content.number}: forms without end")
            return
        start = times(matrix(items(drawn, "/Matrix") or IDENTITY), self.state.now.matrix)
        inner = _Reader(self.content, self.nesting, self.shelf, start)
        own = entry(drawn, "/Resources")
        self.nesting.forms += 1
        inner.read(drawn, own if isinstance(own, Dictionary) else self.resources)
        self.nesting.forms -= 1
