"""Legal acts: found, cited and inserted where one writes; the office's own ones."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dragapp.plan.acts import Act, ActKind
from dragapp.plan.rich import plain
from dragapp.ui import dialogs
from dragapp.ui.act_dialog import ActDialog
from dragapp.ui.act_form import ActForm
from dragapp.ui.cell_editor import CellText
from dragapp.ui.office_lists import OfficeLists, office_lists
from tests.ui.conftest import User

Key = Qt.Key
Insert = Callable[[User, Callable[[ActDialog], None]], None]
FULL = "Legea asistenței sociale nr. 292/2011, cu modificările și completările ulterioare"


def lists_of(user: User) -> OfficeLists:
    assert user.window.session is not None
    return office_lists(user.window.session)


@pytest.fixture
def insert(monkeypatch: pytest.MonkeyPatch) -> Insert:
    """Choose the command from where the focus is and work in its dialog."""

    def insert(user: User, work: Callable[[ActDialog], None]) -> None:
        def modal(dialog: ActDialog) -> int:
            # A dialog takes the focus, which closes an open cell.
            dialog.show()
            dialog.activateWindow()
            dialog.search.setFocus()
            user.settle()
            work(dialog)
            dialog.accept()
            user.window.activateWindow()
            user.settle()
            return dialog.result()

        monkeypatch.setattr(ActDialog, "exec", modal)
        user.do("act")

    return insert


def search(typed: str) -> Callable[[ActDialog], None]:
    return lambda dialog: dialog.search.setText(typed)


def test_a_citation_comes_at_the_caret_of_a_text(draguseni: User, insert: Insert) -> None:
    user = draguseni
    editor = user.go("narrative").before
    editor.setFocus()
    cursor = editor.textCursor()
    cursor.setPosition(0)
    editor.setTextCursor(cursor)
    user.settle()
    insert(user, search("292/2011"))
    assert editor.toPlainText().startswith(FULL)
    assert editor.hasFocus()
    editor.commit()
    assert plain(user.stored().section("narrative").before[0].text).startswith(FULL)


def test_a_citation_comes_at_the_caret_of_an_open_cell(piatra_neamt: User, insert: Insert) -> None:
    user = piatra_neamt
    table = user.table("information-campaigns")
    row = next(each for each in table.model.table.walk() if each.level == "activity")
    table.view.show_cell(row.key, "objectives")
    user.type("potrivit art. 5")
    editor = QApplication.focusWidget()
    assert isinstance(editor, CellText)
    editor.moveCursor(editor.textCursor().MoveOperation.Start)
    user.type("În baza ")

    def genitive(dialog: ActDialog) -> None:
        dialog.search.setText("legea asistentei sociale")
        dialog._case.button(1).click()

    insert(user, genitive)
    user.press(Key.Key_Return)
    found = table.model.table.find(row.key)
    assert found is not None
    stored = found[0][found[1]].cells["objectives"]
    assert stored == f"În baza {FULL.replace('Legea', 'Legii')} potrivit art. 5"


def test_without_a_place_the_citation_is_copied(piatra_neamt: User, insert: Insert) -> None:
    user = piatra_neamt
    assert user.window.tabs is not None
    user.window.tabs.tabBar().setFocus()
    user.settle()
    QApplication.clipboard().clear()
    insert(user, search("292/2011"))
    assert QApplication.clipboard().text() == FULL


def test_a_repealed_act_says_so(piatra_neamt: User) -> None:
    dialog = ActDialog(piatra_neamt.window, lists_of(piatra_neamt), "Inserează")
    dialog.search.setText("215/2001")
    assert dialog.act is not None
    item = dialog.list.topLevelItem(0)
    assert item is not None
    assert "abrogată prin OUG nr. 57/2019" in item.text(2)
    assert "abrogată prin OUG nr. 57/2019" in dialog._cited.text()
    dialog.search.setText("acest act nu există nicăieri")
    assert dialog.act is None
    dialog.deleteLater()


def test_an_act_of_ones_own_is_found_and_cited(piatra_neamt: User) -> None:
    user, lists = piatra_neamt, lists_of(piatra_neamt)
    form = ActForm(user.window, "HCL 15/2020")
    assert form.kind.currentData() == ActKind.LOCAL_DECISION
    form.fields["title"].setText("privind strategia de dezvoltare a serviciilor sociale")
    form.accept()
    assert form.act == Act(
        ActKind.LOCAL_DECISION,
        "15",
        2020,
        title="privind strategia de dezvoltare a serviciilor sociale",
    )
    lists.add_act(form.act)
    dialog = ActDialog(user.window, lists, "Inserează")
    dialog.search.setText("strategia dezvoltare")
    assert dialog.act == form.act
    dialog.deleteLater()
    user.do("undo")
    assert lists.lists.acts == []


def test_an_act_needs_its_number_and_year(
    piatra_neamt: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(dialogs, "tell", lambda *texts: told.append(texts[-1]))
    form = ActForm(piatra_neamt.window)
    form.accept()
    form.fields["number"].setText("15")
    form.fields["year"].setText("20")
    form.accept()
    assert form.act is None
    assert ["numărul" in told[0], "anul" in told[1]] == [True, True]
    form.deleteLater()
