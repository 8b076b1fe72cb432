"""One of the office's lists as a table that is edited in place; nothing is stored from here."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from dragapp.ui.own_rows import Kept, Wrong, one_line

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Misplaced(ValueError):
    """What a cell says cannot be kept; the text tells the user why."""

    def __init__(self, place: QModelIndex, text: str) -> None:
        super().__init__(text)
        self.place = place


class OwnModel(QAbstractTableModel):
    """The rows of one list: the texts as they are now, and the thing that each row was."""

    def __init__(self, kept: Kept, things: list[Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.kept = kept
        self._rows = [(kept.row(thing), thing) for thing in things]

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.kept.fields)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        shown = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole)
        if not index.isValid() or role not in shown:
            return None
        return self._rows[index.row()][0].get(self.kept.fields[index.column()][0], "")

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.EditRole:
            return False
        self._rows[index.row()][0][self.kept.fields[index.column()][0]] = one_line(str(value))
        self.dataChanged.emit(index, index)
        return True

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        across = orientation == Qt.Orientation.Horizontal
        if role != Qt.ItemDataRole.DisplayRole or not across or section >= self.columnCount():
            return None
        return self.kept.fields[section][1]

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.isValid() else flags

    def add(self) -> QModelIndex:
        """Add an empty row at the end and return its first cell."""
        last = len(self._rows)
        self.beginInsertRows(_NOWHERE, last, last)
        self._rows.append(({}, None))
        self.endInsertRows()
        return self.index(last, 0)

    def remove(self, rows: set[int]) -> None:
        """Take rows out, by their places."""
        for row in sorted(rows, reverse=True):
            self.beginRemoveRows(_NOWHERE, row, row)
            del self._rows[row]
            self.endRemoveRows()

    def show(self, things: list[Any]) -> None:
        """Show other things."""
        self.beginResetModel()
        self._rows = [(self.kept.row(thing), thing) for thing in things]
        self.endResetModel()

    def texts(self) -> list[dict[str, str]]:
        """Return what is written in the rows that are not empty."""
        return [dict(texts) for texts, _ in self._rows if any(texts.values())]

    def things(self) -> list[Any]:
        """Return what the rows say, empty ones left out; raise Misplaced at the first wrong one."""
        found: list[Any] = []
        known: dict[Hashable, int] = {}
        for place, (texts, before) in enumerate(self._rows):
            if not any(texts.values()):
                continue
            try:
                thing = self.kept.made(texts, before)
            except Wrong as wrong:
                fields = [field for field, _ in self.kept.fields]
                raise Misplaced(self.index(place, fields.index(wrong.field)), str(wrong)) from wrong
            twin = known.setdefault(self.kept.key(thing), place)
            if twin != place:
                text = f"Rândul {place + 1} repetă rândul {twin + 1}. Ștergeți unul dintre ele."
                raise Misplaced(self.index(place, 0), text)
            found.append(thing)
        return found
