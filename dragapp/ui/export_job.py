"""Export from the window: a busy cursor, and a second try when the file is open elsewhere."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from dragapp.errors import ExportError
from dragapp.formats.export import Target, export
from dragapp.plan.plan import Plan
from dragapp.ui import dialogs


def export_plan(parent: QWidget, plan: Plan, kind: str, path: Path) -> bool:
    """Write the plan to a file; return whether it was written."""
    while True:
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            export(plan, Target(kind), path)
        except ExportError as error:
            failure = str(error)
        else:
            return True
        finally:
            QApplication.restoreOverrideCursor()
        text = f"{failure}\n\nDacă fișierul este deschis în alt program, închideți-l acolo."
        if not dialogs.ask_retry(parent, "Exportul nu a reușit", text):
            return False
