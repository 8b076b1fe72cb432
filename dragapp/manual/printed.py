"""The whole manual as a printed document, to be drawn like an annex: as PDF, on paper."""

from __future__ import annotations

from collections.abc import Iterator

from dragapp.annex.blocks import (
    Block,
    Document,
    Grid,
    GridCell,
    GridColumn,
    GridRow,
    HeadCell,
    Heading,
    Layout,
    Place,
    Text,
    Title,
)
from dragapp.manual.markup import Headline, ItemList, Line, Paragraph, Part, Table, Words, plain
from dragapp.manual.pages import Manual, Page
from dragapp.plan.column import Align, ColumnKind
from dragapp.plan.rich import RichText, Run, rich
from dragapp.plan.section import ParagraphKind

TITLE = "Manualul programului pentru planul anual de acțiune privind serviciile sociale"


def document(manual: Manual) -> Document:
    """Return the manual: a heading for each chapter and page, with a table of contents."""
    return Document(
        title=TITLE,
        author="",
        subject="Planul anual de acțiune privind serviciile sociale: manualul programului",
        running_head="",
        running_foot="Manualul programului – planul anual de acțiune privind serviciile sociale",
        blocks=tuple(_blocks(manual)),
        layout=Layout(bound=False, contents=True),
    )


def _blocks(manual: Manual) -> Iterator[Block]:
    yield Title((TITLE,))
    for number, (chapter, pages) in enumerate(manual.chapters().items(), 1):
        top = Place(f"chapter-{number}", chapter, str(number), f"chapter-{number}", chapter)
        yield Heading(top, 0, f"{number}.", rich(chapter))
        for count, page in enumerate(pages, 1):
            yield from _page(
                page, Place(page.name, page.title, f"{number}.{count}", top.top, chapter)
            )


def _page(page: Page, place: Place) -> Iterator[Block]:
    yield Heading(place, 1, f"{place.path}.", rich(page.title))
    for part in page.parts:
        yield from _part(part, place)


def _part(part: Part, place: Place) -> Iterator[Block]:
    if isinstance(part, Headline):
        yield Heading(place, 2, "", _rich(part.text))
    elif isinstance(part, Paragraph):
        yield Text(place, _rich(part.text), ParagraphKind.PLAIN)
    elif isinstance(part, ItemList):
        for number, item in enumerate(part.items, 1):
            label = f"{number}." if part.numbered else "•"
            yield Text(place, _rich(item), ParagraphKind.ITEM, label=label)
    else:
        yield _grid(part, place)


def _grid(table: Table, place: Place) -> Grid:
    column = GridColumn(ColumnKind.TEXT, Align.LEFT)
    return Grid(
        place,
        tuple(column for _ in table.head),
        tuple(HeadCell(plain(cell), 0, at) for at, cell in enumerate(table.head)),
        1,
        tuple(GridRow(tuple(GridCell(plain(cell)) for cell in row)) for row in table.rows),
    )


def _rich(line: Line) -> RichText:
    return rich(*(_run(words) for words in line))


def _run(words: Words) -> Run:
    return Run(words.text, bold=words.bold or words.key, italic=words.italic)
