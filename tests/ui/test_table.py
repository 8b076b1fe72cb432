"""Tables in the window: the model, typing, rows, spans, totals."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit

from dragapp.plan.outline import Node
from dragapp.ui.columns_dialog import ColumnsDialog
from tests.ui.conftest import User

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def strict(user: User, section: str) -> QAbstractItemModelTester:
    """Let Qt check every signal of a table's model from here on."""
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    return QAbstractItemModelTester(user.table(section).model, fatal, user.window)


def shown(user: User, section: str) -> list[list[str]]:
    """Return what the table shows, "" where another cell reaches over."""
    model = user.table(section).model
    return [
        [model.index(row, column).data() or "" for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def stand(user: User, section: str, row: int, column: int) -> None:
    table = user.table(section)
    table.view.setCurrentIndex(table.model.index(row, column))
    table.view.setFocus()
    user.settle()


def rows(user: User, section: str, *, stored: bool = False) -> list[Node]:
    plan = user.stored() if stored else user.plan
    table = plan.section(section).table
    assert table is not None
    return list(table.walk())


def test_the_table_reads_as_on_paper(piatra_neamt: User) -> None:
    table = shown(piatra_neamt, "existing-services")
    assert table[0][:2] == ["1", "Centrul de îngrijiri la domiciliu pentru persoanele vârstnice"]
    assert table[1][1:6] == [
        "8810 ID-I",
        "Ingrijire la domiciliu pentru persoane vârstnice",
        "38 Persoane vârstnice",
        "100%",
        "332",
    ]
    view = piatra_neamt.table("existing-services").view
    assert view.columnSpan(0, 1) == 9


def test_a_campaign_over_two_objectives_is_one_merged_cell(piatra_neamt: User) -> None:
    table = shown(piatra_neamt, "information-campaigns")
    place = next(i for i, row in enumerate(table) if row[0] == "3.")
    assert table[place][1].startswith("Implicarea comunității")
    assert table[place + 1][:2] == ["", ""]
    assert table[place + 1][2] == "Reactivarea Comitetului Comunitar Consultativ"
    view = piatra_neamt.table("information-campaigns").view
    assert (view.rowSpan(place, 0), view.rowSpan(place, 1), view.rowSpan(place, 2)) == (2, 2, 1)


def test_the_totals_of_piatra_neamt_are_shown_below(piatra_neamt: User) -> None:
    for section, total in (
        ("existing-services", "6.867 mii lei"),
        ("proposed-services", "3.318.102,18 lei"),
    ):
        assert total in piatra_neamt.table(section)._totals.text()


def test_typing_replaces_and_enter_stores_and_goes_down(piatra_neamt: User) -> None:
    tester = strict(piatra_neamt, "existing-services")
    stand(piatra_neamt, "existing-services", 1, 3)
    piatra_neamt.type("40 de persoane")
    piatra_neamt.press(Qt.Key.Key_Return)
    assert rows(piatra_neamt, "existing-services", stored=True)[1].cells["capacity"] == (
        "40 de persoane"
    )
    assert piatra_neamt.table("existing-services").view.currentIndex().row() == 2
    piatra_neamt.do("undo")
    assert shown(piatra_neamt, "existing-services")[1][3] == "38 Persoane vârstnice"
    piatra_neamt.do("redo")
    assert shown(piatra_neamt, "existing-services")[1][3] == "40 de persoane"
    assert tester.model() is not None


def test_alt_enter_makes_a_line_and_escape_gives_up(piatra_neamt: User) -> None:
    stand(piatra_neamt, "existing-services", 1, 3)
    piatra_neamt.press(Qt.Key.Key_F2)
    piatra_neamt.press(Qt.Key.Key_Return, ALT)
    piatra_neamt.type("din oraș")
    piatra_neamt.press(Qt.Key.Key_Tab)
    stored = rows(piatra_neamt, "existing-services", stored=True)[1].cells["capacity"]
    assert stored == "38 Persoane vârstnice\ndin oraș"
    stand(piatra_neamt, "existing-services", 1, 3)
    piatra_neamt.type("altceva")
    piatra_neamt.press(Qt.Key.Key_Escape)
    assert rows(piatra_neamt, "existing-services", stored=True)[1].cells["capacity"] == stored


@pytest.mark.parametrize("leave", ["tab", "section", "undo", "close", "flush"])
def test_an_open_cell_is_stored_however_it_is_left(piatra_neamt: User, leave: str) -> None:
    stand(piatra_neamt, "existing-services", 1, 4)
    piatra_neamt.type("95%")
    window, session = piatra_neamt.window, piatra_neamt.window.session
    assert session is not None
    assert window.tabs is not None
    if leave == "tab":
        window.tabs.setCurrentIndex(0)
    elif leave == "section":
        piatra_neamt.go("contracting")
    elif leave == "undo":
        window.actions_["undo"].setEnabled(True)
        piatra_neamt.do("undo")
        piatra_neamt.do("redo")
    elif leave == "flush":
        session.flush()
    path = session.dossier.path
    if leave == "close":
        window.close_dossier()
        window.open_dossier(path)
    piatra_neamt.settle()
    assert rows(piatra_neamt, "existing-services", stored=True)[1].cells["occupancy"] == "95%"


def test_rows_are_added_above_below_and_subordinate(draguseni: User) -> None:
    tester = strict(draguseni, "objectives-matrix")
    before = shown(draguseni, "objectives-matrix")
    place = next(i for i, row in enumerate(before) if "Obiectiv 4" in row[0])
    stand(draguseni, "objectives-matrix", place, 0)
    draguseni.do("row_below")
    draguseni.type("Obiectiv nou")
    draguseni.press(Qt.Key.Key_Up)
    draguseni.do("undo")
    draguseni.do("undo")
    assert shown(draguseni, "objectives-matrix") == before
    stand(draguseni, "objectives-matrix", place, 0)
    draguseni.do("row_child")
    table = draguseni.table("objectives-matrix")
    owner = table.model.owner(table.view.currentIndex())
    assert owner.level == "direction"
    draguseni.do("row_above")
    draguseni.do("row_delete")
    draguseni.do("row_delete")
    assert shown(draguseni, "objectives-matrix") == before
    assert tester.model() is not None


def test_typing_beside_a_childless_direction_makes_its_measure(draguseni: User) -> None:
    tester = strict(draguseni, "objectives-matrix")
    table = draguseni.table("objectives-matrix")
    table.add_on_level("direction")
    draguseni.settle()
    draguseni.type("Direcția nouă")
    draguseni.press(Qt.Key.Key_Tab)
    draguseni.type("Măsura nouă")
    draguseni.press(Qt.Key.Key_Tab)
    draguseni.type("Nr. unu")
    draguseni.press(Qt.Key.Key_Return)
    direction = next(
        row
        for row in rows(draguseni, "objectives-matrix", stored=True)
        if row.cells.get("direction") == "Direcția nouă"
    )
    assert [row.cells for row in direction.walk()][1:] == [
        {"measure": "Măsura nouă"},
        {"indicator": "Nr. unu"},
    ]
    assert tester.model() is not None


def test_indicators_are_lines_of_one_cell_and_keep_their_identity(draguseni: User) -> None:
    table = draguseni.table("objectives-matrix")
    columns = [column.key for column in table.model.layout_now.columns]
    side = columns.index("indicator")
    before = [
        row
        for row in rows(draguseni, "objectives-matrix")
        if row.cells.get("indicator", "").startswith("Nr. furnizori")
    ]
    index = next(
        table.model.index(row, side)
        for row in range(table.model.rowCount())
        if (table.model.index(row, side).data() or "").startswith("Nr. furnizori")
    )
    lines = index.data().split("\n")
    table.model.setData(index, "\n".join(["Nr. nou", *reversed(lines)]))
    after = {
        row.key: row.cells["indicator"]
        for row in rows(draguseni, "objectives-matrix")
        if "indicator" in row.cells
    }
    assert after[before[0].key] == before[0].cells["indicator"]
    assert index.data().split("\n") == ["Nr. nou", *reversed(lines)]


def test_move_duplicate_and_change_level(draguseni: User) -> None:
    tester = strict(draguseni, "objectives-matrix")
    before = shown(draguseni, "objectives-matrix")
    side = 2
    place = next(i for i, row in enumerate(before) if row[2].startswith("1. Formarea continuă"))
    stand(draguseni, "objectives-matrix", place, side)
    draguseni.press(Qt.Key.Key_Down, ALT)
    moved = shown(draguseni, "objectives-matrix")
    assert moved[place + 1][2].startswith("2. Formarea continuă")
    draguseni.do("row_duplicate")
    assert shown(draguseni, "objectives-matrix")[place + 2][2].startswith("3. Formarea continuă")
    draguseni.do("undo")
    stand(draguseni, "objectives-matrix", place + 1, side)
    draguseni.do("row_promote")
    row = next(
        row for row in rows(draguseni, "objectives-matrix") if "Formarea continuă" in str(row.cells)
    )
    assert row.level == "direction"
    draguseni.do("row_demote")
    row = next(
        row for row in rows(draguseni, "objectives-matrix") if "Formarea continuă" in str(row.cells)
    )
    assert row.level == "measure"
    for _ in range(3):
        draguseni.do("undo")
    assert shown(draguseni, "objectives-matrix") == before
    assert tester.model() is not None


def test_deleting_a_branch_asks_and_comes_back_whole(
    draguseni: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    tester = strict(draguseni, "objectives-matrix")
    before = shown(draguseni, "objectives-matrix")
    asked: list[str] = []

    def agree(*words: str) -> bool:
        asked.append(words[2])
        return True

    monkeypatch.setattr("dragapp.ui.dialogs.ask", agree)
    place = next(i for i, row in enumerate(before) if "Obiectiv 4" in row[0])
    stand(draguseni, "objectives-matrix", place, 0)
    draguseni.do("row_delete")
    assert len(asked) == 1
    assert len(shown(draguseni, "objectives-matrix")) == place
    draguseni.do("undo")
    assert shown(draguseni, "objectives-matrix") == before
    assert tester.model() is not None


def test_a_row_is_as_high_as_its_text(piatra_neamt: User) -> None:
    table = piatra_neamt.table("counselling-topics")
    heights = [table.view.rowHeight(row) for row in range(table.model.rowCount())]
    line = table.view.fontMetrics().lineSpacing()
    assert min(heights) >= 2 * line
    place = table.model.index(0, 1)
    table.model.setData(place, "scurt")
    assert table.view.rowHeight(0) < 2 * line + 12
    table.model.setData(place, "\n".join(["rând"] * 12))
    assert table.view.rowHeight(0) >= 12 * line


def test_the_first_row_of_an_empty_table(draguseni: User) -> None:
    table = draguseni.table("existing-services")
    assert table.model.rowCount() == 0
    draguseni.do("row_below")
    draguseni.type("8790 CR-V-I")
    draguseni.press(Qt.Key.Key_Return)
    first = rows(draguseni, "existing-services", stored=True)[0]
    assert (first.level, first.cells) == ("service", {"code": "8790 CR-V-I"})


def test_widths_are_remembered_only_when_the_user_drags(
    piatra_neamt: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[str] = []
    monkeypatch.setattr("dragapp.ui.settings.keep_widths", lambda name, _: kept.append(name))
    pressed = Qt.MouseButton.LeftButton
    monkeypatch.setattr(QApplication, "mouseButtons", lambda: pressed)
    view = piatra_neamt.table("information-campaigns").view
    assert kept == []
    header = view.horizontalHeader().viewport()
    edge = QPoint(view.columnWidth(0) - 1, 10)
    QTest.mousePress(header, pressed, pos=edge)
    QTest.mouseMove(header, edge + QPoint(40, 0))
    QTest.mouseRelease(header, pressed, pos=edge + QPoint(40, 0))
    assert kept == ["ordin-1086-2018/information-campaigns"]


def test_an_empty_table_says_so_at_once(draguseni: User) -> None:
    table = draguseni.table("existing-services")
    draguseni.settle()
    assert table.empty.isVisible()
    assert table.empty.width() > table.view.viewport().width() // 2
    draguseni.do("row_below")
    assert not table.empty.isVisible()


def test_typing_in_an_empty_table_begins_its_first_row(draguseni: User) -> None:
    table = draguseni.table("existing-services")
    table.view.setFocus()
    draguseni.type("Centrul nou")
    draguseni.press(Qt.Key.Key_Tab)
    assert [row.cells["centre"] for row in table.model.table.rows] == ["Centrul nou"]


def test_the_numbers_of_a_level_can_be_written_another_way(
    piatra_neamt: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(dialog: ColumnsDialog) -> QDialog.DialogCode:
        dialog.patterns["campaign"].setText("{A})")
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(ColumnsDialog, "exec", answer)
    piatra_neamt.table("information-campaigns")
    piatra_neamt.do("columns")
    first = [row[0] for row in shown(piatra_neamt, "information-campaigns")]
    assert first == ["A)", "B)", "C)", "", "D)", "E)", "F)"]
    piatra_neamt.do("undo")
    assert shown(piatra_neamt, "information-campaigns")[0][0] == "1."


def test_a_column_is_added_typed_into_and_undone(
    piatra_neamt: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(dialog: ColumnsDialog) -> QDialog.DialogCode:
        dialog.add_column()
        title = dialog.grid.cellWidget(dialog.grid.rowCount() - 1, 0)
        assert isinstance(title, QPlainTextEdit)
        title.setPlainText("Observații")
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(ColumnsDialog, "exec", answer)
    before = shown(piatra_neamt, "existing-services")
    piatra_neamt.table("existing-services")
    piatra_neamt.do("columns")
    table = piatra_neamt.table("existing-services")
    assert table.model.headerData(10, Qt.Orientation.Horizontal) == "Observații"
    stand(piatra_neamt, "existing-services", 1, 10)
    piatra_neamt.type("licență 2023")
    piatra_neamt.press(Qt.Key.Key_Return)
    assert "licență 2023" in rows(piatra_neamt, "existing-services", stored=True)[1].cells.values()
    assert [row[:10] for row in shown(piatra_neamt, "existing-services")] == before
    piatra_neamt.do("undo")
    piatra_neamt.do("undo")
    assert shown(piatra_neamt, "existing-services") == before
