"""Page labels, and the numbers printed at the foot of the pages, which must agree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from tests.pdfcheck.content import PageContent
from tests.pdfcheck.objects import entry, name, number_tree, text, whole
from tests.pdfcheck.opened import Opened

ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
STYLES = ("", "D", "R", "r", "A", "a")
PRINTED = re.compile(r"Pagina (\S+) din (\S+)")


def faults(opened: Opened) -> Iterator[str]:
    """Yield what is wrong with the labels, and with the numbers where pages print them."""
    tree = entry(opened.root, "/PageLabels")
    yield from _tree(list(number_tree(tree)), len(opened.pdf.pages))
    for label, content in zip(labels(opened), opened.contents, strict=True):
        printed = PRINTED.search(_aside(content))
        if printed and printed[1] != label:
            told = f"prints {printed[1]} and is labelled {label!r}"
            yield f"page-number: page {content.number} {told}"
        if printed and printed[2] != str(len(opened.pdf.pages)):
            told = f"prints {printed[2]} as the number of pages"
            yield f"page-number: page {content.number} {told}"


def labels(opened: Opened) -> list[str]:
    """Return the label of each page; its number where the file has no labels."""
    count = len(opened.pdf.pages)
    tree = entry(opened.root, "/PageLabels")
    if tree is None:
        return [str(number) for number in range(1, count + 1)]
    told = dict(number_tree(tree))
    found: list[str] = []
    label, start = None, 0
    for page in range(count):
        if page in told:
            label, start = told[page], page
        number = (whole(label, "/St") or 1) + page - start
        found.append((text(label, "/P") or "") + _counted(number, name(label, "/S")))
    return found


def _tree(told: list[tuple[int, Any]], pages: int) -> Iterator[str]:
    starts = [start for start, _ in told]
    if not starts or starts[0] != 0:
        yield "page-label: the first page has none"
    if starts != sorted(set(starts)) or starts[-1:] > [pages - 1]:
        yield f"page-label: they begin at the pages {starts}, of {pages}"
    for start, label in told:
        first = whole(label, "/St")
        if name(label, "/S") not in STYLES or (first is not None and first < 1):
            yield f"page-label: the one of page {start + 1} has no such style or number"


def _aside(content: PageContent) -> str:
    """Return what a page says outside its text: its head and foot."""
    return " ".join(
        shown.text for shown in content.shown if any(mark.is_artifact for mark in shown.marks)
    )


def _counted(number: int, style: str) -> str:
    # ISO 32000-1, table 159: after z come aa, bb and so on.
    if style in ("A", "a"):
        turns, place = divmod(number - 1, 26)
        written = chr(ord("a") + place) * (turns + 1)
    elif style in ("R", "r"):
        written = _roman(number)
    else:
        written = str(number) if style else ""
    return written.upper() if style.isupper() else written


def _roman(number: int) -> str:
    written = ""
    for value, letters in ROMAN:
        turns, number = divmod(number, value)
        written += letters * turns
    return written
