"""Pictures of what is offered in open cells, of sums, of legal acts and of the own lists."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from dragapp.plan.acts import Act, ActKind
from dragapp.plan.own_lists import OwnCode, OwnLists
from dragapp.ui.act_dialog import ActDialog
from dragapp.ui.act_form import ActForm
from dragapp.ui.main_window import MainWindow
from dragapp.ui.office_lists import office_lists
from dragapp.ui.own_lists_dialog import OwnListsDialog
from dragapp.ui.table_view import TableView

_LISTS = OwnLists(
    [OwnCode("8899 CZ-VS-I", "Centre de asistență integrată", source="Legea nr. 217/2003")],
    [Act(ActKind.LOCAL_DECISION, "15", 2020, title="privind strategia serviciilor sociale")],
    ["Parohia Sfântul Nicolae", "Crucea Roșie, filiala Neamț"],
    ["Donații și sponsorizări"],
    ["DGASPC"],
)


@dataclass
class PickerShots:
    """Takes the pictures in a window on the plan of Piatra Neamț, which is changed by it."""

    window: MainWindow
    take: Callable[..., None]
    go: Callable[[str], None]

    def all(self) -> None:
        """Take them all."""
        self.window.activateWindow()
        self._cell("existing-services", "code", "batrani")
        QTest.keyClick(self._focus(), Qt.Key.Key_Down)
        self.take("offers-codes")
        self._leave()
        self._cell("existing-services", "local-budget", "12.5o0")
        self.take("sum-unread")
        QTest.keyClick(self._focus(), Qt.Key.Key_Tab)
        self._type("12500,5 (2%/POCU)")
        self.take("sum-read")
        self._leave()
        self._cell("information-campaigns", "period", "")
        QTest.keyClick(self._focus(), Qt.Key.Key_F2)
        QTest.keyClick(self._focus(), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        self.take("offers-periods")
        self._leave()
        assert self.window.session is not None
        lists = office_lists(self.window.session)
        lists.replace(_LISTS)
        acts = ActDialog(self.window, lists, "Inserează")
        self._dialog("dialog-act", acts)
        acts.search.setText("legea asistentei sociale")
        self._dialog("dialog-act-found", acts)
        self._dialog("dialog-act-new", ActForm(self.window, "HG 12/2024"))
        own = OwnListsDialog(self.window, lists)
        for place in range(3):
            own.tabs.setCurrentIndex(place)
            self._dialog(f"dialog-own-lists-{place}", own)

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self.window

    def _leave(self) -> None:
        for _ in range(2):
            QTest.keyClick(self._focus(), Qt.Key.Key_Escape)

    def _cell(self, section: str, column: str, text: str) -> None:
        self.go(section)
        view = self._focus()
        assert isinstance(view, TableView)
        model = view.model()
        rows = range(model.rowCount())
        cells = [model.index(row, each) for row in rows for each in range(model.columnCount())]
        there = (each for each in cells if _column(view, each) == column)
        view.setCurrentIndex(next(there))
        self._type(text)

    def _type(self, text: str) -> None:
        for letter in text:
            press = QKeyEvent(
                QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter
            )
            QApplication.sendEvent(self._focus(), press)

    def _dialog(self, name: str, dialog: QDialog) -> None:
        dialog.show()
        self.take(name, dialog)
        dialog.hide()


def _column(view: TableView, index: object) -> str:
    cell = view._model.cell(index)  # type: ignore[arg-type]
    return cell.column.key if cell and cell.node else ""
