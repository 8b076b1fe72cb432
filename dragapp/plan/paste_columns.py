"""Which column of a table each column of a block goes to, and which rows of the block are its head.

A block whose headings are the table's goes by headings; any other goes from the chosen column on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dragapp.plan.cell_block import CellBlock
from dragapp.plan.column import Column, ColumnKind
from dragapp.plan.pasted_label import reads_as_number
from dragapp.plan.text import fold

#: A table's own head has two rows: groups and headings; a copy of it may have a third, of numbers.
_MOST_HEAD_ROWS = 3


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """For each of the block's columns the table's, None where there is none; rows of the head."""

    columns: tuple[Column | None, ...]
    head_rows: int


def map_columns(
    block: CellBlock,
    columns: Sequence[Column],
    start: int,
    hidden: Sequence[Column] = (),
    head_rows: int | None = None,
) -> ColumnMap:
    """Map the block's columns to those shown, from the place `start` on or by their headings.

    Headings lead to hidden columns too. `head_rows` of the block are headings; None to find out.
    """
    every = [*columns, *hidden]
    head = _head_rows(block, every) if head_rows is None else min(head_rows, block.height - 1)
    by_heading = _by_heading(block, every, head) if head else None
    if by_heading:
        return ColumnMap(by_heading, head)
    start = _beside_numbers(block, columns, start, head)
    room = [*columns[start:], *[None] * block.width]
    return ColumnMap(tuple(room[: block.width]), head)


def _plain(heading: str) -> str:
    return "".join(letter for letter in fold(heading) if letter.isalnum())


def _head_rows(block: CellBlock, columns: Sequence[Column]) -> int:
    """Count the leading rows that are known as headings or read as those of the table."""
    headings = {_plain(text) for column in columns for text in (column.title, column.group)} - {""}
    count = block.head_rows
    for row in block.texts()[count:_MOST_HEAD_ROWS]:
        texts = [_plain(text) for text in row if text.strip()]
        known = sum(text in headings for text in texts)
        if not texts or not (known == len(texts) or (known > 1 and known * 2 >= len(texts))):
            break
        count += 1
    return count if count < block.height else 0


def _by_heading(
    block: CellBlock, columns: Sequence[Column], head: int
) -> tuple[Column | None, ...] | None:
    """Map columns by their headings; None unless each has one that only one column has."""
    titles = [_plain(column.title) for column in columns]
    known = dict(zip(titles, columns, strict=True))
    twice = {title for title, count in Counter(titles).items() if count > 1}
    texts, owners = block.texts(), block.owners()
    found: list[Column] = []
    for place in range(block.width):
        row, column = owners[head - 1][place]
        title = _plain(texts[row][column])
        match = known.get(title)
        if match is None or match in found or title in twice:
            return None
        found.append(match)
    return tuple(found)


def _beside_numbers(block: CellBlock, columns: Sequence[Column], start: int, head: int) -> int:
    """Move the start so that numbers go to a column of numbers, and texts do not."""
    numbers = [column.kind == ColumnKind.NUMBER_LABEL for column in columns]
    counted = _first_is_counted(block, head)
    if counted is False:
        while start < len(columns) - 1 and numbers[start]:
            start += 1
    elif counted and block.width > len(columns) - start and all(numbers[:start]):
        start = max(0, len(columns) - block.width)
    return start


def _first_is_counted(block: CellBlock, head: int) -> bool | None:
    """Tell whether the first column mostly holds numbers of rows; None where it is empty."""
    rows = block.texts()[head:]
    if block.width > 1:
        # A title stands alone in its row, be it in the first column.
        rows = [row for row in rows if any(text.strip() for text in row[1:])]
    texts = [row[0] for row in rows if row[0].strip()]
    return sum(map(reads_as_number, texts)) * 2 >= len(texts) if texts else None
