"""The printed document as an Excel workbook: a sheet for each table, the rest chapter by chapter.

The sheets are for reading, printing and reckoning on; they are not read back into a plan.
"""

from __future__ import annotations

from pathlib import Path

from dragapp.annex.blocks import Document
from dragapp.formats.replacing import replacing


def write_workbook(document: Document, path: Path) -> None:
    """Write the document to an .xlsx file, replacing one that is there.

    The same document always gives the same bytes. Raise ExportError when the file cannot be
    written; what stood there before is then untouched.
    """
    from dragapp.formats.xlsx.workbook import save

    with replacing(path) as temporary:
        save(document, temporary)
