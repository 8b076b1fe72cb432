"""The one table model: any section's outline as the rows and columns that will be printed.

The model translates between Qt's indexes and the layout of the outline. It changes nothing itself:
an edit goes to the session, and what the session says was touched comes back as signals. Spans and
row heights are the view's business.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont

from dragapp.plan.cell_reading import read_cell
from dragapp.plan.column import Align, ColumnKind
from dragapp.plan.layout import LaidCell, LaidRow, Layout, lay_out
from dragapp.plan.outline import Look, Node, Table
from dragapp.plan.section import Section
from dragapp.ui.action_name import action_name
from dragapp.ui.session import Session
from dragapp.ui.table_typing import type_text, typed_text

AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
#: Says why a cell cannot be read as a sum; None for all other cells.
UNREAD_ROLE = Qt.ItemDataRole.UserRole + 1
_UNREAD = (
    UNREAD_ROLE,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)
ALIGNMENT = {
    Align.LEFT: Qt.AlignmentFlag.AlignLeft,
    Align.CENTER: Qt.AlignmentFlag.AlignHCenter,
    Align.RIGHT: Qt.AlignmentFlag.AlignRight,
}


class TableModel(QAbstractTableModel):
    """The rows of one section's table.

    Beyond what the standard signals tell, `spans_changed` says that cells reach over others than
    before, or that rows came or went; `reshaped` says that all signals of one change are out.
    """

    spans_changed = Signal()
    reshaped = Signal()

    def __init__(self, session: Session, section: Section, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session, self.section = session, section
        self.layout_now: Layout = lay_out(self.table)
        self._along: tuple[str, str, str, dict[str, str]] | None = None
        session.changed.connect(self._catch_up)

    @property
    def table(self) -> Table:
        """The outline behind the rows."""
        assert self.section.table is not None
        return self.section.table

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.layout_now.rows)

    def columnCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.layout_now.columns)

    def row(self, index: AnyIndex) -> LaidRow:
        """Return the laid row of an index."""
        return self.layout_now.rows[index.row()]

    def cell(self, index: AnyIndex) -> LaidCell | None:
        """Return the laid cell at an index; None where another cell reaches over it."""
        return self.row(index).cells[index.column()]

    def owner(self, index: AnyIndex) -> Node:
        """Return the row of the outline that an action at this index applies to."""
        place = index.row()
        while place >= 0:
            cell = self.layout_now.rows[place].cells[index.column()]
            if cell is not None:
                return cell.node or self.row(index).node
            if place == index.row() and self.row(index).look == Look.BANNER:
                break
            place -= 1
        return self.row(index).node

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        cell = self.cell(index) if index.isValid() else None
        if cell is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return cell.shown
        if role == Qt.ItemDataRole.EditRole:
            return typed_text(self.table, cell)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            banner = self.row(index).look == Look.BANNER and cell.colspan > 1
            side = Qt.AlignmentFlag.AlignLeft if banner else ALIGNMENT[cell.column.alignment]
            return side | Qt.AlignmentFlag.AlignTop
        if role == Qt.ItemDataRole.FontRole:
            return self._font(index, cell)
        if role in _UNREAD:
            reading = read_cell(cell.column, cell.text)
            return reading.text if reading and reading.unread else None
        return None

    def take_along(self, node: str, column: str, text: str, others: dict[str, str]) -> None:
        """Fill other cells of a row, where they are empty, in the step that stores a text there."""
        self._along = (node, column, text, others)

    def _empty_beside(self, cell: LaidCell, text: str) -> dict[str, str]:
        """Return what is to be filled along with a text that is about to be stored."""
        along, self._along = self._along, None
        node = cell.node
        if along is None or node is None:
            return {}
        row, column, part, others = along
        if (row, column) != (node.key, cell.column.key) or part not in text:
            return {}
        empty = {key for key in others if not node.cells.get(key, "").strip()}
        return {key: said for key, said in others.items() if key in empty}

    def _font(self, index: AnyIndex, cell: LaidCell) -> QFont | None:
        if self.row(index).look != Look.BANNER and not cell.column.italic:
            return None
        font = QFont()
        font.setBold(self.row(index).look == Look.BANNER)
        font.setItalic(cell.column.italic)
        return font

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or section >= self.columnCount():
            return None
        column = self.layout_now.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.group} {column.title}".strip()
        if role == Qt.ItemDataRole.ToolTipRole:
            unprinted = "" if column.printed else "\nNu se tipărește; ajută la monitorizare."
            return f"{column.group} {column.title}".strip() + unprinted
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        cell = self.cell(index)
        if cell is None or self.session.read_only:
            return flags
        if cell.node is not None or cell.maker is not None:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        cell = self.cell(index)
        if role != Qt.ItemDataRole.EditRole or cell is None:
            return False
        text = str(value)
        along = self._empty_beside(cell, text)
        if text == typed_text(self.table, cell) and not along:
            return True
        node = cell.node or cell.maker
        if node is None:
            return False
        title = cell.column.title.strip() or cell.column.group.strip()
        name = action_name("scrie în", title) if title else "scrie în tabel"
        spot = self.session.spot(self.section, node.key, cell.column.key)
        with self.session.act(name, spot) as edit:
            type_text(edit, self.section, cell, text)
            for key, said in along.items():
                edit.set_cell(node.id, key, said)
        return True

    def place_of(self, node: str, column: str = "") -> QModelIndex:
        """Return the index of a row's cell in a column, else of its first text.

        Where the column is one of the rows below, the cell is that of the first of them, be there
        one or not yet. Invalid where the row, named by its key, is not there.
        """
        first = QModelIndex()
        for place, row in enumerate(self.layout_now.rows):
            own = [side for side, cell in enumerate(row.cells) if cell and _owns(cell, node)]
            if not own:
                continue
            for side, cell in enumerate(row.cells):
                if cell and cell.column.key == column:
                    return self.index(place, side)
            if not first.isValid():
                kinds = [cell.column.kind if cell else None for cell in row.cells]
                texts = [side for side in own if kinds[side] != ColumnKind.NUMBER_LABEL]
                first = self.index(place, texts[0]) if texts else first
        return first

    def places_of(self, cells: Iterable[tuple[str, str]]) -> list[QModelIndex]:
        """Return the indexes of those cells, by row and column, that are there."""
        wanted = set(cells)
        return [
            self.index(place, side)
            for place, row in enumerate(self.layout_now.rows)
            for side, cell in enumerate(row.cells)
            if cell and cell.node and (cell.node.key, cell.column.key) in wanted
        ]

    def _catch_up(self, touched: Any) -> None:
        cells = any(section == self.section.id for section, _ in touched.cells)
        if not (cells or touched.tree or self.section.id in touched.sections):
            return
        if self.section.table is None:
            return
        old, new = self.layout_now, lay_out(self.table)
        if [column.key for column in old.columns] != [column.key for column in new.columns]:
            self.beginResetModel()
            self.layout_now = new
            self.endResetModel()
        else:
            self._replace_rows(old, new)
        if old.columns != new.columns and self.columnCount():
            last = self.columnCount() - 1
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)
        self.reshaped.emit()

    def _replace_rows(self, old: Layout, new: Layout) -> None:
        """Tell the least: rows gone, rows come, and cells that read differently."""
        before = [row.node.key for row in old.rows]
        after = [row.node.key for row in new.rows]
        start = _common(before, after)
        end = _common(before[start:][::-1], after[start:][::-1])
        gone, come = len(before) - end, len(after) - end
        if gone > start:
            self.beginRemoveRows(_NOWHERE, start, gone - 1)
            del old.rows[start:gone]
            self.endRemoveRows()
        previous = list(old.rows)
        if come > start:
            self.beginInsertRows(_NOWHERE, start, come - 1)
            self.layout_now = new
            self.endInsertRows()
            previous[start:start] = new.rows[start:come]
        self.layout_now = new
        changed = [
            place
            for place, (one, two) in enumerate(zip(previous, new.rows, strict=True))
            if one is not two and _shown(one) != _shown(two)
        ]
        moved = any(_spans(previous[place]) != _spans(new.rows[place]) for place in changed)
        if moved or gone > start or come > start:
            self.spans_changed.emit()
        last = self.columnCount() - 1
        for place in changed:
            self.dataChanged.emit(self.index(place, 0), self.index(place, last))


def _owns(cell: LaidCell, node: str) -> bool:
    return cell.node is not None and cell.node.key == node


def _common(one: list[str], two: list[str]) -> int:
    count = 0
    for left, right in zip(one, two, strict=False):
        if left != right:
            break
        count += 1
    return count


def _shown(row: LaidRow) -> list[Any]:
    return [cell and (cell.text, cell.label, cell.rowspan, cell.colspan) for cell in row.cells]


def _spans(row: LaidRow) -> list[Any]:
    return [cell and (cell.rowspan, cell.colspan) for cell in row.cells]
