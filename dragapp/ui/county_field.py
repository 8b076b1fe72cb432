"""The county: any text may be typed, the official names are offered, with or without diacritics."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QCompleter

from dragapp.plan.counties import COUNTIES, official
from dragapp.plan.text import fold

_FOLDED = Qt.ItemDataRole.UserRole


class CountyField(QComboBox):
    """An editable list of the counties."""

    def __init__(self, county: str) -> None:
        super().__init__()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(14)
        self.addItems(list(COUNTIES))
        model = QStandardItemModel(len(COUNTIES), 1, self)
        for row, name in enumerate(COUNTIES):
            item = QStandardItem(name)
            item.setData(fold(name), _FOLDED)
            model.setItem(row, item)
        line = self.lineEdit()
        assert line is not None
        line.setCompleter(_Completer(model, self))
        line.setPlaceholderText("de exemplu: Iași")
        line.editingFinished.connect(self._tidy)
        self.setText(county)

    def text(self) -> str:
        """Return the county as it is typed or chosen, by its official name where it has one."""
        return official(self.currentText())

    def setText(self, county: str) -> None:
        """Show a county."""
        self.setCurrentIndex(-1)
        self.setCurrentText(county)

    def _tidy(self) -> None:
        """Give a county that was typed without diacritics its official name."""
        if self.text() != self.currentText():
            self.setText(self.text())


class _Completer(QCompleter):
    """Finds counties by any part of their names, diacritics aside."""

    def __init__(self, model: QAbstractItemModel, parent: CountyField) -> None:
        super().__init__(model, parent)
        self.setCompletionRole(_FOLDED)
        self.setFilterMode(Qt.MatchFlag.MatchContains)

    def splitPath(self, path: str) -> list[str]:
        return [fold(path)]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        return str(index.data(Qt.ItemDataRole.DisplayRole))
