"""The outline (bookmarks) and the page labels: that each leads somewhere and counts right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pikepdf import Name, NameTree, String

from tests.pdfcheck.objects import Key, entry, items, key_of, name, number_tree, text, whole
from tests.pdfcheck.opened import Opened

STYLES = ("", "D", "R", "r", "A", "a")


def faults(opened: Opened) -> Iterator[str]:
    """Yield what is wrong with the outline and with the page labels."""
    outline = entry(opened.root, "/Outlines")
    if outline is not None:
        yield from _below(opened, outline, set())
    if entry(opened.root, "/PageLabels") is not None:
        yield from _labels(opened)


def _below(opened: Opened, parent: Any, met: set[Key]) -> Iterator[str]:
    """Yield the faults of the entries under a parent; each entry is met once."""
    before, item = None, entry(parent, "/First")
    while item is not None:
        title = text(item, "/Title")
        if key_of(item) in met:
            yield f"outline: {title!r} is met twice"
            return
        met.add(key_of(item))
        if not (title or "").strip():
            yield "outline: an entry has no title"
        if key_of(entry(item, "/Parent")) != key_of(parent):
            yield f"outline: {title!r} names another parent"
        if key_of(entry(item, "/Prev")) != key_of(before):
            yield f"outline: {title!r} names another entry before it"
        if not leads_to_page(opened, item):
            yield f"outline: {title!r} leads nowhere"
        if entry(item, "/First") is not None and not whole(item, "/Count"):
            yield f"outline: {title!r} does not count what is below it"
        yield from _below(opened, item, met)
        before, item = item, entry(item, "/Next")
    if key_of(entry(parent, "/Last")) != key_of(before):
        yield f"outline: {text(parent, '/Title') or 'it'!r} ends with another entry"


def leads_to_page(opened: Opened, item: Any) -> bool:
    """Tell whether an outline entry or a link goes to a page of this document."""
    target = entry(item, "/Dest")
    if target is None and name(item, "/A", "/S") == "GoTo":
        target = entry(item, "/A", "/D")
    if isinstance(target, Name):
        target = entry(opened.root, "/Dests", str(target))
    elif isinstance(target, String):
        names = entry(opened.root, "/Names", "/Dests")
        target = NameTree(names).get(str(target)) if names is not None else None
    target = entry(target, "/D") or target
    place = items(target)
    return bool(place) and key_of(place[0]) in opened.numbers


def _labels(opened: Opened) -> Iterator[str]:
    labels = list(number_tree(entry(opened.root, "/PageLabels")))
    starts = [start for start, _ in labels]
    if not starts or starts[0] != 0:
        yield "page-label: the first page has none"
    if starts != sorted(set(starts)) or starts[-1:] > [len(opened.pdf.pages) - 1]:
        yield f"page-label: they begin at the pages {starts}, of {len(opened.pdf.pages)}"
    for start, label in labels:
        first = whole(label, "/St")
        if name(label, "/S") not in STYLES or (first is not None and first < 1):
            yield f"page-label: the one of page {start + 1} has no such style or number"
