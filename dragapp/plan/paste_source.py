"""A block seen through the columns of the table it is pasted into: what each of its rows says."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from dragapp.plan.cell_block import BlockCell, CellBlock
from dragapp.plan.column import Column, ColumnKind
from dragapp.plan.outline import Level, Look, Table
from dragapp.plan.paste_columns import ColumnMap
from dragapp.plan.pasted_label import reads_as_number, without_label

#: Kinds whose merged cells hold for each row they reach over; an amount would be counted twice.
_REPEATED = {ColumnKind.TEXT, ColumnKind.PARTIES, ColumnKind.PERIOD}


@dataclass(frozen=True, slots=True)
class SourceTitle:
    """A row that is one text across the table, for a level of banners."""

    level: Level
    text: str
    number: int | None
    column: int


@dataclass(slots=True)
class SourceRow:
    """One row of a block. `texts` go by the table's columns; what a row does not speak of lacks.

    `begun`, `continued` and `ended` are the keys of merged levels whose label begins in this row,
    goes on from the row above, or has ended above without another one; `numbers` what the row is
    counted as, by the key of its level.
    """

    place: int
    texts: dict[str, str] = field(default_factory=dict)
    begun: set[str] = field(default_factory=set)
    continued: set[str] = field(default_factory=set)
    ended: set[str] = field(default_factory=set)
    numbers: dict[str, int] = field(default_factory=dict)
    title: SourceTitle | None = None


class PasteSource:
    """Reads the rows of a block for a table."""

    def __init__(self, table: Table, block: CellBlock, mapped: ColumnMap) -> None:
        self.table, self.block, self.columns = table, block, mapped.columns
        self._owners = block.owners()
        self._levels = {level.key: level for level in table.levels}
        self._wide = any(cell and cell.colspan > 1 for row in block.rows for cell in row)
        self._tall = {
            at for row in block.rows for at, cell in enumerate(row) if cell and cell.rowspan > 1
        }
        self._labelled = {
            columns[0].key: level
            for level in table.levels
            if level.label and not level.number_column and (columns := table.columns_of(level.key))
        }
        # The merged columns in which a label stands, below the last title.
        self._labels: set[str] = set()
        self.rows = [self._row(place) for place in range(mapped.head_rows, block.height)]

    def place_of(self, column: str) -> int:
        """Return the block's column that goes to a column of the table."""
        return next(i for i, each in enumerate(self.columns) if each and each.key == column)

    @property
    def only_numbers(self) -> bool:
        """Whether nothing but a column of numbers is pasted into."""
        kinds = {column.kind for column in self.columns if column}
        return kinds == {ColumnKind.NUMBER_LABEL}

    def is_stray(self, place: int, at: int) -> bool:
        """Tell whether a text stands in a column of numbers and is none."""
        cell = self.block.rows[place][at]
        if cell is None or cell.colspan > 1 or not self._counts(at) or self.only_numbers:
            return False
        return not reads_as_number(cell.text)

    def _row(self, place: int) -> SourceRow:
        row = SourceRow(place)
        row.title = self._title(place)
        if row.title:
            self._labels.clear()
            return row
        for at, column in enumerate(self.columns):
            if column is None:
                continue
            if column.kind == ColumnKind.NUMBER_LABEL:
                self._read_number(row, at, column)
                continue
            text = self._text(place, at, column)
            if self._levels[column.level].look == Look.MERGED:
                self._read_label(row, at, column, text)
            elif text is not None:
                row.texts[column.key] = self._unlabelled(row, column, text)
        return row

    def _read_number(self, row: SourceRow, at: int, column: Column) -> None:
        cell = self.block.rows[row.place][at]
        text = cell.text.strip() if cell else ""
        if self.only_numbers:
            row.texts[column.key] = text
        if not reads_as_number(text):
            return
        for level in self.table.levels:
            if level.number_column == column.key:
                number, _ = without_label(level.label, text)
                bare = text.rstrip(".)")
                if number is None and bare.isascii() and bare.isdigit():
                    number = int(bare)
                if number is not None:
                    row.numbers[level.key] = number

    def _read_label(self, row: SourceRow, at: int, column: Column, text: str | None) -> None:
        """Read a cell of a merged level.

        One that is covered goes on from above, and so does a blank one where nothing is merged.
        """
        if text is not None and text.strip():
            self._labels.add(column.key)
            row.begun.add(column.level)
            row.texts[column.key] = self._unlabelled(row, column, text)
        elif column.key in self._labels:
            if text is None or at not in self._tall:
                row.continued.add(column.level)
            else:
                self._labels.discard(column.key)
                row.ended.add(column.level)

    def _text(self, place: int, at: int, column: Column) -> str | None:
        """Return what a row says in a column; None where a label goes on from above."""
        cell = self.block.rows[place][at]
        if cell:
            return cell.text
        above, left = self._owners[place][at]
        owner = self.block.rows[above][left]
        assert owner
        if left < at:
            # A wide cell that begins over the numbers has its text in the next column.
            over_numbers = all(
                each is None or each.kind == ColumnKind.NUMBER_LABEL
                for each in self.columns[left:at]
            )
            return owner.text if over_numbers and above == place else ""
        if self._levels[column.level].look == Look.MERGED:
            return None
        return owner.text if column.kind in _REPEATED else ""

    def _unlabelled(self, row: SourceRow, column: Column, text: str) -> str:
        """Return a text without the label that the program prints by itself."""
        level = self._labelled.get(column.key)
        if level is None:
            return text
        if level.look == Look.STACKED:
            return "\n".join(without_label(level.label, line)[1] for line in text.split("\n"))
        number, text = without_label(level.label, text)
        if number is not None:
            row.numbers[level.key] = number
        return text

    def _title(self, place: int) -> SourceTitle | None:
        """Read a row as a title over the table; None where it is an ordinary row."""
        banners = [level for level in self.table.levels if level.look == Look.BANNER]
        if not banners or self.block.width < 2 or None in self._owned(place):
            return None
        cells = self.block.rows[place]
        filled = [(at, cell) for at, cell in enumerate(cells) if cell and cell.text.strip()]
        numbers = [
            (at, cell) for at, cell in filled if self._counts(at) and reads_as_number(cell.text)
        ]
        others = [each for each in filled if each not in numbers]
        if len(others) != 1:
            return None
        at, cell = others[0]
        if not self._stands_alone(at, cell, banners, numbered=bool(numbers)):
            return None
        for level in banners:
            number, text = without_label(level.label, cell.text)
            if number is not None:
                return SourceTitle(level, text, number, at)
        number, _ = without_label(banners[-1].label, numbers[0][1].text) if numbers else (None, "")
        return SourceTitle(banners[-1], cell.text, number, at)

    def _owned(self, place: int) -> list[BlockCell | None]:
        """Return a row's own cells, and None for each place that a cell from above reaches over."""
        return [
            self.block.rows[above][left] if above == place else None
            for above, left in self._owners[place]
        ]

    def _counts(self, at: int) -> bool:
        column = self.columns[at]
        return column is not None and column.kind == ColumnKind.NUMBER_LABEL

    def _stands_alone(
        self, at: int, cell: BlockCell, banners: list[Level], *, numbered: bool
    ) -> bool:
        """Tell whether the only text of a row is a title and not a row with empty cells."""
        if cell.colspan > 1:
            return at + cell.colspan == self.block.width
        if self._wide or self._tall:
            return False
        if any(without_label(level.label, cell.text)[0] is not None for level in banners):
            return True
        before = [column for column in self.columns[:at] if column]
        if any(column.kind != ColumnKind.NUMBER_LABEL for column in before):
            return False
        column = self.columns[at]
        coded = column is not None and column.kind == ColumnKind.SERVICE_CODE
        counted = any(level.number_column for level in banners)
        return coded and counted and numbered and not re.match(r"\s*[0-9]{4}", cell.text)
