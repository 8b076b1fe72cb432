"""User text as Excel can hold it: clean, and in several cells where one is too small."""

from __future__ import annotations

import re
import unicodedata

from dragapp.plan.rich import RichText, Run, plain
from dragapp.plan.text import PASTED_BULLETS, clean

#: Excel holds 32,767 UTF-16 units and 253 line ends in a cell.
LONGEST = 32_767
MOST_LINE_ENDS = 253


def units(text: str) -> int:
    """Return a text's length as Excel counts it, in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def pieces(text: str) -> list[str]:
    """Clean a text and cut it into as many cells as it needs: nearly always one.

    The pieces, put together, are the text; a cut is made behind a blank where there is one.
    """
    if len(text) <= LONGEST // 2 and text.isprintable():
        # Printable text is clean and has no line ends.
        return [text]
    text = _seen(text)
    if len(text) <= LONGEST // 2 and text.count("\n") <= MOST_LINE_ENDS:
        return [text]
    return [text[start:end] for start, end in _cuts(text)]


def rich_pieces(text: RichText) -> list[RichText]:
    """Do as `pieces` does, keeping bold and italic."""
    runs = [Run(_seen(run.text), run.bold, run.italic) for run in text]
    whole = plain(runs)
    if len(whole) <= LONGEST // 2 and whole.count("\n") <= MOST_LINE_ENDS:
        return [tuple(runs)]
    return [_slice(runs, start, end) for start, end in _cuts(whole)]


def _seen(text: str) -> str:
    """Return the text as its reader is to see it, bullets of Word's own fonts as what they show."""
    return clean(text).translate(PASTED_BULLETS)


def _slice(runs: list[Run], start: int, end: int) -> RichText:
    found: list[Run] = []
    for run in runs:
        part = run.text[max(start, 0) : max(end, 0)]
        if part:
            found.append(Run(part, run.bold, run.italic))
        start, end = start - len(run.text), end - len(run.text)
    return tuple(found)


def _cuts(text: str) -> list[tuple[int, int]]:
    cuts: list[tuple[int, int]] = []
    start = 0
    while start < len(text):
        end = _end(text, start)
        cuts.append((start, end))
        start = end
    return cuts or [(0, 0)]


def _end(text: str, start: int) -> int:
    """Return where the piece that begins at `start` ends."""
    end = min(len(text), start + LONGEST)
    while units(text[start:end]) > LONGEST:
        end -= max(1, (units(text[start:end]) - LONGEST) // 2)
    line_ends = [found.end() for found in re.finditer("\n", text[start:end])]
    if len(line_ends) > MOST_LINE_ENDS:
        return start + line_ends[MOST_LINE_ENDS - 1]
    if end == len(text):
        return end
    blank = max(text.rfind(" ", start, end), text.rfind("\n", start, end))
    if blank > start:
        return blank + 1
    whole = end
    while whole > start + 1 and unicodedata.combining(text[whole]):
        whole -= 1
    return whole if whole > start + 1 else end
