"""The office's own lists in the window: shown, changed in one step, carried elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from dragapp.dossier.dossier import Dossier
from dragapp.errors import FormatError
from dragapp.examples import example
from dragapp.plan.acts import Act, ActKind
from dragapp.plan.layout import LaidCell
from dragapp.plan.own_lists import OwnCode, OwnLists
from dragapp.ui import dialogs
from dragapp.ui.office_lists import OfficeLists, office_lists
from dragapp.ui.own_add import offer_to_add
from dragapp.ui.own_lists_dialog import OwnListsDialog, lists_in
from dragapp.ui.own_model import Misplaced, OwnModel
from dragapp.ui.own_rows import KEPT, Kept
from tests.ui.conftest import User

CODES, ACTS, PARTIES = KEPT[0], KEPT[1], KEPT[2]
CODE = OwnCode("8899 CZ-VS-I", "Centre de asistență integrată", regime="de zi")
ACT = Act(ActKind.ORDER, "27", 2019, title="privind standardele", source="Monitorul Oficial")


def lists_of(user: User) -> OfficeLists:
    assert user.window.session is not None
    return office_lists(user.window.session)


def write(model: OwnModel, row: int, *texts: str) -> None:
    for column, text in enumerate(texts):
        model.setData(model.index(row, column), text)


def test_the_lists_are_changed_in_one_step(piatra_neamt: User, qtbot: QtBot) -> None:
    lists = lists_of(piatra_neamt)
    dialog = OwnListsDialog(piatra_neamt.window, lists)
    dialog.pages["codes"].add()
    write(dialog.pages["codes"].model, 0, "8899 CZ-VS-I", "Centre de asistență integrată")
    dialog.pages["parties"].add()
    write(dialog.pages["parties"].model, 0, "Crucea Roșie")
    dialog.pages["words"].add()
    with qtbot.waitSignal(lists.changed, timeout=1000):
        lists.replace(dialog.lists())
    assert lists.lists == OwnLists(
        codes=[OwnCode("8899 CZ-VS-I", "Centre de asistență integrată")], parties=["Crucea Roșie"]
    )
    assert lists.services.knows("8899CZVSI")
    piatra_neamt.do("undo")
    assert lists.lists == OwnLists()
    assert not lists.services.knows("8899CZVSI")
    dialog.deleteLater()


def test_words_are_added_one_by_one_and_only_once(piatra_neamt: User) -> None:
    lists = lists_of(piatra_neamt)
    for word in ("DGASPC", "asistat", "DGASPC"):
        lists.add_word(word)
    assert lists.lists.words == ["DGASPC", "asistat"]
    with Dossier.open(lists._session.dossier.path, write=False) as dossier:
        assert dossier.own_lists().words == ["DGASPC", "asistat"]


@pytest.mark.parametrize("kept", KEPT, ids=lambda kept: kept.name)
def test_the_rows_are_a_sound_model(qtbot: QtBot, kept: Kept) -> None:
    things: dict[str, list[object]] = {"codes": [CODE], "acts": [ACT]}
    model = OwnModel(kept, things.get(kept.name, ["una", "alta"]))
    tester = QAbstractItemModelTester(model)
    model.add()
    write(model, model.rowCount() - 1, "x", "1", "2020")
    model.remove({0})
    model.show([])
    tester.deleteLater()
    assert model.rowCount() == 0


def test_what_a_row_does_not_show_is_kept(qtbot: QtBot) -> None:
    codes, acts = OwnModel(CODES, [CODE]), OwnModel(ACTS, [ACT])
    assert codes.things() == [CODE]
    write(acts, 0, "ordin", "27", "2020")
    assert acts.things() == [
        Act(ActKind.ORDER, "27", 2020, title="privind standardele", source="Monitorul Oficial")
    ]


@pytest.mark.parametrize(
    ("texts", "column", "said"),
    [
        (("Decret", "1", "2020"), 0, "Felul actului"),
        (("HG", "", "2020"), 1, "numărul"),
        (("HG", "1", "20"), 2, "anul"),
    ],
)
def test_a_wrong_cell_is_named(
    qtbot: QtBot, texts: tuple[str, ...], column: int, said: str
) -> None:
    model = OwnModel(ACTS, [])
    model.add()
    write(model, 0, *texts)
    with pytest.raises(Misplaced, match=said) as wrong:
        model.things()
    assert (wrong.value.place.row(), wrong.value.place.column()) == (0, column)


def test_a_repeated_row_is_told_and_an_empty_one_left_out(qtbot: QtBot) -> None:
    model = OwnModel(PARTIES, ["Primăria Bicaz"])
    model.add()
    assert model.things() == ["Primăria Bicaz"]
    write(model, 1, "primaria  bicaz")
    with pytest.raises(Misplaced, match="Rândul 2 repetă rândul 1"):
        model.things()


def test_lists_are_carried_to_another_dossier(
    piatra_neamt: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lists, path = lists_of(piatra_neamt), tmp_path / "liste.json"
    lists.replace(OwnLists(codes=[CODE], acts=[ACT], words=["venitul"]))
    dialog = OwnListsDialog(piatra_neamt.window, lists)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    dialog.carry()
    assert lists_in(path) == lists.lists
    other = tmp_path / "alta.dosar"
    with (
        Dossier.create(other, example("draguseni-2024")) as dossier,
        dossier.action("liste") as edit,
    ):
        edit.set_own_lists(OwnLists(parties=["Crucea Roșie"], words=["venitul"]))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(other), ""))
    dialog.bring()
    assert dialog._told.text() == "S-a adăugat 1 instituție; 1 exista deja."
    assert dialog.lists() == OwnLists([CODE], [ACT], ["Crucea Roșie"], [], ["venitul"])
    dialog.deleteLater()


def test_a_file_of_something_else_is_refused(
    piatra_neamt: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "altceva.json"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(FormatError, match="nu este un fișier de liste"):
        lists_in(path)
    told: list[str] = []
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    monkeypatch.setattr(dialogs, "tell", lambda *texts: told.append(texts[-1]))
    dialog = OwnListsDialog(piatra_neamt.window, lists_of(piatra_neamt))
    dialog.bring()
    assert len(told) == 1
    dialog.deleteLater()


def test_an_unknown_code_or_institution_can_be_added_from_its_cell(piatra_neamt: User) -> None:
    user, lists = piatra_neamt, lists_of(piatra_neamt)
    assert user.window.session is not None
    table = user.table("existing-services")
    row = next(each for each in table.model.table.walk() if each.level == "service")
    column = next(each for each in table.model.table.columns if each.key == "code")
    menu = QMenu()
    offer_to_add(menu, user.window.session, LaidCell(column, row, "8810ID-I"))
    assert menu.isEmpty()
    offer_to_add(menu, user.window.session, LaidCell(column, row, "8899 CZ-VS-I"))
    action = menu.actions()[-1]
    assert action.text() == "Adaugă „8899 CZ-VS-I” la listele mele"
    action.trigger()
    name = " ".join(row.cells["name"].split())
    assert lists.lists.codes == [OwnCode("8899 CZ-VS-I", name)]
    menu.deleteLater()


def test_the_delete_key_empties_the_chosen_cells(piatra_neamt: User) -> None:
    lists = lists_of(piatra_neamt)
    lists.replace(OwnLists(codes=[OwnCode("X1", "Unu"), OwnCode("X2", "Doi")]))
    dialog = OwnListsDialog(piatra_neamt.window, lists)
    page = dialog.pages["codes"]
    page.view.setCurrentIndex(page.model.index(0, 1))
    QTest.keyClick(page.view, Qt.Key.Key_Delete)
    assert [page.model.index(0, place).data() for place in (0, 1)] == ["X1", ""]
    assert page.model.rowCount() == 2
    dialog.deleteLater()


def test_esc_asks_only_where_something_was_changed(
    piatra_neamt: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    lists = lists_of(piatra_neamt)
    lists.replace(OwnLists(words=["una"]))
    dialog = OwnListsDialog(piatra_neamt.window, lists)
    dialog.show()
    asked: list[str] = []

    def no(_: object, __: str, text: str, *___: object) -> bool:
        asked.append(text)
        return False

    monkeypatch.setattr(dialogs, "ask", no)
    page = dialog.pages["words"]
    page.model.add()
    write(page.model, 1, "alta")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert "se pierd" in asked[0]
    assert dialog.isVisible()
    page.model.remove({1})
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert len(asked) == 1
    dialog.deleteLater()
