"""Columns moved and put away on screen: remembered, sound, and never printed otherwise."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from dragapp.ui import settings
from dragapp.ui.table_editor import TableEditor
from tests.ui.conftest import User

SERVICES, MATRIX, COURSES = "existing-services", "objectives-matrix", "improvement-courses"


@pytest.fixture(autouse=True)
def remembered(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    """Keep what is remembered of columns in memory."""
    kept: dict[str, list[str]] = {}

    def keep(what: str, key: str, values: list[str]) -> None:
        kept[f"{what}/{key}"] = values

    monkeypatch.setattr(settings, "column_keys", lambda what, key: kept.get(f"{what}/{key}", []))
    monkeypatch.setattr(settings, "keep_column_keys", keep)
    return kept


def order(table: TableEditor) -> list[int]:
    return table.view.columns_in_sight()


def move(table: TableEditor, old: int, new: int) -> None:
    table.view.header.moveSection(old, new)


def test_an_order_is_remembered_and_given_up(draguseni: User) -> None:
    table = draguseni.table("peer-review")
    move(table, 2, 0)
    assert order(table) == [2, 0, 1]
    draguseni.go("contracting")
    table = draguseni.table("peer-review")
    assert order(table) == [2, 0, 1]
    table.view.setCurrentIndex(table.model.index(0, 2))
    draguseni.press(Qt.Key.Key_Tab)
    assert table.view.currentIndex().column() == 0
    draguseni.press(Qt.Key.Key_Home)
    assert table.view.currentIndex().column() == 2
    table.view.order.as_printed()
    assert order(table) == [0, 1, 2]


def test_a_banner_keeps_its_columns_and_lies_over_the_moved_ones(piatra_neamt: User) -> None:
    table = piatra_neamt.table(SERVICES)
    for old, new in ((0, 3), (1, 4), (5, 1), (5, 0)):
        move(table, old, new)
        assert order(table) == list(range(10))
    before = table.view.visualRect(table.model.index(0, 1))
    move(table, 9, 2)
    assert order(table) == [0, 1, 9, *range(2, 9)]
    assert table.view.columnSpan(0, 1) == 9
    assert table.view.visualRect(table.model.index(0, 1)) == before
    table.view.setCurrentIndex(table.model.index(1, 9))
    piatra_neamt.type("7")
    piatra_neamt.press(Qt.Key.Key_Return)
    column = table.model.layout_now.columns[9].key
    assert table.model.table.rows[0].rows[0].cells[column] == "7"


def test_the_mouse_moves_a_column(piatra_neamt: User) -> None:
    table = piatra_neamt.table(COURSES)
    header = table.view.header
    y = header.height() // 2
    starts = [header.sectionViewportPosition(place) for place in range(3)]
    where = QPoint(starts[2] + 40, y)
    QTest.mousePress(header.viewport(), Qt.MouseButton.LeftButton, pos=where)
    for x in (starts[2] - 20, starts[1] + 20, starts[1] + 10):
        QTest.mouseMove(header.viewport(), QPoint(x, y))
    QTest.mouseRelease(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(starts[1] + 10, y))
    assert order(table) == [0, 2, 1]


def test_a_column_is_put_away_and_comes_back_where_it_is_needed(piatra_neamt: User) -> None:
    table = piatra_neamt.table(SERVICES)
    assert table.model.setData(table.model.index(1, 3), "40")
    menu = QMenu()
    table.view.order.fill(menu, 3)
    titles = [column.title for column in table.model.layout_now.columns]
    chosen = next(action for action in menu.actions() if titles[3] in action.text())
    chosen.trigger()
    assert 3 not in order(table)
    assert table.model.layout_now.columns[3].printed
    piatra_neamt.do("undo")
    assert 3 in order(table)
    fixed = next(action for action in menu.actions() if titles[1] in action.text())
    assert not fixed.isEnabled()


def test_column_groups_are_headed_where_they_stand(piatra_neamt: User) -> None:
    table = piatra_neamt.table(SERVICES)
    groups = [column.group for column in table.model.layout_now.columns]
    grouped = [place for place, group in enumerate(groups) if group]
    header = table.view.header
    assert header._group(grouped[0]) == grouped
    move(table, grouped[-1], 2)
    assert header._group(grouped[-1]) == [grouped[-1]]
    assert header._group(grouped[0]) == grouped[:-1]
