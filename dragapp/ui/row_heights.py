"""Rows as high as their text: those on screen at once, the others whenever the window is idle.

Measuring a long table takes longer than a user may be kept waiting, so it is done in slices. What
is on screen stays where it is while rows above it take their height.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, takewhile
from time import perf_counter

from PySide6.QtCore import QModelIndex, QObject, QTimer
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QTableView

from dragapp.plan.layout import LaidCell
from dragapp.plan.outline import Look
from dragapp.ui.cell_editor import text_height
from dragapp.ui.look import scaled
from dragapp.ui.table_model import TableModel

#: The height of an empty row, in pixels at 100 %.
LEAST = 24
#: Seconds.
_SLICE = 0.005
_MOST_KNOWN = 20_000


class RowHeights(QObject):
    """Keeps the row heights of a view right.

    Rows wait from when the model says that they changed, or from `mark_all`, until `go_on`. Rows
    under one merged label form a block and are fitted together: what the label needs more than
    they do goes to the last of them.
    """

    def __init__(self, view: QTableView, model: TableModel) -> None:
        super().__init__(view)
        self._view, self._model = view, model
        self._known: dict[tuple[str, int, bool, bool], int] = {}
        self._waiting = [True] * model.rowCount()
        self._blocks: list[range] = []
        self._soon = QTimer(self, interval=0)
        self._soon.timeout.connect(self._slice)
        model.rowsInserted.connect(self._inserted)
        model.rowsRemoved.connect(self._removed)
        model.dataChanged.connect(self._changed)

    @property
    def done(self) -> bool:
        """Whether every row has its height."""
        return True not in self._waiting

    def arrange(self, spans: Iterable[tuple[int, int]]) -> None:
        """Learn which rows stand together: the first row and the number of each merged label."""
        self._blocks = [range(place, place + 1) for place in range(self._model.rowCount())]
        for first, count in spans:
            block = self._blocks[first]
            joined = range(block.start, max(block.stop, first + count))
            self._blocks[joined.start : joined.stop] = [joined] * len(joined)

    def forget(self) -> None:
        """Measure every text anew, in another font."""
        self._known.clear()

    def mark_all(self) -> None:
        """Let every row wait, as after a change of the columns' widths."""
        self._waiting = [True] * self._model.rowCount()

    def go_on(self) -> None:
        """Fit the rows on screen that wait now, the others later, a slice of time at once."""
        if self._ready and not self.done:
            self._fit(self._on_screen())
            self._soon.start()

    def fit_near(self, place: int) -> None:
        """Fit the rows that can be on screen together with a row."""
        many = self._view.viewport().height() // scaled(LEAST) + 1
        if self._ready and not self.done:
            self._fit(range(max(place - many, 0), min(place + many, len(self._waiting))))

    @property
    def _ready(self) -> bool:
        """Whether the rows are arranged; not while they come and go."""
        return len(self._blocks) == len(self._waiting)

    def _slice(self) -> None:
        if self.done or not self._ready:
            self._soon.stop()
            return
        until = perf_counter() + _SLICE
        rest = range(self._waiting.index(True), len(self._waiting))
        self._fit(takewhile(lambda _: perf_counter() < until, chain(self._on_screen(), rest)))

    def _inserted(self, _: object, first: int, last: int) -> None:
        self._waiting[first:first] = [True] * (last - first + 1)
        self._blocks = []

    def _removed(self, _: object, first: int, last: int) -> None:
        del self._waiting[first : last + 1]
        self._blocks = []

    def _changed(self, first: QModelIndex, last: QModelIndex) -> None:
        for place in range(first.row(), last.row() + 1):
            self._waiting[place] = True

    def _on_screen(self) -> Iterator[int]:
        """Yield the rows in sight from the top down, which are fewer as they are given height."""
        height = self._view.viewport().height()
        place = max(self._view.rowAt(0), 0)
        while place < len(self._waiting) and self._view.rowViewportPosition(place) < height:
            yield place
            place += 1

    def _fit(self, places: Iterable[int]) -> None:
        """Fit those of the rows that wait; the row at the top of the view stays there."""
        top = self._view.rowAt(0)
        before = self._view.rowViewportPosition(top)
        widths = [self._view.columnWidth(side) for side in range(self._model.columnCount())]
        for place in places:
            if self._waiting[place]:
                self._fit_block(self._blocks[place], widths)
        moved = self._view.rowViewportPosition(top) - before
        if moved and top >= 0:
            self._view.updateGeometries()
            bar = self._view.verticalScrollBar()
            bar.setValue(bar.value() + moved)

    def _fit_block(self, block: range, widths: list[int]) -> None:
        heights = [scaled(LEAST)] * len(block)
        merged: list[tuple[int, int, int]] = []
        for place, row in enumerate(self._model.layout_now.rows[block.start : block.stop]):
            for side, cell in enumerate(row.cells):
                width = sum(widths[side : side + cell.colspan]) if cell else 0
                if cell is None or not width or not cell.shown:
                    continue
                height = self._height(cell, width, row.look == Look.BANNER)
                if cell.rowspan > 1:
                    merged.append((cell.rowspan, place, height))
                else:
                    heights[place] = max(heights[place], height)
        for span, place, height in sorted(merged):
            surplus = height - sum(heights[place : place + span])
            heights[place + span - 1] += max(surplus, 0)
        header = self._view.verticalHeader()
        for place, height in zip(block, heights, strict=True):
            self._waiting[place] = False
            if header.sectionSize(place) != height:
                header.resizeSection(place, height)

    def _height(self, cell: LaidCell, width: int, bold: bool) -> int:
        italic = cell.column.italic
        key = (cell.shown, width, bold, italic)
        if key not in self._known:
            if len(self._known) > _MOST_KNOWN:
                self._known.clear()
            font = QFont(self._view.font())
            font.setBold(bold)
            font.setItalic(italic)
            self._known[key] = text_height(cell.shown, width, font)
        return self._known[key]
