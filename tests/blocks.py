"""Random blocks of cells, with merged areas, for tests of the clipboard and of pasting."""

from __future__ import annotations

from hypothesis import strategies as st

from dragapp.plan.cell_block import BlockCell, CellBlock
from dragapp.plan.text import clean

#: Any text that may be stored, with what has a meaning in tables of text and in HTML.
TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=()), max_size=8),
    st.text(st.sampled_from("aăș\"\t\n <>&;'\xa0,.12=-\x01\u200b"), max_size=8),
).map(clean)


@st.composite
def blocks(draw: st.DrawFn, *, merged: bool = True, heads: bool = False) -> CellBlock:
    """Draw a block in which a cell begins in each row and in each column."""
    height, width = draw(st.integers(1, 5)), draw(st.integers(1, 5))
    rows: list[list[BlockCell | None]] = [[BlockCell()] * width for _ in range(height)]
    taken: set[tuple[int, int]] = set()
    for row in range(height):
        for column in range(width):
            if (row, column) in taken:
                continue
            down = draw(st.integers(1, height - row)) if merged else 1
            across = draw(st.integers(1, width - column)) if merged else 1
            area = {(row + i, column + j) for i in range(down) for j in range(across)}
            if area & taken:
                down, across, area = 1, 1, {(row, column)}
            taken |= area
            for i, j in area:
                rows[i][j] = None
            rows[row][column] = BlockCell(draw(TEXTS), down, across)
    kept = [row for row in range(height) if any(rows[row])]
    shown = [column for column in range(width) if any(row[column] for row in rows)]
    if len(kept) < height or len(shown) < width:
        rows = [[BlockCell(draw(TEXTS)) for _ in shown] for _ in kept]
    head = draw(st.integers(0, len(rows))) if heads else 0
    return CellBlock(tuple(map(tuple, rows)), head)
