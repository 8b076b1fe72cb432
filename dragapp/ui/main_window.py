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

from dragapp.ui import dialogs, last_place, recent, settings, submenus
from dragapp.ui.actions import SPECS, Actions
from dragapp.ui.aspect_menu import fill_aspect
from dragapp.ui.commands import Commands
from dragapp.ui.doors import Doors
from dragapp.ui.helping import ABOUT, BEGIN, Helping
from dragapp.ui.look import look
from dragapp.ui.menus import build_menus, build_toolbar
from dragapp.ui.notice import Notices
from dragapp.ui.previewing import Previewing
from dragapp.ui.safety import COMMANDS as SAFETY
from dragapp.ui.safety import Safety
from dragapp.ui.side_lists import SideLists
from dragapp.ui.spelling_commands import SpellingCommands
from dragapp.ui.welcome import Welcome
from dragapp.ui.wheel import zooms

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QWheelEvent
    from PySide6.QtWidgets import QMenu

    from dragapp.dossier.dossier import Dossier
    from dragapp.ui.output import Output
    from dragapp.ui.plan_tabs import PlanTabs
    from dragapp.ui.session import Session

TITLE = "Planul anual de acțiune – servicii sociale"
#: The commands that need an open dossier, and those that need one that may be changed.
_OUT = ("pdf", "xlsx", "json", "print", "printing")
_OPEN = (
    "close",
    *_OUT,
    "backup",
    "restore",
    "copy_as",
    "pack",
    "todo",
    "preview",
    "act",
    "own_lists",
)
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
        self.previewing, self.helping = Previewing(self), Helping(self)
        self.spelling_commands = SpellingCommands(self)
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
        self._connect()
        self.resize(1280, 720)
        for key, take in (("geometry", self.restoreGeometry), ("bars", self.restoreState)):
            kept = settings.bytes_of(key)
            if kept is not None:
                take(kept)
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
        for name, zoom in (
            ("zoom_in", partial(look().zoom_by, 1)),
            ("zoom_out", partial(look().zoom_by, -1)),
            ("zoom_reset", partial(look().set_zoom, 100)),
        ):
            acts[name].triggered.connect(lambda _=False, act=zoom: act())
        acts["help"].triggered.connect(self.helping.show_here)
        acts["about"].triggered.connect(lambda: self.helping.show_page(ABOUT))
        self.welcome.help_wanted.connect(lambda: self.helping.show_page(BEGIN))
        acts["act"].triggered.connect(self._insert_act)
        acts["own_lists"].triggered.connect(self._edit_lists)
        acts["shortcuts"].triggered.connect(self._shortcuts)
        for name in SAFETY:
            acts[name].triggered.connect(lambda _=False, each=name: self.safety.run(each))
        for name, action in acts.items():
            if name in self.commands.names:
                action.triggered.connect(lambda _=False, each=name: self.commands.run(each))
        self.welcome.new_wanted.connect(doors.new_plan)
        self.welcome.open_wanted.connect(doors.open_chosen)
        self.welcome.example_wanted.connect(doors.open_example)
        self.welcome.recent_wanted.connect(lambda path: doors.open_dossier(Path(path)))
        fill: dict[str, Callable[[QMenu], None]] = {
            "recent": partial(submenus.fill_recent, open_file=doors.open_dossier),
            "aspect": fill_aspect,
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
        from dragapp.ui.office_lists import office_lists
        from dragapp.ui.session import Session

        if not self.close_dossier():
            dossier.close()
            return
        self.session = Session(dossier, self)
        # Read with the plan: no cell may wait for a file that is busy then.
        office_lists(self.session)
        self.session.history_changed.connect(self.show_state)
        self.session.plan_replaced.connect(self._show_tabs)
        settings.remember(dossier.path)
        recent.describe(dossier.path, self.session.plan)
        self.spelling_commands.opened(self.session)
        self.safety.opened(self.session)
        self._show_tabs()

    def _show_tabs(self) -> None:
        from dragapp.ui.plan_tabs import PlanTabs

        assert self.session is not None
        identity, plan = self.session.dossier.identity, self.session.plan.id
        # Whether one may paste can be otherwise now.
        self.notices.drop("clipboard")
        if self.tabs:
            self._keep_place()
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
        # Else a notice's button might get it from the welcome page, and an Enter with it.
        self.tabs.setFocus()
        here = last_place.kept(identity, plan)
        if here:
            self.tabs.show_spot(here)
        self.tabs.moved.connect(self._keep_place)
        self.previewing.accompany(self.session, self.tabs)
        self.side_lists.accompany(self.session, self.tabs)
        self.show_state()
        QTimer.singleShot(0, self, _settle_memory)

    def _keep_place(self) -> None:
        """Note where the user is, and in what plan, for the next time."""
        if self.session and self.tabs:
            last_place.keep(self.session.dossier.identity, self.tabs.here())
            recent.describe(self.session.dossier.path, self.session.plan)

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
        self._keep_place()
        self.commands.leave_row()
        self.previewing.leave()
        self.spelling_commands.closed()
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
        self.commands.leave_row()
        if self._output is None:
            self._output = Output(self, self.session)
        self._output.run(name)

    def _undo(self) -> None:
        if self.session:
            self.session.undo()

    def _redo(self) -> None:
        if self.session:
            self.session.redo()

    def _insert_act(self) -> None:
        from dragapp.ui.act_inserting import insert_act

        if self.session:
            insert_act(self, self.session, self.commands.where())

    def _edit_lists(self) -> None:
        from dragapp.ui.office_lists import office_lists
        from dragapp.ui.own_lists_dialog import edit_own_lists

        if self.session and self.session.flush():
            edit_own_lists(self, office_lists(self.session))

    def _shortcuts(self) -> None:
        from dragapp.ui.shortcuts_dialog import ShortcutsDialog

        ShortcutsDialog(self).exec()

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

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not zooms(event):
            super().wheelEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        settings.store().setValue("geometry", self.saveGeometry())
        settings.store().setValue("bars", self.saveState())
        if self.close_dossier():
            self.helping.close()
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
