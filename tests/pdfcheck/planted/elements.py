"""Faults of lists, headings, notes, pictures and links."""

from __future__ import annotations

from pikepdf import Array, Dictionary, Name, Pdf, String

from tests.pdfcheck.planted.additions import (
    add_figure,
    add_link,
    add_note,
)
from tests.pdfcheck.planted.planting import first, in_pdf, leaf


@in_pdf("list-parts")
def paragraph_among_the_items(pdf: Pdf) -> None:
    first(pdf, "LI").S = Name.P


@in_pdf("list-parts")
def list_of_contents_without_items(pdf: Pdf) -> None:
    first(pdf, "Sect").S = Name.TOC


@in_pdf("list-numbering")
def labels_of_no_kind(pdf: Pdf) -> None:
    del first(pdf, "L").A


@in_pdf("heading-level")
def level_left_out(pdf: Pdf) -> None:
    first(pdf, "H2").S = Name.H4


@in_pdf("heading-level")
def no_first_level(pdf: Pdf) -> None:
    first(pdf, "H1").S = Name.P


@in_pdf("heading-mixed")
def heading_without_level(pdf: Pdf) -> None:
    first(pdf, "H2").S = Name.H


@in_pdf("heading-mixed")
def two_headings_side_by_side(pdf: Pdf) -> None:
    section = first(pdf, "Sect")
    section.K[0].S = section.K[1].S = Name.H


@in_pdf("figure-alt")
def figure_without_words(pdf: Pdf) -> None:
    del add_figure(pdf).Alt


@in_pdf("figure-box")
def figure_without_place(pdf: Pdf) -> None:
    del add_figure(pdf).A


@in_pdf("note-id")
def note_without_id(pdf: Pdf) -> None:
    del add_note(pdf).ID


@in_pdf("id-duplicate")
def id_of_a_note_again(pdf: Pdf) -> None:
    leaf(pdf, "H1").ID = add_note(pdf).ID


@in_pdf("id-tree")
def ids_in_no_tree(pdf: Pdf) -> None:
    add_note(pdf)
    del pdf.Root.StructTreeRoot.IDTree


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
