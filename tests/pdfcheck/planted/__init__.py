"""Every fault that the checker names, each with ways of putting it into a file that has none."""

from __future__ import annotations

from tests.pdfcheck.planted import (
    archive,
    content,
    document,
    elements,
    file,
    fonts,
    links,
    metadata,
    structure,
    tables,
    text,
)
from tests.pdfcheck.planted.planting import PLANTED, Planted, rewritten, untouched

PARTS = (
    archive, content, document, elements, file, fonts, links, metadata, structure, tables, text,
)  # fmt: skip
"""The modules that note what they plant when they are imported."""
__all__ = ["PARTS", "PLANTED", "Planted", "rewritten", "untouched"]
