"""What makes the file an archive copy for everyone: PDF/A-2a (ISO 19005-2) and PDF/UA-1.

reportlab knows neither tags nor archives: its catalog and its pages are given here what they lack.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from dragapp import resources
from dragapp.formats.pdf.links import Link
from dragapp.formats.pdf.metadata import xmp
from dragapp.formats.pdf.structure import Element
from dragapp.formats.pdf.tree import Tree

LANGUAGE = "ro-RO"


@cache
def install() -> None:
    """Have reportlab end the data of a stream as archives want it, from now on (6.1.7.1)."""
    ordinary, end = pdfdoc.PDFStream.format, b"endstream\n"

    def with_line_end(self: pdfdoc.PDFStream, document: pdfdoc.PDFDocument) -> bytes:
        return bytes(ordinary(self, document).removesuffix(end)) + b"\n" + end

    pdfdoc.PDFStream.format = with_line_end


def finish(
    canvas: Canvas, root: Element, marked: Sequence[Sequence[Element]], links: Sequence[Link]
) -> bytes:
    """Return the file of a canvas whose pages are drawn.

    `marked` are the elements of each page, by the numbers of their marks.
    """
    document = canvas._doc  # noqa: SLF001
    root.prune()
    for number, page in enumerate(document.Pages.pages):
        page.Trans = None
        _allow(page, StructParents=number, Tabs=pdfdoc.PDFName("S"))
    catalog = document.Catalog
    tree = Tree(document, root, marked[: len(document.Pages.pages)], links)
    _allow(
        catalog,
        StructTreeRoot=tree.top,
        MarkInfo=pdfdoc.PDFDictionary({"Marked": "true"}),
        Metadata=document.Reference(_metadata(document)),
        OutputIntents=pdfdoc.PDFArray([_colours(document)]),
        PageLabels=_page_labels(),
    )
    return bytes(canvas.getpdfdata())


def _allow(part: pdfdoc.PDFCatalog, **entries: object) -> None:
    """Set entries of the catalog or a page, as they are."""
    part.__NoDefault__ = [*part.__NoDefault__, *entries]
    part.__Refs__ = [name for name in part.__Refs__ if name not in entries]
    for name, value in entries.items():
        setattr(part, name, value)


def _page_labels() -> pdfdoc.PDFDictionary:
    """Return how readers name the pages: by the numbers printed at their feet."""
    decimal = pdfdoc.PDFDictionary({"S": pdfdoc.PDFName("D")})
    return pdfdoc.PDFDictionary({"Nums": pdfdoc.PDFArray([0, decimal])})


def _metadata(document: pdfdoc.PDFDocument) -> pdfdoc.PDFStream:
    kind = {"Type": pdfdoc.PDFName("Metadata"), "Subtype": pdfdoc.PDFName("XML")}
    # Archives must be able to read it without unpacking.
    return pdfdoc.PDFStream(pdfdoc.PDFDictionary(kind), xmp(document, LANGUAGE), filters=[])


def _colours(document: pdfdoc.PDFDocument) -> pdfdoc.PDFDictionary:
    """Return what the document's greys are meant in, whichever printer prints them."""
    profile = (resources.folder("color") / "srgb.icc").read_bytes()
    stream = pdfdoc.PDFStream(pdfdoc.PDFDictionary({"N": 3}), profile, [pdfdoc.PDFZCompress])
    return pdfdoc.PDFDictionary(
        {
            "Type": pdfdoc.PDFName("OutputIntent"),
            "S": pdfdoc.PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": pdfdoc.PDFString("sRGB"),
            "Info": pdfdoc.PDFString("sRGB IEC61966-2.1"),
            "DestOutputProfile": document.Reference(stream),
        }
    )
