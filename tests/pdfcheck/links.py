"""Annotations: links alone, each in its Link element and with words that tell where it goes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.pdfcheck.navigation import leads_to_page
from tests.pdfcheck.objects import Key, entry, items, key_of, name, number_tree, text, whole
from tests.pdfcheck.opened import Opened
from tests.pdfcheck.structure import Element, Referred


def faults(opened: Opened) -> Iterator[str]:
    """Yield what is wrong with the annotations and with what refers to them."""
    owners: dict[Key, Element] = {
        kid.key: element
        for element in opened.tree.elements
        for kid in element.kids
        if isinstance(kid, Referred)
    }
    parents: dict[int | None, Any] = dict(number_tree(entry(opened.tree.root, "/ParentTree")))
    met: set[Key] = set()
    for number, page in enumerate(opened.pdf.pages, 1):
        for annotation in items(page.obj, "/Annots"):
            met.add(key_of(annotation))
            owner = owners.get(key_of(annotation))
            parent = parents.get(whole(annotation, "/StructParent"))
            for told in _link(opened, annotation, owner, parent):
                yield f"{told[0]}: page {number}: {told[1]}"
    for key, element in owners.items():
        if key not in met:
            yield f"link-object: {element} refers to what is on no page"
    for element in opened.tree.elements:
        if element.role == "Link" and not any(isinstance(kid, Referred) for kid in element.kids):
            yield f"link-object: {element} refers to no annotation"


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
    if name(annotation, "/A", "/S") != "URI" and not leads_to_page(opened, annotation):
        yield "link-target", "the link leads nowhere"
