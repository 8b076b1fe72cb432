"""Offers under an open cell, sums read aloud, and the mark of those that cannot be read."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton

from dragapp.plan.outline import Node
from dragapp.ui.cell_editor import CellText
from dragapp.ui.cell_offers import CellOffers
from dragapp.ui.offer_list import OfferList
from dragapp.ui.office_lists import office_lists
from dragapp.ui.session import Session
from dragapp.ui.table_editor import TableEditor
from dragapp.ui.table_model import UNREAD_ROLE
from tests.ui.conftest import User

Key, ALT = Qt.Key, Qt.KeyboardModifier.AltModifier


def session_of(user: User) -> Session:
    assert user.window.session is not None
    return user.window.session


def stand(user: User, section: str, column: str, level: str) -> tuple[TableEditor, Node]:
    """Stand on the first cell of a column; return the table and the row."""
    table = user.table(section)
    rows = [row for row in table.model.table.walk() if row.level == level]
    table.view.show_cell(rows[0].key, column)
    table.view.setFocus()
    return table, rows[0]


def shown(user: User) -> OfferList | None:
    lists = user.window.findChildren(OfferList)
    return next((each for each in lists if each.isVisible()), None)


def first(user: User) -> str:
    """Return the text of the first offer."""
    offers = shown(user)
    assert offers is not None
    offers.move_by(1)
    chosen = offers.chosen()
    assert chosen is not None
    return chosen.text


def now(table: TableEditor, row: Node) -> Node:
    found = table.model.table.find(row.key)
    assert found is not None
    return found[0][found[1]]


def bare(user: User) -> tuple[TableEditor, Node]:
    """Add a service with neither code nor name and stand on its code."""
    table, row = stand(user, "existing-services", "code", "service")
    place = session_of(user).spot(table.section, row.key)
    with session_of(user).act("golește", place) as edit:
        edit.set_cell(row.id, "code", "")
        edit.set_cell(row.id, "name", "")
    table.view.show_cell(row.key, "code")
    return table, row


def test_a_service_is_chosen_by_its_name_and_names_itself_in_one_step(piatra_neamt: User) -> None:
    user = piatra_neamt
    table, row = bare(user)
    user.type("ingrijire la domiciliu")
    offers = shown(user)
    assert offers is not None
    assert any("HG nr. 867/2015" in label.text() for label in offers.findChildren(QLabel))
    user.press(Key.Key_Down)
    user.press(Key.Key_Tab)
    assert shown(user) is None
    cells = now(table, row).cells
    assert cells["code"] == "8810 ID-I"
    assert "domiciliu" in cells["name"]
    user.do("undo")
    assert "code" not in now(table, row).cells
    assert "name" not in now(table, row).cells


def test_a_name_that_is_there_already_stays(piatra_neamt: User) -> None:
    user = piatra_neamt
    table, row = stand(user, "existing-services", "code", "service")
    name = row.cells["name"]
    user.type("adapost noapte fara")
    user.press(Key.Key_Down)
    user.press(Key.Key_Return)
    assert isinstance(QApplication.focusWidget(), CellText)
    user.press(Key.Key_Return)
    assert now(table, row).cells["code"] == "8790 CR-PFA-II"
    assert now(table, row).cells["name"] == name


def test_free_text_is_never_hindered(piatra_neamt: User) -> None:
    user = piatra_neamt
    table, row = stand(user, "existing-services", "code", "service")
    user.type("8810 cz")
    assert shown(user)
    user.press(Key.Key_Return)
    assert now(table, row).cells["code"] == "8810 cz"
    assert shown(user) is None


def test_esc_closes_first_the_list_and_then_the_cell(piatra_neamt: User) -> None:
    user = piatra_neamt
    table, row = stand(user, "existing-services", "code", "service")
    before = row.cells["code"]
    user.type("8810")
    assert shown(user)
    user.press(Key.Key_Escape)
    assert shown(user) is None
    assert isinstance(QApplication.focusWidget(), CellText)
    user.press(Key.Key_Escape)
    assert QApplication.focusWidget() is table.view
    assert now(table, row).cells["code"] == before


def test_alt_down_opens_all_periods_and_moves_no_row(piatra_neamt: User) -> None:
    user = piatra_neamt
    table, row = stand(user, "information-campaigns", "period", "activity")
    order = [each.key for each in table.model.table.walk()]
    user.press(Key.Key_F2)
    user.press(Key.Key_Down, ALT)
    offers = shown(user)
    assert offers is not None
    user.press(Key.Key_Down)
    chosen = offers.chosen()
    user.press(Key.Key_Return)
    user.press(Key.Key_Return)
    assert chosen is not None
    assert now(table, row).cells["period"] == chosen.text
    assert [each.key for each in table.model.table.walk()] == order


def test_the_mouse_opens_the_list_and_takes_an_offer(piatra_neamt: User) -> None:
    user = piatra_neamt
    table, row = stand(user, "information-campaigns", "responsible", "activity")
    user.press(Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, CellText)
    editor.clear()
    button = editor.findChild(QToolButton)
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    offers = shown(user)
    assert offers is not None
    index = offers.view.model().index(1, 0)
    place = offers.view.visualRect(index).center()
    QTest.mouseClick(offers.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert QApplication.focusWidget() is editor
    text = editor.toPlainText()
    assert text
    user.press(Key.Key_Return)
    assert now(table, row).cells["responsible"] == text


def test_a_list_completes_the_line_that_is_typed(piatra_neamt: User) -> None:
    user = piatra_neamt
    office_lists(session_of(user)).add_party("Parohia Sfântul Nicolae")
    table, row = stand(user, "information-campaigns", "responsible", "activity")
    user.type("DAS")
    user.press(Key.Key_Return, ALT)
    user.type("paro")
    user.press(Key.Key_Down)
    user.press(Key.Key_Tab)
    assert now(table, row).cells["responsible"] == "DAS\nParohia Sfântul Nicolae"


def test_a_cell_of_long_texts_offers_nothing(piatra_neamt: User) -> None:
    user = piatra_neamt
    stand(user, "information-campaigns", "objectives", "activity")
    user.type("Con")
    editor = QApplication.focusWidget()
    assert isinstance(editor, CellText)
    assert editor.findChild(CellOffers)
    assert editor.findChild(QToolButton) is None


@pytest.mark.parametrize(
    ("typed", "said", "unread"),
    [("12500,5", "= 12.500.500,00 lei", False), ("12.5o0", "Nu se citește ca sumă", True)],
)
def test_a_sum_is_read_while_it_is_typed_and_kept_as_typed(
    piatra_neamt: User, typed: str, said: str, unread: bool
) -> None:
    user = piatra_neamt
    table, row = stand(user, "existing-services", "local-budget", "service")
    index = QModelIndex(table.view.currentIndex())
    user.type(typed)
    label = user.window.findChild(QLabel, "reading")
    assert label is not None
    assert label.isVisible()
    assert label.text().startswith(said)
    user.press(Key.Key_Return)
    assert now(table, row).cells["local-budget"] == typed
    assert user.window.findChild(QLabel, "reading") is None
    assert (table.model.data(index, UNREAD_ROLE) is not None) == unread
    told = table.model.data(index, Qt.ItemDataRole.ToolTipRole)
    assert (told or "").startswith(said) == unread


def test_the_status_line_reads_the_current_sum(piatra_neamt: User) -> None:
    user = piatra_neamt
    stand(user, "existing-services", "local-budget", "service")
    assert "= 332.000,00 lei" in user.window.statusBar().currentMessage()


def test_the_status_line_forgets_a_sum_that_is_left(piatra_neamt: User) -> None:
    user = piatra_neamt
    stand(user, "existing-services", "local-budget", "service")
    user.go("narrative")
    assert user.window.statusBar().currentMessage() == ""
