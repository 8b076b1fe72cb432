"""The printed document as a PDF file.

Importing this package costs nothing: reportlab is loaded when the first file is written. Blocks
become pieces (`story`), pieces are put on pages (`paginate`) and drawn (`render`).
"""

from __future__ import annotations

from pathlib import Path

from dragapp.annex.blocks import Document
from dragapp.formats.replacing import replacing


def write_pdf(document: Document, path: Path) -> None:
    """Write a document as a PDF file of A4 pages, replacing the file only when it is whole.

    The same document always gives the same bytes. Raise ExportError when the operating system
    refuses.
    """
    from dragapp.formats.pdf.render import render

    data = render(document)
    with replacing(path) as temporary:
        temporary.write_bytes(data)
