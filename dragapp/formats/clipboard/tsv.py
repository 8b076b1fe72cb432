"""Cells as text with tabs, the way spreadsheets put them on the clipboard and take them from it.

Rows end in CR LF; a cell with a tab, a line end or a quote inside stands in quotes, its own quotes
doubled. Excel does not quote a cell for its quotes alone, so quotes that enclose nothing of the
kind are text. LibreOffice writes a tab inside a cell as U+0001.
"""

from __future__ import annotations

import re

from dragapp.plan.cell_block import CellBlock, block_of
from dragapp.plan.text import clean

_ROW_END = re.compile(r"\r\n|\r|\n")
_LAST_ROW_END = re.compile(r"(?:\r\n|\r|\n)\Z")
_QUOTED = re.compile(r'"([^"]*(?:""[^"]*)*)"(?=[\t\r\n]|\Z)')
_BARE = re.compile(r"[^\t\r\n]*")
_NEEDS_QUOTES = re.compile(r'[\t\r\n]|""')


def read_tsv(text: str) -> CellBlock:
    """Read any text as cells; raise TooLarge for more than a plan's table can have.

    One line end at the very end belongs to the last row; empty rows before and after others stay.
    """
    text = _LAST_ROW_END.sub("", text.replace("\0", ""))
    rows: list[list[str]] = [[]]
    place = 0
    while True:
        cell, place = _cell(text, place)
        rows[-1].append(clean(cell.replace("\1", "\t")))
        if place == len(text):
            return block_of(rows)
        end = _ROW_END.match(text, place)
        if end:
            rows.append([])
        place = end.end() if end else place + 1


def _cell(text: str, place: int) -> tuple[str, int]:
    """Return the cell that begins at a place and the place behind it."""
    quoted = _QUOTED.match(text, place)
    if quoted and _NEEDS_QUOTES.search(quoted[1]):
        return quoted[1].replace('""', '"'), quoted.end()
    bare = _BARE.match(text, place)
    assert bare
    return bare[0], bare.end()


def write_tsv(block: CellBlock) -> str:
    """Write a block; the text of a merged area stands in its first cell."""
    texts = block.texts()
    if len(texts) == len(texts[0]) == 1:
        return _written(texts[0][0])
    return "".join("\t".join(map(_written, row)) + "\r\n" for row in texts)


def _written(text: str) -> str:
    if not re.search(r'[\t\r\n"]', text):
        return text
    doubled = text.replace('"', '""')
    return f'"{doubled}"'
