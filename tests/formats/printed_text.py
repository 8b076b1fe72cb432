"""What a document's file must say, word for word, and what of it is missing or said twice."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from dragapp import resources
from dragapp.annex.blocks import Block, Heading, Text
from dragapp.formats.pdf.fonts import BOX
from dragapp.plan.rich import plain
from dragapp.plan.text import PASTED_BULLETS, clean
from tests.formats.pdf_text import texts
from tests.pdfcheck import reading

INVISIBLE = {"Cc", "Cf", "Cs", "Cn"}


def missing(blocks: Sequence[Block], data: bytes) -> Iterator[str]:
    """Yield the texts that are not read out whole, and the signs of which there are too few."""
    said = "\n".join(reading(data))
    printed = _printed(blocks)
    yield from (f"lost: {text[:80]!r}" for text in printed if text not in said)
    yield from (f"too few: {sign!r}" for sign in _signs("".join(printed)) - _signs(said))


def doubled(blocks: Sequence[Block], data: bytes) -> Iterator[str]:
    """Yield the signs of which more are read out than the document has."""
    wanted, found = _signs("".join(_printed(blocks))), _signs("".join(reading(data)))
    yield from (f"too many: {sign!r}" for sign in found - wanted)


def as_printed(text: str) -> str:
    """Return a text as paper shows it: spaces as one, boxes for what no font has."""
    composed = unicodedata.normalize("NFC", clean(text)).translate(PASTED_BULLETS)
    seen = (
        letter
        for letter in composed
        if letter.isspace()
        or not (unicodedata.category(letter) in INVISIBLE or "\ufe00" <= letter <= "\ufe0f")
    )
    drawn = (letter if letter.isspace() or letter in _drawable() else BOX for letter in seen)
    return " ".join("".join(drawn).split())


@cache
def _drawable() -> frozenset[str]:
    """Return the characters that the program's fonts have."""
    found: set[str] = set()
    for name in ("LiberationSerif-Regular", "DejaVuSans"):
        with TTFont(resources.folder("fonts") / f"{name}.ttf") as font:
            found |= set(map(chr, font.getBestCmap()))
    return frozenset(found)


def _printed(blocks: Sequence[Block]) -> list[str]:
    return [as_printed(text) for text in _single_texts(blocks)]


def _single_texts(blocks: Sequence[Block]) -> Iterator[str]:
    """Yield every text of a document; a label and what it labels are two."""
    for block in blocks:
        if isinstance(block, Heading | Text):
            yield from (block.label, plain(block.text))
            yield plain(block.tail) if isinstance(block, Heading) else ""
        else:
            yield from texts((block,))


def _signs(text: str) -> Counter[str]:
    """Count the signs of a text; brackets and the stamp's place are the renderer's own."""
    return Counter(re.sub(r"[\s\[\]]", "", text.replace("L.S.", "")))
