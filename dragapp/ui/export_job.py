"""Export from the window: followed by the user, who may stop it or try again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from dragapp.annex.printout import WHOLE, Printout
from dragapp.errors import Cancelled, ExportError, named
from dragapp.formats.export import Target, export
from dragapp.plan.plan import Plan
from dragapp.progress import Progress
from dragapp.ui import dialogs
from dragapp.ui.progress_dialog import working


def export_plan(
    parent: QWidget, plan: Plan, kind: str, path: Path, printout: Printout = WHOLE
) -> bool:
    """Write the plan to a file; return whether it was written: see `followed`."""
    return followed(parent, path, lambda told: export(plan, Target(kind), path, told, printout))


def followed(parent: QWidget, path: Path, write: Callable[[Progress], None]) -> bool:
    """Write a file; return whether it was written.

    Where the user stops it or gives up after a failure, a file that was there is as it was.
    """
    while True:
        try:
            with working(parent, "Export", f"Se scrie fișierul {named(path)}…") as progress:
                write(progress)
        except Cancelled:
            return False
        except ExportError as error:
            failure = str(error)
        else:
            return True
        if not dialogs.ask_retry(parent, "Exportul nu a reușit", failure):
            return False
