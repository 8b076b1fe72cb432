"""The few marks that a page of the manual is written with, read into blocks.

`# Title`, `## Heading`, `- item`, `1. item`, `| cell | cell |` (the first line is the table's
head); anything else is a paragraph. Blocks are divided by empty lines; a line that goes on an item
is indented. Inside a text: `**command**`, `*emphasis*`, `` `key` `` and `[words](target)`. It is a
small part of Markdown, so that any editor colours the files; nothing else of Markdown is known.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Words:
    """A piece of text in one style; `target` is where a link leads."""

    text: str
    bold: bool = False
    italic: bool = False
    key: bool = False
    target: str = ""


Line: TypeAlias = tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Headline:
    """A title (level 1) or a heading below it (level 2)."""

    level: int
    text: Line


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: Line


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list of items, with numbers or dots."""

    items: tuple[Line, ...]
    numbered: bool


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a head."""

    head: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]


Part: TypeAlias = Headline | Paragraph | ItemList | Table

_INLINE = re.compile(
    r"\*\*(?P<bold>.+?)\*\*|\*(?P<italic>.+?)\*|`(?P<key>.+?)`|\[(?P<link>.+?)\]\((?P<to>\S+?)\)"
)
# "art. 5" is not cut at the end of a line.
_CITED = re.compile(r"\b(art|alin|lit|nr)\. (?=[\d(]|[a-z]\))")
_ITEM = re.compile(r"(?:- |(\d+)\. )")


def read(source: str) -> tuple[Part, ...]:
    """Return the blocks of a page."""
    chunks = re.split(r"\n\s*\n", source.strip("\n"))
    return tuple(_part([line.rstrip() for line in chunk.split("\n")]) for chunk in chunks if chunk)


def plain(line: Line) -> str:
    """Return the letters of a line without their styles."""
    return "".join(words.text for words in line)


def lines_of(part: Part) -> tuple[Line, ...]:
    """Return the texts of a block, in reading order."""
    if isinstance(part, ItemList):
        return part.items
    if isinstance(part, Table):
        return (*part.head, *(cell for row in part.rows for cell in row))
    return (part.text,)


def _part(lines: list[str]) -> Part:
    first = lines[0]
    marks = len(first) - len(first.lstrip("#"))
    if marks:
        return Headline(marks, _line(first[marks:].strip()))
    if first.startswith("|"):
        head, *rows = [_cells(line) for line in lines]
        return Table(head, tuple(rows))
    found = _ITEM.match(first)
    if found:
        return ItemList(tuple(_line(item) for item in _items(lines)), bool(found[1]))
    return Paragraph(_line(" ".join(line.strip() for line in lines)))


def _items(lines: list[str]) -> list[str]:
    items: list[str] = []
    for line in lines:
        found = _ITEM.match(line)
        if found:
            items.append(line[found.end() :].strip())
        else:
            items[-1] += " " + line.strip()
    return items


def _cells(line: str) -> tuple[Line, ...]:
    return tuple(_line(cell.strip()) for cell in line.strip().strip("|").split("|"))


def _line(text: str) -> Line:
    text = _CITED.sub("\\1.\u00a0", text)
    pieces: list[Words] = []
    end = 0
    for found in _INLINE.finditer(text):
        pieces.append(Words(text[end : found.start()]))
        end = found.end()
        if found["link"]:
            pieces.append(Words(found["link"], target=found["to"]))
        else:
            inner = found["bold"] or found["italic"] or found["key"]
            bold, italic = found["bold"] is not None, found["italic"] is not None
            pieces.append(Words(inner, bold, italic, found["key"] is not None))
    pieces.append(Words(text[end:]))
    return tuple(piece for piece in pieces if piece.text)
