"""Putting one fault into a file that has none."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import pikepdf
from pikepdf import Dictionary, Pdf, Stream

from tests.pdfcheck.objects import items, name

Planting = Callable[[bytes], bytes]


@dataclass(frozen=True)
class Planted:
    """A way of spoiling a file, and the names of the faults that it then has among others."""

    faults: tuple[str, ...]
    plant: Planting
    name: str


PLANTED: list[Planted] = []
"""Every way; a fault may be planted in several."""


def in_bytes(*faults: str) -> Callable[[Planting], Planting]:
    """Note a function that changes the file's bytes."""

    def noted(change: Planting) -> Planting:
        def changed(data: bytes) -> bytes:
            spoiled = change(data)
            assert spoiled != data
            return spoiled

        PLANTED.append(Planted(faults, changed, change.__name__))
        return change

    return noted


def in_pdf(*faults: str) -> Callable[[Callable[[Pdf], None]], Callable[[Pdf], None]]:
    """Note a function that changes the open document."""

    def noted(change: Callable[[Pdf], None]) -> Callable[[Pdf], None]:
        def changed(data: bytes) -> bytes:
            spoiled = rewritten(data, change)
            assert spoiled != untouched(data)
            return spoiled

        PLANTED.append(Planted(faults, changed, change.__name__))
        return change

    return noted


def rewritten(data: bytes, change: Callable[[Pdf], object]) -> bytes:
    """Return the file after a change."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        made = io.BytesIO()
        pdf.save(made, fix_metadata_version=False, deterministic_id=True)
    return made.getvalue()


@cache
def untouched(data: bytes) -> bytes:
    """Return the file as the other program writes it without any change."""
    return rewritten(data, lambda pdf: None)


def replaced(data: bytes, pattern: bytes, by: bytes, count: int = 1) -> bytes:
    """Replace the first match in the bytes, or all with 0; there must be one."""
    changed, found = re.subn(pattern, by, data, count=count)
    assert found, pattern
    return changed


def elements(pdf: Pdf, role: str = "") -> Iterator[Any]:
    """Yield the structure elements in reading order, all or those of a type."""
    waiting = items(pdf.Root.StructTreeRoot, "/K")
    while waiting:
        element = waiting.pop(0)
        if isinstance(element, Dictionary) and "/S" in element:
            if role in ("", name(element, "/S")):
                yield element
            waiting = items(element, "/K") + waiting


def first(pdf: Pdf, role: str) -> Any:
    """Return the first element of a type."""
    return next(elements(pdf, role))


def leaf(pdf: Pdf, role: str) -> Any:
    """Return the first element of a type that refers to content itself."""
    return next(one for one in elements(pdf, role) if isinstance(items(one, "/K")[0], int))


def draw(pdf: Pdf, content: bytes, page: int = 0) -> None:
    """Draw something more on a page, after all that is there."""
    pdf.pages[page].contents_add(content)


def edit(pdf: Pdf, pattern: bytes, by: bytes, page: int = 0, count: int = 1) -> None:
    """Replace the first match in a page's content, or all with 0; there must be one."""
    content = b"\n".join(part.read_bytes() for part in items(pdf.pages[page].obj, "/Contents"))
    pdf.pages[page].obj.Contents = pdf.make_stream(replaced(content, pattern, by, count))


def fonts(pdf: Pdf) -> list[Any]:
    """Return the fonts of the first page."""
    return list(pdf.pages[0].resources.Font.values())


def rewrite(stream: Any, pattern: bytes, by: bytes, count: int = 1) -> None:
    """Replace the first match in a stream, or all with 0; there must be one."""
    assert isinstance(stream, Stream)
    stream.write(replaced(stream.read_bytes(), pattern, by, count))
