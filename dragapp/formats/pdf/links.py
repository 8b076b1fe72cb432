"""Places on the pages that lead to other pages (PDF 1.7, 12.5.6.5; PDF/UA-1, 7.18.5)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.pdfbase import pdfdoc

from dragapp.formats.pdf.structure import Element

#: White space that a reader shows above the place that a link or a bookmark leads to, in points.
ABOVE = 6.0
# Without this flag a link is nothing that archives may hold (ISO 19005-2, 6.3.2).
_PRINT = 4


@dataclass(frozen=True, slots=True)
class Target:
    """A place in the file: a page, counted from 0, and a height on it."""

    page: int
    top: float


@dataclass(frozen=True, slots=True)
class Link:
    """A rectangle of a page, left, bottom, right and top, that leads to a target.

    `says` tells those who cannot see it where it leads; `element` is its text in the tree.
    """

    page: int
    box: tuple[float, float, float, float]
    says: str
    target: Target
    element: Element


def put_on_pages(
    document: pdfdoc.PDFDocument, links: Sequence[Link], first: int
) -> list[pdfdoc.PDFObjectReference]:
    """Give the document's pages their links and return these in the same order.

    By the numbers from `first` on the tree leads from a link back to its element.
    """
    pages = document.Pages.pages
    on_page: dict[int, list[pdfdoc.PDFObjectReference]] = defaultdict(list)
    made: list[pdfdoc.PDFObjectReference] = []
    for number, link in enumerate(links, start=first):
        page = document.Reference(pages[link.target.page])
        place = [page, pdfdoc.PDFName("XYZ"), 0, round(link.target.top + ABOVE, 2), 0]
        annotation = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Annot"),
                "Subtype": pdfdoc.PDFName("Link"),
                "Rect": pdfdoc.PDFArray([round(edge, 2) for edge in link.box]),
                "Border": pdfdoc.PDFArray([0, 0, 0]),
                "F": _PRINT,
                "Contents": pdfdoc.PDFString(link.says),
                "Dest": pdfdoc.PDFArray(place),
                "StructParent": number,
            }
        )
        made.append(document.Reference(annotation))
        on_page[link.page].append(made[-1])
    for number, references in on_page.items():
        pages[number].Annots = references
    return made
