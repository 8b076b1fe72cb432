"""Sections in the window: states, adding, moving, hiding, deleting, and what undo shows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from dragapp.forms import current_form
from dragapp.plan.plan import Institution, Plan
from dragapp.plan.rich import plain
from dragapp.plan.section import State
from dragapp.ui.section_dialog import NewSectionDialog, PropertiesDialog
from tests.ui.conftest import User


@pytest.fixture
def blank(use: object) -> User:
    """A window on a plan as the form makes it."""
    institution = Institution(name="Valea Mică", county="Vaslui")
    plan: Plan = current_form().new_plan(institution, 2026)
    return use(plan)  # type: ignore[operator, no-any-return]


def choose(user: User, *keys: str) -> None:
    user.go(keys[0])
    chapter = user.window.tabs.chapter() if user.window.tabs else None
    assert chapter is not None
    for item in chapter.tree._items():
        item.setSelected(item.data(0, Qt.ItemDataRole.UserRole) in keys)
    user.settle()


def names(user: User, parent: str) -> list[str]:
    return [section.name for section in user.stored().section(parent).sections]


def test_nothing_is_declared_in_a_new_plan(blank: User) -> None:
    assert {section.state for section in blank.stored().walk()} == {State.TODO}


def test_several_sections_are_declared_at_once_and_undone_at_once(blank: User) -> None:
    keys = ["existing-services", "proposed-services", "contracting", "subsidies"]
    choose(blank, *keys)
    blank.do("state_none")
    plan = blank.stored()
    assert {plan.section(key).state for key in keys} == {State.NONE}
    assert all(plan.section(key).statement for key in keys)
    blank.do("undo")
    assert {blank.stored().section(key).state for key in keys} == {State.TODO}


def test_nu_este_cazul_takes_the_place_of_untouched_text_only(blank: User) -> None:
    choose(blank, "subsidies")
    blank.do("state_none")
    assert blank.stored().section("subsidies").before == []
    blank.do("undo")
    assert len(blank.stored().section("subsidies").before) == 3
    editor = blank.go("subsidies").before
    editor.setFocus()
    blank.type("Ale mele. ")
    choose(blank, "subsidies")
    blank.do("state_none")
    kept = blank.stored().section("subsidies")
    assert kept.state == State.NONE
    assert plain(kept.before[0].text).startswith("Ale mele. ")


def test_a_statement_is_proposed_and_can_be_worded(blank: User) -> None:
    state = blank.go("green-line").state
    assert not state.statement.isHidden()
    state.statement.setFocus()
    state.statement.selectAll()
    blank.type("– nu există.")
    blank.press(Qt.Key.Key_Return)
    assert plain(blank.stored().section("green-line").statement) == "– nu există."
    assert blank.stored().section("green-line").state == State.TODO


def test_add_move_hide_and_delete_a_section(blank: User, monkeypatch: pytest.MonkeyPatch) -> None:
    def answer(dialog: NewSectionDialog) -> QDialog.DialogCode:
        dialog.title.setText("Parteneri")
        dialog.columns.setPlainText("Nr. crt.\nPartenerul")
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(NewSectionDialog, "exec", answer)
    monkeypatch.setattr("dragapp.ui.dialogs.ask", lambda *_: True)
    before = names(blank, "chapter-2")
    blank.go("meetings")
    blank.do("section_add")
    assert names(blank, "chapter-2") == [*before[:6], "Parteneri", *before[6:]]
    editor = blank.window.tabs.chapter().editor  # type: ignore[union-attr]
    assert editor is not None
    assert editor.label.text() == "7."
    assert editor.table is not None
    blank.do("section_up")
    assert names(blank, "chapter-2")[5] == "Parteneri"
    blank.do("section_hide")
    assert editor.label.text() == ""
    blank.do("section_delete")
    assert names(blank, "chapter-2") == before
    for _ in range(4):
        blank.do("undo")
    assert names(blank, "chapter-2") == before


def test_a_section_of_the_form_is_hidden_not_deleted(
    blank: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []

    def hide(*words: str) -> str:
        told.append(words[2])
        return words[3]

    monkeypatch.setattr("dragapp.ui.dialogs.choose", hide)
    before = names(blank, "chapter-1")
    blank.go("contracting")
    blank.do("section_delete")
    assert names(blank, "chapter-1") == before
    assert "modelul-cadru" in told[0]
    assert blank.plan.section("contracting").hidden
    blank.do("section_delete")
    assert "Acum este ascuns" in told[1]
    assert not blank.plan.section("contracting").hidden


def test_properties_change_in_one_step(blank: User, monkeypatch: pytest.MonkeyPatch) -> None:
    def answer(dialog: PropertiesDialog) -> QDialog.DialogCode:
        dialog.name.setText("Servicii")
        dialog.totals.setChecked(True)
        dialog.label.setCurrentIndex(dialog.label.findData("{1}."))
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(PropertiesDialog, "exec", answer)
    blank.go("existing-services")
    blank.do("section_edit")
    changed = blank.stored().section("existing-services")
    assert (changed.name, changed.totals, changed.label) == ("Servicii", True, "{1}.")
    blank.do("undo")
    changed = blank.stored().section("existing-services")
    assert (changed.totals, changed.label) == (False, "{A}.")


def test_a_typed_letter_sets_the_count_from_there(blank: User) -> None:
    label = blank.go("proposed-services").label
    label.setFocus()
    label.selectAll()
    blank.type("C.")
    blank.press(Qt.Key.Key_Return)
    assert blank.go("contracting").label.text() == "D."


def test_undo_turns_to_the_place_it_changed(blank: User) -> None:
    choose(blank, "green-line")
    blank.do("state_none")
    blank.window.tabs.setCurrentIndex(0)  # type: ignore[union-attr]
    blank.do("undo")
    assert blank.chosen().key == "green-line"


def test_the_menu_names_what_undo_takes_back(blank: User) -> None:
    choose(blank, "green-line")
    blank.do("state_none")
    assert blank.window.actions_["undo"].text() == "Anulează: declară „Nu este cazul”"


def test_undo_of_several_leaves_shown_and_highlighted_the_same(blank: User) -> None:
    choose(blank, "contracting", "subsidies")
    blank.do("state_none")
    blank.do("undo")
    chapter = blank.window.tabs.chapter() if blank.window.tabs else None
    assert chapter is not None
    assert chapter.editor is not None
    assert chapter.tree.current() == chapter.editor.section.key
    assert chapter.editor.section.key in {each.key for each in chapter.tree.selected()}


def test_row_commands_that_take_away_need_the_focus_in_the_table(blank: User) -> None:
    blank.table("existing-services")
    blank.do("row_below")
    assert blank.window.actions_["row_delete"].isEnabled()
    blank.go("existing-services").heading.setFocus()
    blank.settle()
    for name in ("row_delete", "row_up", "row_duplicate", "row_clear"):
        assert not blank.window.actions_[name].isEnabled()
    assert blank.window.actions_["row_below"].isEnabled()


def test_undo_of_a_field_turns_back_to_its_page(blank: User) -> None:
    tabs = blank.window.tabs
    assert tabs is not None
    assert blank.window.session is not None
    tabs.setCurrentIndex(0)
    blank.settle()
    with tabs.general.act("schimbă titlul") as edit:
        edit.set_plan(blank.plan.id, title="Alt titlu")
    blank.go("contracting")
    blank.do("undo")
    assert tabs.currentWidget() is tabs.general


def test_undo_of_adding_a_section_goes_back_to_its_neighbour(
    blank: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(dialog: NewSectionDialog) -> QDialog.DialogCode:
        dialog.title.setText("Parteneri")
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(NewSectionDialog, "exec", answer)
    blank.go("meetings")
    blank.do("section_add")
    blank.do("undo")
    assert blank.chosen().key == "meetings"
