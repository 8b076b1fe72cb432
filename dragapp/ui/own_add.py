"""Adding what a cell says to the office's own lists, from the cell's menu."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QMenu

from dragapp.plan.column import ColumnKind
from dragapp.plan.layout import LaidCell
from dragapp.plan.offering import unknown
from dragapp.plan.own_lists import OwnCode
from dragapp.ui.icons import icon
from dragapp.ui.office_lists import OfficeLists, office_lists
from dragapp.ui.session import Session

#: A cell's menu offers so many names at most.
_MOST = 4


def offer_to_add(menu: QMenu, session: Session, cell: LaidCell | None) -> None:
    """Put "Adaugă la listele mele" in the menu of a cell whose codes or names are in no list."""
    lists = office_lists(session)
    if cell is None or cell.node is None or not lists.may_change:
        return
    missing = unknown(cell.column, cell.text, lists.services, lists.lists)[:_MOST]
    if missing:
        menu.addSeparator()
    for name in missing:
        shown = name if len(name) <= 50 else f"{name[:49].rstrip()}…"
        text = f"Adaugă „{shown}” la listele mele".replace("&", "&&")
        action = menu.addAction(icon("add"), text)
        action.triggered.connect(partial(_add, lists, cell, name))


def _add(lists: OfficeLists, cell: LaidCell, name: str, _: bool = False) -> None:
    if cell.column.kind == ColumnKind.SERVICE_CODE:
        said = cell.node.cells.get("name", "") if cell.node else ""
        lists.add_code(OwnCode(name, " ".join(said.split())))
    elif cell.column.kind == ColumnKind.PARTIES:
        lists.add_party(name)
    else:
        lists.add_funding(name)
