"""The submenus that are filled when they are opened: recent files, examples, the file's plans."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from dragapp.examples import example_names
from dragapp.ui.recent import forget_missing, recent
from dragapp.ui.welcome import EXAMPLES

if TYPE_CHECKING:
    from dragapp.ui.session import Session


def fill_recent(menu: QMenu, open_file: Callable[[Path], object]) -> None:
    """List the files opened last; those that are gone cannot be chosen."""
    menu.clear()
    listed = recent()
    for each in listed:
        text = f"{each.name} – {each.path.parent / each.path.name}"
        action = menu.addAction(text.replace("&", "&&"))
        action.setEnabled(each.changed is not None)
        action.triggered.connect(lambda _=False, path=each.path: open_file(path))
    _say_empty(menu)
    if any(each.changed is None for each in listed):
        menu.addSeparator()
        menu.addAction("Scoate din listă fișierele care lipsesc").triggered.connect(forget_missing)


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
