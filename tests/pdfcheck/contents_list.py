"""The list of contents: its build, a link in each entry, and the page that the entry names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.pdfcheck.blocks import Block, blocks
from tests.pdfcheck.navigation import page_of
from tests.pdfcheck.objects import key_of
from tests.pdfcheck.opened import Opened
from tests.pdfcheck.page_numbers import labels
from tests.pdfcheck.structure import Element, Referred
from tests.pdfcheck.text import said_by

KIDS = {
    "TOC": re.compile(r"(Caption )?((TOC|TOCI) )+"),
    "TOCI": re.compile(r"((Lbl|Reference|NonStruct|P|TOC) )+"),
}


def faults(opened: Opened) -> Iterator[str]:
    """Yield what is wrong with the entries; a document without the list has nothing wrong."""
    entries = [element for element in opened.tree.elements if element.role == "TOCI"]
    for element in opened.tree.elements:
        allowed = KIDS.get(element.role)
        built = "".join(f"{kid.role} " for kid in element.elements)
        if allowed and (not allowed.fullmatch(built) or len(element.elements) < len(element.kids)):
            yield f"contents-parts: {element} is made of {built or 'content'}"
    for element in entries:
        if element.parent is None or element.parent.role != "TOC":
            yield f"contents-parts: {element} lies in {element.parent}"
    if entries:
        yield from _entries(opened, entries)


def _entries(opened: Opened, entries: list[Element]) -> Iterator[str]:
    said = blocks(opened)
    printed = labels(opened)
    for element in entries:
        links = [one for one in _below(element) if one.role == "Link"]
        if not any(_inside(link, "Reference", element) for link in links):
            yield f"contents-link: {element} has no link in a Reference"
            continue
        words = _words(element, said)
        for link in links:
            page = next(_pages(opened, link), None)
            if page and words[-1:] != [printed[page - 1]]:
                told = f"ends with {''.join(words[-1:])!r} and leads to page {printed[page - 1]}"
                yield f"contents-page: {element} {told}"


def _below(element: Element) -> Iterator[Element]:
    """Yield what belongs to an entry, without the entries below it."""
    for kid in element.elements:
        if kid.role not in ("TOC", "TOCI"):
            yield kid
            yield from _below(kid)


def _inside(element: Element, role: str, top: Element) -> bool:
    above = element.parent
    while above is not None and above is not top:
        if above.role == role:
            return True
        above = above.parent
    return False


def _words(entry: Element, said: list[Block]) -> list[str]:
    own = {id(entry), *(id(element) for element in _below(entry))}
    found = (said_by(block.pieces) for block in said if id(block.element) in own)
    return " ".join(found).split()


def _pages(opened: Opened, link: Element) -> Iterator[int]:
    """Yield the pages that a link's annotations lead to."""
    keys = {kid.key for kid in link.kids if isinstance(kid, Referred)}
    for annotation in opened.annotations:
        if key_of(annotation) in keys and (page := page_of(opened, annotation)):
            yield page
