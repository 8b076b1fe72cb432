"""The submenus that are filled when they are opened: recent files, examples, the file's plans."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from dragapp.examples import example_names
from dragapp.ui import settings
from dragapp.ui.welcome import EXAMPLES

if TYPE_CHECKING:
    from dragapp.ui.session import Session


def fill_recent(menu: QMenu, open_file: Callable[[Path], object]) -> None:
    """List the files opened last; those that are gone cannot be chosen."""
    menu.clear()
    for path in settings.recent():
        action = menu.addAction(f"{path.stem}  –  {path.parent}".replace("&", "&&"))
        action.setEnabled(path.exists())
        action.triggered.connect(lambda _=False, each=path: open_file(each))
    _say_empty(menu)


def fill_examples(menu: QMenu, open_example: Callable[[str], object]) -> None:
    """List the examples."""
    menu.clear()
    for name in example_names():
        action = menu.addAction(EXAMPLES.get(name, name))
        action.triggered.connect(lambda _=False, each=name: open_example(each))
    _say_empty(menu)


def fill_plans(menu: QMenu, session: Session | None, show_plan: Callable[[int], object]) -> None:
    """List the plans of the open file, the one on screen marked."""
    menu.clear()
    if session is None:
        return
    for entry in session.dossier.plans():
        name = f"Planul {entry.year}"
        if entry.revision:
            name += f", modificarea nr. {entry.revision}"
        action = menu.addAction(name)
        action.setCheckable(True)
        action.setChecked(entry.id == session.plan.id)
        action.triggered.connect(lambda _=False, each=entry.id: show_plan(each))


def _say_empty(menu: QMenu) -> None:
    if not menu.actions():
        menu.addAction("(niciunul)").setEnabled(False)
