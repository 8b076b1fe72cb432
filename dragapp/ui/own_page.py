"""One tab of "Listele mele": a list edited in place, with buttons to add and to delete rows."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from dragapp.ui.form_page import advice
from dragapp.ui.icons import icon
from dragapp.ui.own_model import OwnModel
from dragapp.ui.own_rows import Kept

_WIDE = ("name", "title", "category", "source")


class OwnPage(QWidget):
    """Shows one list and lets it be changed, unless the dossier is only read."""

    def __init__(self, kept: Kept, things: list[Any], *, may_change: bool) -> None:
        super().__init__()
        self.model = OwnModel(kept, things, self)
        self.view = QTableView()
        self.view.setModel(self.model)
        self.view.setAccessibleName(kept.title)
        self.view.setAlternatingRowColors(True)
        self.view.setTabKeyNavigation(False)
        self.view.setCornerButtonEnabled(False)
        self.view.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 12)
        self.view.installEventFilter(self)
        triggers = QAbstractItemView.EditTrigger
        self.view.setEditTriggers(
            triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed
            if may_change
            else triggers.NoEditTriggers
        )
        header = self.view.horizontalHeader()
        header.setHighlightSections(False)
        for place, (field, _) in enumerate(kept.fields):
            modes = QHeaderView.ResizeMode
            mode = modes.Stretch if field in _WIDE else modes.ResizeToContents
            header.setSectionResizeMode(place, mode)
        header.setMinimumSectionSize(self.fontMetrics().averageCharWidth() * 10)
        self.add_button = QPushButton(icon("add"), "&Adaugă un rând")
        self.delete_button = QPushButton(icon("delete"), "Ș&terge rândurile alese")
        buttons = QHBoxLayout()
        for button, act in ((self.add_button, self.add), (self.delete_button, self.delete)):
            button.setAutoDefault(False)
            button.setEnabled(may_change)
            button.clicked.connect(act)
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._may_change = may_change
        layout = QVBoxLayout(self)
        layout.addWidget(advice(kept.advice))
        layout.addWidget(self.view, 1)
        layout.addLayout(buttons)

    def add(self) -> None:
        """Add a row and begin to type in it."""
        place = self.model.add()
        self.view.setFocus()
        self.view.setCurrentIndex(place)
        self.view.edit(place)

    def delete(self) -> None:
        """Take the chosen rows out."""
        chosen = {index.row() for index in self.view.selectionModel().selectedIndexes()}
        self.model.remove(chosen)
        self.view.setFocus()

    def commit(self) -> None:
        """Take over what is typed in the open cell."""
        current = self.view.currentIndex()
        self.view.setCurrentIndex(self.model.index(-1, -1))
        self.view.setCurrentIndex(current)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        deleting = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Delete
        if deleting and self._may_change and event.type() == QEvent.Type.KeyPress:
            for index in self.view.selectionModel().selectedIndexes():
                self.model.setData(index, "")
            return True
        return super().eventFilter(watched, event)
