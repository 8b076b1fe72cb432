"""A document's pages drawn into a PDF file's bytes."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from io import BytesIO

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from dragapp.annex.blocks import Document
from dragapp.formats.pdf import archive, fonts
from dragapp.formats.pdf.assemble import assemble
from dragapp.formats.pdf.made import Made
from dragapp.formats.pdf.page import draw_furniture
from dragapp.formats.pdf.paginate import Page
from dragapp.formats.pdf.pen import Pen
from dragapp.formats.pdf.structure import Structure
from dragapp.formats.steps import Steps, count, part
from dragapp.progress import Progress, silent

#: How much of the work is done when all is laid out, and when all pages are drawn.
_LAID_OUT, _DRAWN = 0.6, 0.95


def render(document: Document, day: date, progress: Progress = silent) -> Made:
    """Make the PDF file of a document; the same document and day give the same bytes."""
    with _uncollected():
        return _render(document, day, progress)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Leave out the search for cycles: all that is made is in use until the end."""
    searched = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searched:
            gc.enable()


def _render(document: Document, day: date, progress: Progress) -> Made:
    fonts.load()
    archive.install()
    structure = Structure()
    steps = Steps(part(progress, 0.0, _LAID_OUT), count(document.blocks))
    pages = assemble(document, structure, steps)
    canvas = _canvas(document, day)
    pen = _draw(canvas, document, pages, part(progress, _LAID_OUT, _DRAWN))
    data = archive.finish(canvas, structure.root, pen.marked, pen.links)
    progress(1.0)
    return Made(data, tuple(pen.spots))


def _draw(canvas: Canvas, document: Document, pages: list[Page], progress: Progress) -> Pen:
    pen = Pen(canvas)
    mark = fonts.printable(document.mark)
    head, foot = fonts.printable(document.running_head), fonts.printable(document.running_foot)
    steps = Steps(progress, len(pages))
    for number, page in enumerate(steps.over(pages), start=1):
        sheet = page.sheet
        canvas.setPageSize(sheet.paper)
        pen.enlarge(sheet.scale)
        for piece, down in page.pieces:
            piece.draw(pen, sheet.left, sheet.body_top - down)
        draw_furniture(pen, sheet, mark, head, foot, number, len(pages))
        pen.turn()
    progress(1.0)
    return pen


def _canvas(document: Document, day: date) -> Canvas:
    # ASCII armour would make the file a quarter larger and serves no reader of today.
    rl_config.useA85 = 0
    canvas = Canvas(
        BytesIO(),
        pageCompression=1,
        invariant=1,
        initialFontName=fonts.SERIF[0],
        lang=archive.LANGUAGE,
        pdfVersion=(1, 7),
    )
    # Without an hour: whoever makes the file again the same day gets the same.
    canvas._doc._timeStamp.YMDhms = (day.year, day.month, day.day, 0, 0, 0)  # noqa: SLF001
    # Archives want a title; where nobody typed one, the foot of the pages says what this is.
    canvas.setTitle(_one_line(document.title) or _one_line(document.running_foot) or "Document")
    canvas.setAuthor(_one_line(document.author))
    canvas.setSubject(_one_line(document.subject))
    canvas.setCreator("dragapp")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas


def _one_line(text: str) -> str:
    return " ".join(fonts.printable(text).split())
