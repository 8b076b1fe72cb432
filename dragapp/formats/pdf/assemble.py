"""A document laid out on its pages, with a list of contents where one is wanted and worth it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, takewhile

from dragapp.annex.blocks import AnnexLine, Block, Document, Letterhead, PageTurn, Title
from dragapp.formats.pdf.contents import DEEPEST, LOOKS, Contents, contents
from dragapp.formats.pdf.links import Target
from dragapp.formats.pdf.page import Sheet, sheet_for
from dragapp.formats.pdf.paginate import Page, paginate
from dragapp.formats.pdf.paragraph import Paragraph
from dragapp.formats.pdf.piece import Piece
from dragapp.formats.pdf.story import runs
from dragapp.formats.pdf.structure import Structure
from dragapp.formats.steps import UNFOLLOWED, Steps

#: A document of no more pages needs no list of contents.
FEW = 10


def assemble(document: Document, structure: Structure, steps: Steps = UNFOLLOWED) -> list[Page]:
    """Return a document's pages, at least one; what stands on them is added to the structure."""
    layout = document.layout
    front, text = _divided(document.blocks)
    opening = runs(front, structure, steps, layout)
    aside = structure.aside()
    body = runs(text, structure, steps, layout)
    paged = [paginate(pieces, sheet) for sheet, pieces in _joined(opening, body)]
    pages = list(chain.from_iterable(paged))
    if layout.contents and len(pages) > FEW and (list_ := contents(text, aside)):
        sheet, pieces = body[0]
        first = _first_pages(opening, list_, sheet)
        # Only the text that shared a page with the front matter is put on pages anew.
        later = paged[len(paged) - len(body) + 1 :]
        pages = [*first, *paginate(pieces, sheet), *chain.from_iterable(later)]
        for entry, target in zip(list_.entries, _headings(pages, len(first)), strict=True):
            entry.target = target
    return pages or [Page(sheet_for(layout, landscape=False))]


def _divided(blocks: Sequence[Block]) -> tuple[list[Block], list[Block]]:
    """Divide a document after its front matter; both parts know how the first page lies."""
    turns = list(takewhile(lambda block: isinstance(block, PageTurn), blocks))
    rest = blocks[len(turns) :]
    front = list(takewhile(lambda block: isinstance(block, Letterhead | AnnexLine | Title), rest))
    return [*turns, *front], [*turns, *rest[len(front) :]]


def _joined(
    opening: list[tuple[Sheet, list[Piece]]], body: list[tuple[Sheet, list[Piece]]]
) -> list[tuple[Sheet, list[Piece]]]:
    """Join two runs that follow each other on the same sheets."""
    if opening and body and opening[-1][0] == body[0][0]:
        sheet, pieces = opening[-1]
        return [*opening[:-1], (sheet, pieces + body[0][1]), *body[1:]]
    return opening + body


def _first_pages(
    opening: list[tuple[Sheet, list[Piece]]], list_: Contents, sheet: Sheet
) -> list[Page]:
    """Put the list below the front matter, set as loosely as takes no more pages."""
    sheet, front = opening[0] if opening else (sheet, [])
    closest = paginate(front + list_.pieces(LOOKS[-1], sheet), sheet)
    for look in LOOKS:
        pages = paginate(front + list_.pieces(look, sheet), sheet)
        last, down = pages[-1].pieces[-1]
        if len(pages) == len(closest) and down + last.height <= sheet.height:
            return pages
    return closest


def _headings(pages: Sequence[Page], start: int) -> Iterator[Target]:
    """Yield where the headings that a list of contents names stand, from a page on."""
    for number, page in enumerate(pages[start:], start):
        for piece, down in page.pieces:
            if isinstance(piece, Paragraph) and piece.outline and piece.outline[1] <= DEEPEST:
                yield Target(number, (page.sheet.body_top - down) * page.sheet.scale)
