"""The ways into a dossier: open one, make one, take an example, add a plan to the open one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from dragapp.errors import DragappError, NotADossier, cause, named
from dragapp.examples import example
from dragapp.ui import dialogs, files, settings

if TYPE_CHECKING:
    from dragapp.plan.plan import Institution, Plan
    from dragapp.ui.main_window import MainWindow
    from dragapp.ui.new_plan_dialog import NewPlanDialog

#: What a new plan is worked on with, and how wide a window has room for it beside the editors: the
#: list of what is still to be completed, and the pages.
_BESIDE = {"todo": 0, "preview": 1150}


class Doors(QObject):
    """Opens and makes dossiers for one window, and tells why where it cannot."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window = window

    def open_chosen(self) -> None:
        """Ask which dossier to open."""
        path = files.ask_open(self.window)
        if path:
            self.open_dossier(path)

    def open_dossier(self, path: Path, *, paused: bool = False) -> None:
        """Open a dossier and show its newest plan; tell why where it cannot be opened.

        `paused` makes no safety copies by themselves.
        """
        from dragapp.dossier.dossier import Dossier

        window = self.window
        shown = window.session.dossier if window.session else None
        # To open it anew is how the user gets out of "opened for reading only".
        if shown and same_file(shown.path, path) and not shown.read_only:
            return
        try:
            dossier = Dossier.open(path, copies=settings.copies_folder(), paused=paused)
        except NotADossier as error:
            from dragapp.ui.damage import offer_help

            offer_help(window, path, str(error))
        except DragappError as error:
            dialogs.tell(window, "Fișierul nu a fost deschis", str(error))
        else:
            window.show_dossier(dossier)
        window.welcome.refresh()

    def new_plan(self) -> None:
        """Make a plan from the current form in a new dossier."""
        from PySide6.QtWidgets import QDialog

        dialog = self._dialog()
        # What was answered is there again where no file was chosen or none could be made.
        while dialog.exec() == QDialog.DialogCode.Accepted:
            plan, first = dialog.plan(), dialog.begins()
            path = files.ask_new(self.window, f"Servicii sociale {plan.institution.name}")
            if path and self._create(path, plan, "Planul nu a fost creat"):
                self._begin(first)
                break
        dialog.deleteLater()

    def add_plan(self) -> None:
        """Make a plan for another year in the open dossier."""
        from PySide6.QtWidgets import QDialog

        session = self.window.session
        if session is None or not session.flush():
            return
        years = frozenset(entry.year for entry in session.dossier.plans())
        dialog = self._dialog(session.dossier.institution(), years)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        if not accepted:
            return
        plan, first = dialog.plan(), dialog.begins()
        with session.act(f"adaugă planul {plan.year}") as edit:
            made = edit.add_plan(plan)
        self.window.show_plan(made)
        self._begin(first)

    def _begin(self, first: str) -> None:
        """Show a new plan with its list and its pages, where the first table is to be filled in."""
        acts, tabs = self.window.actions_, self.window.tabs
        assert tabs is not None
        for name, least in _BESIDE.items():
            if not acts[name].isChecked() and self.window.width() >= least:
                acts[name].trigger()
        if first:
            tabs.go_into(first)
        else:
            tabs.setCurrentIndex(1)
            self.window.side_lists.show_todo(on=True)

    def open_example(self, name: str) -> None:
        """Open a fresh copy of an example, kept among the user's documents."""
        failed = "Exemplul nu a fost deschis"
        folder = settings.own_folder() / "Exemple"
        try:
            plan = example(name)
            folder.mkdir(parents=True, exist_ok=True)
        except DragappError as error:
            dialogs.tell(self.window, failed, str(error))
        except OSError as error:
            text = f"Folderul {named(folder)} nu a putut fi făcut: {cause(error)}."
            dialogs.tell(self.window, failed, text)
        else:
            self._create(files.fresh(folder, name, files.SUFFIX), plan, failed)

    def _dialog(
        self, institution: Institution | None = None, taken: frozenset[int] = frozenset()
    ) -> NewPlanDialog:
        """Return the dialog that asks for what a new plan begins with."""
        from dragapp.forms import current_form
        from dragapp.ui.new_plan_dialog import NewPlanDialog

        return NewPlanDialog(self.window, current_form(), institution, taken)

    def _create(self, path: Path, plan: Plan, failed: str) -> bool:
        """Make a dossier and show it; tell why where it cannot be made."""
        from dragapp.dossier.dossier import Dossier

        try:
            dossier = Dossier.create(path, plan, settings.copies_folder())
        except DragappError as error:
            dialogs.tell(self.window, failed, str(error))
            return False
        self.window.show_dossier(dossier)
        return True


def same_file(one: Path, other: Path) -> bool:
    """Whether two paths lead to one file."""
    try:
        return one.samefile(other)
    except OSError:
        return False
