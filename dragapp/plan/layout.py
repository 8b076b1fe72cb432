"""An outline laid out as printed rows and columns: the one shape that paper and screen share.

A layout says which cell stands where, over how many rows and columns, and whose text it is. It
knows nothing of fonts, widths or pages.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise

from dragapp.plan.column import Column, ColumnKind
from dragapp.plan.label import Numbering
from dragapp.plan.outline import Level, Look, Node, Table


@dataclass(slots=True)
class LaidCell:
    """One cell. `node` owns its text; None where the row's levels have nothing to say there.

    `maker` is the row under which typing makes a new one of the column's level: the empty half of a
    merged row that has no children yet. A stacked cell belongs to the row above its lines.
    """

    column: Column
    node: Node | None = None
    text: str = ""
    label: str = ""
    rowspan: int = 1
    colspan: int = 1
    maker: Node | None = None

    @property
    def shown(self) -> str:
        """The label and the text, as they are printed."""
        if self.label and self.text:
            return f"{self.label} {self.text}".strip()
        return self.label if self.column.kind == ColumnKind.NUMBER_LABEL else self.text


@dataclass(slots=True)
class LaidRow:
    """A row of the grid; None where a cell above or to the left reaches over.

    `node` is the row's own node. `silent` rows (a banner without a name) are not printed.
    """

    node: Node
    look: Look
    cells: list[LaidCell | None]
    silent: bool = False


@dataclass(slots=True)
class Layout:
    """The columns of the grid and its rows."""

    columns: list[Column]
    rows: list[LaidRow] = field(default_factory=list)


def lay_out(table: Table, *, printed_only: bool = False) -> Layout:
    """Lay a table out; with `printed_only`, without columns and rows that stay off the paper."""
    return _Builder(table, printed_only).build()


def _named(node: Node) -> bool:
    return bool(node.cells) or bool(node.number)


class _Builder:
    def __init__(self, table: Table, printed_only: bool) -> None:
        self.table, self.printed_only = table, printed_only
        self.levels = {level.key: level for level in table.levels}
        self.columns = [c for c in table.columns if self._in_grid(c)]
        if printed_only:
            self._unstack()
        self.place = {column.key: i for i, column in enumerate(self.columns)}
        self.own = {level.key: table.columns_of(level.key) for level in table.levels}
        self.below = {level.key: self._below(level) for level in table.levels}
        self.numbering = Numbering()
        self.layout = Layout(self.columns)

    def _unstack(self) -> None:
        """Give lines with several printed columns a row each, that none stands beside another."""
        for upper, level in pairwise(self.table.levels):
            across = sum(column.level == level.key for column in self.columns)
            if level.look == Look.STACKED and upper.look == Look.ROW and across > 1:
                self.levels[level.key] = replace(level, look=Look.ROW)
                self.levels[upper.key] = replace(upper, look=Look.MERGED)

    def _in_grid(self, column: Column) -> bool:
        if self.printed_only and not column.printed:
            return False
        return (
            column.kind == ColumnKind.NUMBER_LABEL or self.levels[column.level].look != Look.BANNER
        )

    def _below(self, level: Level) -> list[tuple[int, Column]]:
        """Return the columns of the rows below those of a level, with their places."""
        depth = self.table.depth
        return [
            (place, column)
            for place, column in enumerate(self.columns)
            if column.kind != ColumnKind.NUMBER_LABEL and depth(column.level) > depth(level.key)
        ]

    def build(self) -> Layout:
        self._rows(self.table.rows, "", frozenset())
        return self.layout

    def _rows(self, nodes: list[Node], scope: str, numbered: frozenset[str]) -> None:
        for node in nodes:
            self._node(node, scope, numbered)

    def _node(self, node: Node, scope: str, numbered: frozenset[str]) -> None:
        level = self.levels[node.level]
        lay = self._banner if level.look == Look.BANNER else self._plain
        transparent = level.look in (Look.BANNER, Look.MERGED) and not _named(node)
        label = "" if transparent else self._label(node, level, scope, numbered)
        inner = scope if transparent else node.key
        if level.number_column and not transparent:
            numbered |= {level.number_column}
        below = [child for child in node.rows if self.levels[child.level].look != Look.STACKED]
        first = len(self.layout.rows)
        if level.look != Look.MERGED or not below:
            silent = level.look == Look.BANNER and transparent
            row = LaidRow(node, level.look, lay(node, level, label), silent)
            if not (silent and self.printed_only):
                self.layout.rows.append(row)
            self._rows(below, inner, numbered)
            return
        self._rows(below, inner, numbered)
        self._merge(node, level, label, first)

    def _label(self, node: Node, level: Level, scope: str, numbered: frozenset[str]) -> str:
        if not level.label or level.number_column in numbered:
            return ""
        return self.numbering.label(
            (scope, level.number_column or level.key), level.label, node.number
        )

    def _banner(self, node: Node, level: Level, label: str) -> list[LaidCell | None]:
        cells: list[LaidCell | None] = [None] * len(self.columns)
        column = self.own[level.key][0]
        text = LaidCell(column, node, node.cells.get(column.key, ""), label)
        start = 0
        if self.place.get(level.number_column) == 0 and len(self.columns) > 1:
            number = self.columns[0]
            cells[0] = LaidCell(number, node, label=label)
            text.label, start = "", 1
        text.colspan = len(self.columns) - start
        cells[start] = text
        return cells

    def _plain(self, node: Node, level: Level, label: str) -> list[LaidCell | None]:
        cells: list[LaidCell | None] = [LaidCell(column) for column in self.columns]
        for place, column in self.below[level.key]:
            if level.look == Look.MERGED:
                cells[place] = LaidCell(column, maker=node)
            elif level.look == Look.ROW and self.levels[column.level].look == Look.STACKED:
                cells[place] = self._stack(node, column)
        self._own_cells(cells, node, level, label)
        return cells

    def _own_cells(
        self, cells: list[LaidCell | None], node: Node, level: Level, label: str
    ) -> None:
        if level.number_column in self.place:
            place = self.place[level.number_column]
            if label or level.look != Look.ROW:
                cells[place] = LaidCell(self.columns[place], node, label=label)
            label = ""
        for column in self.own[level.key]:
            if column.key in self.place:
                text = node.cells.get(column.key, "")
                cells[self.place[column.key]] = LaidCell(column, node, text, label)
            label = ""

    def _stack(self, node: Node, column: Column) -> LaidCell:
        level = self.levels[column.level]
        rows = [child for child in node.rows if child.level == level.key]
        lines = [child.cells.get(column.key, "") for child in rows]
        if level.label and column is self.own[level.key][0]:
            numbering = Numbering()
            labels = [numbering.label("", level.label, child.number) for child in rows]
            pairs = zip(labels, lines, strict=True)
            lines = [f"{label} {text}".strip() if text else "" for label, text in pairs]
        return LaidCell(column, node, "\n".join(lines))

    def _merge(self, node: Node, level: Level, label: str, first: int) -> None:
        rows = self.layout.rows[first:]
        if not rows:
            return
        own: list[LaidCell | None] = [None] * len(self.columns)
        self._own_cells(own, node, level, label)
        for place, cell in enumerate(own):
            if cell is None:
                continue
            cell.rowspan = len(rows)
            rows[0].cells[place] = cell
            for row in rows[1:]:
                row.cells[place] = None
