"""Faults of the fonts."""

from __future__ import annotations

from pikepdf import Dictionary, Name, Pdf

from tests.pdfcheck.planted.planting import fonts, in_pdf


@in_pdf("font-embedded", "archive-font")
def font_taken_out(pdf: Pdf) -> None:
    for font in fonts(pdf):
        del font.FontDescriptor.FontFile2


@in_pdf("font-embedded", "font-subset")
def helvetica_that_nobody_uses(pdf: Pdf) -> None:
    helvetica = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    pdf.pages[0].resources.Font["/F9"] = helvetica


@in_pdf("font-unicode", "glyph-unicode")
def no_map_to_unicode(pdf: Pdf) -> None:
    for font in fonts(pdf):
        del font.ToUnicode
