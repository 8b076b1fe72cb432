"""The links of the welcome page: seen, heard and pressed in every look and at every zoom."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from dragapp.ui.look import Aspect, dress, look
from dragapp.ui.welcome import Welcome
from tests.ui.audit import by_tab, reachable, unnamed

LOOKS = [(aspect, strong) for aspect in (Aspect.LIGHT, Aspect.DARK) for strong in (False, True)]


@pytest.fixture
def page(qapp: QApplication, qtbot: QtBot) -> Iterator[Welcome]:
    dress(qapp)
    page = Welcome()
    qtbot.addWidget(page)
    page.resize(1366, 720)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    yield page
    wear(Aspect.SYSTEM, strong=False)


def wear(aspect: Aspect, *, strong: bool, zoom: int = 100) -> None:
    """Change the look and let the window follow."""
    look().choose(aspect)
    look().choose_strong(strong)
    look().set_zoom(zoom)
    look().dress()
    QApplication.processEvents()


def links(page: Welcome) -> list[QAbstractButton]:
    """Return what can be pressed on the page, from above."""
    found = [each for each in page.findChildren(QAbstractButton) if each.isVisible()]
    return sorted(found, key=lambda each: each.mapTo(page, QPoint(0, 0)).y())


def colours(image: QImage) -> set[str]:
    every = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {colour.name() for colour in every}


@pytest.mark.parametrize(("aspect", "strong"), LOOKS)
def test_the_link_with_the_focus_is_framed(page: Welcome, aspect: Aspect, strong: bool) -> None:
    wear(aspect, strong=strong)
    link, other = links(page)[:2]
    for holder in (other, link):
        holder.setFocus()
        QApplication.processEvents()
        seen = link.grab().toImage()
        across, down = seen.width() // 2, seen.height() // 2
        right, bottom = seen.width() - 1, seen.height() - 1
        edge = [(across, 0), (across, bottom), (0, down), (right, down)]
        framed = [seen.pixelColor(*place).name() == look().colours.accent for place in edge]
        assert framed == [holder is link] * 4


@pytest.mark.parametrize(("aspect", "strong"), LOOKS)
def test_a_link_keeps_its_icon_in_every_look(page: Welcome, aspect: Aspect, strong: bool) -> None:
    for zoom in (100, 200):
        wear(aspect, strong=strong, zoom=zoom)
        first, link = links(page)[:2]
        first.setFocus()
        QApplication.processEvents()
        # Before the texts there is the icon alone, inside of any frame.
        width = 27 * zoom // 100
        icon = link.grab().toImage().copy(5, 5, width - 5, link.height() - 10)
        assert {look().colours.stroke, look().colours.accent} <= colours(icon)


def test_the_links_grow_with_the_zoom(page: Welcome) -> None:
    before = [link.sizeHint() for link in links(page)]
    wear(Aspect.SYSTEM, strong=False, zoom=200)
    for link, was in zip(links(page), before, strict=True):
        assert link.sizeHint().height() >= was.height() * 1.8
        assert link.height() >= link.heightForWidth(link.width()) > 0
    wear(Aspect.SYSTEM, strong=False)
    assert [link.sizeHint() for link in links(page)] == before


@pytest.mark.parametrize("width", [400, 1366])
def test_no_link_is_squeezed_in_a_small_window(page: Welcome, width: int) -> None:
    page.resize(width, 300)
    for zoom in (80, 200):
        wear(Aspect.SYSTEM, strong=False, zoom=zoom)
        for link in links(page):
            assert link.width() >= link.minimumSizeHint().width()
            assert link.height() >= link.heightForWidth(link.width()) > 0


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_link_is_pressed_by_key(page: Welcome, qtbot: QtBot, key: Qt.Key) -> None:
    asked: list[str] = []
    page.new_wanted.connect(lambda: asked.append("new"))
    page.open_wanted.connect(lambda: asked.append("open"))
    for link in links(page)[:2]:
        link.setFocus()
        QTest.keyClick(link, key)
    assert asked == ["new", "open"]


def test_the_page_is_heard_and_gone_through_by_tab(page: Welcome) -> None:
    assert unnamed(page) == []
    links(page)[0].setFocus()
    assert reachable(page) - by_tab() == set()
