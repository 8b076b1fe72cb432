"""The printed document as a PDF file.

Importing this package costs nothing: reportlab is loaded when the first file is made. Blocks become
pieces (`story`), pieces are put on pages (`paginate`) and drawn (`render`).
"""

from __future__ import annotations

from datetime import date

from dragapp.annex.blocks import Document
from dragapp.formats.pdf.made import Made
from dragapp.progress import Progress, silent


def pdf_bytes(document: Document, progress: Progress = silent, day: date | None = None) -> bytes:
    """Return a document as a PDF file of A4 pages, made on a day, today where none is given.

    The file is for archives and for everyone (PDF/A-2a, PDF/UA-1). The same document and day give
    the same bytes.
    """
    return pdf_made(document, progress, day).data


def pdf_made(document: Document, progress: Progress = silent, day: date | None = None) -> Made:
    """Make the file as `pdf_bytes` does, and tell where in it the sections are."""
    from dragapp.formats.pdf.render import render

    return render(document, day or date.today(), progress)
