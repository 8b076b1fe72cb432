"""The submenu *Aspect*: the system's colours, light or dark ones, and strong contrast."""

from __future__ import annotations

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from dragapp.ui.look import Aspect, look

_NAMES = {
    Aspect.SYSTEM: "Ca sistemul",
    Aspect.LIGHT: "Luminos",
    Aspect.DARK: "Întunecat",
}


def fill_aspect(menu: QMenu) -> None:
    """List the choices, those of now marked."""
    menu.clear()
    now = look()
    group = QActionGroup(menu)
    for aspect, name in _NAMES.items():
        action = _choice(menu, name, on=aspect == now.aspect)
        action.triggered.connect(lambda _=False, each=aspect: now.choose(each))
        group.addAction(action)
    menu.addSeparator()
    _choice(menu, "Contrast mare", on=now.strong).triggered.connect(now.choose_strong)


def _choice(menu: QMenu, name: str, *, on: bool) -> QAction:
    action = menu.addAction(name)
    action.setCheckable(True)
    action.setChecked(on)
    return action
