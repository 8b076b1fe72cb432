"""A file opened for checking: its objects, its pages as drawn and its structure tree."""

from __future__ import annotations

import io
from functools import cached_property

import pikepdf

from tests.pdfcheck.content import PageContent, read_page
from tests.pdfcheck.glyphs import FontShelf
from tests.pdfcheck.objects import Key, key_of
from tests.pdfcheck.structure import Tree
from tests.pdfcheck.tree_reading import read_tree


class Opened:
    """What every check starts from; each part is read once, when first asked for."""

    def __init__(self, data: bytes, pdf: pikepdf.Pdf) -> None:
        self.data = data
        self.pdf = pdf
        self.root = pdf.Root

    @classmethod
    def of(cls, data: bytes) -> Opened:
        """Open a file; raises pikepdf.PdfError for one that is not a PDF."""
        return cls(data, pikepdf.open(io.BytesIO(data)))

    @cached_property
    def numbers(self) -> dict[Key, int]:
        """The number of each page, from 1, by its object."""
        return {key_of(page.obj): number for number, page in enumerate(self.pdf.pages, 1)}

    @cached_property
    def contents(self) -> list[PageContent]:
        """What each page draws."""
        shelf = FontShelf()
        return [read_page(page, number, shelf) for number, page in enumerate(self.pdf.pages, 1)]

    @cached_property
    def tree(self) -> Tree:
        """The structure tree; without elements when the file has none."""
        return read_tree(self.root, self.numbers)
