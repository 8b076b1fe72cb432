"""After undo and redo the window shows the place that changed, and the menu names it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, QRect, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from dragapp.examples import example
from dragapp.plan.outline import Level, Node
from dragapp.plan.plan import Plan
from dragapp.plan.rich import rich
from dragapp.plan.section import Paragraph
from dragapp.ui.columns_dialog import ColumnsDialog
from dragapp.ui.section_dialog import NewSectionDialog
from dragapp.ui.table_editor import TableEditor
from tests.county import county_plan
from tests.ui.conftest import User

MATRIX = "objectives-matrix"


@pytest.fixture
def county(use: Callable[[Plan], User]) -> User:
    """A window on the largest plan to be expected."""
    return use(county_plan())


@pytest.fixture
def yes(monkeypatch: pytest.MonkeyPatch) -> None:
    """The user agrees to whatever is asked."""
    monkeypatch.setattr("dragapp.ui.dialogs.ask", lambda *_: True)


def adding_a_section(monkeypatch: pytest.MonkeyPatch, title: str) -> None:
    def answer(dialog: NewSectionDialog) -> QDialog.DialogCode:
        dialog.title.setText(title)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(NewSectionDialog, "exec", answer)


def adding_a_column(monkeypatch: pytest.MonkeyPatch) -> None:
    def answer(dialog: ColumnsDialog) -> QDialog.DialogCode:
        dialog.add_column()
        title = dialog.grid.cellWidget(dialog.grid.rowCount() - 1, 0)
        assert isinstance(title, QPlainTextEdit)
        title.setPlainText("Observații")
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(ColumnsDialog, "exec", answer)


def second_plan(user: User, year: int = 2030) -> int:
    plan = example("piatra-neamt-2021")
    plan.year = year
    assert user.window.session is not None
    with user.window.session.act(f"adaugă planul {year}") as edit:
        return edit.add_plan(plan)


def turn(user: User, plan: int) -> None:
    user.window.show_plan(plan)
    user.settle()


def leave(user: User) -> None:
    """Turn to another tab."""
    assert user.window.tabs is not None
    user.window.tabs.setCurrentIndex(0)
    user.settle()


def table_on_screen(user: User) -> TableEditor:
    chapter = user.window.tabs.chapter() if user.window.tabs else None
    assert chapter is not None
    assert chapter.editor is not None
    assert chapter.editor.table is not None
    return chapter.editor.table


def stand(user: User, section: str, row: int, column: int) -> TableEditor:
    table = user.table(section)
    table.view.setCurrentIndex(table.model.index(row, column))
    user.settle()
    return table


def write(user: User, table: TableEditor, row: int, column: int) -> None:
    table.view.setCurrentIndex(table.model.index(row, column))
    table.view.setFocus()
    user.type("Nou")
    user.press(Qt.Key.Key_Return)


def where(table: TableEditor) -> tuple[int, int]:
    index = table.view.currentIndex()
    return index.row(), index.column()


def in_sight(table: TableEditor) -> bool:
    rect = table.view.visualRect(table.view.currentIndex())
    return rect.isValid() and table.view.viewport().rect().contains(rect.topLeft())


def settled(user: User, table: TableEditor) -> None:
    for _ in range(500):
        user.settle()
        if table.view.heights.done:
            return


def field(user: User, name: str) -> QWidget:
    assert user.window.tabs is not None
    page = user.window.tabs.currentWidget()
    return next(each for each in page.findChildren(QWidget) if each.accessibleName() == name)


def undo_name(user: User) -> str | None:
    assert user.window.session is not None
    return user.window.session.dossier.undo_name


# The plans of one file.


def test_a_change_in_another_plan_is_undone_on_screen(draguseni: User) -> None:
    first, second = draguseni.plan.id, second_plan(draguseni)
    stand(draguseni, MATRIX, 2, 9)
    write(draguseni, table_on_screen(draguseni), 2, 9)
    for name in ("undo", "redo"):
        turn(draguseni, second)
        draguseni.do(name)
        assert draguseni.plan.id == first
        assert where(table_on_screen(draguseni)) == (2, 9)


def test_redo_of_adding_a_plan_shows_it_and_undo_the_one_before(draguseni: User) -> None:
    first = draguseni.plan.id
    for year in (2030, 2031):
        second_plan(draguseni, year)
    turn(draguseni, first)
    draguseni.do("undo")
    assert draguseni.plan.id == first
    draguseni.do("redo")
    assert draguseni.plan.year == 2031
    draguseni.do("undo")
    assert draguseni.plan.id == first


@pytest.mark.usefixtures("yes")
def test_approving_and_reopening_stay_where_the_user_is(draguseni: User) -> None:
    stand(draguseni, MATRIX, 4, 9)
    for name in ("approve", "reopen"):
        draguseni.do(name)
        assert draguseni.chosen().key == MATRIX
        assert where(table_on_screen(draguseni)) == (4, 9)


@pytest.mark.usefixtures("yes")
def test_approving_stays_on_the_tab_of_the_decision(draguseni: User) -> None:
    tabs = draguseni.window.tabs
    assert tabs is not None
    last = tabs.count() - 1
    tabs.setCurrentIndex(last)
    draguseni.do("approve")
    assert draguseni.window.tabs is not tabs
    assert draguseni.window.tabs is not None
    assert draguseni.window.tabs.currentIndex() == last


# Tables.


@pytest.mark.parametrize("column", ["direction", "number", "measure", "indicator", "deadline"])
def test_undo_stands_on_the_cell_that_changed(draguseni: User, column: str) -> None:
    table = draguseni.table(MATRIX)
    keys = [each.key for each in table.model.layout_now.columns]
    titles = {"number": 0, "direction": 1, "measure": 2, "indicator": 3, "deadline": 9}
    side = titles[column]
    assert len(keys) > side
    rows = range(1, table.model.rowCount())
    row = next(place for place in rows if table.model.cell(table.model.index(place, side)))
    write(draguseni, table, row, side)
    for name in ("undo", "redo"):
        table.view.setCurrentIndex(table.model.index(0, 0))
        leave(draguseni)
        draguseni.do(name)
        assert where(table) == (row, side)
        assert table.view.selectedIndexes() == [table.model.index(row, side)]
        assert in_sight(table)
        assert table.view.hasFocus()


def test_the_empty_half_of_a_merged_row_is_come_back_to(draguseni: User) -> None:
    table = draguseni.table(MATRIX)
    table.add_on_level("direction")
    draguseni.settle()
    row, side = next(
        (place, side)
        for place, laid in enumerate(table.model.layout_now.rows)
        for side, cell in enumerate(laid.cells)
        if cell and cell.maker and not table.view.isColumnHidden(side)
    )
    write(draguseni, table, row, side)
    for name in ("undo", "redo"):
        table.view.setCurrentIndex(table.model.index(0, 0))
        draguseni.do(name)
        assert where(table) == (row, side)


@pytest.mark.usefixtures("yes")
def test_a_row_that_is_gone_leaves_the_user_at_its_place(county: User) -> None:
    table = county.table(MATRIX)
    row = table.model.rowCount() - 3
    stand(county, MATRIX, row, 9)
    key = table.current()
    county.do("row_delete")
    leave(county)
    county.do("undo")
    assert table.current() == key
    table.view.setCurrentIndex(table.model.index(0, 0))
    leave(county)
    county.do("redo")
    settled(county, table)
    assert abs(where(table)[0] - row) <= 1
    assert in_sight(table)


def test_a_row_that_was_added_and_is_taken_back_leaves_the_user_at_its_place(county: User) -> None:
    table = county.table(MATRIX)
    row = table.model.rowCount() - 3
    stand(county, MATRIX, row, 9)
    county.do("row_below")
    table.view.setCurrentIndex(table.model.index(0, 0))
    county.go("contents")
    county.do("undo")
    table = table_on_screen(county)
    settled(county, table)
    assert abs(where(table)[0] - row) <= 2
    assert in_sight(table)


def test_the_last_row_taken_back_leaves_the_user_on_the_row_above(draguseni: User) -> None:
    table = draguseni.table("beneficiaries")
    last = table.model.rowCount() - 1
    stand(draguseni, "beneficiaries", last, 1)
    draguseni.do("row_below")
    draguseni.do("undo")
    assert where(table)[0] == last


def test_a_new_column_and_its_undo_leave_the_cell_and_the_scroll(
    county: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    adding_a_column(monkeypatch)
    table = county.table(MATRIX)
    half = table.model.rowCount() // 2
    row = next(p for p in range(half, 2 * half) if table.model.cell(table.model.index(p, 9)))
    stand(county, MATRIX, row, 9)
    settled(county, table)
    for name in ("columns", "undo", "redo"):
        county.do(name)
        settled(county, table)
        assert where(table) == (row, 9)
        assert table.view.selectedIndexes() == [table.model.index(row, 9)]
        assert in_sight(table)


def test_a_row_below_comes_below_also_after_a_new_column(
    draguseni: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    adding_a_column(monkeypatch)
    table = stand(draguseni, "beneficiaries", 1, 1)
    draguseni.do("columns")
    draguseni.do("row_below")
    assert where(table)[0] == 2


def test_undo_shows_the_column_that_is_out_of_sight(draguseni: User) -> None:
    table = draguseni.table(MATRIX)
    hidden = [s for s in range(table.model.columnCount()) if table.view.isColumnHidden(s)]
    table._unprinted.trigger()
    write(draguseni, table, 2, hidden[0])
    table.view.setCurrentIndex(table.model.index(2, hidden[0]))
    table._unprinted.trigger()
    assert not table.view.isColumnHidden(where(table)[1])
    draguseni.do("undo")
    assert where(table) == (2, hidden[0])
    assert not table.view.isColumnHidden(hidden[0])
    assert table._unprinted.isChecked()


def test_cells_that_were_emptied_are_selected_again(draguseni: User) -> None:
    table = stand(draguseni, "beneficiaries", 1, 1)
    selection = table.view.selectionModel()
    for row in (3, 4):
        selection.select(table.model.index(row, 1), QItemSelectionModel.SelectionFlag.Select)
    draguseni.do("row_clear")
    leave(draguseni)
    draguseni.do("undo")
    assert {(i.row(), i.column()) for i in table.view.selectedIndexes()} == {(1, 1), (3, 1), (4, 1)}


def test_a_whole_table_is_emptied_and_comes_back(draguseni: User) -> None:
    before = draguseni.stored().section(MATRIX).table
    table = draguseni.table(MATRIX)
    table._unprinted.trigger()
    table.view.selectAll()
    full = {
        (i.row(), i.column())
        for i in table.view.selectedIndexes()
        if i.data().strip() and i.column()
    }
    draguseni.do("row_clear")
    stored = draguseni.stored().section(MATRIX).table
    assert stored is not None
    assert not any(row.cells for row in stored.walk())
    draguseni.do("undo")
    assert draguseni.stored().section(MATRIX).table == before
    assert full <= {(i.row(), i.column()) for i in table.view.selectedIndexes()}


# Sections and their texts.


@pytest.mark.usefixtures("yes")
def test_a_section_that_comes_back_is_shown(
    draguseni: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    adding_a_section(monkeypatch, "Parteneri")
    draguseni.go("meetings")
    draguseni.do("section_add")
    key = draguseni.chosen().key
    draguseni.do("section_delete")
    leave(draguseni)
    draguseni.do("undo")
    assert draguseni.chosen().key == key
    leave(draguseni)
    draguseni.do("redo")
    assert draguseni.chosen().key == "meetings"


def test_undo_of_adding_a_section_turns_to_its_place(
    draguseni: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    adding_a_section(monkeypatch, "Parteneri")
    draguseni.go("meetings")
    draguseni.do("section_add")
    leave(draguseni)
    draguseni.do("undo")
    assert draguseni.chosen().key == "meetings"


@pytest.mark.parametrize("left", [False, True])
def test_undo_scrolls_a_long_text_to_what_it_changed(county: User, left: bool) -> None:
    text = county.go("narrative").before
    text.setFocus()
    text.moveCursor(QTextCursor.MoveOperation.End)
    place = text.textCursor().position()
    county.type("Încă o frază.")
    text.commit()
    if left:
        county.go("contents")
    text = county.go("narrative").before
    text.moveCursor(QTextCursor.MoveOperation.Start)
    if left:
        leave(county)
    for name in ("undo", "redo"):
        county.do(name)
        text = county.go("narrative").before
        assert text.textCursor().position() == place
        assert text.viewport().rect().intersects(text.cursorRect())
        assert text.hasFocus()


def test_the_place_of_a_change_behind_letters_beyond_the_usual_ones(draguseni: User) -> None:
    text = draguseni.go("consultation").before
    text.show_paragraphs([Paragraph(rich("😀 întâi")), Paragraph(rich("😀 apoi"))])
    text.show_paragraphs([Paragraph(rich("😀 întâi")), Paragraph(rich("😀 atunci"))])
    assert text.toPlainText()[text.textCursor().position() - 9 :].endswith("atunci")
    text.moveCursor(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor)
    assert text.textCursor().selectedText() == "t"


# The pages of fields.


def on_screen(page: QWidget, each: QWidget) -> bool:
    return page.rect().contains(QRect(each.mapTo(page, QPoint(0, 0)), each.size()))


@pytest.mark.parametrize(
    ("tab", "name"),
    [
        ("first", "Alte rânduri ale antetului"),
        ("first", "Anul planului"),
        ("last", "Președinte de ședință"),
        ("last", "Proiect de hotărâre, Număr"),
    ],
)
def test_undo_goes_to_the_field_that_it_changed(draguseni: User, tab: str, name: str) -> None:
    window, tabs = draguseni.window, draguseni.window.tabs
    assert tabs is not None
    window.resize(1024, 560)
    tabs.setCurrentIndex(0 if tab == "first" else tabs.count() - 1)
    draguseni.settle()
    each = field(draguseni, name)
    each.setFocus()
    draguseni.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    draguseni.type("2027")
    assert window.session is not None
    window.session.flush()
    tabs.setCurrentIndex(0)
    field(draguseni, "Adresa").setFocus()
    tabs.general.verticalScrollBar().setValue(0)
    draguseni.go("contents")
    draguseni.do("undo")
    assert each.isVisible()
    assert on_screen(tabs, each)
    assert each.hasFocus()


# The names in the menu.


def test_a_long_title_is_cut_at_a_word(draguseni: User) -> None:
    table = draguseni.table("information-campaigns")
    for _ in range(3):
        table.add_on_level(table.rows.levels[0].key)
    titles = [each.title for each in table.model.layout_now.columns]
    side = titles.index("Perioada în care se va desfășura campania")
    write(draguseni, table, 0, side)
    assert undo_name(draguseni) == "scrie în „Perioada în care se va desfășura campania”"
    table.model.layout_now.columns[side].title += " și\nse încheie"
    write(draguseni, table, 1, side)
    assert undo_name(draguseni) == "scrie în „Perioada în care se va desfășura campania și se…”"


@pytest.mark.usefixtures("yes")
@pytest.mark.parametrize(
    ("level", "number", "name"),
    [
        ("objective", 1, "șterge obiectivul 2"),
        ("direction", 1, "șterge direcția 2"),
        ("measure", 4, "șterge măsura 2.1"),
    ],
)
def test_a_row_that_goes_is_named_by_its_number(
    use: Callable[[Plan], User], level: str, number: int, name: str
) -> None:
    plan = example("piatra-neamt-2021")
    table = plan.section(MATRIX).table
    assert table is not None
    table.rows = [
        Node(
            f"o{o}",
            "objective",
            rows=[
                Node(
                    f"d{o}{d}",
                    "direction",
                    cells={"direction": "Direcție"},
                    rows=[Node(f"m{o}{d}{m}", "measure", cells={"measure": "M"}) for m in range(4)],
                )
                for d in range(2)
            ],
        )
        for o in range(2)
    ]
    for row in table.rows:
        row.cells = {table.columns_of("objective")[0].key: "Servicii"}
    user = use(plan)
    editor = user.table(MATRIX)
    rows = [row for row in editor.rows.table.walk() if row.level == level]
    editor.rows.delete([rows[number].key])
    assert undo_name(user) == name


def test_a_row_without_a_number_is_named_by_its_text(piatra_neamt: User) -> None:
    rows = piatra_neamt.table("improvement-courses").rows
    first = rows.table.rows[0]
    first.cells[rows.table.columns[0].key] = "Anchete\nsociale"
    rows.delete([first.key])
    assert undo_name(piatra_neamt) == "șterge rândul „Anchete sociale”"


def test_a_level_of_the_users_own_has_rows(draguseni: User) -> None:
    rows = draguseni.table("beneficiaries").rows
    rows.table.levels[0].name = "fel de om"
    rows.delete([rows.table.rows[1].key])
    assert undo_name(draguseni) == "șterge rândul 2"
    rows.add_on_level(Level("category", "fel de om"), None)
    assert undo_name(draguseni) == "adaugă un rând"


def test_rows_are_added_with_their_article(piatra_neamt: User) -> None:
    rows = piatra_neamt.table("information-campaigns").rows
    key = rows.add_on_level(rows.levels[0], None)
    assert undo_name(piatra_neamt) == "adaugă o campanie"
    rows.add_child(key)
    assert undo_name(piatra_neamt) == "adaugă un obiectiv subordonat"
    rows.add_beside(key, below=True)
    assert undo_name(piatra_neamt) == "adaugă un rând dedesubt"


def test_several_hidden_sections_are_counted(draguseni: User) -> None:
    draguseni.go("meetings")
    chapter = draguseni.window.tabs.chapter() if draguseni.window.tabs else None
    assert chapter is not None
    for item in chapter.tree._items()[2:5]:
        item.setSelected(True)
    several = len(chapter.tree.selected())
    draguseni.do("section_hide")
    assert undo_name(draguseni) == f"ascunde {several} puncte"
    draguseni.do("section_hide")
    assert undo_name(draguseni) == f"arată din nou {several} puncte"


@pytest.mark.usefixtures("yes")
def test_a_long_name_of_a_section_is_cut(draguseni: User, monkeypatch: pytest.MonkeyPatch) -> None:
    adding_a_section(monkeypatch, "Parteneri „locali” și " + "lungi " * 40)
    draguseni.go("meetings")
    for command in ("section_add", "section_up", "section_hide", "section_hide", "section_delete"):
        draguseni.do(command)
        name = undo_name(draguseni) or ""
        assert "„Parteneri «locali» și lungi" in name
        assert name.endswith(" lungi…”")
        assert len(name) <= 60


def test_a_column_without_a_title_is_the_table(draguseni: User) -> None:
    table = draguseni.table("beneficiaries")
    for column in table.rows.table.columns:
        column.title = column.group = ""
    write(draguseni, table, 1, 1)
    assert undo_name(draguseni) == "scrie în tabel"
