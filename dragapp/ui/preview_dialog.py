"""A dossier in a window of its own, for reading only: what a safety copy holds."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from dragapp.dossier.dossier import Dossier
from dragapp.ui import dialogs
from dragapp.ui.actions import Actions
from dragapp.ui.plan_tabs import PlanTabs
from dragapp.ui.session import Session


class PreviewDialog(QDialog):
    """Shows the plans of a dossier that was opened for reading; the caller closes it."""

    def __init__(self, parent: QWidget, dossier: Dossier, title: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"{title} – numai citire")
        dialogs.give_room(self, 1200, 680)
        self.session = Session(dossier, self)
        self._actions = Actions(self)
        for action in self._actions.values():
            action.setEnabled(False)
        self._plans = QComboBox()
        self._plans.setAccessibleName("Planul")
        for entry in dossier.plans():
            revision = f", modificarea nr. {entry.revision}" if entry.revision else ""
            self._plans.addItem(f"Planul {entry.year}{revision}", entry.id)
        self._plans.activated.connect(self._turn)
        self._plans.setVisible(self._plans.count() > 1)
        head = QHBoxLayout()
        head.addWidget(self._plans)
        head.addStretch(1)
        box = QDialogButtonBox()
        box.addButton("Închide", QDialogButtonBox.ButtonRole.RejectRole)
        box.rejected.connect(self.reject)
        self._column = QVBoxLayout(self)
        self._column.addLayout(head)
        self.tabs = PlanTabs(self.session, self._actions)
        self._column.addWidget(self.tabs, 1)
        self._column.addWidget(box)

    def _turn(self) -> None:
        """Show another plan of the dossier."""
        self.session.show_plan(int(self._plans.currentData()))
        before, self.tabs = self.tabs, PlanTabs(self.session, self._actions)
        self._column.replaceWidget(before, self.tabs)
        before.deleteLater()

    def done(self, result: int) -> None:
        self.session.closed = True
        super().done(result)
