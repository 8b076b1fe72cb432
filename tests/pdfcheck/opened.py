"""A file opened for checking: its objects, its pages as drawn and its structure tree."""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property, lru_cache
from typing import Any

import pikepdf

from tests.pdfcheck.content import PageContent, Shown, read_page
from tests.pdfcheck.glyphs import FontShelf
from tests.pdfcheck.objects import Key, items, key_of
from tests.pdfcheck.structure import Content, Tree
from tests.pdfcheck.tree_reading import read_tree


@lru_cache(maxsize=1)
def opened(data: bytes) -> Opened:
    """Open a file, or return it when it is the one opened last.

    Raises pikepdf.PdfError for what is not a PDF, pikepdf.PasswordError for one that is locked.
    """
    return Opened(data, pikepdf.open(io.BytesIO(data)))


class Opened:
    """What every check starts from; each part is read once, when first asked for."""

    def __init__(self, data: bytes, pdf: pikepdf.Pdf) -> None:
        self.data = data
        self.pdf = pdf
        self.root = pdf.Root

    @cached_property
    def numbers(self) -> dict[Key, int]:
        """The number of each page, from 1, by its object."""
        return {key_of(page.obj): number for number, page in enumerate(self.pdf.pages, 1)}

    @cached_property
    def annotations(self) -> list[Any]:
        """The annotations of all pages."""
        return [each for page in self.pdf.pages for each in items(page.obj, "/Annots")]

    @cached_property
    def contents(self) -> list[PageContent]:
        """What each page draws."""
        shelf = FontShelf()
        return [read_page(page, number, shelf) for number, page in enumerate(self.pdf.pages, 1)]

    @cached_property
    def _shown(self) -> dict[Content, list[Shown]]:
        found: dict[Content, list[Shown]] = defaultdict(list)
        for page in self.contents:
            for shown in page.shown:
                for mark in shown.marks:
                    if mark.mcid is not None:
                        found[Content(page.number, mark.mcid)].append(shown)
        return found

    def shown_of(self, contents: Iterable[Content]) -> list[Shown]:
        """Return what is shown as these pieces of content."""
        return [shown for content in contents for shown in self._shown.get(content, ())]

    @cached_property
    def tree(self) -> Tree:
        """The structure tree; without elements when the file has none."""
        return read_tree(self.root, self.numbers)
