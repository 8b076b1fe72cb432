"""Faults of what the pages draw, and of the marks around it."""

from __future__ import annotations

from pikepdf import Array, Dictionary, Name, Pdf

from tests.pdfcheck.planted.planting import draw, edit, in_pdf

LATE = b"BT 1 0 0 1 90 90 Tm %s 9 Tf (\x01\x01) Tj ET"


def _text(pdf: Pdf) -> bytes:
    return LATE % str(next(iter(pdf.pages[0].resources.Font))).encode()


@in_pdf("content")
def form_within_itself(pdf: Pdf) -> None:
    form = pdf.make_stream(b"/Fm0 Do", Type=Name.XObject, Subtype=Name.Form)
    form.BBox = Array([0, 0, 9, 9])
    form.Resources = Dictionary(XObject=Dictionary(Fm0=form))
    pdf.pages[0].resources.XObject = Dictionary(Fm0=form)
    draw(pdf, b"/Artifact BMC /Fm0 Do EMC")


@in_pdf("untagged-content")
def untagged_text(pdf: Pdf) -> None:
    draw(pdf, _text(pdf))


@in_pdf("untagged-content")
def untagged_rule(pdf: Pdf) -> None:
    draw(pdf, b"10 10 m 90 10 l S")


@in_pdf("untagged-content")
def marks_without_a_number(pdf: Pdf) -> None:
    edit(pdf, rb"/P <</MCID \d+>> BDC", b"/P BMC")


@in_pdf("untagged-content")
def untagged_text_in_a_form(pdf: Pdf) -> None:
    form = pdf.make_stream(_text(pdf), Type=Name.XObject, Subtype=Name.Form)
    form.BBox, form.Resources = Array([0, 0, 99, 99]), pdf.pages[0].resources
    pdf.pages[0].resources.XObject = Dictionary(Fm0=form)
    draw(pdf, b"/Fm0 Do")


@in_pdf("marks-balance")
def mark_without_end(pdf: Pdf) -> None:
    draw(pdf, b"/Artifact BMC")


@in_pdf("marks-balance")
def end_without_mark(pdf: Pdf) -> None:
    draw(pdf, b"EMC")


@in_pdf("marks-balance")
def properties_that_are_not_there(pdf: Pdf) -> None:
    draw(pdf, b"/Artifact /Lipsa BDC EMC")


@in_pdf("artifact-in-tagged")
def artifact_with_a_number(pdf: Pdf) -> None:
    draw(pdf, b"/Artifact <</MCID 904>> BDC EMC")


@in_pdf("language")
def language_of_a_mark(pdf: Pdf) -> None:
    draw(pdf, b"/Span <</Lang (engleza veche)>> BDC EMC")


@in_pdf("content")
def content_that_is_none(pdf: Pdf) -> None:
    pdf.pages[0].obj.Contents = pdf.make_stream(bytes(range(128, 256)))


@in_pdf("marks-nesting")
def mark_across_a_state(pdf: Pdf) -> None:
    draw(pdf, b"q /Artifact BMC Q EMC")


@in_pdf("marks-nesting")
def mark_across_a_text(pdf: Pdf) -> None:
    draw(pdf, b"/Artifact BMC BT EMC ET")


@in_pdf("artifact-in-tagged")
def artifact_in_a_paragraph(pdf: Pdf) -> None:
    edit(pdf, rb"(/P <</MCID \d+>> BDC)", rb"\1 /Artifact BMC EMC")


@in_pdf("tagged-in-artifact")
def paragraph_in_an_artifact(pdf: Pdf) -> None:
    edit(pdf, rb"(?s)(/P <</MCID \d+>> BDC.*?EMC)", rb"/Artifact BMC \1 EMC")


@in_pdf("mcid-nested")
def paragraph_in_a_paragraph(pdf: Pdf) -> None:
    edit(pdf, rb"(/P <</MCID \d+>> BDC)", rb"\1 /P <</MCID 900>> BDC EMC")


@in_pdf("mcid-duplicate")
def number_used_again(pdf: Pdf) -> None:
    draw(pdf, b"/P <</MCID 0>> BDC EMC")


@in_pdf("mcid-in-form")
def number_in_a_form(pdf: Pdf) -> None:
    form = pdf.make_stream(b"/P <</MCID 901>> BDC EMC", Type=Name.XObject, Subtype=Name.Form)
    form.BBox = Array([0, 0, 9, 9])
    pdf.pages[0].resources.XObject = Dictionary(Fm0=form)
    draw(pdf, b"/Fm0 Do")
