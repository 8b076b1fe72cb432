"""The whole manual on paper."""

from __future__ import annotations

import pytest

from dragapp.annex.blocks import Grid, Heading, Text
from dragapp.formats.pdf import pdf_bytes
from dragapp.manual.pages import manual
from dragapp.manual.printed import document
from tests.pdfcheck import check, misplaced


def test_every_page_is_printed_under_its_chapter() -> None:
    blocks = document(manual()).blocks
    headings = [block for block in blocks if isinstance(block, Heading)]
    chapters = ["".join(run.text for run in each.text) for each in headings if each.level == 0]
    pages = ["".join(run.text for run in each.text) for each in headings if each.level == 1]
    assert chapters == list(manual().chapters())
    assert pages == [page.title for page in manual().pages]
    assert any(isinstance(block, Grid) for block in blocks)
    labels = {block.label for block in blocks if isinstance(block, Text)}
    assert {"", "•", "1.", "2."} <= labels


@pytest.mark.slow
def test_the_pdf_is_for_archives_and_for_everyone() -> None:
    data = pdf_bytes(document(manual()))
    assert check(data) == []
    assert misplaced(data) == []
