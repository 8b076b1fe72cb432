"""What can be read back out of a PDF file, and what a document should have put there."""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from dragapp.annex.blocks import (
    AnnexLine,
    Block,
    Document,
    Grid,
    Heading,
    Letterhead,
    Signatures,
    Text,
    Title,
    ToComplete,
)
from dragapp.formats.pdf import pdf_bytes
from dragapp.plan.rich import plain
from dragapp.plan.text import clean


def letters(text: str) -> str:
    """Return the letters and digits alone."""
    composed = unicodedata.normalize("NFC", clean(text))
    return "".join(letter for letter in composed if letter.isalnum())


def page_sizes(path: Path) -> list[tuple[int, int]]:
    """Return the width and height of each page, in points."""
    with pypdfium2.PdfDocument(path) as pdf:
        return [(round(page.get_width()), round(page.get_height())) for page in pdf]


def metadata(path: Path) -> dict[str, str]:
    """Return the file's title, author and the like."""
    with pypdfium2.PdfDocument(path) as pdf:
        return dict(pdf.get_metadata_dict())


def bookmarks(path: Path) -> list[tuple[int, str]]:
    """Return the level and the text of each entry of the outline."""
    with pypdfium2.PdfDocument(path) as pdf:
        return [(mark.level, mark.get_title()) for mark in pdf.get_toc()]


def page_texts(path: Path) -> list[str]:
    """Return the text of each page, in the order in which it is drawn."""
    with pypdfium2.PdfDocument(path) as pdf:
        return [page.get_textpage().get_text_range() for page in pdf]


@dataclass(frozen=True, slots=True)
class Glyph:
    """A letter on a page, its size and place in points; the place is that of its font's box."""

    letter: str
    font: str
    size: float
    left: float
    bottom: float
    right: float
    top: float


def glyphs(data: bytes) -> list[list[Glyph]]:
    """Return the letters of each page as they are drawn, spaces aside."""
    with pypdfium2.PdfDocument(data) as pdf:
        return [list(_glyphs(page.get_textpage())) for page in pdf]


def _glyphs(page: pypdfium2.PdfTextPage) -> Iterator[Glyph]:
    matrix, box = pdfium.FS_MATRIX(), pdfium.FS_RECTF()
    name = ctypes.create_string_buffer(80)
    for place in range(page.count_chars()):
        letter = chr(pdfium.FPDFText_GetUnicode(page, place))
        if letter.isspace() or not letter.isprintable():
            continue
        pdfium.FPDFText_GetMatrix(page, place, ctypes.byref(matrix))
        pdfium.FPDFText_GetLooseCharBox(page, place, ctypes.byref(box))
        size = pdfium.FPDFText_GetFontSize(page, place) * matrix.d
        pdfium.FPDFText_GetFontInfo(page, place, name, len(name), None)
        font = name.value.decode()
        yield Glyph(letter, font, round(size, 2), box.left, box.bottom, box.right, box.top)


def rules(data: bytes) -> int:
    """Return how many rules and shades the first page has."""
    with pypdfium2.PdfDocument(data) as pdf:
        return len(list(pdf[0].get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH])))


def letters_of(page: list[Glyph], text: str) -> list[Glyph]:
    """Return the letters of a text's first place on a page; the text may be on several lines."""
    wanted = "".join(text.split())
    start = "".join(glyph.letter for glyph in page).index(wanted)
    return page[start : start + len(wanted)]


def written(document: Document, folder: Path) -> list[str]:
    """Write a document and return the text of its pages."""
    path = folder / "anexa.pdf"
    path.write_bytes(pdf_bytes(document))
    return page_texts(path)


def document(*blocks: Block) -> Document:
    """Return a document without running head and foot."""
    return Document("Plan", "Comuna Drăgușeni", "Anexă", "", "", blocks)


def texts(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Yield every text of a document's blocks, each in one piece."""
    for block in blocks:
        match block:
            case Letterhead(lines) | Title(lines):
                yield from lines
            case AnnexLine(text):
                yield text
            case ToComplete():
                yield block.text
            case Heading():
                yield block.label + plain(block.text) + plain(block.tail)
            case Text():
                yield block.label + plain(block.text)
            case Grid():
                yield from (head.text for head in block.head)
                yield from (cell.text for row in block.rows for cell in row.cells if cell)
            case Signatures():
                yield from (text for signer in block.signers for text in (signer.role, signer.name))


def numbered(count: int) -> str:
    """Return a text whose every word occurs once."""
    return " ".join(f"cuvânt{number:05d}" for number in range(count))
