"""Pictures of Plan nou: its three pages, the empty tables of the plan it makes, a proposal."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from dragapp.dossier.dossier import Dossier
from dragapp.forms import current_form
from dragapp.plan.situation import Answer
from dragapp.ui.main_window import MainWindow
from dragapp.ui.new_plan_dialog import NewPlanDialog

Take = Callable[[str, QWidget], None]
#: Of a plan that was just made: tables without rows, and a proposed sentence.
EMPTY = ("existing-services", "meetings", "instruction-staff", "objectives-matrix", "contracting")


def wizard(window: MainWindow, take: Take) -> NewPlanDialog:
    """Go through the wizard as a commune without services does, and take its pages."""
    dialog = NewPlanDialog(window, current_form())
    dialog.show()
    dialog.place.county.setText("Vaslui")
    dialog.place.name.setText("Valea Mică")
    take("new-plan-1", dialog)
    dialog.go_on()
    take("new-plan-2", dialog)
    dialog.go_on()
    take("new-plan-3", dialog)
    for number, key in enumerate(dialog.situation.boxes):
        dialog.situation.answer(key, Answer.NO, confirm=number % 2 == 0)
    take("new-plan-4", dialog)
    dialog.accept()
    return dialog


def made(window: MainWindow, go: Callable[[str], None], take: Take, dossier: Path) -> None:
    """Take the wizard, then the plan that it makes."""
    plan = wizard(window, take).plan()
    window.show_dossier(Dossier.create(dossier, plan, dossier.with_name("copies")))
    for section in EMPTY:
        go(section)
        take(f"new-plan-{section}", window)
