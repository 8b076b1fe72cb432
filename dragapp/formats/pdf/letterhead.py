"""The letterhead: the coat of arms, and below it the institution's name, address and numbers."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dragapp.annex.blocks import Letterhead
from dragapp.formats.pdf import styles
from dragapp.formats.pdf.fonts import Style, printable
from dragapp.formats.pdf.page import Sheet
from dragapp.formats.pdf.paragraph import paragraph
from dragapp.formats.pdf.pen import Pen
from dragapp.formats.pdf.picture import Picture, picture
from dragapp.formats.pdf.piece import Piece
from dragapp.formats.pdf.structure import Element, Structure
from dragapp.formats.pdf.words import plain_words

_AFTER = 18.0


@dataclass(frozen=True, slots=True)
class Arms:
    """The coat of arms in the middle of a page's text, as large on every sheet."""

    picture: Picture
    sheet: Sheet
    element: Element
    after: float
    before: float = 0.0
    with_next: bool = True
    with_previous: bool = False

    @property
    def height(self) -> float:
        """The height of the picture."""
        return self.picture.height / self.sheet.scale

    def split(self, room: float, *, force: bool = False) -> tuple[Arms | None, Arms | None]:
        """Put all of it or nothing."""
        return (self, None) if force or self.height <= room else (None, self)

    def draw(self, pen: Pen, left: float, top: float) -> None:
        """Draw the picture."""
        width = self.picture.width / self.sheet.scale
        left += (self.sheet.width - width) / 2
        pen.picture(self.picture.dots, left, top - self.height, width, self.height, self.element)


def letterhead(block: Letterhead, sheet: Sheet, structure: Structure) -> list[Piece]:
    """Set the arms, the institution's name in bold, then the other lines in smaller type.

    The name is the first line and those after it that are typed in capitals. Raise ExportError
    where the arms cannot be drawn.
    """
    pieces: list[Piece] = []
    if block.arms:
        element = structure.plain("Figure")
        element.alt = " ".join(printable(block.alt).split()) or "Stema"
        after = 6.0 if block.lines else _AFTER
        pieces.append(Arms(picture(block.arms), sheet, element, after))
    named = True
    for place, line in enumerate(block.lines):
        named = named and (place == 0 or line.isupper())
        style = Style.BOLD if named else Style.REGULAR
        manner = styles.LETTERHEAD if named else styles.LETTERHEAD_DETAIL
        if place == len(block.lines) - 1:
            manner = replace(manner, after=_AFTER)
        element = structure.plain()
        pieces.append(paragraph(plain_words(line, style), manner, sheet.width, element=element))
    return pieces
