"""The main window: the welcome page or the tabs of a plan, and what the menus do.

What only an open dossier needs is imported where it is used, so that the welcome page shows at
once.
"""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QMainWindow, QMenu, QStackedWidget

from dragapp import __version__
from dragapp.errors import DragappError, cause, named
from dragapp.examples import example, example_names
from dragapp.ui import dialogs, files, settings
from dragapp.ui.actions import SPECS, Actions
from dragapp.ui.commands import Commands
from dragapp.ui.icons import icon
from dragapp.ui.menus import build_menus, build_toolbar
from dragapp.ui.welcome import EXAMPLES, Welcome

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

    from dragapp.dossier.dossier import Dossier
    from dragapp.plan.plan import Institution, Plan
    from dragapp.ui.plan_tabs import PlanTabs
    from dragapp.ui.session import Session

TITLE = "Planul anual de acțiune – servicii sociale"


class MainWindow(QMainWindow):
    """Holds at most one open dossier."""

    def __init__(self) -> None:
        super().__init__()
        self.session: Session | None = None
        self.tabs: PlanTabs | None = None
        self.actions_ = Actions(self)
        self.submenus = build_menus(self, self.actions_)
        self._bar = build_toolbar(self, self.actions_)
        self.commands = Commands(self)
        self.welcome = Welcome()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.welcome)
        self.setCentralWidget(self._stack)
        self._saved = QLabel()
        self.statusBar().addPermanentWidget(self._saved)
        self.setWindowIcon(icon("app"))
        self._connect()
        self.resize(1280, 720)
        geometry = settings.bytes_of("geometry")
        if geometry is not None:
            self.restoreGeometry(geometry)
        self._show_state()

    def _connect(self) -> None:
        acts = self.actions_
        acts["new"].triggered.connect(self.new_plan)
        acts["add_plan"].triggered.connect(self.add_plan)
        acts["open"].triggered.connect(self._open_chosen)
        acts["close"].triggered.connect(self.close_dossier)
        acts["quit"].triggered.connect(self.close)
        for kind in ("pdf", "xlsx", "json"):
            acts[kind].triggered.connect(lambda _=False, each=kind: self.export(each))
        acts["undo"].triggered.connect(self._undo)
        acts["redo"].triggered.connect(self._redo)
        acts["about"].triggered.connect(self._about)
        for name, action in acts.items():
            if name in self.commands.names:
                action.triggered.connect(lambda _=False, each=name: self.commands.run(each))
        self.welcome.new_wanted.connect(self.new_plan)
        self.welcome.open_wanted.connect(self._open_chosen)
        self.welcome.example_wanted.connect(self.open_example)
        self.welcome.recent_wanted.connect(lambda path: self.open_dossier(Path(path)))
        self.submenus["recent"].aboutToShow.connect(self._fill_recent)
        self.submenus["examples"].aboutToShow.connect(self._fill_examples)
        self.submenus["plans"].aboutToShow.connect(self._fill_plans)

    def open_dossier(self, path: Path) -> None:
        """Open a dossier and show its newest plan; tell why where it cannot be opened."""
        from dragapp.dossier.dossier import Dossier

        try:
            dossier = Dossier.open(path)
        except DragappError as error:
            dialogs.tell(self, "Fișierul nu a fost deschis", str(error))
            self.welcome.refresh()
            return
        self.show_dossier(dossier)

    def show_dossier(self, dossier: Dossier) -> None:
        """Show an open dossier in place of the one shown so far."""
        from dragapp.ui.session import Session

        if not self.close_dossier():
            dossier.close()
            return
        self.session = Session(dossier, self)
        self.session.history_changed.connect(self._show_state)
        self.session.plan_replaced.connect(self._show_tabs)
        settings.remember(dossier.path)
        self._show_tabs()

    def _show_tabs(self) -> None:
        from dragapp.ui.plan_tabs import PlanTabs

        assert self.session is not None
        if self.tabs:
            self.session.spot_wanted.disconnect(self.tabs.show_spot)
            self._stack.removeWidget(self.tabs)
            self.tabs.deleteLater()
        self.tabs = PlanTabs(self.session, self.actions_)
        self.tabs.currentChanged.connect(lambda _: self.commands.enable())
        self.session.spot_wanted.connect(self.tabs.show_spot)
        self._stack.addWidget(self.tabs)
        self._stack.setCurrentWidget(self.tabs)
        self._show_state()
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
        self.session.close()
        if self.tabs:
            self._stack.removeWidget(self.tabs)
            self.tabs.deleteLater()
        self.session.deleteLater()
        self.session, self.tabs = None, None
        self.welcome.refresh()
        self._stack.setCurrentWidget(self.welcome)
        self._show_state()
        return True

    def _open_chosen(self) -> None:
        path = files.ask_open(self)
        if path:
            self.open_dossier(path)

    def new_plan(self) -> None:
        """Make a plan from the current form in a new dossier."""
        plan = self._asked()
        if plan is None:
            return
        path = files.ask_new(self, f"Servicii sociale {plan.institution.name}")
        if path:
            self._create(path, plan)

    def _asked(
        self, institution: Institution | None = None, taken: frozenset[int] = frozenset()
    ) -> Plan | None:
        """Ask for what a new plan begins with and make it; None where the user gives up."""
        from PySide6.QtWidgets import QDialog

        from dragapp.forms import current_form
        from dragapp.ui.new_plan_dialog import NewPlanDialog

        dialog = NewPlanDialog(self, institution, taken)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return None
        return current_form().new_plan(dialog.institution(), dialog.year.value())

    def _create(self, path: Path, plan: Plan) -> None:
        from dragapp.dossier.dossier import Dossier

        try:
            dossier = Dossier.create(path, plan)
        except DragappError as error:
            dialogs.tell(self, "Planul nu a fost creat", str(error))
            return
        self.show_dossier(dossier)

    def add_plan(self) -> None:
        """Make a plan for another year in the open dossier."""
        if self.session is None:
            return
        if not self.session.flush():
            return
        years = frozenset(entry.year for entry in self.session.dossier.plans())
        plan = self._asked(self.session.dossier.institution(), years)
        if plan is None:
            return
        with self.session.act(f"adaugă planul {plan.year}") as edit:
            made = edit.add_plan(plan)
        self.show_plan(made)

    def show_plan(self, plan_id: int) -> None:
        """Turn to another plan of the open dossier."""
        if self.session and self.session.flush():
            self.session.show_plan(plan_id)
            self._show_tabs()

    def open_example(self, name: str) -> None:
        """Open a fresh copy of an example, kept among the user's documents."""
        from dragapp.dossier.dossier import Dossier

        folder = settings.documents() / "Planuri servicii sociale" / "Exemple"
        try:
            plan = example(name)
            folder.mkdir(parents=True, exist_ok=True)
            dossier = Dossier.create(files.fresh(folder, name, files.SUFFIX), plan)
        except DragappError as error:
            dialogs.tell(self, "Exemplul nu a fost deschis", str(error))
            return
        except OSError as error:
            text = f"Folderul {named(folder)} nu a putut fi făcut: {cause(error)}."
            dialogs.tell(self, "Exemplul nu a fost deschis", text)
            return
        self.show_dossier(dossier)

    def export(self, kind: str) -> None:
        """Export the plan to a file of that kind."""
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        from dragapp.ui.export_job import export_plan

        if self.session is None or not self.session.flush():
            return
        path = files.ask_export(self, self.session.plan, kind)
        if path and export_plan(self, self.session.plan, kind, path):
            settings.store().setValue("folder", str(path.parent))
            self.statusBar().showMessage(f"Salvat: {path}", 8000)
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

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

    def _show_state(self) -> None:
        """Bring the title, the menus and the status bar up to date."""
        session = self.session
        for name in ("undo", "redo"):
            known = getattr(session.dossier, f"{name}_name") if session else None
            action = self.actions_[name]
            action.setEnabled(known is not None)
            text = f"{SPECS[name].text}: {known}" if known else SPECS[name].text
            action.setText(text.replace("&", "&&"))
            action.setIconText(SPECS[name].text)
        for name in ("close", "pdf", "xlsx", "json", "add_plan"):
            self.actions_[name].setEnabled(session is not None)
        if session:
            self.actions_["add_plan"].setEnabled(not session.read_only)
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
        saved = "Toate modificările sunt salvate"
        if session.read_only:
            saved = "Numai citire: fișierul nu poate fi schimbat"
        elif session.unsaved:
            saved = "Ultima modificare NU este salvată"
        self._saved.setText(saved)

    def _fill_recent(self) -> None:
        menu = self.submenus["recent"]
        menu.clear()
        for path in settings.recent():
            action = menu.addAction(f"{path.stem}  –  {path.parent}".replace("&", "&&"))
            action.setEnabled(path.exists())
            action.triggered.connect(lambda _=False, each=path: self.open_dossier(each))
        _say_empty(menu)

    def _fill_examples(self) -> None:
        menu = self.submenus["examples"]
        menu.clear()
        for name in example_names():
            action = menu.addAction(EXAMPLES.get(name, name))
            action.triggered.connect(lambda _=False, each=name: self.open_example(each))
        _say_empty(menu)

    def _fill_plans(self) -> None:
        menu = self.submenus["plans"]
        menu.clear()
        if self.session is None:
            return
        for entry in self.session.dossier.plans():
            name = f"Planul {entry.year}"
            if entry.revision:
                name += f", modificarea nr. {entry.revision}"
            action = menu.addAction(name)
            action.setCheckable(True)
            action.setChecked(entry.id == self.session.plan.id)
            action.triggered.connect(lambda _=False, each=entry.id: self.show_plan(each))

    def closeEvent(self, event: QCloseEvent) -> None:
        settings.store().setValue("geometry", self.saveGeometry())
        if self.close_dossier():
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


def _say_empty(menu: QMenu) -> None:
    if not menu.actions():
        menu.addAction("(niciunul)").setEnabled(False)
