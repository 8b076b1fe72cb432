"""Running heads and feet: not part of the text, and told apart (PDF/UA-1 7.8)."""

from __future__ import annotations

from collections.abc import Iterator

from tests.pdfcheck.objects import number
from tests.pdfcheck.opened import Opened

HEAD, FOOT = 1.9 * 72 / 2.54, 1.25 * 72 / 2.54
"""No sheet has lines this near its upper and lower edge, in points, but running heads and feet."""


def faults(opened: Opened) -> Iterator[str]:
    """Yield the heads and feet that do not say what they are, one line for each kind of mark."""
    told: dict[str, None] = {}
    for page, content in zip(opened.pdf.pages, opened.contents, strict=True):
        bottom, top = number(page.mediabox[1]), number(page.mediabox[3])
        for shown in content.shown:
            up = shown.placed.start[1]
            place = "Header" if up > top - HEAD else "Footer" if up < bottom + FOOT else ""
            marks = {mark.artifact for mark in shown.marks if mark.is_artifact}
            if place and shown.text.strip() and marks != {f"Pagination/{place}"}:
                kinds = ", ".join(marks) or "text"
                told.setdefault(f"running-head: a {place} is marked as {kinds}")
    yield from told
