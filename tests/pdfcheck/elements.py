"""Lists, headings, notes and pictures (PDF/UA-1 7.2 to 7.9)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from pikepdf import NameTree

from tests.pdfcheck.blocks import blocks
from tests.pdfcheck.language import wrong_language
from tests.pdfcheck.objects import entry, items, key_of, number, text
from tests.pdfcheck.opened import Opened
from tests.pdfcheck.roles import HEADINGS
from tests.pdfcheck.structure import Element
from tests.pdfcheck.text import said_by

KIDS = {
    "L": re.compile(r"(Caption )?((L|LI) )+"),
    "LI": re.compile(r"(Lbl )+(LBody )*|(LBody )+"),
}
PARENTS = {"LI": ("L",), "LBody": ("LI",)}
NUMBERINGS = {
    **dict.fromkeys(("Disc", "Circle", "Square"), re.compile(r"[^\w\s].*|o")),
    "Decimal": re.compile(r"\W*\d.*"),
    "UpperRoman": re.compile(r"\W*[IVXLCDM]+\b.*"),
    "LowerRoman": re.compile(r"\W*[ivxlcdm]+\b.*"),
    "UpperAlpha": re.compile(r"\W*[^\W\d_a-z].*"),
    "LowerAlpha": re.compile(r"\W*[^\W\d_A-Z].*"),
}
"""What the first label of a list with each numbering looks like (ISO 32000-1, table 347)."""


def faults(opened: Opened) -> Iterator[str]:
    """Yield what is wrong with these elements."""
    elements = opened.tree.elements
    for element in elements:
        yield from _kids(element)
        yield from _pictured(opened, element)
        if wrong := wrong_language(element.object):
            yield f"language: {element}: {wrong}"
    yield from _numbered(opened)
    yield from _headings(elements)
    yield from _identified(opened)


def _kids(element: Element) -> Iterator[str]:
    allowed = KIDS.get(element.role)
    built = "".join(f"{kid.role} " for kid in element.elements)
    if allowed and (not allowed.fullmatch(built) or len(element.elements) < len(element.kids)):
        yield f"list-parts: {element} is made of {built or 'content'}"
    parents = PARENTS.get(element.role)
    if parents and (element.parent is None or element.parent.role not in parents):
        yield f"list-parts: {element} lies in {element.parent}"


def _numbered(opened: Opened) -> Iterator[str]:
    """Yield the lists whose labels are not of the kind that the list tells."""
    labels: dict[Element | None, str] = {}
    for block in blocks(opened):
        item = block.element.parent
        if block.element.role == "Lbl" and item is not None:
            labels.setdefault(item.parent, said_by(block.pieces))
    for element, label in labels.items():
        if element is None or element.role != "L":
            continue
        numbering = element.attribute("List", "/ListNumbering")
        told = str(numbering)[1:] if numbering is not None else "None"
        if told not in NUMBERINGS or (label and not NUMBERINGS[told].fullmatch(label)):
            yield f"list-numbering: {element} begins with {label!r}; its ListNumbering is {told}"


def _pictured(opened: Opened, element: Element) -> Iterator[str]:
    if element.role not in ("Figure", "Formula"):
        return
    if not (element.actual_text or "").strip():
        yield f"figure-alt: {element} has no text in its place"
    box = [number(side) for side in items(element.attribute("Layout", "/BBox"))]
    if len(box) != 4:
        yield f"figure-box: {element} does not tell where it is"
        return
    page = opened.numbers.get(key_of(entry(element.object, "/Pg")))
    paper = opened.pdf.pages[page - 1].mediabox if page else [0, 0, 0, 0]
    left, bottom, right, top = map(number, paper)
    if not (left <= box[0] < box[2] <= right and bottom <= box[1] < box[3] <= top):
        yield f"figure-box: {element} would lie at {box} of page {page}"


def _headings(elements: list[Element]) -> Iterator[str]:
    levels = [element for element in elements if element.role in HEADINGS]
    plain = [element for element in elements if element.role == "H"]
    if levels and plain:
        yield f"heading-mixed: {plain[0]} beside {levels[0]}"
    before = 0
    for element in levels:
        level = HEADINGS.index(element.role) + 1
        if level > before + 1:
            after = f"comes after H{before}" if before else "is the first"
            yield f"heading-level: {element} {after}"
        before = level
    for element in elements:
        if sum(kid.role == "H" for kid in element.elements) > 1:
            yield f"heading-mixed: {element} has more than one H"


def _identified(opened: Opened) -> Iterator[str]:
    given = [(element, text(element.object, "/ID")) for element in opened.tree.elements]
    counted = Counter(identifier for _, identifier in given if identifier)
    for element, identifier in given:
        if element.role == "Note" and not identifier:
            yield f"note-id: {element} has no ID"
        if identifier and counted[identifier] > 1:
            yield f"id-duplicate: {element} has {identifier!r}, and it is not the only one"
    tree = entry(opened.tree.root, "/IDTree")
    listed = NameTree(tree) if tree is not None else {}
    for element, identifier in given:
        if identifier and key_of(listed.get(identifier)) != key_of(element.object):
            yield f"id-tree: {identifier!r} of {element} does not lead to it"
