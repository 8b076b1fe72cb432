"""What an annex may have besides: a link, a picture, a note, labels, types of its own.

Each is added as the standards want it; a file that conforms still does.
"""

from __future__ import annotations

from typing import Any

from pikepdf import Array, Dictionary, Name, NumberTree, Pdf, String

from tests.pdfcheck.planted.planting import elements, leaf, rewrite


def parents(pdf: Pdf) -> NumberTree:
    """Return the parent tree."""
    return NumberTree(pdf.Root.StructTreeRoot.ParentTree)


def add_link(pdf: Pdf, target: Any = None) -> Any:
    """Make the first paragraph a link to the last page, and return the annotation."""
    paragraph = leaf(pdf, "P")
    root = pdf.Root.StructTreeRoot
    page, mcid, key = paragraph.Pg, int(paragraph.K[0]), int(root.ParentTreeNextKey)
    link = pdf.make_indirect(
        Dictionary(Type=Name.StructElem, S=Name.Link, P=paragraph, Pg=page, K=Array([mcid]))
    )
    annotation = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Link,
            Rect=Array([70, 700, 170, 720]),
            F=4,
            Border=Array([0, 0, 0]),
            Contents=String("La sfârșitul anexei"),
            StructParent=key,
            Dest=target or Array([pdf.pages[-1].obj, Name.Fit]),
        )
    )
    link.K.append(Dictionary(Type=Name.OBJR, Obj=annotation))
    paragraph.K = Array([link])
    page.Annots = Array([annotation])
    parents(pdf)[int(page.StructParents)][mcid] = link
    parents(pdf)[key] = link
    root.ParentTreeNextKey = key + 1
    return annotation


def add_figure(pdf: Pdf) -> Any:
    """Make the first paragraph a figure, and return its element."""
    figure = leaf(pdf, "P")
    figure.S = Name.Figure
    figure.Alt = String("Stema comunei")
    figure.A = Dictionary(O=Name.Layout, BBox=Array([70, 700, 170, 720]), Placement=Name.Block)
    return figure


def add_note(pdf: Pdf) -> Any:
    """Make the first paragraph a note, and return its element."""
    note = leaf(pdf, "P")
    note.S = Name.Note
    note.ID = String("nota-1")
    names = Dictionary(Names=Array([String("nota-1"), note]))
    pdf.Root.StructTreeRoot.IDTree = pdf.make_indirect(names)
    return note


def add_labels(pdf: Pdf) -> None:
    """Number the first page with i, and the others from 1."""
    arabic = Dictionary(S=Name.D, St=1)
    pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.r), 1, arabic]))


def add_role(pdf: Pdf) -> Any:
    """Give the first paragraph a type of its own that means a paragraph, and return it."""
    paragraph = leaf(pdf, "P")
    paragraph.S = Name("/Alineat")
    pdf.Root.StructTreeRoot.RoleMap = Dictionary({"/Alineat": Name("/Text"), "/Text": Name.P})
    return paragraph


def add_headers_by_id(pdf: Pdf) -> None:
    """Let each cell of the first table name its headers, in place of the headers' scopes."""
    table = next(elements(pdf, "Table"))
    heads = [cell for row in table.K[0].K for cell in row.K]
    for number, head in enumerate(heads):
        head.ID = String(f"antet-{number}")
    listed = [part for head in heads for part in (head.ID, head)]
    names = Dictionary(Names=Array(listed))
    pdf.Root.StructTreeRoot.IDTree = pdf.make_indirect(names)
    for row in table.K[1].K:
        for cell in row.K:
            cell.A = Array([*([cell.A] if "/A" in cell else []), _headers()])


def _headers() -> Dictionary:
    return Dictionary(O=Name.Table, Headers=Array([String("antet-0")]))


def add_class(pdf: Pdf) -> None:
    """Let a header have its attributes by a class."""
    head = next(elements(pdf, "TH"))
    pdf.Root.StructTreeRoot.ClassMap = Dictionary({"/Antet": head.A})
    head.C = Name("/Antet")
    del head.A


def add_branches(pdf: Pdf) -> None:
    """Split the parent tree into two branches."""
    tree = pdf.Root.StructTreeRoot.ParentTree
    listed = list(tree.Nums)
    halves = [
        Dictionary(Nums=Array(half), Limits=Array([half[0], half[-2]]))
        for half in (listed[:2], listed[2:])
    ]
    tree.Kids = Array([pdf.make_indirect(half) for half in halves])
    del tree.Nums


def add_named_target(pdf: Pdf) -> None:
    """Let the first bookmark lead to a place by its name."""
    names = Array([String("capitolul-1"), pdf.Root.Outlines.First.Dest])
    pdf.Root.Names = Dictionary(Dests=pdf.make_indirect(Dictionary(Names=names)))
    pdf.Root.Outlines.First.Dest = String("capitolul-1")


def add_title_in_english(pdf: Pdf) -> None:
    """Give the title in a second language."""
    english = rb'\1<rdf:li xml:lang="en">The plan</rdf:li>'
    rewrite(pdf.Root.Metadata, rb"(?s)(<dc:title>.*?</rdf:li>)", english)


ADDITIONS = (
    add_link,
    add_figure,
    add_note,
    add_labels,
    add_role,
    add_headers_by_id,
    add_class,
    add_branches,
    add_named_target,
    add_title_in_english,
)
