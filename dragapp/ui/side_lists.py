"""The lists at the left edge of one window: the search and what is still to be filled in.

They are made when they are first asked for, and made anew for every plan; what only they need is
imported then, so that the welcome page shows at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

from dragapp.ui import settings
from dragapp.ui.button import Button
from dragapp.ui.look import scaled, unscaled

if TYPE_CHECKING:
    from dragapp.ui.finding import Finding
    from dragapp.ui.main_window import MainWindow
    from dragapp.ui.plan_tabs import PlanTabs
    from dragapp.ui.session import Session
    from dragapp.ui.side_dock import SideDock

COMMANDS = ("find", "replace", "find_next", "find_previous", "todo")
#: The width of both lists, in pixels at 100 %.
_KEPT_WIDTH = "lists/width"
#: How long after a change the state of the plan is told anew, in milliseconds.
_MOMENT = 400


class SideLists(QObject):
    """Shows and hides the two lists of a window, and says in its status bar how far the plan is."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session: Session | None = None
        self._tabs: PlanTabs | None = None
        self._docks: dict[str, SideDock] = {}
        self.finding: Finding | None = None
        self.state = Button()
        self.state.setFlat(True)
        self.state.setToolTip("Arată ce mai este de completat (F8)")
        self.state.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.state.clicked.connect(lambda: self.show_todo(on=True))
        window.statusBar().addPermanentWidget(self.state)
        self._soon = QTimer(self, singleShot=True, interval=_MOMENT)
        self._soon.timeout.connect(self._tell_state)
        for name in COMMANDS:
            action = window.actions_[name]
            if name == "todo":
                action.setChecked(settings.number("todo/shown", 0) == 1)
                action.triggered.connect(lambda on: self.show_todo(on=on))
            else:
                action.triggered.connect(lambda _=False, each=name: self.run(each))
            action.setEnabled(False)

    def accompany(self, session: Session, tabs: PlanTabs) -> None:
        """Go along with the tabs of a plan, which were just made."""
        shown = [name for name, dock in self._docks.items() if not dock.isHidden()]
        if not self._docks and self._window.actions_["todo"].isChecked():
            shown = ["todo"]
        sought = self.finding.panel.sought.text() if self.finding else ""
        self.leave()
        self._session, self._tabs = session, tabs
        session.changed.connect(self._soon.start)
        for name in COMMANDS:
            self._window.actions_[name].setEnabled(True)
        self._tell_state()
        for name in shown:
            self._show(name)
        if sought and self.finding:
            self.finding.panel.sought.setText(sought)

    def leave(self) -> None:
        """Show nothing: the plan is left."""
        for name, dock in self._docks.items():
            self._put_away(name)
            self._window.removeDockWidget(dock)
            dock.deleteLater()
        self._docks.clear()
        if self._session and not self._session.closed:
            self._session.changed.disconnect(self._soon.start)
        self._soon.stop()
        self.finding = self._session = self._tabs = None
        self.state.setText("")
        for name in COMMANDS:
            self._window.actions_[name].setEnabled(False)

    def run(self, name: str) -> None:
        """Carry out a command of the search."""
        if self._session is None:
            return
        fresh = "find" not in self._docks or self._docks["find"].isHidden()
        finding = self._found()
        if name in ("find", "replace"):
            finding.panel.replacing.setVisible(name == "replace")
            # Read before the dock takes the focus.
            finding.propose()
            self._show("find")
            finding.panel.sought.setFocus()
        elif fresh and not finding.panel.sought.text():
            self.run("find")
        else:
            finding.step(1 if name == "find_next" else -1)

    @property
    def todo(self) -> QWidget | None:
        """The list of what is to be filled in, where it is shown."""
        dock = self._docks.get("todo")
        return None if dock is None or dock.isHidden() else dock.widget()

    def show_todo(self, *, on: bool) -> None:
        """Show or hide what is still to be filled in; who has it shown stands in it."""
        settings.store().setValue("todo/shown", int(on))
        if self._session is None:
            return
        if on:
            self._show("todo")
            self._docks["todo"].widget().setFocus()
        elif "todo" in self._docks:
            self._hide("todo")

    def _found(self) -> Finding:
        """Return the search, made when it is first asked for."""
        if self.finding is None:
            from dragapp.ui.finding import Finding
            from dragapp.ui.finding_panel import FindingPanel

            assert self._session is not None
            assert self._tabs is not None
            panel = FindingPanel()
            self.finding = Finding(panel, self._session, self._tabs)
            self._dock("find", "Caută și înlocuiește", panel)
        return self.finding

    def _dock(self, name: str, title: str, inside: QWidget) -> None:
        from dragapp.ui.side_dock import SideDock

        dock = SideDock(title, inside)
        dock.setObjectName(name)
        dock.closed.connect(lambda: self._closed(name))
        dock.hide()
        self._window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
        self._docks[name] = dock

    def _show(self, name: str) -> None:
        from dragapp.ui.side_dock import WIDTH

        if name == "find":
            self._found()
        elif name not in self._docks:
            self._dock("todo", "Ce mai este de completat", self._completeness())
        for other in self._docks:
            if other != name:
                self._put_away(other)
        dock = self._docks[name]
        self._window.actions_["todo"].setChecked(name == "todo")
        if dock.isHidden():
            dock.show()
            width = scaled(settings.number(_KEPT_WIDTH, WIDTH))
            width = min(width, self._window.width() * 3 // 10)
            self._window.resizeDocks([dock], [width], Qt.Orientation.Horizontal)

    def _completeness(self) -> QWidget:
        from dragapp.ui.completeness_list import CompletenessList

        assert self._session is not None
        made = CompletenessList(self._session)
        made.chosen.connect(self._go_into)
        made.decision_chosen.connect(self._go_to_decision)
        return made

    def _go_into(self, section: str) -> None:
        if self._tabs:
            self._tabs.go_into(section)

    def _go_to_decision(self) -> None:
        from dragapp.dossier.step import Spot
        from dragapp.ui.decision_page import DecisionPage

        if self._session and self._tabs:
            self._tabs.show_spot(Spot(self._session.plan.id, part=DecisionPage.part))

    def hide_all(self) -> None:
        """Hide what is shown."""
        for name in self._docks:
            self._hide(name)

    def _closed(self, name: str) -> None:
        if name == "todo":
            self.show_todo(on=False)
        else:
            self._hide(name)

    def _hide(self, name: str) -> None:
        """Hide a list and go back to where one was."""
        focus = self._window.focusWidget()
        inside = focus is not None and self._docks[name].isAncestorOf(focus)
        if inside and self._tabs:
            (self._tabs.focusWidget() or self._tabs).setFocus()
        self._put_away(name)
        if name == "todo":
            self._window.actions_["todo"].setChecked(False)

    def _put_away(self, name: str) -> None:
        """Hide a list, noting how wide the user has made it."""
        dock = self._docks[name]
        if dock.isVisible():
            settings.store().setValue(_KEPT_WIDTH, unscaled(dock.width()))
        dock.hide()

    def _tell_state(self) -> None:
        if self._session and not self._session.closed:
            from dragapp.plan.completeness import completeness
            from dragapp.ui.tab_states import show_states

            now = completeness(self._session.plan)
            self.state.setText(now.summary())
            if self._tabs:
                show_states(self._tabs, now)
