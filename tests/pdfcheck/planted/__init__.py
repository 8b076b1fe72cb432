"""Every fault that the checker names, each with ways of putting it into a file that has none."""

from __future__ import annotations

from tests.pdfcheck.planted import (
    archive,
    content,
    document,
    elements,
    file,
    fonts,
    metadata,
    structure,
    tables,
    text,
)
from tests.pdfcheck.planted.planting import PLANTED, Planting, rewritten

PARTS = (archive, content, document, elements, file, fonts, metadata, structure, tables, text)
"""The modules that note what they plant when they are imported."""
__all__ = ["PARTS", "PLANTED", "Planting", "rewritten"]
