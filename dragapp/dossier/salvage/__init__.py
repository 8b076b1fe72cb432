"""What is still there of a damaged dossier, brought into a new file.

`salvaging.salvage` is the whole of it. The damaged file is only read, byte by byte; SQLite sees a
private copy. How pages, cells and records are laid out: https://www.sqlite.org/fileformat2.html.
"""

from __future__ import annotations

from dragapp.dossier.salvage.report import Report
from dragapp.dossier.salvage.salvaging import salvage

__all__ = ["Report", "salvage"]
