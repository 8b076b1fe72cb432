"""Lines in groups, such as the hits of a search by section: what a list beside the editors shows.

A model without a view's state and without a word of what its lines mean.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from dragapp.ui.icons import icon

AnyIndex = QModelIndex | QPersistentModelIndex
#: The role under which a line or a group gives itself.
ITSELF = Qt.ItemDataRole.UserRole
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Line:
    """One line: `bold` is a span of its letters, `note` stands below it in quiet type.

    `about` says all of it to a screen reader and in the tooltip; `data` is the owner's.
    """

    text: str
    data: object
    bold: tuple[int, int] = (0, 0)
    note: str = ""
    icon: str = ""
    about: str = ""


@dataclass(slots=True)
class Group:
    """Lines below a title; `key` tells groups apart."""

    key: str
    title: str
    lines: list[Line] = field(default_factory=list)


class LineModel(QAbstractItemModel):
    """Groups at the top, their lines below them; a line has no lines."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.groups: list[Group] = []

    def show(self, groups: Sequence[Group]) -> None:
        """Show other groups; where only their lines' words are new, views stay as they are."""
        shape = [(group.key, [line.data for line in group.lines]) for group in groups]
        known = [(group.key, [line.data for line in group.lines]) for group in self.groups]
        if shape == known:
            self.groups = list(groups)
            for number, group in enumerate(groups):
                over = self.index(number, 0)
                self.dataChanged.emit(over, over)
                if group.lines:
                    last = len(group.lines) - 1
                    self.dataChanged.emit(self.index(0, 0, over), self.index(last, 0, over))
            return
        self.beginResetModel()
        self.groups = list(groups)
        self.endResetModel()

    def append(self, more: Iterable[Group]) -> None:
        """Add groups at the end; the first may go on with the last group that is there."""
        for group in more:
            if self.groups and self.groups[-1].key == group.key:
                place, known = len(self.groups) - 1, self.groups[-1].lines
                over = self.index(place, 0)
                self.beginInsertRows(over, len(known), len(known) + len(group.lines) - 1)
                known.extend(group.lines)
                self.endInsertRows()
                self.dataChanged.emit(over, over)
            else:
                self.beginInsertRows(_ROOT, len(self.groups), len(self.groups))
                self.groups.append(group)
                self.endInsertRows()

    def line(self, index: AnyIndex) -> Line | None:
        """Return the line at an index, None for a group."""
        if not index.isValid() or not index.internalId():
            return None
        return self.groups[index.internalId() - 1].lines[index.row()]

    def place_of(self, data: object) -> QModelIndex:
        """Return the index of the first line with that data, an invalid one where there is none."""
        for number, group in enumerate(self.groups):
            for row, line in enumerate(group.lines):
                if line.data == data:
                    return self.index(row, 0, self.index(number, 0))
        return QModelIndex()

    def index(self, row: int, column: int, parent: AnyIndex = _ROOT) -> QModelIndex:
        # The number of the group that a line is in, counted from 1; a group has 0.
        over, many = 0, len(self.groups)
        if parent.isValid():
            if parent.internalId():
                return QModelIndex()
            over = parent.row() + 1
            many = len(self.groups[over - 1].lines)
        # A view asks for thousands: Qt's own `hasIndex` would call back for each.
        if column or not 0 <= row < many:
            return QModelIndex()
        return self.createIndex(row, column, over)

    def parent(self, index: AnyIndex = _ROOT) -> QModelIndex:  # type: ignore[override]
        if not index.isValid() or not index.internalId():
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, 0)

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        if not parent.isValid():
            return len(self.groups)
        return 0 if parent.internalId() else len(self.groups[parent.row()].lines)

    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        return 1

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if index.internalId():
            flags |= Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return flags

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.line(index)
        roles = Qt.ItemDataRole
        if line is None:
            group = self.groups[index.row()]
            return {roles.DisplayRole: group.title, ITSELF: group}.get(roles(role))
        match role:
            case roles.DisplayRole:
                return line.text
            case roles.DecorationRole:
                return icon(line.icon) if line.icon else None
            case roles.ToolTipRole | roles.AccessibleTextRole:
                return line.about or line.text
            case _:
                return line if role == ITSELF else None
