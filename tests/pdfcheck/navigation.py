"""The outline (bookmarks): that each entry leads to a page, and that the entries hang together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pikepdf import Name, NameTree, String

from tests.pdfcheck.objects import Key, entry, items, key_of, name, text, whole
from tests.pdfcheck.opened import Opened


def faults(opened: Opened) -> Iterator[str]:
    """Yield what is wrong with the outline; a document without one has nothing wrong."""
    outline = entry(opened.root, "/Outlines")
    if outline is not None:
        yield from _below(opened, outline, set())


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
        if not page_of(opened, item):
            yield f"outline: {title!r} leads nowhere"
        if entry(item, "/First") is not None and not whole(item, "/Count"):
            yield f"outline: {title!r} does not count what is below it"
        yield from _below(opened, item, met)
        before, item = item, entry(item, "/Next")
    if key_of(entry(parent, "/Last")) != key_of(before):
        yield f"outline: {text(parent, '/Title') or 'it'!r} ends with another entry"


def page_of(opened: Opened, item: Any) -> int:
    """Return the page, from 1, that an outline entry or a link goes to; 0 for none of this file."""
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
    return opened.numbers.get(key_of(place[0]), 0) if place else 0
