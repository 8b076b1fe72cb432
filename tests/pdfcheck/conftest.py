"""A file that conforms, for the faults to be planted in."""

from __future__ import annotations

from datetime import date

import pytest

from dragapp.annex.build import annex
from dragapp.examples import example
from dragapp.formats.pdf import pdf_bytes


@pytest.fixture(scope="session")
def conforming() -> bytes:
    """Return a file of ours with one of each thing that a fault may be planted in.

    It has two pages or more; on the first, paragraphs of justified text with a soft hyphen at the
    end of a line, each in one marked content; a list with labels; headings of two levels; bookmarks
    of two levels; and a table with a header of two rows, one cell of which spans both.
    """
    return pdf_bytes(annex(example("piatra-neamt-2021")), day=date(2026, 1, 2))
