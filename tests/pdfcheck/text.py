"""The words as a screen reader says them, and what a reader cannot say."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from tests.pdfcheck.blocks import Block, Piece, blocks
from tests.pdfcheck.content import Shown
from tests.pdfcheck.glyphs import Glyph
from tests.pdfcheck.marks import Mark
from tests.pdfcheck.opened import Opened, opened

SOFT_HYPHEN = "\u00ad"
BREAKS = re.compile(r"\S[-\u2010-\u2014/]$|[\u00ad\u200b]$")
"""What a line may end in besides a space: a hyphen that stays, or a break that is not said."""
HYPHEN = re.compile(r"\w-\s*$")
"""A hyphen at the end of a line; with a space after it, a reader says half a word."""
WIDEST_GAP = 0.15
"""How far pieces on a line may stand apart without a space, in heights of the letters."""
LONG_WORD = 40
"""A word so long that it may be broken anywhere: a web address, for one."""


def reading(data: bytes) -> list[str]:
    """Return the text of each block (paragraph, heading, cell, label…) in reading order.

    Soft hyphens are left out, and so are blocks that say nothing. Raises pikepdf.PdfError for
    what is not a PDF.
    """
    said = (said_by(block.pieces) for block in blocks(opened(data)))
    return [text for text in said if text]


def said_by(pieces: list[Piece]) -> str:
    """Return the text of pieces, each run of white space as one space."""
    return " ".join("".join(piece.text for piece in pieces).replace(SOFT_HYPHEN, "").split())


def faults(opened: Opened) -> Iterator[str]:
    """Yield what a reader cannot say, and the words that run together."""
    found = blocks(opened)
    pieces = [piece for block in found for piece in block.pieces]
    replaced = {mark for piece in pieces if piece.replaces for mark in piece.marks}
    for page in opened.contents:
        told = {line: None for shown in page.shown for line in _letters(shown, replaced)}
        yield from (line.replace(":", f": page {page.number}:", 1) for line in told)
    joined = [line for block in found for line in _joined(block)]
    divided = sum(piece.text.endswith(SOFT_HYPHEN) for piece in pieces)
    # Some type a hyphen with a space after it; whoever divides words does it all over a file.
    typed = sum(line.startswith("hyphen-said") for line in joined) <= divided
    yield from (line for line in joined if not (typed and line.startswith("hyphen-said")))


def _letters(shown: Shown, replaced: set[Mark]) -> Iterator[str]:
    for glyph in shown.glyphs:
        fault = wrong_letter(glyph)
        if fault == "glyph-private" and any(
            mark in replaced or mark.actual_text is not None for mark in shown.marks
        ):
            continue
        if fault:
            yield f"{fault}: {shown.font}: code {glyph.code} stands for {glyph.text!r}"


@cache
def wrong_letter(glyph: Glyph) -> str:
    """Return the name of the fault in what a glyph stands for, empty where there is none."""
    if not glyph.text or any(letter in "\0\ufeff\ufffe" for letter in glyph.text):
        return "glyph-unicode"
    kinds = {unicodedata.category(letter) for letter in glyph.text}
    if kinds & {"Cc", "Cs", "Cn"} or "\ufffd" in glyph.text:
        return "glyph-unsayable"
    return "glyph-private" if "Co" in kinds else ""


def _joined(block: Block) -> Iterator[str]:
    before, spaced = None, False
    for piece in block.pieces:
        if not piece.text.strip():
            spaced = spaced or bool(piece.text)
            continue
        if before is not None and (fault := between(before, piece, spaced)):
            told = f"{before.text[-20:]!r} and {piece.text[:20]!r}"
            yield f"{fault}: page {piece.placed.page}: {block.element}: {told}"
        before, spaced = piece, False


def between(before: Piece, after: Piece, spaced: bool = False) -> str:
    """Return the name of the fault between two pieces that are read one after the other.

    `spaced` tells that a piece of white space alone stands between them.
    """
    gap = after.placed.gap_after(before.last)
    if spaced or before.text[-1].isspace() or after.text[0].isspace():
        said = gap is None and HYPHEN.search(before.text) and after.text.lstrip()[0].islower()
        return "hyphen-said" if said else ""
    if gap is None:
        joined = not BREAKS.search(before.text) and not _long(before.text, after.text)
    else:
        joined = gap > WIDEST_GAP * after.placed.size
    return "words-joined" if joined else ""


def _long(before: str, after: str) -> bool:
    return len(before.split()[-1]) + len(after.split()[0]) > LONG_WORD
