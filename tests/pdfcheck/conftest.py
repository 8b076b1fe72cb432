"""A file that conforms, for the faults to be planted in."""

from __future__ import annotations

from datetime import date

import pytest

from dragapp.formats.pdf import pdf_bytes
from tests.pdfcheck.specimen import specimen


@pytest.fixture(scope="session")
def conforming() -> bytes:
    """Return the specimen as we make it."""
    return pdf_bytes(specimen(), day=date(2026, 1, 2))
