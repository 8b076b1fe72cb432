"""The lines of a stacked cell and the rows behind them."""

from __future__ import annotations

from collections.abc import Sequence

from dragapp.plan.keys import new_key
from dragapp.plan.outline import Node, Table


def match_lines(old: Sequence[str], new: Sequence[str]) -> list[int | None]:
    """Return, for each new line, the old line it goes on from; None for a line that is new.

    Lines are matched by text, then by order, so that what hangs on a row stays with it.
    """
    free = list(range(len(old)))
    matched: list[int | None] = [None] * len(new)
    for place, line in enumerate(new):
        same = next((i for i in free if old[i] == line), None)
        if same is not None:
            matched[place] = same
            free.remove(same)
    for place, at in enumerate(matched):
        if at is None and free:
            matched[place] = free.pop(0)
    return matched


def lines_of(owner: Node, level: str, column: str) -> str:
    """Return the text of a stacked cell without labels: a line for each row below its owner."""
    return "\n".join(row.cells.get(column, "") for row in owner.rows if row.level == level)


def put_lines(table: Table, owner: Node, level: str, column: str, text: str) -> None:
    """Change the rows below a stacked cell's owner so that the cell reads as the text.

    The first column's lines are the rows: those without a line go. Another column's lines are
    written one a row; lines beyond the rows make rows of their own.
    """
    rows = [row for row in owner.rows if row.level == level]
    lines = [line.strip() for line in text.split("\n")]
    if column == table.columns_of(level)[0].key:
        lines = [line for line in lines if line]
        matched = match_lines([row.cells.get(column, "") for row in rows], lines)
        placed = [Node(new_key("r"), level) if at is None else rows[at] for at in matched]
        others = [row for row in owner.rows if row.level != level]
        owner.rows[:] = [*others, *placed]
    else:
        extra = len([line for line in lines[len(rows) :] if line])
        placed = [*rows, *(Node(new_key("r"), level) for _ in range(extra))]
        lines = [*lines[: len(rows)], *(line for line in lines[len(rows) :] if line)]
        lines += [""] * (len(placed) - len(lines))
        owner.rows += placed[len(rows) :]
    for row, line in zip(placed, lines, strict=True):
        put_text(row, column, line)


def put_text(node: Node, column: str, text: str) -> None:
    """Write a cell; an empty text is no cell."""
    if text:
        node.cells[column] = text
    else:
        node.cells.pop(column, None)
