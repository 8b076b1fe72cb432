"""Cut, copy and paste in the window's tables, and the preview of what goes where."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QMimeData, Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QDialog, QLineEdit

from dragapp.examples import example
from dragapp.formats.clipboard import read_clipboard
from dragapp.ui.cleaning_dialog import CleaningDialog
from dragapp.ui.paste_choices import Placing
from dragapp.ui.paste_dialog import PasteDialog
from dragapp.ui.paste_preview import CHANGED_ROW, NEW_ROW, OLD
from tests.ui.conftest import User
from tests.ui.test_table import rows, shown, stand

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SAMPLES = Path(__file__).parents[1] / "data" / "clipboard"
COURSES, SERVICES, CAMPAIGNS = "improvement-courses", "existing-services", "information-campaigns"


def copied(text: str, html: str = "") -> None:
    """Let another program have copied something."""
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    QApplication.clipboard().setMimeData(data)


def from_calc() -> None:
    """Let Calc have copied the training table of 40 rows with its headings."""
    text, html = (
        (SAMPLES / f"calc_training.{each}").read_text("utf-8") for each in ("tsv", "html")
    )
    copied(text, html)


def choose(user: User, section: str, top: int, left: int, bottom: int, right: int) -> None:
    """Select a rectangle."""
    stand(user, section, top, left)
    table = user.table(section)
    model = table.model
    area = QItemSelection(model.index(top, left), model.index(bottom, right))
    flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
    table.view.selectionModel().select(area, flag)


def selected(user: User, section: str) -> set[tuple[int, int]]:
    chosen = user.table(section).view.selectionModel().selectedIndexes()
    return {(index.row(), index.column()) for index in chosen}


def status(user: User) -> str:
    return user.window.statusBar().currentMessage()


Answer = Callable[[QDialog], None]
Answering = Callable[[Answer], None]


@pytest.fixture
def answering(monkeypatch: pytest.MonkeyPatch) -> Answering:
    """Answer the next dialog as told; what is not accepted is given up."""

    def by(answer: Answer) -> None:
        def show(dialog: QDialog) -> int:
            dialog.show()
            answer(dialog)
            dialog.close()
            window = dialog.parentWidget()
            assert window
            window.activateWindow()
            QApplication.processEvents()
            return dialog.result()

        for kind in (PasteDialog, CleaningDialog):
            monkeypatch.setattr(kind, "exec", show)

    return by


def accept(dialog: QDialog) -> None:
    dialog.accept()


def paste(user: User) -> None:
    user.press(Qt.Key.Key_V, CTRL)
    session = user.window.session
    assert session
    session.flush()
    user.settle()


@pytest.fixture
def empty(use: Callable[..., User]) -> User:
    """A window on a plan whose table of courses is empty."""
    plan = example("piatra-neamt-2021")
    table = plan.section(COURSES).table
    assert table
    table.rows.clear()
    return use(plan)


def test_a_table_of_calc_fills_an_empty_one_at_a_single_key(empty: User) -> None:
    strict = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(empty.table(COURSES).model, strict)
    from_calc()
    paste(empty)
    stored = rows(empty, COURSES, stored=True)
    assert len(stored) == 40
    assert stored[0].cells == {
        "staff": "Serviciul de Asistență Socială – curs de management de caz",
        "persons": "2",
        "budget": "350,00",
    }
    # A cell of two lines stays one cell.
    assert stored[6].cells["staff"].split("\n")[1] == "– curs de management de caz"
    assert selected(empty, COURSES) == {(row, side) for row in range(40) for side in range(3)}
    assert status(empty).startswith("Lipit: 40 de rânduri adăugate.")
    assert empty.window.actions_["undo"].text() == "Anulează: lipește 40 de rânduri"
    empty.do("undo")
    assert rows(empty, COURSES, stored=True) == []
    empty.do("redo")
    assert len(rows(empty, COURSES, stored=True)) == 40
    assert tester.model() is not None


def test_what_would_be_replaced_is_shown_first(piatra_neamt: User, answering: Answering) -> None:
    before = shown(piatra_neamt, COURSES)
    stand(piatra_neamt, COURSES, 0, 0)
    from_calc()
    seen: list[tuple[object, ...]] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, PasteDialog)
        model = dialog.view.model()
        vertical = Qt.Orientation.Vertical
        seen.append(
            (
                model.index(0, 0).data(OLD),
                model.index(0, 0).data(),
                [model.headerData(row, vertical) for row in (0, 6, 7, 39)],
            )
        )

    answering(look)
    paste(piatra_neamt)
    assert seen == [
        (
            "Serviciul de Asistența Socială",
            "Serviciul de Asistență Socială – curs de management de caz",
            [CHANGED_ROW, CHANGED_ROW, NEW_ROW, NEW_ROW],
        )
    ]
    assert shown(piatra_neamt, COURSES) == before
    answering(accept)
    paste(piatra_neamt)
    assert len(rows(piatra_neamt, COURSES, stored=True)) == 40
    assert "33 de rânduri adăugate" in status(piatra_neamt)
    piatra_neamt.do("undo")
    assert shown(piatra_neamt, COURSES) == before


@pytest.mark.parametrize(("placing", "first"), [(Placing.BELOW, 3), (Placing.END, 7)])
def test_rows_may_be_inserted_instead(
    piatra_neamt: User, answering: Answering, placing: Placing, first: int
) -> None:
    before = shown(piatra_neamt, COURSES)
    stand(piatra_neamt, COURSES, 2, 0)
    copied("Primarul\t1\t*\nSecretarul\t1\t*\n")

    def insert(dialog: QDialog) -> None:
        box = dialog.findChild(QComboBox)
        assert box
        for _ in range(list(Placing).index(placing)):
            QTest.keyClick(box, Qt.Key.Key_Down)
        assert box.currentText() == placing.value
        QTest.keyClick(box, Qt.Key.Key_Return)

    answering(insert)
    paste(piatra_neamt)
    new = [["Primarul", "1", "*"], ["Secretarul", "1", "*"]]
    assert shown(piatra_neamt, COURSES) == [*before[:first], *new, *before[first:]]
    assert selected(piatra_neamt, COURSES) == {
        (row, side) for row in (first, first + 1) for side in range(3)
    }


def test_a_row_under_a_merged_label_goes_behind_all_of_it(
    piatra_neamt: User, answering: Answering
) -> None:
    before = shown(piatra_neamt, CAMPAIGNS)
    place = next(at for at, row in enumerate(before) if row[0] == "3.")
    choose(piatra_neamt, CAMPAIGNS, place, 1, place + 1, 1)
    copied("Campania nouă\tUn obiectiv\tIunie\tDAS")
    answering(lambda dialog: _choose(dialog, Placing.BELOW))
    paste(piatra_neamt)
    after = shown(piatra_neamt, CAMPAIGNS)
    assert after[place + 2][1:] == ["Campania nouă", "Un obiectiv", "Iunie", "DAS"]
    assert [row[1:] for row in after[place + 3 :]] == [row[1:] for row in before[place + 2 :]]


def _choose(dialog: QDialog, placing: Placing) -> None:
    box = dialog.findChild(QComboBox)
    assert box
    box.setCurrentIndex(list(Placing).index(placing))
    box.activated.emit(box.currentIndex())
    dialog.accept()


def test_headings_may_be_pasted_as_a_row(empty: User, answering: Answering) -> None:
    stand_at = empty.table(COURSES)
    stand_at.view.setFocus()
    copied("Personalul de specialitate\tNr. persoane\tBuget\tAltceva\nPrimarul\t1\t*\tx")

    def unhead(dialog: QDialog) -> None:
        head = next(box for box in dialog.findChildren(QCheckBox) if "cap" in box.text())
        assert head.isChecked()
        head.click()
        dialog.accept()

    answering(unhead)
    paste(empty)
    assert shown(empty, COURSES) == [
        ["Personalul de specialitate", "Nr. persoane", "Buget"],
        ["Primarul", "1", "*"],
    ]


def test_one_value_fills_the_selection_in_one_step(piatra_neamt: User) -> None:
    choose(piatra_neamt, COURSES, 1, 2, 4, 2)
    piatra_neamt.press(Qt.Key.Key_Delete)
    copied("1.500\n")
    paste(piatra_neamt)
    assert [row[2] for row in shown(piatra_neamt, COURSES)] == ["*", *["1.500"] * 4, "*", "*"]
    assert status(piatra_neamt) == "Lipit: 4 celule completate."
    piatra_neamt.do("undo")
    assert [row[2] for row in shown(piatra_neamt, COURSES)] == ["*", *[""] * 4, "*", "*"]


def test_a_copy_has_text_with_tabs_and_a_table_with_the_merged_look(piatra_neamt: User) -> None:
    place = next(at for at, row in enumerate(shown(piatra_neamt, CAMPAIGNS)) if row[0] == "3.")
    choose(piatra_neamt, CAMPAIGNS, place, 0, place + 1, 2)
    piatra_neamt.press(Qt.Key.Key_C, CTRL)
    data = QApplication.clipboard().mimeData()
    block = read_clipboard(data.text(), data.html())
    assert (block.height, block.width) == (2, 3)
    label = block.rows[0][1]
    assert label
    assert label.rowspan == 2
    assert data.text().split("\t")[0] == "3."
    assert status(piatra_neamt) == "Copiat: 2 rânduri, 3 coloane."


def test_a_copy_with_headings_leaves_hidden_columns_out(draguseni: User) -> None:
    matrix = "objectives-matrix"
    table = draguseni.table(matrix)
    table.view.selectAll()
    draguseni.press(Qt.Key.Key_C, CTRL, SHIFT)
    data = QApplication.clipboard().mimeData()
    block = read_clipboard(data.text(), data.html())
    columns = table.model.layout_now.columns
    seen = [at for at in range(len(columns)) if not table.view.isColumnHidden(at)]
    assert len(seen) < len(columns)
    assert block.width == len(seen)
    assert block.head_rows
    assert columns[seen[1]].title in block.texts()[block.head_rows - 1]


def test_a_merged_cell_alone_is_one_text(piatra_neamt: User) -> None:
    choose(piatra_neamt, SERVICES, 0, 1, 0, 9)
    piatra_neamt.press(Qt.Key.Key_C, CTRL)
    text = "Centrul de îngrijiri la domiciliu pentru persoanele vârstnice"
    assert QApplication.clipboard().text() == text


def test_scattered_cells_are_copied_with_those_between_and_said_so(piatra_neamt: User) -> None:
    stand(piatra_neamt, COURSES, 0, 0)
    view = piatra_neamt.table(COURSES).view
    flag = QItemSelectionModel.SelectionFlag.Select
    view.selectionModel().select(view.model().index(2, 1), flag)
    piatra_neamt.press(Qt.Key.Key_C, CTRL)
    lines = [line.split("\t") for line in QApplication.clipboard().text().splitlines()]
    before = shown(piatra_neamt, COURSES)
    assert lines == [before[0][:2], before[2][:2]]
    assert "dintre cele alese" in status(piatra_neamt)


def test_cutting_is_one_step(piatra_neamt: User) -> None:
    before = shown(piatra_neamt, COURSES)
    choose(piatra_neamt, COURSES, 1, 0, 2, 1)
    piatra_neamt.press(Qt.Key.Key_X, CTRL)
    after = shown(piatra_neamt, COURSES)
    assert after[1] == ["", "", "*"]
    piatra_neamt.do("undo")
    assert shown(piatra_neamt, COURSES) == before
    piatra_neamt.do("redo")
    stand(piatra_neamt, COURSES, 1, 0)
    paste(piatra_neamt)
    assert shown(piatra_neamt, COURSES) == before


def test_keys_in_an_open_cell_are_the_cells_own(piatra_neamt: User) -> None:
    stand(piatra_neamt, COURSES, 0, 0)
    piatra_neamt.press(Qt.Key.Key_F2)
    piatra_neamt.press(Qt.Key.Key_A, CTRL)
    piatra_neamt.press(Qt.Key.Key_C, CTRL)
    assert QApplication.clipboard().text() == "Serviciul de Asistența Socială"
    # A cell of a spreadsheet has a line end behind it, several have tabs between.
    copied("Primarul\tcomunei\n")
    piatra_neamt.press(Qt.Key.Key_V, CTRL)
    piatra_neamt.press(Qt.Key.Key_Return)
    assert shown(piatra_neamt, COURSES)[0][0] == "Primarul comunei"


def test_an_open_cell_takes_cleaned_text(piatra_neamt: User) -> None:
    stand(piatra_neamt, COURSES, 0, 0)
    piatra_neamt.type("La ")
    copied("asistenţă  socială comuni-\ntară")
    piatra_neamt.press(Qt.Key.Key_V, CTRL, SHIFT)
    piatra_neamt.press(Qt.Key.Key_Return)
    assert shown(piatra_neamt, COURSES)[0][0] == "La asistență socială comunitară"


def test_a_field_of_the_plan_keeps_its_own_keys(piatra_neamt: User) -> None:
    assert piatra_neamt.window.tabs is not None
    piatra_neamt.window.tabs.setCurrentIndex(0)
    tab = piatra_neamt.window.tabs.currentWidget()
    assert tab
    field = next(each for each in tab.findChildren(QLineEdit) if each.text())
    field.setFocus()
    field.selectAll()
    text = field.text()
    piatra_neamt.do("copy")
    assert QApplication.clipboard().text() == text
    copied("Piatra  Neamţ")
    field.selectAll()
    piatra_neamt.do("paste_clean")
    assert field.text() == "Piatra Neamț"


def test_what_cannot_be_pasted_is_told(piatra_neamt: User, answering: Answering) -> None:
    stand(piatra_neamt, COURSES, 0, 0)
    notices = piatra_neamt.window.notices
    picture, file = QMimeData(), QMimeData()
    picture.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    file.setUrls([QUrl.fromLocalFile("/plan.xlsx")])
    for data, told in ((picture, "o imagine"), (file, "un fișier"), (QMimeData(), "încă nimic")):
        QApplication.clipboard().setMimeData(data)
        paste(piatra_neamt)
        assert told in notices.text("clipboard")
    copied("x\ty\n" * 120_000)
    paste(piatra_neamt)
    assert "prea mare" in notices.text("clipboard")
    copied("Altul")
    answering(accept)
    paste(piatra_neamt)
    assert notices.text("clipboard") == ""


def test_an_approved_plan_can_only_be_copied_from(piatra_neamt: User) -> None:
    session = piatra_neamt.window.session
    assert session
    session.approve(b"%PDF-", date(2021, 3, 1))
    piatra_neamt.settle()
    before = shown(piatra_neamt, COURSES)
    stand(piatra_neamt, COURSES, 0, 0)
    piatra_neamt.press(Qt.Key.Key_C, CTRL)
    assert QApplication.clipboard().text() == before[0][0]
    for key in (Qt.Key.Key_V, Qt.Key.Key_X):
        piatra_neamt.press(key, CTRL)
        assert "aprobat" in piatra_neamt.window.notices.text("clipboard")
    assert shown(piatra_neamt, COURSES) == before
    session.reopen()
    assert piatra_neamt.window.notices.text("clipboard") == ""


def test_pasting_cleaned_mends_what_copying_broke(empty: User) -> None:
    empty.table(COURSES).view.setFocus()
    copied("Asistenţă  socială\t1\t\nşcoala\t2\t")
    empty.press(Qt.Key.Key_V, CTRL, SHIFT)
    assert [row[0] for row in shown(empty, COURSES)] == ["Asistență socială", "școala"]
    assert "Curățat:" in status(empty)


def test_cells_are_cleaned_after_showing_them(piatra_neamt: User, answering: Answering) -> None:
    stand(piatra_neamt, COURSES, 0, 0)
    piatra_neamt.type("Asistenţă  socială")
    piatra_neamt.press(Qt.Key.Key_Return)
    choose(piatra_neamt, COURSES, 0, 0, 6, 2)
    told: list[str] = []

    def agree(dialog: QDialog) -> None:
        assert isinstance(dialog, CleaningDialog)
        told.extend(each.before for each in dialog.agreed())
        dialog.accept()

    answering(agree)
    piatra_neamt.do("clean")
    assert told == ["Asistenţă  socială"]
    assert shown(piatra_neamt, COURSES)[0][0] == "Asistență socială"
    piatra_neamt.do("clean")
    assert "nimic de curățat" in status(piatra_neamt)
    piatra_neamt.do("undo")
    assert shown(piatra_neamt, COURSES)[0][0] == "Asistenţă  socială"


def test_what_is_put_away_is_neither_emptied_nor_pasted_over(
    piatra_neamt: User, answering: Answering
) -> None:
    table = piatra_neamt.table(COURSES)
    before = shown(piatra_neamt, COURSES)
    table.view.order.show(1, False)
    choose(piatra_neamt, COURSES, 0, 0, 0, 2)
    piatra_neamt.press(Qt.Key.Key_X, CTRL)
    assert QApplication.clipboard().text() == f"{before[0][0]}\t{before[0][2]}\r\n"
    assert shown(piatra_neamt, COURSES)[0] == ["", before[0][1], ""]
    choose(piatra_neamt, COURSES, 0, 0, 0, 2)
    piatra_neamt.press(Qt.Key.Key_Delete)
    assert shown(piatra_neamt, COURSES)[0] == ["", before[0][1], ""]
    answering(accept)
    copied("unu\tdoi\n")
    paste(piatra_neamt)
    assert shown(piatra_neamt, COURSES)[0] == ["unu", before[0][1], "doi"]
    assert shown(piatra_neamt, COURSES)[1:] == before[1:]


def test_columns_are_copied_and_pasted_as_they_stand_on_screen(
    piatra_neamt: User, answering: Answering
) -> None:
    table = piatra_neamt.table(COURSES)
    before = shown(piatra_neamt, COURSES)
    table.view.header.moveSection(2, 0)
    assert table.view.columns_in_sight() == [2, 0, 1]
    choose(piatra_neamt, COURSES, 0, 0, 0, 2)
    piatra_neamt.press(Qt.Key.Key_C, CTRL)
    assert QApplication.clipboard().text().split("\t")[:2] == [before[0][2], before[0][0]]
    answering(accept)
    choose(piatra_neamt, COURSES, 1, 2, 1, 2)
    copied("bani\tpersonal\n")
    paste(piatra_neamt)
    assert shown(piatra_neamt, COURSES)[1] == ["personal", before[1][1], "bani"]


def test_a_clipboard_that_another_program_holds_is_an_empty_one(
    piatra_neamt: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(QApplication.clipboard()), "mimeData", lambda *_: None)
    stand(piatra_neamt, COURSES, 0, 0)
    for command in ("paste", "paste_clean"):
        piatra_neamt.do(command)
        assert "Nu ați copiat încă nimic" in piatra_neamt.window.notices.text("clipboard")
    piatra_neamt.go("narrative").before.setFocus()
    before = piatra_neamt.stored()
    piatra_neamt.do("paste_clean")
    piatra_neamt.do("paste")
    assert piatra_neamt.stored() == before
