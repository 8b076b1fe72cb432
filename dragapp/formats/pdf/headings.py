"""The title and the headings."""

from __future__ import annotations

from dataclasses import replace

from dragapp.annex.blocks import Heading, Title
from dragapp.formats.pdf import styles
from dragapp.formats.pdf.fonts import Style, printable
from dragapp.formats.pdf.paragraph import Manner, Paragraph, paragraph
from dragapp.formats.pdf.piece import Piece
from dragapp.formats.pdf.structure import Structure
from dragapp.formats.pdf.words import plain_words, words
from dragapp.plan.rich import RichText, Run, plain

_CLOSING = tuple(",.;:)!?…")
_BOOKMARK = 110


def title(block: Title, width: float, structure: Structure) -> list[Piece]:
    """Set the title's lines, with white space around them; together they are one heading."""
    pieces: list[Piece] = []
    lines = [line for line in block.lines if printable(line).strip()]
    if not lines:
        return pieces
    element = structure.heading(1)
    last = len(lines) - 1
    for place, line in enumerate(lines):
        manner = replace(
            styles.TITLE,
            before=24.0 if place == 0 else 0.0,
            after=20.0 if place == last else 0.0,
        )
        line_words = plain_words(line, Style.BOLD)
        after = " " if place < last else ""
        pieces.append(
            paragraph(line_words, manner, width, with_next=True, element=element, after=after)
        )
    return pieces


def heading(block: Heading, width: float, structure: Structure, *, leads: bool) -> Paragraph:
    """Set a heading; with a tail, as one paragraph that goes on in ordinary type.

    With a tail it is kept with what follows only where it `leads` to that.
    """
    outline = (in_short(block), block.level)
    text = _joined(block)
    if plain(block.tail).strip():
        manner = replace(styles.PLAIN, indent=0.0, before=8.0)
        if not plain(block.text).strip():
            manner = replace(manner, before=2.0)
        return paragraph(
            words(text),
            manner,
            width,
            with_next=leads,
            outline=outline,
            element=structure.plain(),
        )
    manner, base = _look(block.level)
    # The document's title is the heading above all others.
    element = structure.heading(max(block.level, 0) + 2)
    return paragraph(
        words(text, base), manner, width, with_next=True, outline=outline, element=element
    )


def _look(level: int) -> tuple[Manner, Style]:
    if level <= 0:
        return styles.CHAPTER, Style.BOLD
    if level == 1:
        return styles.HEADING, Style.BOLD
    return styles.SUBHEADING, Style.BOLD if level == 2 else Style.BOLD | Style.ITALIC


def _joined(block: Heading) -> RichText:
    """Join label, text and tail; before a tail, label and text carry the heading's bold type."""
    tail = block.tail if plain(block.tail).strip() else ()
    head = [Run(block.label)] if block.label else []
    if head and plain(block.text):
        head.append(Run(_space(block.label, plain(block.text))))
    head += block.text
    if not tail:
        return tuple(head)
    if plain(block.text).strip():
        head = [Run(run.text, True, run.italic) for run in head]
    return (*head, Run(_space(plain(head), plain(tail))), *tail)


def _space(before: str, after: str) -> str:
    """Return the space between two texts, none before punctuation or where one is typed."""
    if not before or before[-1].isspace() or after[0].isspace() or after.startswith(_CLOSING):
        return ""
    return " "


def in_short(block: Heading, longest: int = _BOOKMARK) -> str:
    """Return a heading on one line, shortened at a word; its tail only where there is no text."""
    whole = block if not plain(block.text).strip() else replace(block, tail=())
    text = " ".join(printable(plain(_joined(whole))).split())
    if len(text) <= longest:
        return text or " ".join(printable(block.place.name).split()) or "…"
    space = text.rfind(" ", longest // 2, longest)
    return text[: space if space > 0 else longest].rstrip(" ,;:–-") + "…"
