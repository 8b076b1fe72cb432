"""The fonts in the resources, used or not: embedded, a subset, and mapped to Unicode.

Whether the programme agrees with the dictionary (widths, encodings, glyphs that are missing) is
told by `archive`; whether each letter shown has a Unicode value, by `text`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pikepdf import Dictionary, Stream

from tests.pdfcheck.objects import entry, items, name
from tests.pdfcheck.opened import Opened

SUBSET = re.compile(r"[A-Z]{6}\+\S+")
PROGRAMMES = ("/FontFile", "/FontFile2", "/FontFile3")


def faults(opened: Opened) -> Iterator[str]:
    """Yield what is wrong with the fonts, one line for each font however many pages name it."""
    told: set[str] = set()
    for scope in opened.pdf.content_scopes():
        fonts = entry(scope.resources, "/Font")
        for key, font in fonts.items() if isinstance(fonts, Dictionary) else []:
            fresh = [fault for fault in _of_font(font, key) if fault not in told]
            told.update(fresh)
            yield from fresh


def _of_font(font: Any, key: str) -> Iterator[str]:
    base = name(font, "/BaseFont")
    which = f"{key} {base}"
    below = next(iter(items(font, "/DescendantFonts")), font)
    descriptor = entry(below, "/FontDescriptor")
    if not any(isinstance(entry(descriptor, programme), Stream) for programme in PROGRAMMES):
        yield f"font-embedded: {which} is not in the file"
    if not SUBSET.fullmatch(base):
        yield f"font-subset: {which} is not named as a subset"
    if name(descriptor, "/FontName") != name(below, "/BaseFont"):
        yield f"font-subset: {which} is called {name(descriptor, '/FontName')} in its descriptor"
    if not isinstance(entry(font, "/ToUnicode"), Stream):
        yield f"font-unicode: {which} has no ToUnicode"
