"""The look: colours that can be read, followed live, and a zoom of everything but the print."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QToolBar

from dragapp.annex.build import annex
from dragapp.formats.pdf import pdf_bytes
from dragapp.ui import colours, settings
from dragapp.ui.aspect_menu import fill_aspect
from dragapp.ui.colours import DARK, LIGHT, STRONG_DARK, STRONG_LIGHT, Colours, contrast
from dragapp.ui.look import ZOOMS, Aspect, Look, look
from tests.ui.conftest import User
from tests.ui.wheel import turn

EVERY = {"light": LIGHT, "dark": DARK, "strong": STRONG_LIGHT, "strong dark": STRONG_DARK}


@pytest.fixture(autouse=True)
def _as_before(qapp: QApplication) -> Iterator[None]:
    yield
    look().choose(Aspect.SYSTEM)
    look().choose_strong(False)
    look().set_zoom(100)
    look().dress()


def test_contrast_is_measured_as_wcag_does() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", EVERY)
def test_every_text_stands_out_from_its_ground(name: str) -> None:
    now = EVERY[name]
    least = 7 if now.strong else 4.5
    assert {pair for pair in now.pairs() if contrast(*pair) < least} == set()
    assert {pair for pair in now.marks() if contrast(*pair) < 3} == set()


@pytest.mark.parametrize("name", EVERY)
def test_qts_own_pairs_stand_out_too(qapp: QApplication, name: str) -> None:
    palette, role = EVERY[name].palette(), QPalette.ColorRole
    for text, ground in (
        (role.WindowText, role.Window),
        (role.Text, role.Base),
        (role.Text, role.AlternateBase),
        (role.ButtonText, role.Button),
        (role.HighlightedText, role.Highlight),
        (role.HighlightedText, role.Accent),
        (role.ToolTipText, role.ToolTipBase),
        (role.PlaceholderText, role.Base),
        (role.Link, role.Window),
    ):
        assert contrast(palette.color(text).name(), palette.color(ground).name()) >= 4.5, text


def test_the_colours_of_a_system_with_strong_contrast_are_its_own() -> None:
    palette = STRONG_DARK.palette()
    palette.setColor(QPalette.ColorRole.WindowText, QColor("#00ff00"))
    mine = colours.of_system(palette)
    assert (mine.text, mine.window, mine.strong, mine.dark) == ("#00ff00", "#000000", True, True)
    used = {getattr(mine, each.name) for each in fields(Colours)} - {True}
    known = {palette.color(role).name() for role in QPalette.ColorRole if role.value < 22}
    grey = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText).name()
    assert used <= known | {grey}


def test_the_choice_of_colours_is_followed_at_once_and_remembered(draguseni: User) -> None:
    window = draguseni.window
    menu = window.submenus["aspect"]
    fill_aspect(menu)
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts == ["Ca sistemul", "Luminos", "Întunecat", "Contrast mare"]
    menu.actions()[2].trigger()
    assert window.palette().color(QPalette.ColorRole.Window).name() == DARK.window
    menu.actions()[4].trigger()
    assert window.palette().color(QPalette.ColorRole.Window).name() == STRONG_DARK.window
    assert (look().aspect, look().strong) == (Aspect.DARK, True)
    fill_aspect(menu)
    chosen = [action.text() for action in menu.actions() if action.isChecked()]
    assert chosen == ["Întunecat", "Contrast mare"]


def test_the_system_is_followed_when_it_turns_dark(
    draguseni: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Look, "_system_is_dark", lambda _: True)
    look()._hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    draguseni.settle()
    assert draguseni.window.palette().color(QPalette.ColorRole.Window).name() == DARK.window
    look().choose(Aspect.LIGHT)
    assert draguseni.window.palette().color(QPalette.ColorRole.Window).name() == LIGHT.window


def test_everything_in_the_window_grows_with_the_zoom(piatra_neamt: User) -> None:
    editor = piatra_neamt.go("existing-services")
    assert editor.table is not None
    view = editor.table.view
    title = next(iter(editor.findChildren(QLabel, "advice")))
    bar = editor.findChild(QToolBar)
    assert isinstance(bar, QToolBar)

    def sizes() -> dict[str, int]:
        return {
            "letters": view.fontMetrics().height(),
            "header": view.horizontalHeader().height(),
            "row": view.rowHeight(0),
            "column": view.columnWidth(0),
            "icons": bar.iconSize().height(),
            "advice": title.fontMetrics().height(),
            "label": editor.label.width(),
            "heading": editor.heading.height(),
            "list": piatra_neamt.window.tabs.currentWidget().tree.width(),  # type: ignore[union-attr]
        }

    before = sizes()
    look().set_zoom(150)
    look().dress()
    piatra_neamt.settle()
    after = sizes()
    for name, size in before.items():
        assert after[name] > size * 1.2, name
    look().set_zoom(100)
    look().dress()
    piatra_neamt.settle()
    assert sizes() == before


def test_the_users_own_widths_grow_and_shrink_back(piatra_neamt: User) -> None:
    view = piatra_neamt.table("existing-services").view
    for place in range(view.model().columnCount()):
        view.setColumnWidth(place, 90 + place)
    view._resized()
    look().set_zoom(200)
    look().dress()
    piatra_neamt.settle()
    assert view.columnWidth(3) == 186
    view._resized()
    look().set_zoom(100)
    look().dress()
    piatra_neamt.settle()
    assert view.columnWidth(3) == 93


def test_the_zoom_does_not_change_the_print_nor_the_plan(draguseni: User) -> None:
    draguseni.go("narrative")
    session = draguseni.window.session
    assert session is not None
    before = pdf_bytes(annex(draguseni.plan))
    look().set_zoom(200)
    look().dress()
    draguseni.settle()
    assert session.flush()
    assert session.dossier.undo_name is None
    assert pdf_bytes(annex(draguseni.plan)) == before


def test_ctrl_and_the_wheel_zoom_wherever_the_mouse_is(draguseni: User) -> None:
    editor = draguseni.go("objectives-matrix")
    assert editor.table is not None
    # What a label or a line gives on comes to the page that scrolls below it.
    page = editor.parentWidget()
    assert page is not None
    for target in (editor.table.view.viewport(), editor.heading.viewport(), page):
        was = look().zoom
        turn(target, 120, ctrl=True)
        assert look().zoom == ZOOMS[ZOOMS.index(was) + 1]
    draguseni.do("zoom_out")
    assert look().zoom == 125
    draguseni.press(Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert look().zoom == 100


def test_the_icon_of_a_menus_line_stands_out_from_it(draguseni: User) -> None:
    for aspect in (Aspect.LIGHT, Aspect.DARK):
        look().choose(aspect)
        ground = draguseni.window.submenus["aspect"].palette().highlight().color().name()
        now = look().colours
        assert contrast(now.stroke, ground) >= 3
        assert contrast(now.accent, ground) >= 3


def test_zooms_end_somewhere_and_are_remembered(qapp: QApplication) -> None:
    look().zoom_by(99)
    assert (look().zoom, settings.number("look/zoom", 0)) == (200, 200)
    look().zoom_by(-99)
    assert look().zoom == 80
    settings.keep_number("look/zoom", 130)
    remembered = Look(qapp)
    assert remembered.zoom == 125
    remembered.deleteLater()
