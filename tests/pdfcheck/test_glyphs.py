"""What the codes of a font stand for, and how wide they are."""

from __future__ import annotations

import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from tests.pdfcheck.glyphs import Font
from tests.pdfcheck.unicode_map import read_map


@pytest.mark.parametrize(
    ("cmap", "found"),
    [
        (b"1 beginbfchar <01> <0219> endbfchar", {1: "ș"}),
        (b"1 beginbfchar <01> <00660069> endbfchar", {1: "fi"}),
        (b"1 beginbfchar <0001> <D83D DE00> endbfchar", {1: "😀"}),
        (b"1 beginbfrange <20> <22> <0041> endbfrange", {32: "A", 33: "B", 34: "C"}),
        (b"1 beginbfrange <20> <21> [<0041> <021B>] endbfrange", {32: "A", 33: "ț"}),
        (
            b"1 beginbfchar <01> <0041> endbfchar 1 beginbfchar <02> <0042> endbfchar",
            {1: "A", 2: "B"},
        ),
        (b"nothing of the kind", {}),
    ],
)
def test_a_map_is_read(cmap: bytes, found: dict[int, str]) -> None:
    assert read_map(cmap) == found


def test_a_simple_font_has_a_code_in_each_byte() -> None:
    descriptor = Dictionary(MissingWidth=250)
    font = Font(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.TrueType,
            FirstChar=32,
            Widths=Array([300, 400]),
            FontDescriptor=descriptor,
        )
    )
    glyphs = list(font.glyphs(b" !z"))
    assert [glyph.width for glyph in glyphs] == [300, 400, 250]
    assert [glyph.is_space for glyph in glyphs] == [True, False, False]
    assert [glyph.text for glyph in glyphs] == [None] * 3


def test_a_composite_font_has_a_code_in_two_bytes() -> None:
    with Pdf.new() as pdf:
        below = Dictionary(W=Array([32, Array([300, 400]), 256, 258, 500]), DW=600)
        cmap = pdf.make_stream(b"1 beginbfchar <0100> <0103> endbfchar")
        font = Font(
            Dictionary(
                Type=Name.Font, Subtype=Name.Type0, DescendantFonts=Array([below]), ToUnicode=cmap
            )
        )
        glyphs = list(font.glyphs(b"\x00\x20\x00\x21\x01\x00\x02\x00"))
    assert [glyph.width for glyph in glyphs] == [300, 400, 500, 600]
    assert [glyph.text for glyph in glyphs] == [None, None, "ă", None]
    assert not any(glyph.is_space for glyph in glyphs)
