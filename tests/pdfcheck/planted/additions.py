"""What an annex may have besides: a link, a picture, a note, labels, types of its own.

Each is added as the standards want it; a file that conforms still does.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from pikepdf import Array, Dictionary, Name, NumberTree, Pdf, String

from tests.pdfcheck.planted.planting import draw, elements, first, fonts, leaf, rewrite


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
            Rect=page.MediaBox,
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
    note.ID = String("nota-0")
    names = pdf.Root.StructTreeRoot.IDTree.Names
    pdf.Root.StructTreeRoot.IDTree.Names = Array([note.ID, note, *names])
    return note


def add_labels(pdf: Pdf) -> None:
    """Label the pages in two parts, as they are numbered."""
    parts = (0, Dictionary(S=Name.D), 1, Dictionary(S=Name.D, St=2))
    pdf.Root.PageLabels = Dictionary(Nums=Array(parts))


def add_contents(pdf: Pdf) -> Any:
    """List the contents below the text of the first page, and return the one entry."""
    page, root = pdf.pages[0].obj, pdf.Root.StructTreeRoot
    mcid, key = len(parents(pdf)[int(page.StructParents)]), int(root.ParentTreeNextKey)
    font = str(next(iter(pdf.pages[0].resources.Font)))
    shown = b"BT 1 0 0 1 90 50 Tm %s 9 Tf (Capitolul I 1) Tj ET" % font.encode()
    draw(pdf, b"/Link <</MCID %d>> BDC %s EMC" % (mcid, shown))
    annotation = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Link,
            Rect=Array([80, 40, 200, 60]),
            F=4,
            Contents=String("Capitolul I, pagina 1"),
            StructParent=key,
            Dest=Array([page, Name.Fit]),
        )
    )
    page.Annots = Array([annotation])
    above = first(pdf, "Document")
    for role in (Name.TOC, Name.TOCI, Name.Reference, Name.Link):
        one = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=role, P=above, K=Array([])))
        above.K.append(one)
        above = one
    above.Pg = page
    above.K = Array([mcid, Dictionary(Type=Name.OBJR, Obj=annotation)])
    parents(pdf)[int(page.StructParents)].append(above)
    parents(pdf)[key] = above
    root.ParentTreeNextKey = key + 1
    return first(pdf, "TOCI")


def add_composite_font(pdf: Pdf) -> Any:
    """Show a letter of the first font by its glyph's number, and return the font of numbers."""
    simple = fonts(pdf)[0]
    programme = TTFont(BytesIO(simple.FontDescriptor.FontFile2.read_bytes()))
    glyph = programme["cmap"].tables[0].cmap[ord("A")]
    number = programme.getGlyphID(glyph)
    width = programme["hmtx"][glyph][0] * 1000 / programme["head"].unitsPerEm
    cmap = b"1 begincodespacerange <0000> <FFFF> endcodespacerange "
    cmap += b"1 beginbfchar <%04X> <0041> endbfchar" % number
    below = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=simple.BaseFont,
        CIDSystemInfo=Dictionary(Registry="Adobe", Ordering="Identity", Supplement=0),
        FontDescriptor=simple.FontDescriptor,
        CIDToGIDMap=Name.Identity,
        W=Array([number, Array([width])]),
    )
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type0,
        BaseFont=simple.BaseFont,
        Encoding=Name("/Identity-H"),
        DescendantFonts=Array([pdf.make_indirect(below)]),
        ToUnicode=pdf.make_stream(cmap),
    )
    pdf.pages[0].resources.Font["/Numere"] = pdf.make_indirect(font)
    draw(pdf, b"/Artifact BMC BT /Numere 9 Tf <%04X> Tj ET EMC" % number)
    return below


def add_role(pdf: Pdf) -> Any:
    """Give the first paragraph a type of its own that means a paragraph, and return it."""
    paragraph = leaf(pdf, "P")
    paragraph.S = Name("/Alineat")
    pdf.Root.StructTreeRoot.RoleMap = Dictionary({"/Alineat": Name("/Text"), "/Text": Name.P})
    return paragraph


def add_headers_by_id(pdf: Pdf) -> None:
    """Let each cell of the first table name its headers, in place of the headers' scopes."""
    cells = [cell for row in first(pdf, "Table").K for cell in row.K]
    heads = [cell for cell in cells if cell.S == Name.TH]
    for number, head in enumerate(heads):
        head.ID = String(f"antet-{number}")
        del head.A.Scope
    notes = [note for note in elements(pdf, "Note") if "/ID" in note]
    listed = [part for one in (*heads, *notes) for part in (one.ID, one)]
    pdf.Root.StructTreeRoot.IDTree = pdf.make_indirect(Dictionary(Names=Array(listed)))
    for cell in cells:
        if cell.S == Name.TD:
            headers = Dictionary(O=Name.Table, Headers=Array([String("antet-0")]))
            cell.A = Array([*([cell.A] if "/A" in cell else []), headers])


def add_row_groups(pdf: Pdf) -> Any:
    """Divide the first table into its header of two rows and its body, and return the table."""
    table = first(pdf, "Table")
    rows = list(table.K)
    table.K = Array([])
    for role, kids in ((Name.THead, rows[:2]), (Name.TBody, rows[2:])):
        group = Dictionary(Type=Name.StructElem, S=role, P=table, K=Array(kids))
        table.K.append(pdf.make_indirect(group))
        for row in kids:
            row.P = table.K[-1]
    return table


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
    add_contents,
    add_composite_font,
    add_role,
    add_headers_by_id,
    add_row_groups,
    add_class,
    add_branches,
    add_named_target,
    add_title_in_english,
)
