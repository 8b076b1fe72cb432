"""The main window: the welcome page or the tabs of a plan, and what the menus do.

What only an open dossier needs is imported where it is used, so that the welcome page shows at
once.
"""

from __future__ import annotations

import gc
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from dragapp import __version__
from dragapp.ui import dialogs, settings, submenus
from dragapp.ui.actions import SPECS, Actions
from dragapp.ui.commands import Commands
from dragapp.ui.doors import Doors
from dragapp.ui.icons import icon
from dragapp.ui.menus import build_menus, build_toolbar
from dragapp.ui.notice import Notices
from dragapp.ui.previewing import Previewing
from dragapp.ui.safety import COMMANDS as SAFETY
from dragapp.ui.safety import Safety
from dragapp.ui.side_lists import SideLists
from dragapp.ui.welcome import Welcome

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

    from dragapp.dossier.dossier import Dossier
    from dragapp.ui.output import Output
    from dragapp.ui.plan_tabs import PlanTabs
    from dragapp.ui.session import Session

TITLE = "Planul anual de acțiune – servicii sociale"
#: The commands that need an open dossier, and those that need one that may be changed.
_OUT = ("pdf", "xlsx", "json", "print", "printing")
_OPEN = ("close", *_OUT, "backup", "restore", "copy_as", "pack", "preview")
_MINE = ("add_plan", "approve", "reopen")


class MainWindow(QMainWindow):
    """Holds at most one open dossier."""

    def __init__(self) -> None:
        super().__init__()
        self.session: Session | None = None
        self.tabs: PlanTabs | None = None
        self._output: Output | None = None
        self.actions_ = Actions(self)
        self.submenus = build_menus(self, self.actions_)
        self._bar = build_toolbar(self, self.actions_)
        self.commands = Commands(self)
        self.doors, self.safety = Doors(self), Safety(self)
        self.previewing = Previewing(self)
        self.welcome, self.notices = Welcome(), Notices()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.welcome)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notices)
        column.addWidget(self._stack, 1)
        self.setCentralWidget(page)
        self.side_lists = SideLists(self)
        self._saved = QLabel()
        self.statusBar().addPermanentWidget(self._saved)
        self.setWindowIcon(icon("app"))
        self._connect()
        self.resize(1280, 720)
        geometry = settings.bytes_of("geometry")
        if geometry is not None:
            self.restoreGeometry(geometry)
        self.show_state()
        self.safety.at_start()

    def _connect(self) -> None:
        acts, doors = self.actions_, self.doors
        acts["new"].triggered.connect(doors.new_plan)
        acts["add_plan"].triggered.connect(doors.add_plan)
        acts["open"].triggered.connect(doors.open_chosen)
        acts["close"].triggered.connect(self.close_dossier)
        acts["quit"].triggered.connect(self.close)
        for name in _OUT:
            acts[name].triggered.connect(lambda _=False, each=name: self._put_out(each))
        acts["undo"].triggered.connect(self._undo)
        acts["redo"].triggered.connect(self._redo)
        acts["about"].triggered.connect(self._about)
        for name in SAFETY:
            acts[name].triggered.connect(lambda _=False, each=name: self.safety.run(each))
        for name, action in acts.items():
            if name in self.commands.names:
                action.triggered.connect(lambda _=False, each=name: self.commands.run(each))
        self.welcome.new_wanted.connect(doors.new_plan)
        self.welcome.open_wanted.connect(doors.open_chosen)
        self.welcome.example_wanted.connect(doors.open_example)
        self.welcome.recent_wanted.connect(lambda path: doors.open_dossier(Path(path)))
        fill: dict[str, partial[None]] = {
            "recent": partial(submenus.fill_recent, open_file=doors.open_dossier),
            "examples": partial(submenus.fill_examples, open_example=doors.open_example),
        }
        for name, each in fill.items():
            self.submenus[name].aboutToShow.connect(partial(each, self.submenus[name]))
        self.submenus["plans"].aboutToShow.connect(self._fill_plans)

    def open_dossier(self, path: Path) -> None:
        """Open a dossier and show its newest plan; tell why where it cannot be opened."""
        self.doors.open_dossier(path)

    def open_example(self, name: str) -> None:
        """Open a fresh copy of an example, kept among the user's documents."""
        self.doors.open_example(name)

    def show_dossier(self, dossier: Dossier) -> None:
        """Show an open dossier in place of the one shown so far."""
        from dragapp.ui.session import Session

        if not self.close_dossier():
            dossier.close()
            return
        self.session = Session(dossier, self)
        self.session.history_changed.connect(self.show_state)
        self.session.plan_replaced.connect(self._show_tabs)
        settings.remember(dossier.path)
        self.safety.opened(self.session)
        self._show_tabs()

    def _show_tabs(self) -> None:
        from dragapp.ui.plan_tabs import PlanTabs

        assert self.session is not None
        here = None
        if self.tabs:
            here = self.tabs.here()
            self.session.undoing.disconnect(self.tabs.show_before)
            self.session.spot_wanted.disconnect(self.tabs.show_after)
            self._stack.removeWidget(self.tabs)
            self.tabs.deleteLater()
        self.tabs = PlanTabs(self.session, self.actions_)
        self.tabs.currentChanged.connect(lambda _: self.commands.enable())
        self.session.undoing.connect(self.tabs.show_before)
        self.session.spot_wanted.connect(self.tabs.show_after)
        self._stack.addWidget(self.tabs)
        self._stack.setCurrentWidget(self.tabs)
        if here and here.plan == self.session.plan.id:
            self.tabs.show_spot(here)
        self.previewing.accompany(self.session, self.tabs)
        self.side_lists.accompany(self.session, self.tabs)
        self.show_state()
        QTimer.singleShot(0, self, _settle_memory)

    def close_dossier(self) -> bool:
        """Store what is typed, close the dossier and show the welcome page.

        Return False where the user stays, because something could not be stored.
        """
        if self.session is None:
            return True
        if not self.session.flush() and not dialogs.ask(
            self,
            "Nesalvat",
            "Ce ați scris ultima dată nu a putut fi salvat; restul este în siguranță în fișier. "
            "Dacă închideți acum, acel text se pierde.",
            "Închide fără el",
        ):
            return False
        self.previewing.leave()
        self.side_lists.leave()
        self.session.close()
        self.safety.closed(self.session.dossier)
        if self.tabs:
            self._stack.removeWidget(self.tabs)
            self.tabs.deleteLater()
        self.session.deleteLater()
        self.session, self.tabs, self._output = None, None, None
        self.notices.drop("saved")
        self.welcome.refresh()
        self._stack.setCurrentWidget(self.welcome)
        self.show_state()
        return True

    def show_plan(self, plan_id: int) -> None:
        """Turn to another plan of the open dossier."""
        if self.session and self.session.flush():
            self.session.show_plan(plan_id)

    def _put_out(self, name: str) -> None:
        """Save or print the plan on screen."""
        from dragapp.ui.output import Output

        if self.session is None:
            return
        if self._output is None:
            self._output = Output(self, self.session)
        self._output.run(name)

    def _undo(self) -> None:
        if self.session:
            self.session.undo()

    def _redo(self) -> None:
        if self.session:
            self.session.redo()

    def _about(self) -> None:
        dialogs.tell_info(
            self,
            "Despre program",
            f"<b>{TITLE}</b><br>versiunea {__version__}<br><br>"
            "Program liber, sub licența GPL versiunea 3 sau ulterioară.<br>"
            "Modelul-cadru: Ordinul ministrului muncii și justiției sociale nr. 1086/2018.",
        )

    def show_state(self) -> None:
        """Bring the title, the menus and the status bar up to date."""
        session, acts = self.session, self.actions_
        for name in ("undo", "redo"):
            known = getattr(session.dossier, f"{name}_name") if session else None
            acts[name].setEnabled(known is not None)
            text = f"{SPECS[name].text}: {known}" if known else SPECS[name].text
            acts[name].setText(text.replace("&", "&&"))
            acts[name].setIconText(SPECS[name].text)
        for name in (*_OPEN, *_MINE):
            acts[name].setEnabled(session is not None)
        approved = session is not None and session.approval is not None
        for name, on in (("approve", not approved), ("reopen", approved)):
            acts[name].setVisible(on)
        for name in _MINE if session and session.dossier.read_only else ():
            acts[name].setEnabled(False)
        self.submenus["plans"].setEnabled(session is not None)
        self._bar.setVisible(session is not None)
        self.statusBar().setVisible(session is not None)
        self.commands.enable()
        if session is None:
            self.setWindowTitle(TITLE)
            return
        plan = session.plan
        place = plan.institution.name or "localitate necompletată"
        self.setWindowTitle(f"{place}, {plan.year} – {session.dossier.path.name} – {TITLE}")
        self._saved.setText(self.safety.state(session))

    def _fill_plans(self) -> None:
        submenus.fill_plans(self.submenus["plans"], self.session, self.show_plan)

    def closeEvent(self, event: QCloseEvent) -> None:
        settings.store().setValue("geometry", self.saveGeometry())
        if self.close_dossier():
            self.safety.at_end()
            super().closeEvent(event)
        else:
            event.ignore()


def _settle_memory() -> None:
    """Exempt what is there to stay from Python's search for garbage.

    Looking through a whole plan and its window again and again would stop the typing for 20 ms at
    a time; now only what is made while working is looked through.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()
