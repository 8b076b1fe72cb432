"""The table as it would be after a paste: what it says of each cell and row, and what changes.

Signs and words say what changes; colour only helps.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QWidget

from dragapp.plan.column import Align
from dragapp.plan.layout import LaidCell, Layout, lay_out
from dragapp.plan.outline import Look
from dragapp.plan.paste import CellChange, Paste
from dragapp.ui.look import is_dark
from dragapp.ui.table_model import ALIGNMENT, AnyIndex

_NOWHERE = QModelIndex()
#: Tells the delegate the old text of a cell that changes.
OLD = Qt.ItemDataRole.UserRole
NEW_ROW, CHANGED_ROW = "+ rând nou", "≠ se schimbă"
_EMPTIED = "(rămâne goală)"


class PastePreview(QAbstractTableModel):
    """The rows of a paste's table."""

    def __init__(self, paste: Paste, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._take(paste)

    def _take(self, paste: Paste) -> None:
        self.layout_now: Layout = lay_out(paste.table)
        self._changes = {(each.node, each.column): each for each in paste.changes}
        self._added = set(paste.added)

    def show_paste(self, paste: Paste) -> None:
        """Show another paste."""
        self.beginResetModel()
        self._take(paste)
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.layout_now.rows)

    def columnCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.layout_now.columns)

    def cell(self, row: int, column: int) -> LaidCell | None:
        """Return the laid cell at a place; None where another reaches over it."""
        return self.layout_now.rows[row].cells[column]

    def change(self, cell: LaidCell) -> CellChange | None:
        """Return how a cell changes, if it does."""
        return self._changes.get((cell.node.key, cell.column.key)) if cell.node else None

    def is_new(self, cell: LaidCell) -> bool:
        """Whether a cell belongs to a new row."""
        return cell.node is not None and cell.node.key in self._added

    def mark(self, row: int) -> str:
        """Return what becomes of a row, in words; empty where it stays as it is."""
        laid = self.layout_now.rows[row]
        if laid.node.key in self._added:
            return NEW_ROW
        cells = [cell for cell in laid.cells if cell]
        changes = any(self.change(cell) or self.is_new(cell) for cell in cells)
        return CHANGED_ROW if changes else ""

    def first_marked(self) -> int:
        """Return the first row of which something changes; 0 where there is none."""
        return next((row for row in range(self.rowCount()) if self.mark(row)), 0)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        cell = self.cell(index.row(), index.column()) if index.isValid() else None
        if cell is None:
            return None
        change = self.change(cell)
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.shown or (_EMPTIED if change and change.old else "")
        if role == OLD:
            return change.old if change and change.old.strip() else ""
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._spoken(cell, change)
        if role == Qt.ItemDataRole.BackgroundRole and (change or self.is_new(cell)):
            replaced = change is not None and bool(change.old.strip())
            return QColor(_tint(replaced=replaced))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Align.LEFT if cell.colspan > 1 else cell.column.alignment
            return ALIGNMENT[side] | Qt.AlignmentFlag.AlignTop
        if role == Qt.ItemDataRole.FontRole:
            font = QFont()
            font.setBold(self.layout_now.rows[index.row()].look == Look.BANNER)
            font.setItalic(cell.column.italic)
            return font
        return None

    def _spoken(self, cell: LaidCell, change: CellChange | None) -> str:
        if change and change.old.strip():
            return f"acum: {change.old}\ndupă lipire: {change.new or _EMPTIED}"
        if change:
            return f"se completează: {change.new}"
        return f"rând nou: {cell.shown}" if self.is_new(cell) else cell.shown

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return self.mark(section) if section < self.rowCount() else None
        columns = self.layout_now.columns
        return columns[section].title if section < len(columns) else None


def _tint(*, replaced: bool) -> str:
    if is_dark():
        return "#4a3b20" if replaced else "#21402b"
    return "#fdeccb" if replaced else "#e0f3e4"
