"""What the user may choose about a paste, and the paste that comes of it. No widgets."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum

from dragapp.plan.cell_block import CellBlock, as_one_text, as_rows
from dragapp.plan.cleaning import cleaned_block
from dragapp.plan.joining import joined_lines
from dragapp.plan.outline import Table
from dragapp.plan.paste import Paste, Where
from dragapp.plan.pasting import paste


class Placing(Enum):
    """Where the copied rows go, as the user reads it."""

    OVER = "Peste celulele de la locul ales"
    BELOW = "Ca rânduri noi, sub rândul ales"
    END = "Ca rânduri noi, la sfârșitul tabelului"


class PasteChoices:
    """The choices with their usual answers; `mended` says what cleaning has changed.

    `head` None lets the program find out whether the first rows are headings; `one_cell` puts all
    into one cell, `one_line_a_row` each line of text into a row of its own.
    """

    def __init__(self, block: CellBlock, where: Where, *, clean: bool = False) -> None:
        self.block, self.where, self.clean = block, where, clean
        self.head: bool | None = None
        self.placing = Placing.OVER
        self.one_cell = self.one_line_a_row = False
        self.mended = ""
        self._found = 1

    @property
    def may_be_one_cell(self) -> bool:
        """Whether the block is running text in several rows rather than a table."""
        return self.block.width == 1 and self.block.height > 1

    @property
    def may_be_rows(self) -> bool:
        """Whether the block is one text of several lines."""
        return self.block.width == self.block.height == 1 and "\n" in self.block.texts()[0][0]

    def paste(self, table: Table) -> Paste:
        """Return what pasting so would come to; raise TooLarge."""
        done = paste(table, self._block(), self._where(table), head_rows=self._head_rows())
        if done.head_rows:
            self._found = done.head_rows
        return done

    def _block(self) -> CellBlock:
        block, self.mended = self.block, ""
        if self.may_be_rows and self.one_line_a_row:
            block = as_rows(block)
        elif self.may_be_one_cell and self.one_cell:
            block = as_one_text(block)
            if self.clean:
                block = block.changed(lambda text: joined_lines(text).text)
        if self.clean:
            block, self.mended = cleaned_block(block)
        return block

    def _where(self, table: Table) -> Where:
        if self.placing == Placing.OVER:
            return self.where
        if self.placing == Placing.BELOW:
            last = self.where.row + self.where.height - 1
            return replace(self.where, row=last, height=1, width=1, inserted=True)
        # Behind the last row there is nothing to part from.
        every = sum(1 for _ in table.walk())
        return replace(self.where, row=every, height=1, width=1, inserted=True)

    def _head_rows(self) -> int | None:
        if self.head is None:
            return None
        return self._found if self.head else 0
