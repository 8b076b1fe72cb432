"""A wide table as cards below each other: one for each row, its columns as lines.

What a row shares with its neighbours is said on each card, so that a card can be read by itself. A
column for which a row has nothing is left out. A banner stands above its cards, as a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from dragapp.annex.blocks import Grid, GridCell, GridColumn, GridRow, HeadCell, Text
from dragapp.plan.column import Align, ColumnKind
from dragapp.plan.outline import Look
from dragapp.plan.rich import Run
from dragapp.plan.section import ParagraphKind

_LABEL = GridColumn(ColumnKind.TEXT, Align.LEFT, heads=True)
_VALUE = GridColumn(ColumnKind.TEXT, Align.LEFT)


@dataclass(frozen=True, slots=True)
class _Name:
    """What a column is called: the heading that it shares with its neighbours, and its own."""

    shared: str = ""
    own: str = ""

    @property
    def whole(self) -> str:
        """Both headings in one."""
        return ": ".join(each for each in (self.shared, self.own) if each)


@dataclass(frozen=True, slots=True)
class _Line:
    """A cell of the table, and its column."""

    name: _Name
    text: str


def as_cards(grid: Grid) -> tuple[Text | Grid, ...]:
    """Return the grid as cards, each a grid whose first line is its header.

    One without rows stays as it is.
    """
    if not grid.rows:
        return (grid,)
    names = _names(grid)
    blocks: list[Text | Grid] = []
    for source, texts in zip(grid.rows, _spread(grid), strict=True):
        if source.look == Look.BANNER:
            banner = " ".join(_said(grid, texts, 0).values())
            if banner:
                run = Run(banner, bold=True)
                blocks.append(Text(grid.place, (run,), ParagraphKind.PLAIN))
            continue
        # The word "Total" reaches over the columns that have none.
        first = source.cells[0] if source.cells else None
        title = first.text if first and first.colspan > 1 else ""
        start = first.colspan if first and title else 0
        lines = [_Line(names[at], text) for at, text in _said(grid, texts, start).items()]
        if title or lines:
            blocks.append(_card(grid, title, lines, total=source.total))
    return tuple(blocks)


def _card(grid: Grid, title: str, lines: Sequence[_Line], *, total: bool) -> Grid:
    """Return a card: its title or its first line as a header, and below it the other lines."""
    deep = any(line.name.shared and line.name.own for line in lines)
    labels = 2 if deep else 1
    if title:
        head = [HeadCell(title, 0, 0, colspan=labels + 1)]
    elif not lines[0].name.whole:
        head = [HeadCell(lines[0].text, 0, 0, colspan=labels + 1)]
    else:
        head = [
            HeadCell(lines[0].name.whole, 0, 0, colspan=labels),
            HeadCell(lines[0].text, 0, labels),
        ]
    rows: list[GridRow] = []
    below = lines if title else lines[1:]
    for shared, together in groupby(below, lambda line: line.name.shared):
        rows += _rows(shared, list(together), labels, total=total)
    columns = (*[_LABEL] * labels, _VALUE)
    return Grid(grid.place, columns, tuple(head), 1, tuple(rows))


def _rows(shared: str, lines: Sequence[_Line], labels: int, *, total: bool) -> Iterator[GridRow]:
    """Yield the lines of neighbouring columns; a heading that they share is said once."""
    named = shared and any(line.name.own for line in lines)
    for place, line in enumerate(lines):
        cells: list[GridCell | None]
        if named:
            group = GridCell(shared, rowspan=len(lines)) if place == 0 else None
            cells = [group, GridCell(line.name.own)]
        elif shared:
            group = GridCell(shared, len(lines), labels) if place == 0 else None
            cells = [group, *[None] * (labels - 1)]
        elif line.name.own:
            cells = [GridCell(line.name.own, colspan=labels), *[None] * (labels - 1)]
        else:
            cells = [GridCell(line.text, colspan=labels + 1), *[None] * labels]
        if len(cells) == labels:
            cells.append(GridCell(line.text))
        yield GridRow(tuple(cells), total=total)


def _said(grid: Grid, texts: Sequence[str], start: int) -> dict[int, str]:
    """Return what a row says, by column; a number is said with the text that it numbers."""
    said: dict[int, str] = {}
    number, at = "", 0
    for place in range(start, len(texts)):
        text = texts[place].strip()
        if not text:
            continue
        if grid.columns[place].kind != ColumnKind.NUMBER_LABEL:
            said[place] = f"{number} {text}".strip()
            number = ""
            continue
        if number:
            said[at] = number
        number, at = f"{text}." if text.isdigit() else text, place
    return said | {at: number} if number else said


def _names(grid: Grid) -> list[_Name]:
    """Return what the header calls each column; a unit that it does not tell follows."""
    shared, own = [""] * len(grid.columns), [""] * len(grid.columns)
    for cell in grid.head:
        text = " ".join(cell.text.split())
        for column in range(cell.column, min(cell.column + cell.colspan, len(own))):
            if cell.colspan > 1:
                shared[column] = text
            else:
                own[column] = text
    for column, setting in enumerate(grid.columns):
        told = f"{shared[column]} {own[column]}".casefold()
        if setting.unit and not re.search(rf"\b{re.escape(setting.unit)}\b", told):
            unit = setting.unit.replace(" ", "\u00a0")
            own[column] = f"{own[column]} ({unit})".strip()
    return [_Name(*each) for each in zip(shared, own, strict=True)]


def _spread(grid: Grid) -> Iterator[list[str]]:
    """Yield the texts of each row, those of the cells that reach over it too."""
    above: list[tuple[str, int]] = [("", 0)] * len(grid.columns)
    for place, row in enumerate(grid.rows):
        for column, cell in enumerate(row.cells):
            if cell is not None:
                above[column] = (cell.text, place + cell.rowspan)
            elif row.look == Look.BANNER:
                above[column] = ("", 0)
        yield [text if end > place else "" for text, end in above]
