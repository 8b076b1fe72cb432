"""Faults of the catalog, the outline and the pages."""

from __future__ import annotations

from pikepdf import Array, Dictionary, Name, Pdf, String

from tests.pdfcheck.planted.additions import add_labels
from tests.pdfcheck.planted.planting import draw, edit, first, in_pdf


@in_pdf("language")
def no_language(pdf: Pdf) -> None:
    del pdf.Root.Lang


@in_pdf("language")
def language_by_its_name(pdf: Pdf) -> None:
    first(pdf, "P").Lang = String("limba română")


@in_pdf("marked")
def not_marked(pdf: Pdf) -> None:
    pdf.Root.MarkInfo.Marked = False


@in_pdf("marked")
def suspects(pdf: Pdf) -> None:
    pdf.Root.MarkInfo.Suspects = True


@in_pdf("viewer-title")
def name_of_the_file_shown(pdf: Pdf) -> None:
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


@in_pdf("outline")
def bookmark_to_a_page_left_out(pdf: Pdf) -> None:
    gone = pdf.make_indirect(Dictionary(Type=Name.Page))
    pdf.Root.Outlines.First.Dest = Array([gone, Name.Fit])


@in_pdf("outline")
def bookmark_without_words(pdf: Pdf) -> None:
    pdf.Root.Outlines.First.Title = String(" ")


@in_pdf("outline")
def bookmarks_in_a_ring(pdf: Pdf) -> None:
    pdf.Root.Outlines.Last.Next = pdf.Root.Outlines.First


@in_pdf("outline")
def bookmark_of_another_parent(pdf: Pdf) -> None:
    pdf.Root.Outlines.First.Parent = pdf.Root.Outlines.Last


@in_pdf("outline")
def bookmark_after_another(pdf: Pdf) -> None:
    pdf.Root.Outlines.Last.Prev = pdf.Root.Outlines.Last


@in_pdf("outline")
def bookmarks_that_end_too_soon(pdf: Pdf) -> None:
    pdf.Root.Outlines.Last = pdf.Root.Outlines.First


@in_pdf("outline")
def bookmarks_below_that_are_not_counted(pdf: Pdf) -> None:
    entry = pdf.Root.Outlines.First
    while "/First" not in entry:
        entry = entry.Next
    del entry.Count


@in_pdf("page-label")
def no_labels(pdf: Pdf) -> None:
    del pdf.Root.PageLabels


@in_pdf("page-label")
def label_of_no_style(pdf: Pdf) -> None:
    add_labels(pdf)
    pdf.Root.PageLabels.Nums[1].S = Name("/Roman")


@in_pdf("page-label")
def first_page_without_label(pdf: Pdf) -> None:
    pdf.Root.PageLabels = Dictionary(Nums=Array([1, Dictionary(S=Name.D)]))


@in_pdf("page-label")
def label_past_the_end(pdf: Pdf) -> None:
    add_labels(pdf)
    pdf.Root.PageLabels.Nums[2] = 4000


@in_pdf("page-number")
def labels_that_begin_with_5(pdf: Pdf) -> None:
    pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D, St=5)]))


@in_pdf("page-number")
def one_page_more_than_there_are(pdf: Pdf) -> None:
    edit(pdf, rb"Pagina 1 din 3", b"Pagina 1 din 4")


@in_pdf("page-parents")
def two_pages_with_one_key(pdf: Pdf) -> None:
    pdf.pages[1].obj.StructParents = pdf.pages[0].obj.StructParents


@in_pdf("page-tabs")
def no_tab_order(pdf: Pdf) -> None:
    del pdf.pages[1].obj.Tabs


@in_pdf("transparency")
def page_as_a_group(pdf: Pdf) -> None:
    pdf.pages[0].obj.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)


@in_pdf("page-parents")
def page_outside_the_parent_tree(pdf: Pdf) -> None:
    del pdf.pages[0].obj.StructParents


@in_pdf("transparency")
def soft_mask(pdf: Pdf) -> None:
    mask = Dictionary(S=Name.Luminosity)
    pdf.pages[0].resources.ExtGState = Dictionary(GS0=Dictionary(SMask=mask))
    draw(pdf, b"/GS0 gs")


@in_pdf("transparency")
def image_with_holes(pdf: Pdf) -> None:
    image = pdf.make_stream(b"\0", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1)
    image.ColorSpace, image.BitsPerComponent = Name.DeviceGray, 8
    image.SMask = pdf.make_indirect(image)
    pdf.pages[0].resources.XObject = Dictionary(Im0=image)


@in_pdf("transparency")
def half_transparent(pdf: Pdf) -> None:
    pdf.pages[0].resources.ExtGState = Dictionary(GS0=Dictionary(ca=0.5))
    draw(pdf, b"/GS0 gs")
