"""Which page of the manual tells of the place that the user is at, and the way back to the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMessageBox, QWidget

from dragapp.dossier.step import Spot
from dragapp.manual.pages import FIRST, manual
from dragapp.ui.decision_page import DecisionPage
from dragapp.ui.general_tab import GeneralTab
from dragapp.ui.helping import PROPERTY, TROUBLE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dragapp.plan.section import Section
    from dragapp.ui.main_window import MainWindow

#: The pages about dialogs and panels, by the name of their class.
PANELS = {
    "ActDialog": "acte-normative",
    "ActForm": "acte-normative",
    "CleaningDialog": "copiere-lipire",
    "ColumnsDialog": "tabele",
    "CompletenessList": "de-completat",
    "CopiesDialog": "salvare",
    "FindingPanel": "cautare",
    "LicencesDialog": "licente",
    "NewPlanDialog": "plan-nou",
    "NewSectionDialog": "puncte",
    "NumberDialog": "tabele",
    "OwnListsDialog": "listele-mele",
    "PagesDock": "previzualizare",
    "PasteDialog": "copiere-lipire",
    "PreviewDialog": "restaurare",
    "PrintoutDialog": "tiparire",
    "PropertiesDialog": "puncte",
    "RestoreDialog": "restaurare",
    "ShortcutsDialog": "taste",
}
#: The places of a plan that are no sections, by their part: page and name.
_PARTS = {
    GeneralTab.part: ("date-generale", "Date generale"),
    DecisionPage.part: ("hotarare", "Hotărâre"),
}


def page_here(window: MainWindow, focus: QWidget | None) -> str:
    """Return the page about the dialog, panel, section or tab that has the focus."""
    while focus is not None and focus is not window:
        page = focus.property(PROPERTY) or PANELS.get(type(focus).__name__)
        if page:
            return str(page)
        if isinstance(focus, QMessageBox):
            return TROUBLE
        focus = focus.parentWidget()
    if window.session is None or window.tabs is None:
        return FIRST
    here = window.tabs.here()
    if here.part:
        return _PARTS[here.part][0]
    return manual().about(_chain(window.session.plan.sections, here.section)) or FIRST


def places_of(window: MainWindow | None, page: str) -> list[tuple[str, str]]:
    """Return the parts and sections of a window's plan that a page is about, and their names."""
    if window is None or window.session is None:
        return []
    found = [(part, name) for part, (about, name) in _PARTS.items() if about == page]
    wanted = manual().page(page).sections
    for top in window.session.plan.sections:
        found += [(each.key, each.name) for each in top.walk() if each.key in wanted]
    return found


def turn_to(window: MainWindow, place: str) -> None:
    """Turn the window to a part or a section, if it is there; what is typed is stored first."""
    if window.session is None or window.tabs is None or not window.session.flush():
        return
    if place in _PARTS:
        spot = Spot(window.session.plan.id, part=place)
    elif any(each.key == place for top in window.session.plan.sections for each in top.walk()):
        spot = Spot(window.session.plan.id, place)
    else:
        return
    window.tabs.show_spot(spot)
    window.raise_()
    window.activateWindow()


def _chain(sections: Iterable[Section], key: str) -> list[str]:
    """Return the keys from that of a section out to that of its top section."""
    for section in sections:
        if section.key == key:
            return [key]
        inner = _chain(section.sections, key)
        if inner:
            return [*inner, section.key]
    return []
