"""Faults of the structure tree, and between it and the pages."""

from __future__ import annotations

from pikepdf import Array, Dictionary, Name, Pdf

from tests.pdfcheck.planted.additions import add_role, parents
from tests.pdfcheck.planted.planting import elements, first, in_pdf, leaf


@in_pdf("structure-root")
def no_tree(pdf: Pdf) -> None:
    del pdf.Root.StructTreeRoot


@in_pdf("document-element")
def no_document(pdf: Pdf) -> None:
    first(pdf, "Document").S = Name.Sect


@in_pdf("element-type")
def type_of_its_own(pdf: Pdf) -> None:
    leaf(pdf, "P").S = Name("/Alineat")


@in_pdf("element-parent")
def another_parent(pdf: Pdf) -> None:
    leaf(pdf, "P").P = first(pdf, "Table")


@in_pdf("element-parent")
def element_written_in_its_parent(pdf: Pdf) -> None:
    paragraph = leaf(pdf, "P")
    within = Dictionary(Type=Name.StructElem, S=Name.Span, P=paragraph, K=paragraph.K)
    paragraph.K = Array([within])


@in_pdf("element-type")
def element_of_another_type(pdf: Pdf) -> None:
    leaf(pdf, "P").Type = Name.Page


@in_pdf("element-kid")
def kid_that_is_a_name(pdf: Pdf) -> None:
    leaf(pdf, "P").K.append(Name.Text)


@in_pdf("element-twice")
def element_met_twice(pdf: Pdf) -> None:
    first(pdf, "Document").K.append(leaf(pdf, "P"))


@in_pdf("role-standard")
def paragraphs_made_headings(pdf: Pdf) -> None:
    pdf.Root.StructTreeRoot.RoleMap = Dictionary(P=Name.H1)


@in_pdf("role-map", "element-type")
def roles_in_a_ring(pdf: Pdf) -> None:
    add_role(pdf)
    pdf.Root.StructTreeRoot.RoleMap["/Text"] = Name("/Alineat")


@in_pdf("mcid-unplaced")
def text_that_no_element_has(pdf: Pdf) -> None:
    leaf(pdf, "P").K = Array([])


@in_pdf("mcid-missing")
def element_of_no_text(pdf: Pdf) -> None:
    leaf(pdf, "P").K.append(902)


@in_pdf("mcid-missing")
def element_of_another_page(pdf: Pdf) -> None:
    one = leaf(pdf, "P")
    one.K = Array([Dictionary(Type=Name.MCR, Pg=pdf.pages[-1].obj, MCID=903)])


@in_pdf("mcid-twice")
def two_elements_of_one_text(pdf: Pdf) -> None:
    one, other, *_ = (element for element in elements(pdf, "P") if element.K[0] != 0)
    other.K = Array([one.K[0]])


@in_pdf("parent-tree")
def two_entries_swapped(pdf: Pdf) -> None:
    entries = parents(pdf)[int(pdf.pages[0].obj.StructParents)]
    entries[0], entries[-1] = entries[-1], entries[0]


@in_pdf("parent-tree")
def keys_out_of_order(pdf: Pdf) -> None:
    tree = pdf.Root.StructTreeRoot.ParentTree
    tree.Nums = Array([*tree.Nums[-2:], *tree.Nums[:-2]])


@in_pdf("parent-tree")
def no_parent_tree(pdf: Pdf) -> None:
    del pdf.Root.StructTreeRoot.ParentTree


@in_pdf("parent-tree")
def next_key_in_use(pdf: Pdf) -> None:
    pdf.Root.StructTreeRoot.ParentTreeNextKey = 1


@in_pdf("parent-tree")
def entry_of_no_mark(pdf: Pdf) -> None:
    parents(pdf)[int(pdf.pages[0].obj.StructParents)].append(leaf(pdf, "P"))


@in_pdf("parent-tree")
def key_of_no_page(pdf: Pdf) -> None:
    root = pdf.Root.StructTreeRoot
    key = int(root.ParentTreeNextKey)
    parents(pdf)[key] = leaf(pdf, "P")
    root.ParentTreeNextKey = key + 1


@in_pdf("reading-order")
def last_paragraph_first(pdf: Pdf) -> None:
    document = first(pdf, "Document")
    kids = list(document.K)
    document.K = Array([kids[1], kids[0], *kids[2:]])
