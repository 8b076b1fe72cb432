"""The text as it is read out: whole words, one block after the other."""

from __future__ import annotations

import pytest
from pikepdf import Pdf, String

from tests.pdfcheck import check, reading
from tests.pdfcheck.blocks import Piece
from tests.pdfcheck.geometry import Placed
from tests.pdfcheck.planted import rewritten
from tests.pdfcheck.planted.additions import add_figure, add_link
from tests.pdfcheck.planted.planting import edit
from tests.pdfcheck.text import between, said_by


def test_words_are_whole_and_apart(conforming: bytes) -> None:
    said = reading(conforming)
    assert said
    for block in said:
        assert "\u00ad" not in block
        assert block == " ".join(block.split())


def test_a_link_is_read_in_its_sentence(conforming: bytes) -> None:
    assert reading(rewritten(conforming, add_link)) == reading(conforming)


def test_the_words_for_a_picture_are_read_in_its_place(conforming: bytes) -> None:
    with_picture = reading(rewritten(conforming, add_figure))
    changed = [
        one for one, other in zip(with_picture, reading(conforming), strict=True) if one != other
    ]
    assert changed == ["Stema comunei"]


def test_a_text_in_place_of_a_mark_is_read_once(conforming: bytes) -> None:
    def spelt(pdf: Pdf) -> None:
        around = rb"\1 /Span <</ActualText (spus)>> BDC \2 EMC "
        edit(pdf, rb"(?s)(/P <</MCID \d+>> BDC)(.*?)(?=EMC)", around)

    assert check(rewritten(conforming, spelt)) == []
    assert reading(rewritten(conforming, spelt))[0] == "spus"


def test_a_text_in_place_of_an_element_is_read(conforming: bytes) -> None:
    def spelt(pdf: Pdf) -> None:
        add_figure(pdf).ActualText = String("Stema, în culori")

    assert "Stema, în culori" in reading(rewritten(conforming, spelt))


def piece(text: str, across: float, up: float, page: int = 1) -> Piece:
    placed = Placed(page, (across, up), (across + 10, up), (1, 0), 12)
    return Piece(text, placed, placed, ())


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        (piece("Grad", 0, 100), piece("de ocupare", 0, 86), "words-joined"),
        (piece("Grad ", 0, 100), piece("de ocupare", 0, 86), ""),
        (piece("Grad", 0, 100), piece(" de ocupare", 0, 86), ""),
        (piece("Grad", 0, 20), piece("de ocupare", 0, 800, page=2), "words-joined"),
        (piece("ocu\u00ad", 0, 100), piece("pare", 0, 86), ""),
        (piece("dintr-", 0, 100), piece("un", 0, 86), ""),
        (piece("cu- ", 0, 100), piece("prinse", 0, 86), "hyphen-said"),
        (piece("2023 - ", 0, 100), piece("prezent", 0, 86), ""),
        (piece("Nr.", 0, 100), piece("crt.", 10.2, 100), ""),
        (piece("Nr.", 0, 100), piece("crt.", 15, 100), "words-joined"),
        (piece("Nr.", 30, 100), piece("crt.", 0, 100), "words-joined"),
        (piece("mp", 0, 100), piece("2", 10, 104), ""),
        (piece("a" * 30, 0, 100), piece("a" * 30, 0, 86), ""),
    ],
)
def test_words_run_together_or_do_not(before: Piece, after: Piece, fault: str) -> None:
    assert between(before, after) == fault


def test_soft_hyphens_are_not_said() -> None:
    assert said_by([piece("ocu\u00ad", 0, 100), piece("pare  acum", 0, 86)]) == "ocupare acum"
