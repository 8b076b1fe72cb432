"""The dock *De completat* of one window: the list of what is and what is not yet filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDockWidget

from dragapp.ui import settings

if TYPE_CHECKING:
    from dragapp.ui.completeness_list import CompletenessList
    from dragapp.ui.main_window import MainWindow
    from dragapp.ui.plan_tabs import PlanTabs
    from dragapp.ui.session import Session

#: The dock's width at first.
_WIDTH = 270


class ListDock(QDockWidget):
    """Holds a list; `closed` asks to be hidden."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__("De completat")
        self.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetClosable)
        self.setAllowedAreas(
            Qt.DockWidgetArea.LeftDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea
        )
        # The window's own menu of its bars would hide it without telling anyone.
        self.toggleViewAction().setVisible(False)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.closed.emit()


class Completing(QObject):
    """Shows and hides the dock; while it is hidden, nothing of it is there but its command."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.dock: ListDock | None = None
        self.list: CompletenessList | None = None
        self._session: Session | None = None
        self._tabs: PlanTabs | None = None
        self._action = window.actions_["todo"]
        self._action.setChecked(settings.store().value("todo/shown") == "1")
        self._action.triggered.connect(self._asked)

    def accompany(self, session: Session, tabs: PlanTabs) -> None:
        """Go along with the tabs of a plan, which were just made."""
        if session is not self._session:
            self.leave()
        self._session, self._tabs = session, tabs
        if self._action.isChecked() and self.dock is None:
            self._show()

    def leave(self) -> None:
        """Show nothing: the dossier is closed."""
        self._hide()
        self._session = self._tabs = None

    def _asked(self, on: bool) -> None:
        settings.store().setValue("todo/shown", "1" if on else "0")
        if on:
            self._show()
            self.stand()
        else:
            self._hide()

    def stand(self) -> None:
        """Stand in the list."""
        if self.list:
            self.list.view.setFocus()

    def _show(self) -> None:
        from dragapp.ui.completeness_list import CompletenessList

        if self._session is None or self.dock:
            return
        self.list = CompletenessList(self._session)
        self.list.chosen.connect(self._go_into)
        self.list.decision_chosen.connect(self._go_to_decision)
        self.dock = dock = ListDock()
        dock.closed.connect(self._action.trigger)
        dock.setWidget(self.list)
        window = self._window
        window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
        width = settings.number("todo/width", _WIDTH)
        window.resizeDocks([dock], [min(width, window.width() // 3)], Qt.Orientation.Horizontal)

    def _hide(self) -> None:
        dock, focus = self.dock, self._window.focusWidget()
        if dock is None:
            return
        settings.store().setValue("todo/width", dock.width())
        if focus and self._tabs and dock.isAncestorOf(focus):
            (self._tabs.focusWidget() or self._tabs).setFocus()
        self.dock = self.list = None
        self._window.removeDockWidget(dock)
        dock.deleteLater()

    def _go_into(self, section: str) -> None:
        if self._tabs:
            self._tabs.go_into(section)

    def _go_to_decision(self) -> None:
        if self._tabs:
            self._tabs.setCurrentIndex(self._tabs.count() - 1)
