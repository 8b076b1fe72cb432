"""Annotations: links alone, each in its Link element, over words that tell where it goes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from tests.pdfcheck.navigation import page_of
from tests.pdfcheck.objects import Key, entry, items, key_of, name, number, number_tree, text, whole
from tests.pdfcheck.opened import Opened
from tests.pdfcheck.structure import Content, Element, Referred

SLACK = 2.0
"""How far words may reach out of the rectangle of their link, in points."""


def faults(opened: Opened) -> Iterator[str]:
    """Yield what is wrong with the annotations and with what refers to them."""
    owners: dict[Key, Element] = {
        kid.key: element
        for element in opened.tree.elements
        for kid in element.kids
        if isinstance(kid, Referred)
    }
    parents: dict[int | None, Any] = dict(number_tree(entry(opened.tree.root, "/ParentTree")))
    keys = Counter(whole(annotation, "/StructParent") for annotation in opened.annotations)
    met: set[Key] = set()
    for place, page in enumerate(opened.pdf.pages, 1):
        for annotation in items(page.obj, "/Annots"):
            met.add(key_of(annotation))
            owner = owners.get(key_of(annotation))
            parent = whole(annotation, "/StructParent")
            for fault, told in _link(opened, annotation, owner, parents.get(parent)):
                yield f"{fault}: page {place}: {told}"
            if parent is not None and keys[parent] > 1:
                yield f"link-element: page {place}: another link has the StructParent {parent} too"
    for key, element in owners.items():
        if key not in met:
            yield f"link-object: {element} refers to what is on no page"
    for element in opened.tree.elements:
        if element.role == "Link":
            yield from _words(opened, element)


def _link(
    opened: Opened, annotation: Any, owner: Element | None, parent: Any
) -> Iterator[tuple[str, str]]:
    kind = name(annotation, "/Subtype")
    if kind != "Link":
        yield "annotation", f"an annotation of the type {kind}"
        return
    if owner is None or owner.role != "Link":
        yield "link-element", f"the link lies in {owner or 'no element'}"
    elif key_of(parent) != key_of(owner.object):
        yield "link-element", f"its StructParent does not lead to {owner}"
    if not (text(annotation, "/Contents") or "").strip():
        yield "link-contents", "the link does not say where it leads"
    if name(annotation, "/A", "/S") != "URI" and not page_of(opened, annotation):
        yield "link-target", "the link leads nowhere"


def _words(opened: Opened, link: Element) -> Iterator[str]:
    referred = {kid.key for kid in link.kids if isinstance(kid, Referred)}
    if not referred:
        yield f"link-object: {link} refers to no annotation"
        return
    boxes = [
        (place, [number(side) for side in items(annotation, "/Rect")])
        for place, page in enumerate(opened.pdf.pages, 1)
        for annotation in items(page.obj, "/Annots")
        if key_of(annotation) in referred
    ]
    shown = opened.shown_of(_contents(link))
    if not any(piece.text.strip() for piece in shown):
        yield f"link-words: {link} lies over no words"
    for piece in shown:
        across, up = piece.placed.start
        if piece.text.strip() and not any(
            place == piece.placed.page
            and left - SLACK <= across
            and piece.placed.end[0] <= right + SLACK
            and bottom - SLACK <= up <= top + SLACK
            for place, (left, bottom, right, top) in boxes
        ):
            yield f"link-place: {link} does not lie over {piece.text[:30]!r}"


def _contents(element: Element) -> Iterator[Content]:
    for kid in element.kids:
        if isinstance(kid, Content):
            yield kid
        elif isinstance(kid, Element):
            yield from _contents(kid)
