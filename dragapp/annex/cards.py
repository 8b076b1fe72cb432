"""A wide table as cards: below each other, one for each row, its columns as lines.

What a row shares with its neighbours is said on each card, so that a card can be read by itself. A
column for which a row has nothing is left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragapp.annex.blocks import Grid, GridCell, GridColumn, GridRow
from dragapp.plan.column import Align, ColumnKind
from dragapp.plan.outline import Look

_COLUMNS = (
    GridColumn(ColumnKind.TEXT, Align.LEFT, heads=True),
    GridColumn(ColumnKind.TEXT, Align.LEFT),
)


def as_cards(grid: Grid) -> Grid:
    """Return the grid as cards; one without rows stays as it is."""
    if not grid.rows:
        return grid
    names = _names(grid)
    titled = _titled(grid)
    rows: list[GridRow] = []
    for source, texts in zip(grid.rows, _spread(grid), strict=True):
        if source.look == Look.BANNER:
            rows.append(_banner(next((text for text in texts if text), "")))
            continue
        title = " ".join(text for text in texts[:titled] if text)
        lines = [
            (name, text)
            for name, text in zip(names[titled:], texts[titled:], strict=True)
            if text.strip()
        ]
        if source.total:
            rows += _total(texts, names)
            continue
        if title or lines:
            rows.append(_banner(title))
            rows += [GridRow((GridCell(name), GridCell(text))) for name, text in lines]
    return Grid(grid.place, _COLUMNS, (), 0, tuple(rows))


def _banner(text: str) -> GridRow:
    return GridRow((GridCell(text, colspan=2), None), Look.BANNER)


def _total(texts: list[str], names: list[str]) -> Iterator[GridRow]:
    yield _banner(texts[0])
    for name, text in zip(names, texts, strict=True):
        if text and text != texts[0]:
            yield GridRow((GridCell(name), GridCell(text)), total=True)


def _titled(grid: Grid) -> int:
    """Return how many columns make a card's title: a number, and what it is the number of."""
    numbered = grid.columns[0].kind == ColumnKind.NUMBER_LABEL
    return min(2 if numbered else 1, len(grid.columns))


def _names(grid: Grid) -> list[str]:
    """Return what the header calls each column, from the top down."""
    names: list[list[str]] = [[] for _ in grid.columns]
    for cell in sorted(grid.head, key=lambda each: each.row):
        for column in range(cell.column, min(cell.column + cell.colspan, len(names))):
            if cell.text.strip():
                names[column].append(" ".join(cell.text.split()))
    return [": ".join(name) for name in names]


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
