"""The pages: their place in the structure, the order of their links, and no transparency."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pikepdf import Dictionary

from tests.pdfcheck.objects import entry, name, whole
from tests.pdfcheck.opened import Opened


def faults(opened: Opened) -> Iterator[str]:
    """Yield what is wrong with the pages."""
    seen: dict[int, int] = {}
    for number, page in enumerate(opened.pdf.pages, 1):
        key = whole(page.obj, "/StructParents")
        if key is None:
            yield f"page-parents: page {number} has no StructParents"
        elif seen.setdefault(key, number) != number:
            yield f"page-parents: page {number} has the StructParents of page {seen[key]}"
        if name(page.obj, "/Tabs") != "S":
            yield f"page-tabs: page {number} does not follow the structure"
        yield from (
            f"unwanted: page {number} has {key}" for key in ("/AA", "/PresSteps") if key in page.obj
        )
        yield from (f"transparency: page {number}: {told}" for told in _transparency(page))


def _transparency(page: Any) -> Iterator[str]:
    for scope in page.content_scopes():
        if entry(scope.content, "/Group") is not None:
            yield f"the {scope.kind} is a group"
        for key, state in _members(scope.resources, "/ExtGState"):
            yield from (f"{key}: {told}" for told in _state(state))
        for key, drawn in _members(scope.resources, "/XObject"):
            if entry(drawn, "/SMask") is not None or whole(drawn, "/SMaskInData"):
                yield f"the image {key} has a soft mask"


def _state(state: Any) -> Iterator[str]:
    yield from (
        f"{key[1:]} is {entry(state, key)}"
        for key in ("/ca", "/CA")
        if entry(state, key) not in (None, 1)
    )
    if entry(state, "/SMask") is not None and name(state, "/SMask") != "None":
        yield "it has a soft mask"
    if entry(state, "/BM") is not None and name(state, "/BM") not in ("Normal", "Compatible"):
        yield f"it blends as {entry(state, '/BM')}"


def _members(resources: Any, kind: str) -> list[tuple[str, Any]]:
    found = entry(resources, kind)
    return list(found.items()) if isinstance(found, Dictionary) else []
