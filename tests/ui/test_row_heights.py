"""Rows and spans after any change are what a table opened anew would show."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from dragapp.plan.layout import LaidCell
from dragapp.plan.plan import Plan
from dragapp.ui.table_editor import TableEditor
from dragapp.ui.table_view import TableView
from tests.county import county_plan
from tests.ui.conftest import User

MATRIX = "objectives-matrix"
LONG = "\n".join(["rând"] * 15)


def finish(view: TableView) -> None:
    """Let the window be idle until every row has its height."""
    for _ in range(2000):
        if view.heights.done:
            return
        QApplication.processEvents()
    raise AssertionError("rows are left without a height")


def heights(view: TableView) -> list[int]:
    finish(view)
    return [view.rowHeight(row) for row in range(view.model().rowCount())]


def check(table: TableEditor) -> None:
    """Compare heights with those measured anew, and spans with the layout."""
    view = table.view
    now = heights(view)
    view.heights.forget()
    view.heights.mark_all()
    view.heights.go_on()
    assert now == heights(view)
    spans = [
        (place, side, view.rowSpan(place, side), view.columnSpan(place, side))
        for place, row in enumerate(table.model.layout_now.rows)
        for side, cell in enumerate(row.cells)
        if cell is not None
    ]
    assert spans == [
        (place, side, cell.rowspan, cell.colspan)
        for place, row in enumerate(table.model.layout_now.rows)
        for side, cell in enumerate(row.cells)
        if cell is not None
    ]


def place_of(table: TableEditor, level: str, number: int) -> int:
    rows = table.model.layout_now.rows
    return [place for place, row in enumerate(rows) if row.node.level == level][number]


def first_row(table: TableEditor) -> list[LaidCell | None]:
    return table.model.layout_now.rows[0].cells


def write(table: TableEditor, place: int, column: str, text: str) -> None:
    keys = [each.key for each in table.model.layout_now.columns]
    assert table.model.setData(table.model.index(place, keys.index(column)), text)


def test_heights_and_spans_follow_every_change_and_its_undo(draguseni: User) -> None:
    table = draguseni.table(MATRIX)
    session = draguseni.window.session
    assert session is not None
    view, first = table.view, heights(table.view)
    check(table)

    place = place_of(table, "measure", 3)
    write(table, place, "measure", LONG)
    assert view.rowHeight(place) >= 15 * view.fontMetrics().lineSpacing()
    check(table)
    merged = next(
        place
        for place, row in enumerate(table.model.layout_now.rows)
        if (cell := row.cells[1]) and cell.rowspan > 1
    )
    write(table, merged, "direction", LONG * 4)
    check(table)
    banner = table.model.index(0, next(i for i, cell in enumerate(first_row(table)) if cell))
    assert table.model.setData(banner, "")
    check(table)
    rows = table.rows
    measure = table.model.layout_now.rows[merged].node.key
    last = table.model.layout_now.rows[merged + view.rowSpan(merged, 1) - 1].node.key
    for change in (
        lambda: rows.promote(last),
        lambda: rows.add_beside(measure, below=True),
        lambda: rows.duplicate(measure),
        lambda: rows.move([measure], 1),
        lambda: rows.promote(measure),
        lambda: rows.delete([measure]),
        lambda: rows.delete([rows.table.rows[1].key]),
    ):
        change()
        check(table)
    while session.dossier.undo_name:
        session.undo()
        check(table)
    assert heights(view) == first
    draguseni.go("contracting")
    assert heights(draguseni.table(MATRIX).view) == first


def test_heights_follow_the_columns_and_the_font(draguseni: User) -> None:
    table = draguseni.table(MATRIX)
    before = heights(table.view)
    table.view.setColumnWidth(3, 60)
    table.view._later.start()
    draguseni.settle()
    assert sum(heights(table.view)) > sum(before)
    check(table)
    font = table.view.font()
    font.setPointSizeF(font.pointSizeF() * 1.5)
    table.view.setFont(font)
    draguseni.settle()
    assert sum(heights(table.view)) > sum(before)
    check(table)


def test_a_column_that_is_hidden_makes_no_row_higher(draguseni: User) -> None:
    table = draguseni.table(MATRIX)
    place = place_of(table, "measure", 0)
    before = heights(table.view)[place]
    write(table, place, "target", "o valoare lungă cât să nu încapă nicidecum pe un singur rând")
    assert heights(table.view)[place] == before
    table.view.show_unprinted(True)
    check(table)
    table.view.show_unprinted(False)
    assert heights(table.view)[place] == before


def test_a_column_taken_off_the_paper_goes_at_once(piatra_neamt: User) -> None:
    table = piatra_neamt.table("existing-services")
    session = piatra_neamt.window.session
    assert session is not None
    column = table.model.layout_now.columns[3]
    with session.act("ascunde coloana") as edit:
        edit.set_column(table.section.id, column.key, printed=False)
    assert table.view.isColumnHidden(3)
    session.undo()
    assert not table.view.isColumnHidden(3)
    check(table)


def test_a_long_table_is_fitted_while_idle_and_stays_in_place(
    use: Callable[[Plan], User],
) -> None:
    user = use(county_plan())
    assert user.window.tabs is not None
    user.go("objectives-matrix")
    user.go("contracting")
    editor = user.window.tabs.chapter()
    assert editor is not None
    editor.show_section(MATRIX)
    assert editor.editor is not None
    table = editor.editor.table
    assert table is not None
    view = table.view
    assert not view.heights.done
    target = table.model.rowCount() * 3 // 4
    key = table.model.layout_now.rows[target].node.key
    view.show_cell(key, "measure")
    index = view.currentIndex()
    top, sight = view.rowAt(0), view.visualRect(index)
    assert view.viewport().rect().contains(sight.topLeft() + QPoint(1, 1))
    offset = view.rowViewportPosition(top)
    finish(view)
    assert (view.rowAt(0), view.rowViewportPosition(top)) == (top, offset)
    assert view.visualRect(index) == sight
    check(table)
