"""Cells of a table put together into as few rectangles as may be.

Qt looks through all of a selection's ranges for each cell that it paints.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QItemSelection, QItemSelectionRange, QModelIndex


def selection_of(indexes: Iterable[QModelIndex]) -> QItemSelection:
    """Return a selection of the cells; neighbours in rows of one shape make one range."""
    rows: dict[int, dict[int, QModelIndex]] = {}
    for index in indexes:
        rows.setdefault(index.row(), {})[index.column()] = index
    selection = QItemSelection()
    before: dict[tuple[int, int], list[QModelIndex]] = {}
    for row in sorted(rows):
        cells = rows[row]
        here: dict[tuple[int, int], list[QModelIndex]] = {}
        for run in _runs(cells):
            area = before.pop(run, None)
            if area is None or area[1].row() != row - 1:
                _close(selection, [area] if area else [])
                area = [cells[run[0]], cells[run[1]]]
            area[1] = cells[run[1]]
            here[run] = area
        _close(selection, before.values())
        before = here
    _close(selection, before.values())
    return selection


def _close(selection: QItemSelection, areas: Iterable[list[QModelIndex]]) -> None:
    for first, last in areas:
        selection.append(QItemSelectionRange(first, last))


def _runs(columns: Iterable[int]) -> list[tuple[int, int]]:
    """Return the first and last of each run of neighbours."""
    runs: list[tuple[int, int]] = []
    for column in sorted(columns):
        if runs and runs[-1][1] == column - 1:
            runs[-1] = (runs[-1][0], column)
        else:
            runs.append((column, column))
    return runs
