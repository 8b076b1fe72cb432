"""Everything is told by name and reached by keyboard, in every tab, menu and dialog."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QInputDialog,
    QMenu,
    QMessageBox,
    QSpinBox,
    QTabWidget,
)

from dragapp.ui.actions import SPECS
from tests.ui.audit import by_tab, checked, described, reachable, shared_menu_keys, traps, unnamed
from tests.ui.conftest import User
from tests.ui.wheel import turn

SECTION = "information-campaigns"


def test_every_widget_of_every_tab_has_a_name(piatra_neamt: User) -> None:
    window, tabs = piatra_neamt.window, piatra_neamt.window.tabs
    assert tabs is not None
    window.actions_["preview"].trigger()
    for place in range(tabs.count()):
        tabs.setCurrentIndex(place)
        for inner in tabs.findChildren(QTabWidget):
            for page in range(inner.count()):
                inner.setCurrentIndex(page)
        piatra_neamt.settle()
    for section in (SECTION, "existing-services", "narrative"):
        piatra_neamt.go(section)
        assert not unnamed(window) + traps(window)
    window.actions_["preview"].trigger()


def test_every_dialog_of_the_menus_can_be_heard(
    piatra_neamt: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong: list[str] = []
    opened: list[str] = []

    def look_at(dialog: QDialog) -> int:
        opened.append(dialog.windowTitle())
        wrong.extend(checked(dialog))
        return 0

    for kind in (QDialog, QMessageBox, QInputDialog):
        monkeypatch.setattr(kind, "exec", look_at)
    for name in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, staticmethod(lambda *_: ("", "")))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", staticmethod(lambda *_: ""))
    for name in (each for each, spec in SPECS.items() if spec.text.endswith("…")):
        piatra_neamt.go(SECTION)
        table = piatra_neamt.table(SECTION)
        table.view.setCurrentIndex(table.model.index(0, 0))
        piatra_neamt.settle()
        action = piatra_neamt.window.actions_[name]
        if action.isEnabled() and action.isVisible():
            action.trigger()
            piatra_neamt.settle()
    assert not wrong
    assert len(opened) > 8


def test_no_letter_chooses_two_menus(piatra_neamt: User) -> None:
    window = piatra_neamt.window
    bar = list(window.menuBar().actions())
    assert len({action.text()[action.text().index("&") + 1].lower() for action in bar}) == len(bar)
    for menu in window.findChildren(QMenu):
        assert not shared_menu_keys(menu)


def test_no_keys_do_two_things(piatra_neamt: User) -> None:
    actions: list[QAction] = list(piatra_neamt.window.actions_.values())
    keys = [keys.toString() for action in actions for keys in action.shortcuts()]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("back", [False, True])
@pytest.mark.parametrize("place", [0, 1, 2, -1])
def test_tab_goes_through_a_page_and_out_of_it(draguseni: User, place: int, back: bool) -> None:
    tabs = draguseni.window.tabs
    assert tabs is not None
    tabs.setCurrentIndex(place % tabs.count())
    draguseni.settle()
    tabs.tabBar().setFocus()
    missed = reachable(tabs) - by_tab(back=back)
    assert not [described(each) for each in missed]


def test_the_wheel_changes_no_box_that_it_passes_over(draguseni: User) -> None:
    tabs = draguseni.window.tabs
    assert tabs is not None
    tabs.setCurrentIndex(0)
    boxes: list[Any] = [*tabs.general.findChildren(QComboBox), *tabs.general.findChildren(QSpinBox)]
    before = [box.currentText() if isinstance(box, QComboBox) else box.value() for box in boxes]
    for target in [*boxes, tabs.tabBar()]:
        turn(target, -120)
    after = [box.currentText() if isinstance(box, QComboBox) else box.value() for box in boxes]
    assert boxes
    assert after == before
    assert tabs.currentIndex() == 0
