"""What the welcome page must not wait for."""

from __future__ import annotations

import subprocess
import sys

LATE = (
    *("sqlite3", "sqlite_utils", "reportlab", "openpyxl", "argparse", "logging"),
    *("dragapp.dossier.dossier", "dragapp.annex", "dragapp.formats", "dragapp.ui.section_editor"),
    *("json", "dragapp.ui.spelling", "dragapp.spelling", "dragapp.plan.text"),
    *("PySide6.QtNetwork", "dragapp.ui.doorbell", "dragapp.ui.trouble", "dragapp.ui.leaving"),
)


def loaded(modules: str) -> list[str]:
    """Import modules in a process of its own and return what of `LATE` came with them."""
    code = f"import sys, {modules}\nprint(*(name for name in {LATE} if name in sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    return done.stdout.split()


def test_the_welcome_page_loads_neither_dossiers_nor_editors() -> None:
    window = "dragapp.__main__, dragapp.ui.start, dragapp.ui.main_window"
    assert loaded(window) == loaded("PySide6.QtWidgets")
