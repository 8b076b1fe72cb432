"""A link: two texts that are never cut off, a letter that presses it, a voice."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dragapp.ui.link_button import LinkButton
from dragapp.ui.look import dress, look

LONG = "Modelul-cadru din Ordinul nr. 1086/2018, cu datele localității dumneavoastră " * 3


@pytest.fixture
def link(qapp: QApplication, qtbot: QtBot) -> LinkButton:
    dress(qapp)
    link = LinkButton("&Plan nou pentru serviciile sociale", LONG, "new")
    qtbot.addWidget(link)
    with qtbot.waitActive(link):
        link.show()
        link.activateWindow()
    return link


def inked(image: QImage) -> tuple[int, int]:
    """Return the last column and the last row where something is drawn, inside of the edge."""
    ground = image.pixelColor(5, 5)
    columns = range(5, image.width() - 5)
    rows = range(5, image.height() - 5)
    places = [(x, y) for x in columns for y in rows if image.pixelColor(x, y) != ground]
    return max(x for x, _ in places), max(y for _, y in places)


@pytest.mark.parametrize("zoom", [80, 100, 200])
def test_long_texts_are_wrapped_and_shown_whole(link: LinkButton, zoom: int) -> None:
    link.clearFocus()
    try:
        look().set_zoom(zoom)
        look().dress()
        for width in (link.minimumSizeHint().width(), link.sizeHint().width(), 600, 900):
            height = link.heightForWidth(width)
            ends = []
            for spare in (0, 100):
                link.resize(width, height + spare)
                ends.append(inked(link.grab().toImage()))
            # With room to spare below, no line shows that was not there before.
            assert ends[0][1] == ends[1][1] <= height - 10 * zoom // 100
            assert ends[0][0] < width - 6
    finally:
        look().set_zoom(100)
        look().dress()


def test_a_link_without_details_is_as_high_as_its_title(qapp: QApplication, qtbot: QtBot) -> None:
    plain, detailed = LinkButton("Plan", "", "new"), LinkButton("Plan", "nou", "new")
    qtbot.addWidget(plain)
    qtbot.addWidget(detailed)
    assert plain.heightForWidth(500) < detailed.heightForWidth(500)


def test_alt_and_its_letter_press_a_link(link: LinkButton, qtbot: QtBot) -> None:
    with qtbot.waitSignal(link.clicked, timeout=5000):
        QTest.keyClick(link, Qt.Key.Key_P, Qt.KeyboardModifier.AltModifier)
    QTest.keyRelease(link, Qt.Key.Key_Alt)


def test_enter_held_down_presses_once(link: LinkButton) -> None:
    pressed: list[str] = []
    link.clicked.connect(lambda: pressed.append("pressed"))
    link.setFocus()
    none = Qt.KeyboardModifier.NoModifier
    for again in (False, True, True):
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, none, "\r", again)
        QApplication.sendEvent(link, event)
    assert len(pressed) == 1


def test_a_disabled_link_is_grey_and_not_pressed(link: LinkButton) -> None:
    pressed: list[str] = []
    link.clicked.connect(lambda: pressed.append("pressed"))
    link.setEnabled(False)
    QTest.keyClick(link, Qt.Key.Key_Return)
    assert not pressed
    image = link.grab().toImage()
    every = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    assert look().colours.text not in {colour.name() for colour in every}


def test_a_link_is_told_as_a_button_with_both_texts(link: LinkButton) -> None:
    spoken = QAccessible.queryAccessibleInterface(link)
    assert spoken.role() == QAccessible.Role.Button
    assert spoken.text(QAccessible.Text.Name) == "Plan nou pentru serviciile sociale"
    assert spoken.text(QAccessible.Text.Description) == LONG
    actions = spoken.actionInterface()
    assert "Press" in actions.actionNames()
