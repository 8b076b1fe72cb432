"""Where the ink lies: inside the margins, no text over another, no rule through a text.

No standard asks for it, but a careful typist does. What lies where is measured by PDFium for the
margins, and from the operators for the rest, since PDFium leaves out what lies over its like.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2

from tests.pdfcheck.content import PageContent, Shown
from tests.pdfcheck.opened import opened

CM = 72 / 2.54
SIDE, ABOVE, BELOW = 1.35 * CM, 1.0 * CM, 0.7 * CM
"""The white margins of every sheet; the space at the end of a line may reach a little into them."""
ASCENT, DESCENT = 0.62, 0.18
"""The part of a line that letters fill, above and below the baseline, in heights of the type."""
TOUCH = 0.6
"""How far texts and rules may meet, in points."""


BAND = 12.0
"""Texts are looked up by bands of the page of this width, in points."""


class Box(NamedTuple):
    """A rectangle of a page, in points."""

    left: float
    bottom: float
    right: float
    top: float


def misplaced(data: bytes) -> list[str]:
    """Return what lies where it should not, one line each, or an empty list."""
    found = list(_outside(data))
    for page in opened(data).contents:
        texts = sorted(
            ((_box(shown), shown.text) for shown in page.shown if shown.text.strip()),
            key=lambda placed: -placed[0].top,
        )
        found += _covered(page, texts)
        found += _crossed(page, texts)
    return found


def _outside(data: bytes) -> Iterator[str]:
    with pypdfium2.PdfDocument(data) as pdf:
        for number, page in enumerate(pdf, 1):
            width, height = page.get_size()
            for drawn in page.get_objects():
                left, bottom, right, top = drawn.get_bounds()
                if right - left < TOUCH and top - bottom < TOUCH:
                    continue
                if left < SIDE or right > width - SIDE or bottom < BELOW or top > height - ABOVE:
                    told = ", ".join(f"{edge:.0f}" for edge in (left, bottom, right, top))
                    yield f"margin: page {number}: something at {told}"


def _covered(page: PageContent, texts: list[tuple[Box, str]]) -> Iterator[str]:
    for place, (one, text) in enumerate(texts):
        for other, below in texts[place + 1 :]:
            if other.top <= one.bottom + TOUCH:
                break
            if min(one.right, other.right) - max(one.left, other.left) > TOUCH:
                yield f"covered: page {page.number}: {text[:30]!r} and {below[:30]!r}"


def _crossed(page: PageContent, texts: list[tuple[Box, str]]) -> Iterator[str]:
    across: dict[int, list[tuple[Box, str]]] = defaultdict(list)
    down: dict[int, list[tuple[Box, str]]] = defaultdict(list)
    for placed in texts:
        for band in _bands(placed[0].left, placed[0].right):
            across[band].append(placed)
        for band in _bands(placed[0].bottom, placed[0].top):
            down[band].append(placed)
    for x0, y0, x1, y1 in page.rules:
        rule = Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
        upright = rule.right - rule.left < rule.top - rule.bottom
        # A slanting rule would be looked for in one band alone; there is none.
        near = across[int(x0 // BAND)] if upright else down[int(y0 // BAND)]
        for box, text in near:
            if _crosses(rule, box):
                yield f"crossed: page {page.number}: {text[:30]!r} at {x0:.0f}, {y0:.0f}"


def _bands(begins: float, ends: float) -> range:
    return range(int(begins // BAND), int(ends // BAND) + 1)


def _crosses(rule: Box, box: Box) -> bool:
    within = min(rule.right, box.right - TOUCH) >= max(rule.left, box.left + TOUCH)
    return within and min(rule.top, box.top - TOUCH) >= max(rule.bottom, box.bottom + TOUCH)


def _box(shown: Shown) -> Box:
    """Return what the letters fill, without the spaces around them."""
    placed = shown.placed
    begins, ends = placed.start[0], placed.end[0]
    widths = [glyph.width for glyph in shown.glyphs]
    blank = [not (glyph.text or "").strip() for glyph in shown.glyphs]
    first, last = blank.index(False), len(blank) - blank[::-1].index(False)
    spaced = sum(glyph.is_space for glyph in shown.glyphs)
    natural = sum(widths) / 1000 * placed.size
    extra = (ends - begins - natural) / spaced if spaced else 0.0
    left = begins + sum(widths[:first]) / 1000 * placed.size + extra * first
    trailing = sum(widths[last:]) / 1000 * placed.size + extra * (len(blank) - last)
    up = placed.start[1]
    return Box(left, up - DESCENT * placed.size, ends - trailing, up + ASCENT * placed.size)
