"""What spreadsheets, word processors and browsers exchange through the clipboard: tables.

Reading gives a `CellBlock`, writing takes one. Neither touches the clipboard itself.
"""

from __future__ import annotations

from dragapp.formats.clipboard.html_reading import read_html
from dragapp.formats.clipboard.tsv import read_tsv
from dragapp.plan.cell_block import CellBlock, block_of
from dragapp.plan.text import clean


def read_clipboard(text: str, html: str = "") -> CellBlock:
    """Read what was copied, given as plain text and, where there is one, as HTML.

    The tables of the HTML are taken; else the text as cells with tabs. Text of a word processor or
    a browser without a table is one cell; other text without tabs is a row a line. Raise TooLarge
    for more cells than a plan's table can have.
    """
    found = read_html(html) if html else None
    if found:
        return found
    if html and "\t" not in text:
        return block_of([[clean(text)]])
    return read_tsv(text)


def decoded(data: bytes) -> str:
    """Return the text of clipboard data whose encoding nobody told; never fails."""
    for signature, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if data.startswith(signature):
            return data[2:].decode(encoding, "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1250", "replace")
