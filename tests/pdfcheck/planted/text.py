"""Faults of the words: letters that stand for nothing, and words that run together."""

from __future__ import annotations

from typing import Any

from pikepdf import Name, Pdf, String

from tests.pdfcheck.planted.planting import edit, elements, fonts, in_pdf, rewrite

IN_PARAGRAPH = rb"(?s)(/P <</MCID \d+>> BDC.*?)"


def _letter_i(pdf: Pdf, stands_for: bytes) -> None:
    for font in fonts(pdf):
        if b"<0069>" in font.ToUnicode.read_bytes():
            rewrite(font.ToUnicode, b"<0069>", b"<" + stands_for + b">")


@in_pdf("glyph-unicode")
def letter_for_nothing(pdf: Pdf) -> None:
    _letter_i(pdf, b"0000")


@in_pdf("glyph-unicode")
def letter_for_a_byte_order_mark(pdf: Pdf) -> None:
    _letter_i(pdf, b"FEFF")


@in_pdf("glyph-unsayable")
def letter_for_a_control(pdf: Pdf) -> None:
    _letter_i(pdf, b"0007")


@in_pdf("glyph-unsayable")
def letter_for_an_unknown_one(pdf: Pdf) -> None:
    _letter_i(pdf, b"FFFD")


@in_pdf("glyph-private")
def private_letter(pdf: Pdf) -> None:
    _letter_i(pdf, b"E000")


@in_pdf("words-joined")
def line_without_its_last_space(pdf: Pdf) -> None:
    edit(pdf, IN_PARAGRAPH + rb"(\w) \) Tj", rb"\1\2) Tj")


@in_pdf("words-joined")
def gap_in_place_of_a_space(pdf: Pdf) -> None:
    edit(pdf, IN_PARAGRAPH + rb"\((\w+)(\w[^()]*)\) Tj", rb"\1[(\2) -900 (\3)] TJ")


@in_pdf("hyphen-said")
def hyphen_with_a_space(pdf: Pdf) -> None:
    for font in fonts(pdf):
        if b"<00AD>" in font.ToUnicode.read_bytes():
            rewrite(font.ToUnicode, b"<00AD>", b"<002D0020>")


def _spelt(element: Any) -> str:
    if Name.Lbl != element.S:
        return "text"
    return "1." if element.P.P.A.ListNumbering == Name.Decimal else "•"


def say_another_text(pdf: Pdf) -> None:
    """Make the letters private, each with a text in its place: on an element or on the mark."""
    _letter_i(pdf, b"E000")
    for element in elements(pdf):
        if any(isinstance(kid, int) for kid in element.get("/K", ())):
            element.ActualText = String(_spelt(element))
    for page in range(len(pdf.pages)):
        artifact = b"/Artifact <</ActualText (text)>> BDC"
        edit(pdf, rb"/Artifact (?:<<[^>]*>> BDC|BMC)", artifact, page, count=0)
