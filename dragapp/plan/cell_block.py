"""A rectangle of texts with merged areas: what is copied from tables and pasted into them.

It knows nothing of where it came from or where it goes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from dragapp.errors import DragappError

#: More cells than a plan has by far; a block may not have more.
MOST_CELLS = 200_000
#: No table is wider; a sheet copied by its row headings brings thousands of empty columns.
WIDE = 64


class TooLarge(DragappError):
    """A block has too many cells to be a table of a plan; nothing was changed."""

    def __init__(self) -> None:
        super().__init__(
            "Tabelul copiat este prea mare pentru un plan. Nimic nu a fost schimbat. "
            "Selectați numai celulele de care aveți nevoie și copiați-le din nou."
        )


@dataclass(frozen=True, slots=True)
class BlockCell:
    """A cell's text, its lines divided by newlines, over its spans."""

    text: str = ""
    rowspan: int = 1
    colspan: int = 1


@dataclass(frozen=True, slots=True)
class CellBlock:
    """Rows of one length; None where a cell from above or from the left reaches over.

    `head_rows` is the number of leading rows known to be headings; `outside` the texts that came
    with the table but stood outside of it.
    """

    rows: tuple[tuple[BlockCell | None, ...], ...]
    head_rows: int = 0
    outside: tuple[str, ...] = ()

    @property
    def height(self) -> int:
        """The number of rows."""
        return len(self.rows)

    @property
    def width(self) -> int:
        """The number of columns."""
        return len(self.rows[0]) if self.rows else 0

    def owners(self) -> list[list[tuple[int, int]]]:
        """Return, for each place, the row and the column of the cell that reaches over it."""
        owners = [[(row, column) for column in range(self.width)] for row in range(self.height)]
        for row, cells in enumerate(self.rows):
            for column, cell in enumerate(cells):
                if cell is not None and (cell.rowspan > 1 or cell.colspan > 1):
                    for down in range(row, row + cell.rowspan):
                        owners[down][column : column + cell.colspan] = [(row, column)] * (
                            cell.colspan
                        )
        return owners

    def texts(self) -> list[list[str]]:
        """Return the texts without the merging: in the first cell of an area, else empty."""
        return [[cell.text if cell else "" for cell in row] for row in self.rows]

    def changed(self, change: Callable[[str], str]) -> CellBlock:
        """Return the block with each text changed."""
        rows = tuple(
            tuple(cell and replace(cell, text=change(cell.text)) for cell in row)
            for row in self.rows
        )
        return replace(self, rows=rows)

    def tiled(self, down: int, across: int) -> CellBlock:
        """Return the block repeated downwards and to the right."""
        check_size(self.height * down, self.width * across)
        return replace(self, rows=tuple(row * across for row in self.rows) * down)


def check_size(height: int, width: int) -> None:
    """Raise TooLarge for a block of more cells than a table can have."""
    if height * width > MOST_CELLS:
        raise TooLarge


def block_of(texts: Iterable[Sequence[str]]) -> CellBlock:
    """Return the block of rows of texts, filled up with empty cells; empty ones give one cell."""
    return block([[BlockCell(text) for text in row] for row in texts])


def block(
    rows: Sequence[Sequence[BlockCell | None]], head_rows: int = 0, outside: Sequence[str] = ()
) -> CellBlock:
    """Return the block of rows of cells, filled up with empty cells.

    Of a very wide one, the columns at the right in which nothing stands are left away. Raise
    TooLarge for one that is too large then.
    """
    width = max((len(row) for row in rows), default=0)
    if width > WIDE:
        width = max(1, *(_last_text(row) for row in rows))
        rows = [_cut(row, width) for row in rows]
    check_size(len(rows), width)
    filled = tuple((*row, *[BlockCell()] * (width - len(row))) for row in rows)
    return CellBlock(filled if width else ((BlockCell(),),), head_rows, tuple(outside))


def _last_text(row: Sequence[BlockCell | None]) -> int:
    """Return where, from the left, the last cell with a text ends."""
    for column in range(len(row) - 1, -1, -1):
        cell = row[column]
        if cell is not None and cell.text:
            return column + cell.colspan
    return 0


def _cut(row: Sequence[BlockCell | None], width: int) -> list[BlockCell | None]:
    return [
        replace(cell, colspan=min(cell.colspan, width - column)) if cell else None
        for column, cell in enumerate(row[:width])
    ]


def as_one_text(block: CellBlock) -> CellBlock:
    """Return a block of one cell: its cells a space apart, its rows on lines of their own."""
    lines = [" ".join(filter(None, row)) for row in block.texts()]
    return replace(block_of([["\n".join(lines)]]), outside=block.outside)


def as_rows(block: CellBlock) -> CellBlock:
    """Return a block of one column with a row for each line of its texts."""
    lines = [line for row in block.texts() for text in row for line in text.split("\n")]
    return replace(block_of([[line] for line in lines]), outside=block.outside)
