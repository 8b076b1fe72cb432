"""The status line tells how the current cell of money or percents is read."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QStatusTipEvent
from PySide6.QtWidgets import QApplication, QTableView

from dragapp.plan.cell_reading import read_cell
from dragapp.ui.table_model import TableModel


class StatusReading(QObject):
    """Follows the current cell of a table."""

    def __init__(self, view: QTableView, model: TableModel) -> None:
        super().__init__(view)
        self._view, self._model, self._said = view, model, ""
        view.selectionModel().currentChanged.connect(self._tell)
        model.dataChanged.connect(self._tell)

    def _tell(self) -> None:
        index = self._view.currentIndex()
        cell = self._model.cell(index) if index.isValid() else None
        reading = read_cell(cell.column, cell.text) if cell else None
        text = f"{cell.text}   {reading.text}" if cell and reading and reading.text else ""
        if text != self._said:
            self._said = text
            QApplication.sendEvent(self._view, QStatusTipEvent(" ".join(text.split("\n"))))
