"""A PDF file open for drawing its pages."""

from __future__ import annotations

from dataclasses import dataclass

from pypdfium2 import PdfDocument

from dragapp.annex.build import annex
from dragapp.formats.pdf import pdf_made
from dragapp.formats.pdf.made import Spot
from dragapp.preview.messages import Job, Pages, Picture, Wanted
from dragapp.progress import Progress


@dataclass(frozen=True, slots=True)
class Drawing:
    """The pages of one job; to be closed."""

    number: int
    _file: PdfDocument
    _spots: tuple[Spot, ...]

    def pages(self) -> Pages:
        """Tell what pages there are."""
        count = range(len(self._file))
        sizes = tuple(self._file.get_page_size(place) for place in count)
        return Pages(self.number, sizes, self._spots)

    def picture(self, wanted: Wanted) -> Picture:
        """Draw a page; raise IndexError where there is none."""
        if not 0 <= wanted.page < len(self._file):
            raise IndexError(wanted.page)
        page = self._file[wanted.page]
        bitmap = page.render(scale=wanted.scale, prefer_bgrx=True)
        try:
            pixels = bytes(bitmap.buffer)
            return Picture(wanted, bitmap.width, bitmap.height, bitmap.stride, pixels)
        finally:
            bitmap.close()
            page.close()

    def close(self) -> None:
        """Give the file's memory back."""
        self._file.close()


def drawing(job: Job, progress: Progress) -> Drawing:
    """Make the pages of a job; raise whatever the renderer raises, and what `progress` does."""
    made = pdf_made(annex(job.plan, job.printout), progress, job.day)
    file = PdfDocument(made.data)
    if job.kept is None:
        return Drawing(job.number, file, made.spots)
    kept = PdfDocument(job.kept)
    same = _same(kept, file, progress)
    spots = tuple(spot for spot in made.spots if spot.page in same)
    file.close()
    return Drawing(job.number, kept, spots)


def _same(one: PdfDocument, other: PdfDocument, progress: Progress) -> set[int]:
    """Return the pages that say the same in both: what is known of one holds for the other."""
    same = set()
    for place in range(min(len(one), len(other))):
        progress(1.0)
        if _text(one, place) == _text(other, place):
            same.add(place)
    return same


def _text(file: PdfDocument, place: int) -> str:
    page = file[place]
    text = page.get_textpage()
    try:
        return str(text.get_text_range())
    finally:
        text.close()
        page.close()
