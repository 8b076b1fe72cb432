"""Ink in the margins, text over text and rules through text are seen."""

from __future__ import annotations

import pytest
from pikepdf import Pdf

from tests.pdfcheck.ink import misplaced
from tests.pdfcheck.planted import rewritten
from tests.pdfcheck.planted.planting import draw, edit


def test_in_a_careful_document_everything_has_its_place(conforming: bytes) -> None:
    assert misplaced(conforming) == []


@pytest.mark.parametrize(
    ("drawn", "fault"),
    [
        (b"BT /F1+0 12 Tf 1 0 0 1 540 60 Tm (Indicatori) Tj ET", "margin"),
        (b"BT /F1+0 12 Tf 1 0 0 1 20 300 Tm (Indicatori) Tj ET", "margin"),
        (b"BT /F1+0 12 Tf 1 0 0 1 700 300 Tm (Indicatori) Tj ET", "margin"),
        (b"BT /F1+0 12 Tf 1 0 0 1 90 830 Tm (Indicatori) Tj ET", "margin"),
        (b"BT /F1+0 12 Tf 1 0 0 1 90 8 Tm (Indicatori) Tj ET", "margin"),
        (b"5 5 m 590 5 l S", "margin"),
        (b"BT /F1+0 12 Tf 1 0 0 1 90 50 Tm (Indicatori) Tj 1 0 0 1 120 52 Tm (Termen) Tj ET",
         "covered"),
        (b"BT /F1+0 12 Tf 1 0 0 1 90 50 Tm (Indicatori) Tj ET 110 40 m 110 70 l S", "crossed"),
        (b"q 2 0 0 2 0 0 cm BT /F1+0 6 Tf 1 0 0 1 45 25 Tm (Termen) Tj ET 40 27 m 90 27 l S Q",
         "crossed"),
    ],
)  # fmt: skip
def test_what_lies_elsewhere_is_seen(conforming: bytes, drawn: bytes, fault: str) -> None:
    found = misplaced(rewritten(conforming, lambda pdf: draw(pdf, drawn)))
    assert {line.partition(":")[0] for line in found} == {fault}


def test_neighbours_on_a_line_do_not_cover_each_other(conforming: bytes) -> None:
    def shown(pdf: Pdf) -> None:
        draw(pdf, b"BT /F1+0 12 Tf 1 0 0 1 90 50 Tm (Nr. crt. ) Tj (Termen) Tj ET")

    assert misplaced(rewritten(conforming, shown)) == []


def test_a_text_said_twice_in_the_same_place_is_seen(conforming: bytes) -> None:
    def doubled(pdf: Pdf) -> None:
        edit(pdf, rb"(?s)(/P <</MCID 0>> BDC)(.*?)(EMC)", rb"\1\2\2\3")

    assert [line.partition(":")[0] for line in misplaced(rewritten(conforming, doubled))] == [
        "covered"
    ]
