"""Pasting a block into an outline: which cells change, which rows are added, what has no place.

The rules, the same as for typing in the window (see `layout`):

- the block's rows go to the printed rows from the chosen one on; what is left goes to new rows at
  the end, beside the last row or under the row that their labels ask for;
- a label that reaches over several rows of the block goes to one row of a merged level, and so does
  one that is repeated in, or missing from, the rows below it; the rows are its children;
- a text across the block is a banner's; banners in the table are passed over by other rows;
- the lines of a stacked cell are its rows, matched as when they are typed;
- numbers are counted, not pasted; a block of numbers alone is what the user typed;
- empty rows at the end give way where the block's labels and titles need other ones.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragapp.plan.cell_block import CellBlock
from dragapp.plan.column import Column, ColumnKind
from dragapp.plan.layout import LaidRow
from dragapp.plan.outline import Look, Node, Table
from dragapp.plan.paste import Paste, Where, Why
from dragapp.plan.paste_columns import map_columns
from dragapp.plan.paste_source import PasteSource, SourceRow
from dragapp.plan.paste_work import PasteWork


def paste(table: Table, block: CellBlock, where: Where, *, head_rows: int | None = None) -> Paste:
    """Paste a block into a copy of a table and tell what changed.

    One value fills a selection; a block is repeated in a selection that is a multiple of it. So
    many of the block's rows are headings as `head_rows` says, or where it does not, as they look.
    """
    work = PasteWork(table)
    columns = [work.layout.columns[at] for at in where.columns] or work.layout.columns
    selected = (1, 1) if where.inserted else (where.height, where.width)
    if block.height == block.width == 1 and selected != (1, 1):
        last = where.row + where.height
        _fill(work, block.texts()[0][0], where.row, last, columns[where.column :][: where.width])
        return work.done()
    down, across = where.height // block.height, where.width // block.width
    multiple = selected == (down * block.height, across * block.width) and down * across > 1
    if multiple:
        block = block.tiled(down, across)
    hidden = [column for column in work.layout.columns if column not in columns]
    start = min(where.column, len(columns) - 1)
    mapped = map_columns(block, columns, start, hidden, head_rows)
    heights = (block.height, block.height - mapped.head_rows)
    fits = selected == (1, 1) or (selected[0] in heights and selected[1] == block.width)
    work.paste.shape = not fits
    source = PasteSource(table, block, mapped)
    work.paste.head_rows, work.paste.outside = mapped.head_rows, block.outside
    if where.inserted:
        with work.parted_behind(where.row, work.place[columns[start].key]):
            _Pasting(work, source, len(work.layout.rows)).run(None)
    else:
        _Pasting(work, source, where.row).run(where.row + where.height if multiple else None)
    return work.done()


def _fill(work: PasteWork, text: str, first: int, last: int, columns: Sequence[Column]) -> None:
    """Write a text into the cells of a selection; into banners and numbers only if they are all."""
    rows = work.layout.rows[first:last]
    if not all(row.look == Look.BANNER for row in rows):
        rows = [row for row in rows if row.look != Look.BANNER]
    texts = [column for column in columns if column.kind != ColumnKind.NUMBER_LABEL]
    keys = {column.key for column in texts or columns}
    for at, row in enumerate(rows):
        made = SourceRow(at)
        maker: Node | None = None
        for cell in row.cells:
            if cell is None or not (row.look == Look.BANNER or cell.column.key in keys):
                continue
            if cell.node and (cell.column.kind != ColumnKind.NUMBER_LABEL or not texts):
                work.put(cell, text)
            elif cell.maker:
                maker, made.texts[cell.column.key] = cell.maker, text
            elif not cell.node:
                work.leave_out(at, 0, text, Why.NO_CELL)
        _grow_under(work, maker, made)


def _grow_under(work: PasteWork, maker: Node | None, row: SourceRow) -> None:
    """Make the first row below one that has none yet."""
    if maker:
        work.trail = work.path(maker)
        work.grow(row, work.depth[maker.level])


class _Pasting:
    """Takes the rows of a block one by one, from a printed row on."""

    def __init__(self, work: PasteWork, source: PasteSource, start: int) -> None:
        self.work, self.source, self.start = work, source, start
        self.laid = work.layout.rows
        self.merged = [level for level in work.table.levels if level.look == Look.MERGED]

    def run(self, end: int | None) -> None:
        """Write the rows, up to the printed row `end` or without an end by making new ones."""
        self._leave_out_columns()
        rows, at = list(self.source.rows), self.start
        limit = len(self.laid) if end is None else min(end, len(self.laid))
        while rows and at < limit:
            laid, row = self.laid[at], rows[0]
            if laid.look == Look.BANNER:
                if self._is_for_banner(row):
                    self._write_banner(laid, rows.pop(0))
                at += 1
                continue
            if not self._fits(at, row):
                if self._give_way(at):
                    break
                self.work.paste.grouping = True
                if row.title:
                    self.work.leave_out(row.place, row.title.column, row.title.text, Why.TITLE)
                    rows.pop(0)
                    continue
            self._write(at, rows.pop(0))
            at += 1
        if end is None:
            self.work.stand_at_end()
            for row in rows:
                self.work.grow(row)
                if self.source.only_numbers:
                    text = "".join(row.texts.values())
                    self.work.leave_out(row.place, 0, text, Why.NO_CELL)

    def _leave_out_columns(self) -> None:
        """Note the texts in columns that the table does not have, or only counts in."""
        texts = self.source.block.texts()
        for row in self.source.rows:
            if row.title:
                continue
            for at, column in enumerate(self.source.columns):
                text = texts[row.place][at]
                if column is None:
                    self.work.leave_out(row.place, at, text, Why.NO_COLUMN)
                elif self.source.is_stray(row.place, at):
                    self.work.leave_out(row.place, at, text, Why.NUMBER)

    def _is_for_banner(self, row: SourceRow) -> bool:
        return row.title is not None or self.source.block.height * self.source.block.width == 1

    def _write_banner(self, laid: LaidRow, row: SourceRow) -> None:
        text = row.title.text if row.title else self.source.block.texts()[0][0]
        for cell in laid.cells:
            if cell and cell.node and cell.column.kind != ColumnKind.NUMBER_LABEL:
                self.work.put(cell, text)

    def _fits(self, at: int, row: SourceRow) -> bool:
        """Tell whether the labels of a row begin and go on where those of the printed row do."""
        if row.title:
            return False
        for level in self.merged:
            for column in self.work.table.columns_of(level.key):
                cell = self.laid[at].cells[self.work.place[column.key]]
                if cell is None and level.key in row.begun:
                    above = self._covering(at, column.key)
                    if above and above.cells.get(column.key) != row.texts.get(column.key):
                        return False
                elif cell and cell.node and level.key in row.continued and at > self.start:
                    return False
        return True

    def _covering(self, at: int, column: str) -> Node | None:
        """Return the row whose cell reaches over a printed row's from above."""
        cells = (row.cells[self.work.place[column]] for row in reversed(self.laid[: at + 1]))
        return next((cell.node for cell in cells if cell), None)

    def _give_way(self, at: int) -> bool:
        """Take the rows from a printed one to the end away if they are empty; tell whether."""
        nodes = [row.node for row in self.laid[at:]]
        if any(each.cells or each.number for node in nodes for each in node.walk()):
            return False
        kept = {row.node.key for row in self.laid[:at]}
        for node in nodes:
            self.work.remove(node)
            above = self.work.above(node)
            while above and not above.rows and not above.cells and above.key not in kept:
                self.work.remove(above)
                above = self.work.above(above)
        return True

    def _write(self, at: int, row: SourceRow) -> None:
        maker: Node | None = None
        made = SourceRow(row.place, numbers=row.numbers)
        for key, text in row.texts.items():
            column = self.source.place_of(key)
            cell = self.laid[at].cells[self.work.place[key]]
            if cell is None:
                above = self._covering(at, key)
                if not above or above.cells.get(key) != text:
                    self.work.leave_out(row.place, column, text, Why.MERGED)
            elif cell.node:
                self.work.put(cell, text)
            elif cell.maker:
                maker, made.texts[key] = cell.maker, text
            else:
                self.work.leave_out(row.place, column, text, Why.NO_CELL)
        _grow_under(self.work, maker, made)
