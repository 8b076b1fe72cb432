"""The pages against the structure tree: each marked piece has its place, and only one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from tests.pdfcheck.objects import items, key_of, number_tree, whole
from tests.pdfcheck.opened import Opened
from tests.pdfcheck.structure import Content, Element


def faults(opened: Opened) -> Iterator[str]:
    """Yield what is wrong with the tree's build, with the marks, and between the two."""
    yield from opened.tree.faults
    for page in opened.contents:
        yield from page.faults
    if opened.tree.root is None:
        return
    owners: dict[Content, list[Element]] = defaultdict(list)
    for element, content in opened.tree.leaves():
        owners[content].append(element)
    yield from _references(opened, owners)
    yield from _parent_tree(opened, owners)
    yield from _order(opened)


def _references(opened: Opened, owners: dict[Content, list[Element]]) -> Iterator[str]:
    marked = {
        Content(page.number, mark.mcid): mark
        for page in opened.contents
        for mark in page.marks
        if mark.mcid is not None
    }
    for content, mark in marked.items():
        if content not in owners and not mark.is_artifact:
            yield f"mcid-unplaced: page {content.page}: no element refers to {mark}"
    for content, elements in owners.items():
        where = f"page {content.page}: {elements[0]} refers to {content.mcid}"
        if content not in marked:
            yield f"mcid-missing: {where}, which is not on the page"
        if len(elements) > 1:
            yield f"mcid-twice: {where}, and {elements[1]} too"


def _parent_tree(opened: Opened, owners: dict[Content, list[Element]]) -> Iterator[str]:
    root = opened.tree.root
    written = list(number_tree(root.get("/ParentTree")))
    keys = [key for key, _ in written]
    if not written:
        yield "parent-tree: there is none"
    if keys != sorted(set(keys)):
        yield f"parent-tree: its keys do not go up: {keys}"
    following = whole(root, "/ParentTreeNextKey")
    if keys and (following is None or following <= max(keys)):
        yield f"parent-tree: ParentTreeNextKey is {following}, the last key is {max(keys)}"
    listed: dict[int | None, Any] = dict(written)
    unused = set(keys) - {whole(annotation, "/StructParent") for annotation in opened.annotations}
    for page, content in zip(opened.pdf.pages, opened.contents, strict=True):
        key = whole(page.obj, "/StructParents")
        unused.discard(-1 if key is None else key)
        parents = items(listed.get(key))
        marked = {mark.mcid for mark in content.marks}
        for number, parent in enumerate(parents):
            if parent is not None and number not in marked:
                told = f"has an entry for {number}, which is not marked"
                yield f"parent-tree: page {content.number} {told}"
        for mark in content.marks:
            elements = owners.get(Content(content.number, -1 if mark.mcid is None else mark.mcid))
            if mark.mcid is None or not elements:
                continue
            found = parents[mark.mcid] if 0 <= mark.mcid < len(parents) else None
            if key_of(found) != key_of(elements[0].object):
                yield (
                    f"parent-tree: page {content.number}: "
                    f"the entry of {mark} is not {elements[0]}, which refers to it"
                )
    if unused:
        yield f"parent-tree: no page and no annotation has the keys {sorted(unused)}"


def _order(opened: Opened) -> Iterator[str]:
    """Yield where the reading goes back to what was drawn before, within one page."""
    drawn = {
        Content(page.number, mark.mcid): place
        for page in opened.contents
        for place, mark in enumerate(page.marks)
        if mark.mcid is not None and mark.paints
    }
    last: dict[int, Content] = {}
    for element, content in opened.tree.leaves():
        before = last.get(content.page)
        if content not in drawn:
            continue
        if before is not None and drawn[content] < drawn[before]:
            yield (
                f"reading-order: page {content.page}: "
                f"{element} with {content.mcid} is drawn before {before.mcid} and read after it"
            )
        last[content.page] = content
