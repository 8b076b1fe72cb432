"""The document's tree as objects of the file (PDF 1.7, 14.7)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportlab.pdfbase import pdfdoc

from dragapp.formats.pdf.links import Link, put_on_pages
from dragapp.formats.pdf.structure import Element


class Raw(pdfdoc.PDFObject):  # type: ignore[misc]
    """An object whose text in the file is known, as soon as it is asked for."""

    __RefOnly__ = 1

    def __init__(self) -> None:
        self.text = b""

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        """Return the object's text."""
        return self.text


class Tree:
    """Writes the elements, and which element each mark of each page and each link belongs to."""

    def __init__(
        self,
        document: pdfdoc.PDFDocument,
        root: Element,
        marked: Sequence[Sequence[Element]],
        links: Sequence[Link],
    ) -> None:
        self._document = document
        self._pages = [self._format(document.Reference(page)) for page in document.Pages.pages]
        self._references: dict[int, bytes] = {}
        self._objects: dict[int, Raw] = {}
        annotations = put_on_pages(document, links, len(marked))
        self._links = {
            id(link.element): b"<</Type/OBJR/Pg %b/Obj %b>>"
            % (self._pages[link.page], self._format(annotation))
            for link, annotation in zip(links, annotations, strict=True)
        }
        self.top, top = self._new("tree")
        parents, by_mark = self._new("tree-of-marks")
        for number, element in enumerate(_walk(root)):
            reference, made = self._new(f"element-{number}")
            self._references[id(element)] = self._format(reference)
            self._objects[id(element)] = made
        for element in _walk(root):
            self._objects[id(element)].text = self._element(element)
        names = b"".join(
            b"(%b)%b" % (each.name.encode(), self._references[id(each)])
            for each in sorted(_walk(root), key=lambda each: each.name)
            if each.name
        )
        top.text = b"<</Type/StructTreeRoot/K %b/ParentTree %b/ParentTreeNextKey %d%b>>" % (
            self._references[id(root)],
            self._format(parents),
            len(marked) + len(links),
            b"/IDTree<</Names[%b]>>" % names if names else b"",
        )
        owners = [b"[%b]" % b" ".join(self._references[id(e)] for e in page) for page in marked]
        owners += [self._references[id(link.element)] for link in links]
        numbered = b"\n".join(b"%d %b" % numbered for numbered in enumerate(owners))
        by_mark.text = b"<</Nums[%b]>>" % numbered

    def _new(self, name: str) -> tuple[pdfdoc.PDFObjectReference, Raw]:
        made = Raw()
        return self._document.Reference(made, name), made

    def _format(self, thing: object) -> bytes:
        return bytes(pdfdoc.format(thing, self._document))

    def _element(self, element: Element) -> bytes:
        parent = self._references.get(id(element.parent)) or self._format(self.top)
        parts = [b"<</Type/StructElem/S/", element.role.encode(), b"/P ", parent]
        page = next((kid[0] for kid in element.kids if isinstance(kid, tuple)), None)
        if page is not None:
            parts += [b"/Pg ", self._pages[page]]
        kids = [self._kid(kid, page) for kid in element.kids]
        if id(element) in self._links:
            kids.append(self._links[id(element)])
        if kids:
            parts += [b"/K[", b" ".join(kids), b"]"]
        if element.attributes:
            parts.append(b"/A<<%b>>" % element.attributes.encode())
        if element.name:
            parts.append(b"/ID(%b)" % element.name.encode())
        if element.alt:
            parts += [b"/Alt", self._format(pdfdoc.PDFString(element.alt))]
        return b"".join((*parts, b">>"))

    def _kid(self, kid: Element | tuple[int, int], page: int | None) -> bytes:
        if isinstance(kid, Element):
            return self._references[id(kid)]
        if kid[0] == page:
            return b"%d" % kid[1]
        return b"<</Type/MCR/Pg %b/MCID %d>>" % (self._pages[kid[0]], kid[1])


def _walk(element: Element) -> Iterable[Element]:
    waiting = [element]
    while waiting:
        each = waiting.pop()
        yield each
        waiting += [kid for kid in reversed(each.kids) if isinstance(kid, Element)]
