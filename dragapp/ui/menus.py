"""The menu bar and the main toolbar of the window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar

from dragapp.ui.actions import Actions

MENUS = (
    (
        "&Fișier",
        "new open recent examples | add_plan plans own_lists | approve reopen | "
        "pdf xlsx json | printing print | close quit",
    ),
    (
        "&Editare",
        "undo redo | cut copy copy_heads paste paste_clean | fill_down today row_clear | "
        "find find_next find_previous replace | clean spelling spelling_next",
    ),
    ("&Vizualizare", "todo preview | zoom_in zoom_out zoom_reset | aspect"),
    (
        "&Rând",
        "row_above row_below row_child row_duplicate | row_up row_down row_promote row_demote | "
        "row_number columns | row_delete",
    ),
    ("&Text", "bold italic | indent outdent start_number | act"),
    (
        "&Punct",
        "state_todo state_done state_none | section_add section_edit | section_up section_down | "
        "section_hide section_delete",
    ),
    ("&Siguranță", "backup restore copies_place | copy_as | pack unpack"),
    ("&Ajutor", "help shortcuts | about"),
)
TOOLS = "undo redo | print pdf xlsx | todo preview"
SUBMENUS = {
    "recent": "Deschise recent",
    "examples": "Exemple de planuri",
    "aspect": "Aspect",
    "plans": "Planurile din acest fișier",
}


def build_menus(window: QMainWindow, actions: Actions) -> dict[str, QMenu]:
    """Fill the menu bar; return the submenus that are filled when they are opened."""
    submenus: dict[str, QMenu] = {}
    for title, names in MENUS:
        menu = window.menuBar().addMenu(title)
        for name in names.split():
            if name == "|":
                menu.addSeparator()
            elif name in SUBMENUS:
                submenus[name] = menu.addMenu(SUBMENUS[name])
            else:
                menu.addAction(actions[name])
    return submenus


def build_toolbar(window: QMainWindow, actions: Actions) -> QToolBar:
    """Add the main toolbar."""
    bar = QToolBar("Bara principală", window)
    bar.setObjectName("main-toolbar")
    bar.setMovable(False)
    bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
    for name in TOOLS.split():
        if name == "|":
            bar.addSeparator()
        else:
            bar.addAction(actions[name])
    window.addToolBar(bar)
    return bar
