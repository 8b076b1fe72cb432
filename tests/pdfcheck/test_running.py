"""Running heads and feet say that they are none of the text, and which of the two they are."""

from __future__ import annotations

import pytest
from pikepdf import Pdf

from tests.pdfcheck.opened import opened
from tests.pdfcheck.planted import rewritten
from tests.pdfcheck.planted.planting import draw, edit
from tests.pdfcheck.running import faults

HEAD = b"BT /F1+0 9 Tf 1 0 0 1 90 %d Tm (Anexa) Tj ET"


def test_heads_and_feet_are_told_apart(conforming: bytes) -> None:
    assert list(faults(opened(conforming))) == []


def test_a_foot_that_is_not_told_apart_is_seen(conforming: bytes) -> None:
    def plain(pdf: Pdf) -> None:
        edit(pdf, rb"/Subtype */Footer", b"")

    found = list(faults(opened(rewritten(conforming, plain))))
    assert found == ["running-head: a Footer is marked as Pagination"]


@pytest.mark.parametrize(
    ("up", "mark", "right"),
    [
        (800, b"/Artifact <</Type/Pagination/Subtype/Header>> BDC", True),
        (800, b"/Artifact <</Type/Pagination/Subtype/Footer>> BDC", False),
        (800, b"/Artifact <</Type/Layout>> BDC", False),
        (800, b"/P BMC", False),
        (30, b"/Artifact <</Type/Pagination/Subtype/Footer>> BDC", True),
        (30, b"/Artifact BMC", False),
        (400, b"/Artifact BMC", True),
    ],
)
def test_what_stands_in_the_margin_must_say_what_it_is(
    conforming: bytes, up: int, mark: bytes, right: bool
) -> None:
    def drawn(pdf: Pdf) -> None:
        draw(pdf, mark + b" " + HEAD % up + b" EMC")

    before = set(faults(opened(conforming)))
    assert (set(faults(opened(rewritten(conforming, drawn)))) <= before) == right
