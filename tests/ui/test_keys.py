"""The keys of tables and open cells do what a user of spreadsheets takes for granted."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeySequence
from PySide6.QtWidgets import QApplication

from dragapp.dossier.dossier import Dossier
from dragapp.plan.layout import LaidCell
from dragapp.ui.cell_editor import CellText
from dragapp.ui.keys import KEYS, Where
from dragapp.ui.table_editor import TableEditor
from tests.ui.conftest import User

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
K = Qt.Key
SERVICES, CAMPAIGNS, MATRIX = "existing-services", "information-campaigns", "objectives-matrix"


def stand(table: TableEditor, row: int, side: int) -> None:
    table.view.setCurrentIndex(table.model.index(row, side))
    table.view.setFocus()


def here(table: TableEditor) -> tuple[int, int]:
    current = table.view.currentIndex()
    assert table.model.cell(current) is not None, "stands on a cell that another reaches over"
    return current.row(), current.column()


def chosen(table: TableEditor) -> set[tuple[int, int]]:
    """Return the selected cells that are there."""
    indexes = table.view.selectionModel().selectedIndexes()
    return {(at.row(), at.column()) for at in indexes if table.model.cell(at)}


def editor(table: TableEditor) -> CellText | None:
    return next((e for e in table.view.findChildren(CellText) if e.isVisible()), None)


def text_at(table: TableEditor, row: int, side: int) -> str:
    return str(table.model.index(row, side).data() or "")


def rows_of(table: TableEditor, level: str) -> list[int]:
    rows = table.model.layout_now.rows
    return [place for place, row in enumerate(rows) if row.node.level == level]


def merged(table: TableEditor, side: int) -> tuple[int, LaidCell]:
    """Return the first cell of a column that spans rows."""
    rows = table.model.layout_now.rows
    return next((i, c) for i, r in enumerate(rows) if (c := r.cells[side]) and c.rowspan > 1)


def test_enter_and_tab_go_as_in_a_spreadsheet(piatra_neamt: User) -> None:
    table = piatra_neamt.table("improvement-courses")
    stand(table, 1, 0)
    for key, modifiers, place in (
        (K.Key_Return, (), (2, 0)),
        (K.Key_Return, (SHIFT,), (1, 0)),
        (K.Key_Tab, (), (1, 1)),
        (K.Key_Tab, (), (1, 2)),
        (K.Key_Return, (), (2, 0)),
        (K.Key_Tab, (SHIFT,), (1, 2)),
    ):
        piatra_neamt.press(key, *modifiers)
        assert here(table) == place


def test_enter_after_typing_and_tabs_goes_back_to_the_first_column(piatra_neamt: User) -> None:
    table = piatra_neamt.table("improvement-courses")
    stand(table, 1, 0)
    for text in ("Curs", "12"):
        piatra_neamt.type(text)
        piatra_neamt.press(K.Key_Tab)
    piatra_neamt.type("120")
    piatra_neamt.press(K.Key_Return)
    assert here(table) == (2, 0)
    assert [text_at(table, 1, side) for side in range(3)] == ["Curs", "12", "120"]
    piatra_neamt.type("nou")
    piatra_neamt.press(K.Key_Return, SHIFT)
    assert here(table) == (1, 0)
    assert text_at(table, 2, 0) == "nou"


def test_arrows_keep_their_column_over_banners_and_their_row_through_merged_cells(
    piatra_neamt: User,
) -> None:
    table = piatra_neamt.table(SERVICES)
    place = rows_of(table, "centre")[1]
    stand(table, place - 1, 5)
    piatra_neamt.press(K.Key_Down)
    assert here(table) == (place, 1)
    piatra_neamt.press(K.Key_Down)
    assert here(table) == (place + 1, 5)
    table = piatra_neamt.table(CAMPAIGNS)
    top, cell = merged(table, 1)
    assert cell.rowspan == 2
    stand(table, top + 1, 2)
    piatra_neamt.press(K.Key_Left)
    assert here(table) == (top, 1)
    piatra_neamt.press(K.Key_Right)
    assert here(table) == (top + 1, 2)
    piatra_neamt.press(K.Key_Left)
    piatra_neamt.press(K.Key_Down)
    assert here(table) == (top + 2, 1)


def test_ctrl_and_arrows_go_to_the_edge_of_what_is_filled(piatra_neamt: User) -> None:
    table = piatra_neamt.table("improvement-courses")
    rows = table.model.rowCount()
    for row, text in enumerate(("a", "", "b", "c", "", "d", "")):
        assert table.model.setData(table.model.index(row, 2), text)
    stand(table, 2, 2)
    for key, place in (
        (K.Key_Down, (3, 2)),
        (K.Key_Down, (5, 2)),
        (K.Key_Down, (6, 2)),
        (K.Key_Up, (5, 2)),
        (K.Key_Up, (3, 2)),
        (K.Key_Left, (3, 0)),
        (K.Key_Right, (3, 2)),
        (K.Key_Home, (0, 0)),
        (K.Key_End, (rows - 1, 2)),
    ):
        piatra_neamt.press(key, CTRL)
        assert here(table) == place
    stand(table, 5, 1)
    piatra_neamt.press(K.Key_Home)
    assert here(table) == (5, 0)
    piatra_neamt.press(K.Key_End)
    assert here(table) == (5, 2)


def test_shift_selects_on_the_way(piatra_neamt: User) -> None:
    table = piatra_neamt.table("improvement-courses")
    rows, sides = table.model.rowCount(), len(table.view.columns_in_sight())
    stand(table, 1, 1)
    piatra_neamt.press(K.Key_Down, SHIFT)
    piatra_neamt.press(K.Key_Right, SHIFT)
    assert chosen(table) == {(row, side) for row in (1, 2) for side in (1, 2)}
    stand(table, 1, 1)
    piatra_neamt.press(K.Key_End, CTRL, SHIFT)
    assert len(chosen(table)) == (rows - 1) * (sides - 1)
    piatra_neamt.press(K.Key_Up)
    assert len(chosen(table)) == 1
    piatra_neamt.press(K.Key_A, CTRL)
    assert len(chosen(table)) == rows * sides


def test_rows_are_chosen_with_what_is_below_and_columns_without_banners(draguseni: User) -> None:
    table = draguseni.table(MATRIX)
    top, cell = merged(table, 1)
    stand(table, top, 2)
    draguseni.press(K.Key_Space, SHIFT)
    assert {row for row, _ in chosen(table)} == {top}
    assert (top, 1) not in chosen(table)
    stand(table, top, 1)
    draguseni.press(K.Key_Space, SHIFT)
    assert {row for row, _ in chosen(table)} == set(range(top, top + cell.rowspan))
    draguseni.press(K.Key_Space, CTRL)
    assert not {row for row, _ in chosen(table)} & set(rows_of(table, "objective"))


def test_typing_goes_on_with_arrows_but_f2_and_a_click_go_into_the_text(
    piatra_neamt: User,
) -> None:
    table = piatra_neamt.table(SERVICES)
    stand(table, 3, 3)
    before = text_at(table, 3, 3)
    piatra_neamt.type("40")
    piatra_neamt.press(K.Key_Right)
    assert here(table) == (3, 4)
    assert text_at(table, 3, 3) == "40"
    stand(table, 5, 3)
    before = text_at(table, 5, 3)
    piatra_neamt.press(K.Key_F2)
    piatra_neamt.press(K.Key_Left)
    piatra_neamt.type("!")
    piatra_neamt.press(K.Key_Return)
    assert text_at(table, 5, 3) == f"{before[:-1]}!{before[-1]}"
    stand(table, 3, 3)
    piatra_neamt.type("ac")
    piatra_neamt.press(K.Key_F2)
    piatra_neamt.press(K.Key_Left)
    piatra_neamt.type("b")
    piatra_neamt.press(K.Key_Return)
    assert text_at(table, 3, 3) == "abc"


def test_a_cell_left_for_another_program_goes_on_where_it_was(piatra_neamt: User) -> None:
    table = piatra_neamt.table(SERVICES)
    stand(table, 3, 3)
    piatra_neamt.type("40 de")
    opened = editor(table)
    assert opened
    away = Qt.FocusReason.ActiveWindowFocusReason
    QApplication.sendEvent(opened, QFocusEvent(QFocusEvent.Type.FocusOut, away))
    piatra_neamt.settle()
    assert text_at(table, 3, 3) == "40 de"
    assert editor(table) is opened
    QApplication.sendEvent(opened, QFocusEvent(QFocusEvent.Type.FocusIn, away))
    piatra_neamt.type(" copii")
    piatra_neamt.press(K.Key_Return)
    assert text_at(table, 3, 3) == "40 de copii"


def test_a_row_made_by_typing_goes_on_too_after_another_program(draguseni: User) -> None:
    table = draguseni.table(MATRIX)
    table.add_on_level("direction")
    draguseni.settle()
    draguseni.type("Direcția")
    draguseni.press(K.Key_Tab)
    draguseni.type("Măsura")
    opened = editor(table)
    assert opened
    away = Qt.FocusReason.ActiveWindowFocusReason
    QApplication.sendEvent(opened, QFocusEvent(QFocusEvent.Type.FocusOut, away))
    draguseni.settle()
    QApplication.sendEvent(table.view, QFocusEvent(QFocusEvent.Type.FocusIn, away))
    draguseni.settle()
    draguseni.type(" nouă")
    draguseni.press(K.Key_Return)
    texts = [row.cells.get("measure") for row in table.model.table.walk()]
    assert "Măsura nouă" in texts


def test_tab_past_the_last_written_cell_makes_a_row_but_is_no_trap(piatra_neamt: User) -> None:
    table = piatra_neamt.table("improvement-courses")
    rows = table.model.rowCount()
    level = table.model.layout_now.rows[-1].node.level
    stand(table, rows - 1, table.view.columns_in_sight()[-1])
    piatra_neamt.press(K.Key_Tab)
    assert table.model.rowCount() == rows + 1
    assert table.model.layout_now.rows[-1].node.level == level
    assert here(table) == (rows, 0)
    for _ in table.view.columns_in_sight():
        piatra_neamt.press(K.Key_Tab)
    assert QApplication.focusWidget() is not table.view
    # Left without a word in it, the row went as if it had never been.
    assert table.model.rowCount() == rows
    session = piatra_neamt.window.session
    assert session
    assert session.dossier.undo_name is None
    stand(table, 0, 0)
    piatra_neamt.press(K.Key_F6)
    assert QApplication.focusWidget() is not table.view


def test_a_row_made_by_tab_stays_when_it_was_written_in(piatra_neamt: User) -> None:
    table = piatra_neamt.table("improvement-courses")
    rows = table.model.rowCount()
    stand(table, rows - 1, table.view.columns_in_sight()[-1])
    piatra_neamt.press(K.Key_Tab)
    piatra_neamt.type("Psihologi")
    piatra_neamt.press(K.Key_Up)
    stand(table, 0, 0)
    piatra_neamt.settle()
    assert text_at(table, rows, 0) == "Psihologi"


def test_enter_after_typing_in_the_last_row_goes_on_to_a_new_one(piatra_neamt: User) -> None:
    table = piatra_neamt.table("improvement-courses")
    rows = table.model.rowCount()
    stand(table, rows - 1, 0)
    piatra_neamt.press(K.Key_Return)
    assert table.model.rowCount() == rows, "nothing was typed"
    for text in ("Asistenți sociali", "Psihologi"):
        piatra_neamt.type(text)
        piatra_neamt.press(K.Key_Tab)
        piatra_neamt.type("2")
        piatra_neamt.press(K.Key_Return)
    assert here(table) == (rows + 1, 0)
    assert [text_at(table, rows, side) for side in (0, 1)] == ["Psihologi", "2"]


def test_enter_after_the_name_of_a_centre_goes_on_to_its_service(piatra_neamt: User) -> None:
    table = piatra_neamt.table(SERVICES)
    stand(table, table.model.rowCount() - 1, 1)
    table.add_on_level("centre")
    piatra_neamt.settle()
    piatra_neamt.type("Centrul nou")
    piatra_neamt.press(K.Key_Return)
    piatra_neamt.type("8790CR-D-I")
    piatra_neamt.press(K.Key_Tab)
    centre = table.model.table.rows[-1]
    assert (centre.cells["centre"], centre.rows[0].cells["code"]) == ("Centrul nou", "8790CR-D-I")


def test_enter_after_an_objective_goes_on_to_its_direction(draguseni: User) -> None:
    table = draguseni.table(MATRIX)
    stand(table, table.model.rowCount() - 1, 0)
    table.add_on_level("objective")
    draguseni.settle()
    draguseni.type("Obiectivul nou")
    draguseni.press(K.Key_Return)
    draguseni.type("Direcția nouă")
    draguseni.press(K.Key_Tab)
    objective = table.model.table.rows[-1]
    assert objective.cells["objective"] == "Obiectivul nou"
    assert objective.rows[0].cells["direction"] == "Direcția nouă"


def test_enter_in_an_empty_last_row_raises_it_as_in_a_list(draguseni: User) -> None:
    table = draguseni.table(MATRIX)
    rows = table.model.rowCount()
    stand(table, rows - 1, table.view.columns_in_sight()[-1])
    draguseni.press(K.Key_Tab)
    draguseni.press(K.Key_Return)
    assert table.model.layout_now.rows[-1].node.level == "direction"
    draguseni.type("Direcția nouă")
    draguseni.press(K.Key_Tab)
    draguseni.type("Măsura nouă")
    draguseni.press(K.Key_Tab)
    direction = table.model.table.rows[-1].rows[-1]
    assert direction.cells["direction"] == "Direcția nouă"
    assert direction.rows[0].cells["measure"] == "Măsura nouă"
    stand(table, rows, table.view.columns_in_sight()[-1])
    draguseni.press(K.Key_Tab)
    for level in ("direction", "objective", "objective"):
        draguseni.press(K.Key_Return)
        assert table.model.layout_now.rows[-1].node.level == level
    stand(table, 0, 0)
    draguseni.settle()
    assert table.model.rowCount() == rows + 1


def test_a_row_added_by_name_replaces_the_empty_one_that_tab_made(draguseni: User) -> None:
    table = draguseni.table(MATRIX)
    rows = table.model.rowCount()
    stand(table, rows - 1, table.view.columns_in_sight()[-1])
    draguseni.press(K.Key_Tab)
    table.add_on_level("direction")
    assert table.model.rowCount() == rows + 1


def test_tab_after_a_nameless_or_named_centre_makes_its_service(piatra_neamt: User) -> None:
    table = piatra_neamt.table(SERVICES)
    stand(table, table.model.rowCount() - 1, 1)
    table.add_on_level("centre")
    piatra_neamt.settle()
    piatra_neamt.type("Centrul nou")
    piatra_neamt.press(K.Key_Tab)
    assert table.model.layout_now.rows[-1].node.level == "service"
    piatra_neamt.type("8790CR-D-I")
    piatra_neamt.press(K.Key_Return)
    centre = table.model.table.rows[-1]
    assert (centre.cells["centre"], centre.rows[0].cells["code"]) == ("Centrul nou", "8790CR-D-I")


def test_ctrl_d_fills_from_the_first_row_in_one_step(draguseni: User) -> None:
    table = draguseni.table(MATRIX)
    keys = [column.key for column in table.model.layout_now.columns]
    side, lines = keys.index("responsible"), keys.index("indicator")
    top, cell = merged(table, 1)
    last = top + cell.rowspan - 1
    first = [text_at(table, top, each) for each in (lines, side)]
    before = [[text_at(table, row, each) for each in range(len(keys))]
              for row in range(table.model.rowCount())]  # fmt: skip
    stand(table, top, side)
    for _ in range(top, last):
        draguseni.press(K.Key_Down, SHIFT)
    draguseni.press(K.Key_D, CTRL)
    assert {text_at(table, row, side) for row in range(top, last + 1)} == {first[1]}
    draguseni.do("undo")
    stand(table, top + 1, lines)
    draguseni.press(K.Key_D, CTRL)
    assert text_at(table, top + 1, lines) == first[0]
    draguseni.do("undo")
    after = [[text_at(table, row, each) for each in range(len(keys))]
             for row in range(table.model.rowCount())]  # fmt: skip
    assert after == before


def test_ctrl_d_leaves_banners_and_numbers_and_makes_missing_rows(draguseni: User) -> None:
    table = draguseni.table(MATRIX)
    heads = [text_at(table, row, 0) for row in rows_of(table, "objective")]
    keys = [column.key for column in table.model.layout_now.columns]
    stand(table, table.model.rowCount() - 1, 1)
    table.add_on_level("direction")
    draguseni.settle()
    draguseni.type("Direcția nouă")
    draguseni.press(K.Key_Return)
    rows, measure = table.model.rowCount(), keys.index("measure")
    stand(table, rows - 2, measure)
    for _ in range(1, keys.index("responsible") - measure + 1):
        draguseni.press(K.Key_Right, SHIFT)
    draguseni.press(K.Key_Down, SHIFT)
    wanted = {key: table.model.layout_now.rows[-2].node.cells.get(key) for key in keys}
    draguseni.press(K.Key_D, CTRL)
    made = table.model.table.rows[-1].rows[-1].rows
    assert [row.cells.get("measure") for row in made] == [wanted["measure"]]
    assert made[0].cells.get("responsible") == wanted["responsible"]
    assert [text_at(table, row, 0) for row in rows_of(table, "objective")] == heads


def test_today_is_written_in_a_cell_in_its_text_and_in_a_paragraph(piatra_neamt: User) -> None:
    table, now = piatra_neamt.table(SERVICES), f"{date.today():%d.%m.%Y}"
    stand(table, 3, 3)
    piatra_neamt.press(K.Key_Semicolon, CTRL)
    assert text_at(table, 3, 3) == now
    piatra_neamt.type("la ")
    piatra_neamt.press(K.Key_Semicolon, CTRL)
    piatra_neamt.press(K.Key_Return)
    assert text_at(table, 3, 3) == f"la {now}"
    text = piatra_neamt.go("narrative").before
    text.setFocus()
    piatra_neamt.press(K.Key_End, CTRL)
    piatra_neamt.press(K.Key_Semicolon, CTRL)
    assert text.toPlainText().endswith(now)


def test_ctrl_plus_adds_above_and_ctrl_minus_deletes(piatra_neamt: User) -> None:
    table = piatra_neamt.table("improvement-courses")
    first, rows = text_at(table, 0, 0), table.model.rowCount()
    for key in (K.Key_Plus, K.Key_Equal):
        stand(table, 0, 0)
        piatra_neamt.press(key, CTRL)
        assert (table.model.rowCount(), text_at(table, 0, 0)) == (rows + 1, "")
        assert (here(table), text_at(table, 1, 0)) == ((0, 0), first)
        piatra_neamt.press(K.Key_Minus, CTRL)
        assert (table.model.rowCount(), text_at(table, 0, 0)) == (rows, first)


def test_several_rows_move_together(draguseni: User) -> None:
    table = draguseni.table(MATRIX)
    top, cell = merged(table, 1)
    direction = cell.node
    assert direction
    keys = [row.key for row in direction.rows]
    assert len(keys) > 3
    stand(table, top + 1, 2)
    draguseni.press(K.Key_Down, SHIFT)
    draguseni.press(K.Key_Up, ALT)

    def order() -> list[str]:
        return [row.key for row in table.rows.path(direction.key)[-1].rows]

    assert order() == [keys[1], keys[2], keys[0], *keys[3:]]
    draguseni.press(K.Key_Down, ALT)
    assert order() == keys
    draguseni.press(K.Key_Down, ALT)
    assert order() == [keys[0], keys[3], keys[1], keys[2], *keys[4:]]
    draguseni.do("undo")
    draguseni.do("undo")
    draguseni.do("undo")
    assert order() == keys


def test_lines_typed_beside_a_childless_direction_make_its_measure(draguseni: User) -> None:
    table = draguseni.table(MATRIX)
    keys = [column.key for column in table.model.layout_now.columns]
    stand(table, table.model.rowCount() - 1, 1)
    table.add_on_level("direction")
    draguseni.settle()
    draguseni.type("Direcția nouă")
    draguseni.press(K.Key_Return)
    stand(table, table.model.rowCount() - 1, keys.index("indicator"))
    draguseni.type("Nr. de vizite")
    draguseni.press(K.Key_Return)
    measure = table.model.table.rows[-1].rows[-1].rows[0]
    assert (measure.level, [row.cells for row in measure.rows]) == (
        "measure",
        [{"indicator": "Nr. de vizite"}],
    )


def events(keys: str) -> tuple[Qt.Key, Qt.KeyboardModifier]:
    sequence = QKeySequence(keys)
    return sequence[0].key(), sequence[0].keyboardModifiers()  # type: ignore[index]


def test_every_key_listed_for_tables_does_something(piatra_neamt: User) -> None:
    table = piatra_neamt.table("improvement-courses")
    for name, listed in KEYS[Where.TABLE].items():
        stand(table, 5, 1)
        key, modifiers = events(listed.keys)
        piatra_neamt.press(key, modifiers)
        opened = editor(table)
        moved = here(table) != (5, 1) or len(chosen(table)) > 1
        assert moved or opened or QApplication.focusWidget() is not table.view, name
        if opened:
            piatra_neamt.press(K.Key_Escape)
        if listed.selects:
            stand(table, 5, 1)
            piatra_neamt.press(key, modifiers, SHIFT)
            assert len(chosen(table)) > 1, name
            assert (5, 1) in chosen(table)


def test_every_key_listed_for_open_cells_does_something(piatra_neamt: User) -> None:
    table = piatra_neamt.table("improvement-courses")
    for name, listed in KEYS[Where.CELL].items():
        stand(table, 5, 1)
        before = text_at(table, 5, 1)
        piatra_neamt.type(name)
        opened = editor(table)
        assert opened
        assert opened.typing
        piatra_neamt.press(*events(listed.keys))
        if name in ("new_line", "into_text"):
            assert editor(table) is opened
            assert opened.toPlainText() == (f"{name}\n" if name == "new_line" else name)
            assert opened.typing == (name == "new_line")
            continue
        assert editor(table) is None
        assert text_at(table, 5, 1) == (before if name == "give_up" else name)
        assert (here(table) == (5, 1)) == (name == "give_up")


def test_the_menu_of_an_open_cell_makes_a_new_line(draguseni: User) -> None:
    table = draguseni.table(MATRIX)
    side = [column.key for column in table.model.layout_now.columns].index("indicator")
    stand(table, rows_of(table, "measure")[0], side)
    draguseni.type("Nr. ore")
    opened = editor(table)
    assert opened
    line = opened.createStandardContextMenu().actions()[-1]
    assert line.text().startswith("Linie nouă")
    line.trigger()
    draguseni.type("Nr. familii")
    assert opened.toPlainText() == "Nr. ore\nNr. familii"


def test_what_the_status_bar_reads_in_a_cell_goes_with_its_tab(piatra_neamt: User) -> None:
    table = piatra_neamt.table(SERVICES)
    keys = [column.key for column in table.model.layout_now.columns]
    stand(table, rows_of(table, "service")[0], keys.index("local-budget"))
    piatra_neamt.type("824")
    piatra_neamt.go(MATRIX)
    piatra_neamt.settle()
    assert piatra_neamt.window.statusBar().currentMessage() == ""


@pytest.mark.parametrize("how", ["state_done", "turn", "close"])
def test_an_untouched_new_row_stays_behind_nowhere(piatra_neamt: User, how: str) -> None:
    table = piatra_neamt.table("improvement-courses")
    before = piatra_neamt.stored().section("improvement-courses").table
    table.view.setCurrentIndex(
        table.model.index(table.model.rowCount() - 1, table.model.columnCount() - 1)
    )
    rows = table.model.rowCount()
    piatra_neamt.press(Qt.Key.Key_Tab)
    assert table.model.rowCount() == rows + 1
    assert piatra_neamt.window.session
    path = piatra_neamt.window.session.dossier.path
    if how == "turn":
        piatra_neamt.go("objectives-matrix")
    elif how == "close":
        piatra_neamt.window.close_dossier()
    else:
        piatra_neamt.do(how)
    with Dossier.open(path, write=False) as dossier:
        assert dossier.load(dossier.find()).section("improvement-courses").table == before
