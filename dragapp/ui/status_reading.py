"""The status line tells how the current cell of money or percents is read."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QStatusTipEvent
from PySide6.QtWidgets import QApplication, QTableView

from dragapp.plan.cell_reading import read_cell
from dragapp.ui.table_model import TableModel


class StatusReading(QObject):
    """Follows the current cell of a table, as long as the table is looked at."""

    def __init__(self, view: QTableView, model: TableModel) -> None:
        super().__init__(view)
        self._view, self._model, self._said = view, model, ""
        self._window = view.window()
        view.selectionModel().currentChanged.connect(self._tell)
        model.dataChanged.connect(self._tell)
        view.installEventFilter(self)

    def _tell(self) -> None:
        index = self._view.currentIndex()
        # A cell left open is stored when its tab is left, and has nothing to tell any more.
        seen = index.isValid() and self._view.isVisible()
        cell = self._model.cell(index) if seen else None
        reading = read_cell(cell.column, cell.text) if cell else None
        self._say(f"{cell.text}   {reading.text}" if cell and reading and reading.text else "")

    def _say(self, text: str) -> None:
        if text != self._said:
            self._said, self._window = text, self._view.window()
            QApplication.sendEvent(self._window, QStatusTipEvent(" ".join(text.split("\n"))))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Hide and self._said:
            self._said = ""
            QApplication.sendEvent(self._window, QStatusTipEvent(""))
        elif event.type() == QEvent.Type.Show:
            self._tell()
        return super().eventFilter(watched, event)
