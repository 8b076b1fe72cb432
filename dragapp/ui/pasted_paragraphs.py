"""Copied rich text as paragraphs: bold, italic and lists of Word and browsers stay, the rest goes.

A table comes as running text, a line for each of its rows; a picture has nothing to give.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextListFormat

from dragapp.plan.label import read_ordinal, render
from dragapp.plan.numbered import paragraph_labels
from dragapp.plan.rich import RichText, Run, plain, rich
from dragapp.plan.section import Paragraph, ParagraphKind
from dragapp.plan.text import PASTED_BULLETS
from dragapp.ui.clipboard_data import text_of
from dragapp.ui.paragraph_blocks import read_block

_STYLE = QTextListFormat.Style
_PATTERNS = {
    _STYLE.ListDecimal: "{1}.",
    _STYLE.ListLowerAlpha: "{a}.",
    _STYLE.ListUpperAlpha: "{A}.",
    _STYLE.ListLowerRoman: "{i}.",
    _STYLE.ListUpperRoman: "{I}.",
}
_DEEPEST = 6
#: Word writes a list's mark as text, with non-breaking spaces up to where the item begins.
_WORD_LIST = re.compile(r"mso-list\s*:\s*ignore", re.I)
_MARK = re.compile(
    r"[ \xa0]*(?:(?P<glyph>[^\s\w(]|[ovüØ])|(?P<open>\(?)(?P<count>\w{1,4})(?P<close>[.)]))"
    r"(?=[ \xa0]*\xa0)[ \xa0]+"
)
_GLYPHS = {"·": "•", "o": "•", "§": "▪", "Ø": "➤", "ü": "✓", "v": "❖", "–": "-"}
#: Qt knows nothing of Word's levels, but of a property of its own.
_WORD_LEVEL = re.compile(r"mso-list\s*:\s*l[0-9]+\s+level(?P<level>[1-9])", re.I)
_QT_LEVEL = r"-qt-block-indent:\g<level>; mso-list:"
#: What stands for a picture in a document.
_OBJECT = "\ufffc"


@dataclass(slots=True)
class _Read:
    """A paragraph; as an item of a counted list with the number that it had."""

    paragraph: Paragraph
    number: int | None = None


def paragraphs_of(data: QMimeData) -> list[Paragraph] | None:
    """Return copied rich text as paragraphs; None where only plain text was copied."""
    if not data.hasHtml() or not text_of(data).strip():
        return None
    return paragraphs_of_html(data.html())


def paragraphs_of_html(html: str) -> list[Paragraph]:
    """Return the paragraphs of any HTML; empty ones at both ends are left away."""
    document = QTextDocument()
    document.setHtml(_WORD_LEVEL.sub(_QT_LEVEL, html))
    found: list[_Read] = []
    for block, in_row in _walk(document):
        text = _text(block)
        if in_row and found:
            before = found[-1].paragraph
            between = (" ",) if before.text and text else ()
            before.text = rich(*before.text, *between, *text)
        else:
            found.append(_read(block, text))
    if _WORD_LIST.search(html):
        for each, previous in zip(found, [None, *found], strict=False):
            _take_mark(each, previous)
    for each in found:
        if each.paragraph.kind == ParagraphKind.PLAIN:
            each.paragraph.level = 0
    while found and not plain(found[0].paragraph.text).strip():
        del found[0]
    while found and not plain(found[-1].paragraph.text).strip():
        del found[-1]
    return _counted(found)


def _walk(document: QTextDocument) -> Iterator[tuple[QTextBlock, bool]]:
    """Yield the blocks, and whether one goes on the line of that before it: in a table's row."""
    row: tuple[int, int] | None = None
    block = document.begin()
    while block.isValid():
        cursor = QTextCursor(block)
        table = cursor.currentTable()
        here = (table.firstPosition(), table.cellAt(cursor).row()) if table else None
        yield block, here is not None and here == row
        row = here
        block = block.next()


def _text(block: QTextBlock) -> RichText:
    runs = [replace(run, text=run.text.replace(_OBJECT, "")) for run in read_block(block).text]
    whole = "".join(run.text for run in runs)
    # Office ends paragraphs with a blank.
    start = len(whole) - len(whole.lstrip(" "))
    return _part(runs, start, len(whole.rstrip(" ")))


def _read(block: QTextBlock, text: RichText) -> _Read:
    listed = block.textList()
    if listed is None:
        return _Read(Paragraph(text, level=block.blockFormat().indent()))
    form = listed.format()
    level = min(max(form.indent() - 1, 0), _DEEPEST)
    pattern = _PATTERNS.get(form.style())
    if pattern is None:
        return _Read(Paragraph(text, ParagraphKind.ITEM, level, "•"))
    number = form.start() + listed.itemNumber(block)
    return _Read(Paragraph(text, ParagraphKind.ITEM, level, pattern), number)


def _take_mark(read: _Read, before: _Read | None) -> None:
    """Make an item of a paragraph that begins with a list's mark as Word writes it."""
    paragraph = read.paragraph
    found = _MARK.match(plain(paragraph.text))
    if paragraph.kind == ParagraphKind.ITEM or not found:
        return
    if found["glyph"]:
        glyph = found["glyph"].translate(PASTED_BULLETS)
        label = _GLYPHS.get(glyph, glyph)
    else:
        style, read.number = _style(found["count"], before.number if before else None)
        if not style:
            return
        label = f"{found['open']}{{{style}}}{found['close']}"
    # Word counts the first level too.
    level = min(max(paragraph.level - 1, 0), _DEEPEST)
    text = _part(paragraph.text, found.end(), len(plain(paragraph.text)))
    read.paragraph = Paragraph(text, ParagraphKind.ITEM, level, label)


def _style(count: str, before: int | None) -> tuple[str, int | None]:
    """Return the style of a counted mark and its number; letters are Roman where that fits."""
    styles = "1Aa" if count.isdigit() else ("IA" if count.isupper() else "ia")
    read = [(style, number) for style in styles if (number := read_ordinal(count, style))]
    if not read:
        return "", None
    following = [each for each in read if each[1] == (before or 0) + 1]
    return (following or read[::-1])[0]


def _part(runs: Iterable[Run], start: int, end: int) -> RichText:
    """Return the letters of a text from one place to before another."""
    kept: list[Run] = []
    for run in runs:
        kept.append(replace(run, text=run.text[max(start, 0) : max(end, 0)]))
        start, end = start - len(run.text), end - len(run.text)
    return rich(*kept)


def _counted(found: list[_Read]) -> list[Paragraph]:
    """Give items a number of their own where counting on would give another than they had."""
    paragraphs = [each.paragraph for each in found]
    for place, each in enumerate(found):
        paragraph = each.paragraph
        if each.number is None:
            continue
        counted = paragraph_labels(paragraphs[: place + 1])[-1]
        if counted != render(paragraph.label, each.number):
            paragraph.number = str(each.number)
    return paragraphs
