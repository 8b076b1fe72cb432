"""The printed document as an Excel workbook: a sheet for each table, the rest chapter by chapter.

The sheets are for reading, printing and reckoning on; they are not read back into a plan.
"""

from __future__ import annotations

from dragapp.annex.blocks import Document
from dragapp.progress import Progress, silent


def xlsx_bytes(document: Document, progress: Progress = silent) -> bytes:
    """Return the document as an .xlsx file; the same document gives the same bytes."""
    from dragapp.formats.xlsx.workbook import packed

    return packed(document, progress)
