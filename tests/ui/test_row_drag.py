"""Rows dragged by their grip: only to places where their level may stand, in one step."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from dragapp.plan.outline import Node
from dragapp.ui.drop_place import DropPlaces
from dragapp.ui.table_editor import TableEditor
from tests.ui.conftest import User

LEFT = Qt.MouseButton.LeftButton
MATRIX = "objectives-matrix"


def rows_of(table: TableEditor, level: str) -> list[Node]:
    return [node for node in table.model.table.walk() if node.level == level]


def middle(table: TableEditor, key: str) -> int:
    return height(table, key) + table.view.rowHeight(place(table, key)) // 2


def height(table: TableEditor, key: str) -> int:
    return table.view.rowViewportPosition(place(table, key))


def place(table: TableEditor, key: str) -> int:
    rows = table.model.layout_now.rows
    return next(at for at, row in enumerate(rows) if row.node.key == key)


def drag(user: User, table: TableEditor, key: str, y: int, *, drop: bool = True) -> None:
    """Take a row by its grip to a height of the view."""
    strip = table.view.grip.viewport()
    start = QPoint(8, middle(table, key))
    QTest.mousePress(strip, LEFT, pos=start)
    user.settle()
    for part in (1, 2, 3):
        QTest.mouseMove(strip, QPoint(8, start.y() + (y - start.y()) * part // 3))
    if drop:
        QTest.mouseRelease(strip, LEFT, pos=QPoint(8, y))
    user.settle()


def keys(nodes: list[Node]) -> list[str]:
    return [node.key for node in nodes]


def test_a_measure_goes_to_another_direction_and_back_by_one_undo(draguseni: User) -> None:
    table = draguseni.table(MATRIX)
    table.view.verticalScrollBar().setValue(0)
    first, second = rows_of(table, "direction")[:2]
    moved, below = first.rows[0], [row.key for row in first.rows[0].walk()]
    before = keys(first.rows), keys(second.rows)
    table.view.scrollTo(table.model.index(place(table, second.rows[0].key), 2))
    y = height(table, second.rows[0].key) + 3
    drag(draguseni, table, moved.key, y)
    first, second = rows_of(table, "direction")[:2]
    assert (keys(first.rows), keys(second.rows)) == (before[0][1:], [moved.key, *before[1]])
    assert [row.key for row in second.rows[0].walk()] == below
    assert moved.key in table.selected()
    draguseni.do("undo")
    first, second = rows_of(table, "direction")[:2]
    assert (keys(first.rows), keys(second.rows)) == before


def test_escape_lets_go_and_a_click_only_selects(draguseni: User) -> None:
    table = draguseni.table(MATRIX)
    session = draguseni.window.session
    assert session is not None
    measures = rows_of(table, "measure")
    drag(draguseni, table, measures[0].key, height(table, measures[2].key) + 3, drop=False)
    assert table.view.drag
    assert table.view.drag.place
    draguseni.press(Qt.Key.Key_Escape)
    assert not table.view.drag.active
    strip = table.view.grip.viewport()
    QTest.mouseRelease(strip, LEFT, pos=QPoint(8, 3))
    QTest.mouseClick(strip, LEFT, pos=QPoint(8, middle(table, measures[1].key)))
    assert set(table.selected()) == {measures[1].key}
    assert session.dossier.undo_name is None


def test_several_rows_go_together(piatra_neamt: User) -> None:
    table = piatra_neamt.table("improvement-courses")
    order = keys(table.model.table.rows)
    table.view.keys.choose(order[1:3])
    drag(piatra_neamt, table, order[2], middle(table, order[5]) + 4)
    wanted = [order[0], *order[3:6], *order[1:3], *order[6:]]
    assert keys(table.model.table.rows) == wanted
    piatra_neamt.do("undo")
    assert keys(table.model.table.rows) == order


def test_a_row_stands_only_where_its_level_may(draguseni: User) -> None:
    table = draguseni.table(MATRIX)
    outline, laid = table.model.table, table.model.layout_now.rows
    for node in outline.walk():
        if outline.level(node.level).look == "stacked":
            continue
        places = DropPlaces(outline, laid, [node])
        inside = {row.key for row in node.walk()}
        for gap in range(len(laid) + 1):
            for below in (True, False):
                found = places.nearest(gap, below=below)
                assert found is not None
                parent = found.parent
                assert parent is None or parent.key not in inside
                assert parent is None or outline.depth(parent.level) < outline.depth(node.level)


def test_dropped_at_any_line_a_row_shows_at_that_line(draguseni: User) -> None:
    table = draguseni.table(MATRIX)
    session = draguseni.window.session
    assert session is not None
    moved = rows_of(table, "measure")[1]
    laid = [row.node.key for row in table.model.layout_now.rows]
    for gap in range(len(laid) + 1):
        found = DropPlaces(table.model.table, table.model.layout_now.rows, [moved]).nearest(
            gap, below=True
        )
        assert found is not None
        above = [key for key in laid[: found.line] if key != moved.key]
        after = [key for key in laid[found.line :] if key != moved.key]
        steps = found.steps(table.model.table, [moved])
        table.rows.move_to([moved], found)
        now = [row.node.key for row in table.model.layout_now.rows]
        left = [key for key in now if key in laid]
        assert left == [*above, moved.key, *after] or not steps
        if steps:
            session.undo()
        moved = next(row for row in rows_of(table, "measure") if row.key == moved.key)


def test_dragging_at_the_edge_scrolls(draguseni: User) -> None:
    table = draguseni.table(MATRIX)
    measure = rows_of(table, "measure")[0]
    bar = table.view.verticalScrollBar()
    assert bar.maximum() > 0
    table.view.scrollToTop()
    drag(draguseni, table, measure.key, table.view.viewport().height() - 2, drop=False)
    assert table.view.drag
    for _, _ in pairwise(range(6)):
        table.view.drag._go_on()
    assert bar.value() > 0
    table.view.drag.cancel()
    table.view.grip.let_go()
