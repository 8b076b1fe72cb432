"""A document's pages drawn into a PDF file's bytes."""

from __future__ import annotations

from io import BytesIO

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from dragapp.annex.blocks import Document
from dragapp.formats.pdf import fonts
from dragapp.formats.pdf.page import UPRIGHT, draw_furniture
from dragapp.formats.pdf.paginate import Page, paginate
from dragapp.formats.pdf.pen import Pen
from dragapp.formats.pdf.story import runs


def render(document: Document) -> bytes:
    """Return the PDF file of a document; the same document gives the same bytes."""
    fonts.load()
    pages = [page for sheet, pieces in runs(document.blocks) for page in paginate(pieces, sheet)]
    return _draw(document, pages or [Page(UPRIGHT)])


def _draw(document: Document, pages: list[Page]) -> bytes:
    canvas = _canvas(document)
    pen = Pen(canvas)
    head, foot = fonts.printable(document.running_head), fonts.printable(document.running_foot)
    for number, page in enumerate(pages, start=1):
        sheet = page.sheet
        canvas.setPageSize(sheet.size)
        for piece, down in page.pieces:
            piece.draw(pen, sheet.left, sheet.body_top - down)
        draw_furniture(pen, sheet, head, foot, number, len(pages))
        canvas.showPage()
    return bytes(canvas.getpdfdata())


def _canvas(document: Document) -> Canvas:
    # ASCII armour would make the file a quarter larger and serves no reader of today.
    rl_config.useA85 = 0
    canvas = Canvas(
        BytesIO(),
        pageCompression=1,
        invariant=1,
        initialFontName=fonts.SERIF[0],
        lang="ro-RO",
        pdfVersion=(1, 7),
    )
    canvas.setTitle(_one_line(document.title))
    canvas.setAuthor(_one_line(document.author))
    canvas.setSubject(_one_line(document.subject))
    canvas.setCreator("dragapp")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas


def _one_line(text: str) -> str:
    return " ".join(fonts.printable(text).split())
