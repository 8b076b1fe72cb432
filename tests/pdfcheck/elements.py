"""Lists, headings, notes, pictures and contents lists (PDF/UA-1 7.2 to 7.9)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from tests.pdfcheck.language import wrong_language
from tests.pdfcheck.objects import entry, items, text
from tests.pdfcheck.opened import Opened
from tests.pdfcheck.roles import HEADINGS
from tests.pdfcheck.structure import Element

KIDS = {
    "L": re.compile(r"(Caption )?((L|LI) )*"),
    "LI": re.compile(r"(Lbl )*(LBody )*"),
    "TOC": re.compile(r"(Caption )?((TOC|TOCI) )*"),
}
PARENTS = {"LI": ("L",), "LBody": ("LI",), "TOCI": ("TOC",)}
NUMBERINGS = frozenset(
    ["Disc", "Circle", "Square", "Decimal"]
    + [f"{case}{kind}" for case in ("Upper", "Lower") for kind in ("Roman", "Alpha")]
)


def faults(opened: Opened) -> Iterator[str]:
    """Yield what is wrong with these elements."""
    elements = opened.tree.elements
    for element in elements:
        yield from _kids(element)
        yield from _pictured(element)
        if wrong := wrong_language(element.object):
            yield f"language: {element}: {wrong}"
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
    if element.role == "L":
        labelled = any(kid.role == "Lbl" for item in element.elements for kid in item.elements)
        numbering = element.attribute("List", "/ListNumbering")
        told = str(numbering)[1:] if numbering is not None else "None"
        if labelled and told not in NUMBERINGS:
            yield f"list-numbering: {element} has labels, and its ListNumbering is {told}"


def _pictured(element: Element) -> Iterator[str]:
    if element.role in ("Figure", "Formula"):
        if not (element.actual_text or "").strip():
            yield f"figure-alt: {element} has no text in its place"
        if len(items(element.attribute("Layout", "/BBox"))) != 4:
            yield f"figure-box: {element} does not tell where it is"


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
    if counted and entry(opened.tree.root, "/IDTree") is None:
        yield "id-tree: elements have IDs, and the root has no IDTree"
