"""Faults of annotations and links, and of the list of contents."""

from __future__ import annotations

from pikepdf import Array, Dictionary, Name, Pdf, String

from tests.pdfcheck.planted.additions import add_contents, add_link
from tests.pdfcheck.planted.planting import first, in_pdf, leaf


@in_pdf("annotation")
def sticky_note(pdf: Pdf) -> None:
    sticky = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([0, 0, 9, 9]), F=28)
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(sticky)])


@in_pdf("link-element")
def link_in_a_paragraph(pdf: Pdf) -> None:
    add_link(pdf)
    first(pdf, "Link").S = Name.Span


@in_pdf("link-element")
def link_without_way_back(pdf: Pdf) -> None:
    del add_link(pdf).StructParent


@in_pdf("link-object")
def link_element_of_nothing(pdf: Pdf) -> None:
    leaf(pdf, "P").S = Name.Link


@in_pdf("link-object")
def link_on_no_page(pdf: Pdf) -> None:
    add_link(pdf)
    del pdf.pages[0].obj.Annots


@in_pdf("link-contents")
def link_without_words(pdf: Pdf) -> None:
    del add_link(pdf).Contents


@in_pdf("link-target")
def link_to_nowhere(pdf: Pdf) -> None:
    add_link(pdf, String("capitolul-9"))


@in_pdf("link-element")
def two_links_with_one_way_back(pdf: Pdf) -> None:
    annotation = add_link(pdf)
    pdf.pages[0].Annots.append(pdf.make_indirect(Dictionary(annotation)))


@in_pdf("link-words")
def link_over_nothing(pdf: Pdf) -> None:
    add_link(pdf)
    first(pdf, "Link").K = Array([first(pdf, "Link").K[1]])


@in_pdf("link-place")
def link_elsewhere(pdf: Pdf) -> None:
    add_link(pdf).Rect = Array([0, 0, 9, 9])


@in_pdf("contents-parts")
def paragraph_among_the_entries(pdf: Pdf) -> None:
    add_contents(pdf).S = Name.P


@in_pdf("contents-parts")
def entry_in_no_list(pdf: Pdf) -> None:
    add_contents(pdf).P.S = Name.Sect


@in_pdf("contents-parts")
def heading_as_an_entry(pdf: Pdf) -> None:
    add_contents(pdf).K[0].S = Name.H2


@in_pdf("contents-link")
def entry_without_a_link(pdf: Pdf) -> None:
    add_contents(pdf)
    first(pdf, "Link").S = Name.Span


@in_pdf("contents-link")
def entry_without_a_reference(pdf: Pdf) -> None:
    add_contents(pdf).K[0].S = Name.P


@in_pdf("contents-page")
def entry_of_another_page(pdf: Pdf) -> None:
    add_contents(pdf)
    pdf.pages[0].Annots[0].Dest[0] = pdf.pages[-1].obj
