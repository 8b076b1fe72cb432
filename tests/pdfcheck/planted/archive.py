"""Faults against PDF/A-2b that pikepdf's validator finds."""

from __future__ import annotations

from pikepdf import Array, Dictionary, Name, Pdf, String

from tests.pdfcheck.planted.additions import add_composite_font, add_link
from tests.pdfcheck.planted.planting import draw, fonts, in_bytes, in_pdf, replaced, rewrite


@in_bytes("archive-syntax")
def no_id(data: bytes) -> bytes:
    return replaced(data, rb"/ID(?=\s*\[)", b"/IX")


@in_bytes("archive-syntax")
def lzw(data: bytes) -> bytes:
    return replaced(data, rb"/FlateDecode", b"/LZWDecode  ")


@in_pdf("archive-syntax")
def content_in_another_file(pdf: Pdf) -> None:
    pdf.pages[0].obj.Contents.F = String("pagina.txt")


@in_pdf("archive-syntax")
def tiny_page(pdf: Pdf) -> None:
    pdf.pages[0].MediaBox = Array([0, 0, 2, 2])


@in_pdf("archive-content")
def unknown_operator(pdf: Pdf) -> None:
    draw(pdf, b"deseneaza")


@in_pdf("archive-content")
def font_that_is_not_there(pdf: Pdf) -> None:
    draw(pdf, b"/Artifact BMC BT /Lipsa 12 Tf (a) Tj ET EMC")


@in_pdf("archive-intent", "output-intent")
def profile_that_is_none(pdf: Pdf) -> None:
    pdf.Root.OutputIntents[0].DestOutputProfile.write(b"culori" * 40)


@in_pdf("archive-intent")
def profile_of_a_link(pdf: Pdf) -> None:
    profile = pdf.Root.OutputIntents[0].DestOutputProfile
    data = profile.read_bytes()
    profile.write(data[:12] + b"link" + data[16:])


@in_pdf("archive-colour")
def profile_of_inks(pdf: Pdf) -> None:
    pdf.Root.OutputIntents[0].DestOutputProfile.N = 4


@in_pdf("output-intent")
def profile_cut_short(pdf: Pdf) -> None:
    profile = pdf.Root.OutputIntents[0].DestOutputProfile
    profile.write(profile.read_bytes()[:-9])


@in_pdf("output-intent", "archive-colour")
def no_output_intent(pdf: Pdf) -> None:
    del pdf.Root.OutputIntents


@in_pdf("archive-colour")
def inks(pdf: Pdf) -> None:
    draw(pdf, b"/Artifact BMC 0 0 0 1 k 10 10 5 5 re f EMC")


@in_pdf("archive-state")
def transfer_function(pdf: Pdf) -> None:
    pdf.pages[0].resources.ExtGState = Dictionary(GS0=Dictionary(TR=Name.Identity))
    draw(pdf, b"/GS0 gs")


@in_pdf("archive-image")
def smoothed_image(pdf: Pdf) -> None:
    image = pdf.make_stream(b"\0", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1)
    image.ColorSpace, image.BitsPerComponent, image.Interpolate = Name.DeviceGray, 8, True
    pdf.pages[0].resources.XObject = Dictionary(Im0=image)
    draw(pdf, b"/Artifact BMC /Im0 Do EMC")


@in_pdf("archive-form")
def postscript(pdf: Pdf) -> None:
    form = pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
    form.Subtype2 = Name.PS
    pdf.pages[0].resources.XObject = Dictionary(Fm0=form)
    draw(pdf, b"/Artifact BMC /Fm0 Do EMC")


@in_pdf("archive-transparency", "transparency")
def unknown_blend(pdf: Pdf) -> None:
    pdf.pages[0].resources.ExtGState = Dictionary(GS0=Dictionary(BM=Name("/Amestec")))
    draw(pdf, b"/GS0 gs")


@in_pdf("archive-font")
def another_width(pdf: Pdf) -> None:
    for font in fonts(pdf):
        font.Widths = Array([float(width) + 3 for width in font.Widths])


@in_pdf("archive-font")
def glyph_that_is_not_there(pdf: Pdf) -> None:
    font = next(iter(pdf.pages[0].resources.Font))
    draw(pdf, f"/Artifact BMC BT {font} 9 Tf <ff> Tj ET EMC".encode())


@in_pdf("archive-font")
def glyph_for_what_is_not_there(pdf: Pdf) -> None:
    number = add_composite_font(pdf)
    number.CIDToGIDMap = pdf.make_stream(b"\0\0" * 400)


@in_pdf("archive-font")
def numbers_of_no_glyphs(pdf: Pdf) -> None:
    del add_composite_font(pdf).CIDToGIDMap


@in_pdf("archive-font")
def numbers_left_out(pdf: Pdf) -> None:
    descriptor = Dictionary(add_composite_font(pdf).FontDescriptor)
    descriptor.CIDSet = pdf.make_stream(b"\x80")
    font = pdf.pages[0].resources.Font["/Numere"]
    font.DescendantFonts[0].FontDescriptor = pdf.make_indirect(descriptor)


@in_pdf("archive-other")
def programme_that_is_none(pdf: Pdf) -> None:
    for font in fonts(pdf):
        font.FontDescriptor.FontFile2.write(b"litere" * 40)


@in_pdf("archive-font")
def symbols_with_an_encoding(pdf: Pdf) -> None:
    for font in fonts(pdf):
        font.Encoding = Name.WinAnsiEncoding


@in_pdf("archive-annotation")
def link_that_does_not_print(pdf: Pdf) -> None:
    add_link(pdf).F = 0


@in_pdf("archive-other", "unwanted")
def text_field(pdf: Pdf) -> None:
    pdf.Root.AcroForm = Dictionary(Fields=Array([]), NeedAppearances=True)


@in_pdf("archive-action")
def link_to_a_program(pdf: Pdf) -> None:
    annotation = add_link(pdf)
    del annotation.Dest
    annotation.A = Dictionary(S=Name.Launch, F=String("calc.exe"))


@in_pdf("archive-metadata")
def property_of_no_schema(pdf: Pdf) -> None:
    rewrite(pdf.Root.Metadata, rb"(<xmp:CreatorTool>)", rb"<xmp:Primar>x</xmp:Primar>\1")


@in_pdf("archive-other", "unwanted")
def attachment(pdf: Pdf) -> None:
    pdf.attachments["buget.txt"] = b"0 lei"


@in_pdf("archive-other", "unwanted")
def layers(pdf: Pdf) -> None:
    pdf.Root.OCProperties = Dictionary(OCGs=Array([]), D=Dictionary(AS=Array([])))


@in_pdf("archive-other", "unwanted")
def script(pdf: Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
