"""What a user does to very many places at once: finding, replacing, copying and pasting."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from dragapp.ui.main_window import MainWindow
from dragapp.ui.table_editor import TableEditor
from tests.bench.pause import Doing, longest, one_by_one, press

_ROWS, _WALKED = 500, 20
_MEASURE = "Obiectiv nou\t\tDirecția {0}\tMăsura nouă {0}\tNr. vizite {0}\tbuget local"
_COURSE = "Personal nou {0}\t{0} persoane\t1.{0:03}"


class AtSize:
    """Does each of it once, in the plan that a window shows."""

    def __init__(self, window: MainWindow, turn: Callable[[str], TableEditor]) -> None:
        self._window, self._turn = window, turn

    def work(self) -> dict[str, float]:
        """Return the pauses; the plan is as it was before."""
        return {**self._walking(), **self._finding(), **self._pasting()}

    def _walking(self) -> dict[str, float]:
        table = self._turn("objectives-matrix")
        table.view.setCurrentIndex(table.model.index(1, 2))
        table.view.setFocus()
        tab = longest(one_by_one(_WALKED, lambda: press(table.view, Qt.Key.Key_Tab)))
        found = {"walk twenty cells with Tab": tab}
        found["show what is to be filled in"] = longest(self._doing("todo"))
        found["hide it"] = longest(self._doing("todo"))
        found["zoom in by a step"] = longest(lambda: self._wheel(table, 120))
        found["zoom out by a step"] = longest(lambda: self._wheel(table, -120))
        return found

    def _finding(self) -> dict[str, float]:
        found = {"open the search": longest(self._doing("replace"))}
        finding = self._window.side_lists.finding
        assert finding
        panel = finding.panel
        panel.sought.clear()
        letters = iter("servicii")
        found["type a word to look for"] = longest(
            one_by_one(8, lambda: press(panel.sought, Qt.Key.Key_unknown, next(letters)))
        )
        found["go to the next place"] = longest(self._doing("find_next"))
        panel.by.setText("activități")
        found["replace a thousand places"] = longest(panel.all.click)
        found["undo of replacing"] = longest(self._doing("undo"))
        panel.sought.clear()
        found["look for one letter"] = longest(lambda: press(panel.sought, Qt.Key.Key_unknown, "s"))
        found["erase it"] = longest(panel.sought.clear)
        self._window.side_lists.hide_all()
        return found

    def _pasting(self) -> dict[str, float]:
        table = self._turn("objectives-matrix")
        self._choose(table, min(_ROWS, table.model.rowCount()))
        found = {"copy all rows of the matrix": longest(self._doing("copy"))}
        for name, top, text in (
            ("the matrix", "objectives-matrix", _MEASURE),
            ("the trainings", "chapter-3", _COURSE),
        ):
            table = self._turn(top)
            before = table.model.rowCount()
            table.view.setCurrentIndex(QModelIndex())
            table.view.clearSelection()
            table.view.setFocus()
            lines = (text.format(number) for number in range(_ROWS))
            QApplication.clipboard().setText("\n".join(lines))
            found[f"paste 500 rows into {name}"] = longest(self._doing("paste"))
            self._end()
            assert table.model.rowCount() >= before + _ROWS
            found[f"undo of pasting into {name}"] = longest(self._doing("undo"))
            self._end()
            assert table.model.rowCount() == before
        return found

    def _end(self) -> None:
        """See that slices which the measure took for calm are done."""
        assert self._window.session
        self._window.session.flush()

    def _doing(self, name: str) -> Doing:
        return self._window.actions_[name].trigger

    def _choose(self, table: TableEditor, rows: int) -> None:
        model, marks = table.model, table.view.selectionModel()
        last = model.index(rows - 1, model.columnCount() - 1)
        area = QItemSelection(model.index(0, 0), last)
        marks.select(area, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        table.view.setFocus()

    def _wheel(self, table: TableEditor, by: int) -> None:
        place = QPointF(50, 50)
        event = QWheelEvent(
            place,
            table.view.viewport().mapToGlobal(place),
            QPoint(),
            QPoint(0, by),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.ControlModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(table.view.viewport(), event)
