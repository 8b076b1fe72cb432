"""The printed document as a PDF file.

Importing this package costs nothing: reportlab is loaded when the first file is made. Blocks become
pieces (`story`), pieces are put on pages (`paginate`) and drawn (`render`).
"""

from __future__ import annotations

from dragapp.annex.blocks import Document
from dragapp.progress import Progress, silent


def pdf_bytes(document: Document, progress: Progress = silent) -> bytes:
    """Return a document as a PDF file of A4 pages; the same document gives the same bytes."""
    from dragapp.formats.pdf.render import render

    return render(document, progress)
