"""Faults of lists, headings, notes and pictures."""

from __future__ import annotations

from pikepdf import Array, Name, Pdf

from tests.pdfcheck.planted.additions import add_figure, add_note
from tests.pdfcheck.planted.planting import elements, first, in_pdf, leaf


@in_pdf("list-parts")
def paragraph_among_the_items(pdf: Pdf) -> None:
    first(pdf, "LI").S = Name.P


@in_pdf("list-parts")
def list_of_contents_without_items(pdf: Pdf) -> None:
    first(pdf, "L").S = Name.TOC


@in_pdf("list-parts")
def item_of_nothing(pdf: Pdf) -> None:
    first(pdf, "LI").K = Array([])


@in_pdf("list-numbering")
def numbers_for_letters(pdf: Pdf) -> None:
    first(pdf, "L").A.ListNumbering = Name.LowerAlpha


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
    for element in elements(pdf):
        if element.S in (Name.H1, Name.H2, Name.H3, Name.H4):
            element.S = Name.H


@in_pdf("figure-alt")
def figure_without_words(pdf: Pdf) -> None:
    del add_figure(pdf).Alt


@in_pdf("figure-box")
def figure_without_place(pdf: Pdf) -> None:
    del add_figure(pdf).A


@in_pdf("figure-box")
def figure_beyond_the_page(pdf: Pdf) -> None:
    add_figure(pdf).A.BBox = Array([70, 700, 170, 900])


@in_pdf("note-id")
def note_without_id(pdf: Pdf) -> None:
    del add_note(pdf).ID


@in_pdf("id-duplicate")
def id_of_a_note_again(pdf: Pdf) -> None:
    leaf(pdf, "H1").ID = add_note(pdf).ID


@in_pdf("id-tree")
def id_that_leads_to_another(pdf: Pdf) -> None:
    add_note(pdf)
    pdf.Root.StructTreeRoot.IDTree.Names[1] = leaf(pdf, "H1")


@in_pdf("id-tree")
def ids_in_no_tree(pdf: Pdf) -> None:
    add_note(pdf)
    del pdf.Root.StructTreeRoot.IDTree
