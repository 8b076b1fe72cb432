"""Three plans made by hand: each function types one into the window, key by key.

What they make is kept in `tests/data/plans/` and must come out the same.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from dragapp.examples import example
from dragapp.plan.layout import lay_out
from dragapp.plan.outline import Look, Node
from dragapp.plan.plan import Plan
from dragapp.plan.situation import Answer
from dragapp.ui.columns_dialog import ColumnsDialog
from dragapp.ui.main_window import MainWindow
from dragapp.ui.new_plan_dialog import NewPlanDialog
from dragapp.ui.number_dialog import NumberDialog
from dragapp.ui.section_dialog import NewSectionDialog
from tests.ui.conftest import User

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def answer_new(dialog: NewPlanDialog, year: int, **answers: str) -> None:
    """Fill in the wizard's fields by their names in the institution, and go through its pages."""
    for name, text in answers.items():
        if name == "kind":
            dialog.place.kind.setCurrentText(text)
        elif name in dialog.people.fields:
            dialog.people.fields[name].setText(text)
        else:
            getattr(dialog.place, name).setText(text)
    dialog.place.year.setValue(year)
    assert dialog.forward.isEnabled()
    dialog.go_on()
    dialog.go_on()


class Typist(User):
    """A user at the keyboard."""

    def __init__(self, window: MainWindow, patch: pytest.MonkeyPatch) -> None:
        super().__init__(window)
        self.patch = patch

    def into(self, field: QWidget, text: str) -> None:
        """Type into a field in place of what is there."""
        field.setFocus()
        self.settle()
        if isinstance(field, QComboBox):
            field.setCurrentText(text)
        elif isinstance(field, (QLineEdit, QPlainTextEdit)):
            field.selectAll()
            self.type(text)
        self.settle()

    def field(self, name: str, text: str) -> None:
        """Type into the visible field of that name and leave it."""
        assert self.window.tabs is not None
        page = self.window.tabs.currentWidget()
        for kind in (QLineEdit, QPlainTextEdit):
            for field in page.findChildren(kind):
                if field.accessibleName() == name:
                    self.into(field, text)
                    self.press(Qt.Key.Key_Tab)
                    return
        raise AssertionError(f"no field {name!r}")

    def new_plan(
        self, path: Path, year: int, without: tuple[str, ...] = (), **answers: str
    ) -> None:
        """Choose Plan nou and answer its questions; `without` are sections answered with "nu"."""

        def answer(dialog: NewPlanDialog) -> QDialog.DialogCode:
            answer_new(dialog, year, **answers)
            for section in without:
                dialog.situation.answer(section, Answer.NO, confirm=True)
            return QDialog.DialogCode.Accepted

        self.patch.setattr(NewPlanDialog, "exec", answer)
        self.patch.setattr("dragapp.ui.files.ask_new", lambda *_: path)
        self.do("new")

    def add_section(self, beside: str, title: str, label: str, columns: str) -> str:
        """Add a section after another one; return its key."""

        def answer(dialog: NewSectionDialog) -> QDialog.DialogCode:
            dialog.title.setText(title)
            dialog.label.setCurrentIndex(dialog.label.findData(label))
            dialog.place.setCurrentIndex(dialog.place.findData(False))
            dialog.columns.setPlainText(columns)
            return QDialog.DialogCode.Accepted

        self.patch.setattr(NewSectionDialog, "exec", answer)
        self.go(beside)
        self.do("section_add")
        return self.chosen().key

    def unprint(self, section: str, *titles: str) -> None:
        """Keep columns off the paper, in the dialog of the table's head."""

        def answer(dialog: ColumnsDialog) -> QDialog.DialogCode:
            for place, column in enumerate(dialog.columns):
                if column.title in titles:
                    box = dialog.grid.cellWidget(place, 5).findChild(QCheckBox)
                    assert isinstance(box, QCheckBox)
                    box.click()
            return QDialog.DialogCode.Accepted

        self.patch.setattr(ColumnsDialog, "exec", answer)
        self.table(section)
        self.do("columns")

    def choose(self, *keys: str) -> None:
        """Select several sections of one tab."""
        self.go(keys[0])
        chapter = self.window.tabs.chapter() if self.window.tabs else None
        assert chapter is not None
        for item in chapter.tree._items():
            item.setSelected(item.data(0, Qt.ItemDataRole.UserRole) in keys)
        self.settle()

    def end_of_text(self, section: str) -> None:
        """Stand at the end of a section's text."""
        editor = self.go(section).before
        editor.setFocus()
        editor.moveCursor(QTextCursor.MoveOperation.End)
        self.settle()

    def erase_last(self, section: str, count: int) -> None:
        """Select the last paragraphs of a section's text and delete them."""
        self.end_of_text(section)
        editor = self.go(section).before
        cursor = editor.textCursor()
        back, keep = QTextCursor.MoveOperation.PreviousBlock, QTextCursor.MoveMode.KeepAnchor
        cursor.movePosition(back, keep, count)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, keep)
        editor.setTextCursor(cursor)
        self.press(Qt.Key.Key_Delete)

    def paragraphs(self, section: str, *texts: str) -> None:
        """Type paragraphs at the end of a section's text."""
        self.end_of_text(section)
        editor = self.go(section).before
        for number, text in enumerate(texts):
            if number or editor.toPlainText():
                self.press(Qt.Key.Key_Return)
            self.type(text)

    def list_kind(self, section: str, name: str) -> None:
        """Turn the current paragraph into another kind, by the menu's line."""
        panel = self.go(section).panels["before"]
        menu = panel._kind.menu()
        assert menu is not None
        next(each for each in menu.actions() if each.text() == name).trigger()
        self.settle()

    def cells(self, *texts: str) -> None:
        """Type a row's cells from the current one on, Tab between them; empty ones are passed."""
        for text in texts:
            if text:
                self.type_cell(text)
            self.press(Qt.Key.Key_Tab)

    def type_cell(self, text: str) -> None:
        """Type into the current cell without leaving it."""
        for number, line in enumerate(text.split("\n")):
            if number:
                self.press(Qt.Key.Key_Return, ALT)
            self.type(line)

    def row(self, section: str, level: str) -> None:
        """Add a row on a level after the current one."""
        table = self.table(section)
        table.add_on_level(level)
        self.settle()
        assert QApplication.focusWidget() is table.view


def no_services(user: Typist, path: Path) -> Plan:
    """A commune that has no service and reports none: six portrait pages of statements."""
    user.new_plan(
        path,
        2026,
        without=(
            "existing-services",
            "proposed-services",
            "contracting",
            "subsidies",
            "objectives-matrix",
        ),
        kind="comună",
        name="Valea Mică",
        county="Vaslui",
        fiscal_code="4567890",
        address="Sat Valea Mică, str. Principală nr. 1",
        phone="0235 123 456",
        mayor="Popa Ion",
        secretary="Ștefan Țuțu Ana",
        inspector="Ionescu Măriuca",
    )
    user.window.tabs.setCurrentIndex(0)  # type: ignore[union-attr]
    user.field("E-mail", "primaria@valeamica.ro")
    user.erase_last("legal-basis", 2)
    user.paragraphs(
        "legal-basis",
        "Strategia de dezvoltare a serviciilor sociale a comunei Valea Mică pentru perioada "
        "2024-2030, aprobată prin Hotărârea Consiliului Local nr. 12/28.02.2024, respectiv "
        "următoarele obiective operaționale/direcții de acțiune:",
    )
    for text in (
        "identificarea persoanelor aflate în dificultate și evaluarea nevoilor lor;",
        "informarea locuitorilor despre drepturile și beneficiile de asistență socială;",
        "sprijinirea persoanelor vârstnice singure și a persoanelor cu handicap grav;",
        "prevenirea abandonului școlar și a separării copilului de familia sa;",
    ):
        user.press(Qt.Key.Key_Return)
        user.list_kind("legal-basis", "Listă cu liniuță")
        if text.startswith("identificarea"):
            user.do("indent")
        user.type(text)
    user.press(Qt.Key.Key_Return)
    user.list_kind("legal-basis", "Listă 1. 2. 3.")
    user.do("outdent")
    user.type(
        "Strategia județeană de dezvoltare a serviciilor sociale a județului Vaslui, aprobată "
        "prin Hotărârea Consiliului Județean Vaslui."
    )
    user.do("state_done")
    user.paragraphs(
        "narrative",
        "Comuna Valea Mică are 2.140 de locuitori, dintre care 486 au peste 65 de ani. "
        "Compartimentul de asistență socială are un singur post, care acoperă beneficiile de "
        "asistență socială, protecția copilului și a persoanelor cu handicap.",
        "În anul 2025 au fost în evidență 61 de titulari ai venitului minim de incluziune, 24 de "
        "persoane cu handicap grav cu asistent personal sau indemnizație și 18 copii cu părinți "
        "plecați la muncă în străinătate.",
    )
    user.do("state_done")
    user.choose("consultation", "contents")
    user.do("state_done")
    user.go("published-information")
    user.do("state_done")
    user.paragraphs(
        "information-activities",
        "- se afișează la sediul primăriei și se publică pe pagina de internet ori de câte ori "
        "apar modificări.",
    )
    user.do("state_done")
    user.choose("green-line", "promotion-campaigns", "meetings")
    user.do("state_none")
    user.row("information-campaigns", "campaign")
    user.cells(
        "Informare privind venitul minim de incluziune",
        "Cunoașterea condițiilor de acordare și a documentelor necesare",
        "Semestrul I",
        "Compartimentul de asistență socială",
    )
    user.row("information-campaigns", "campaign")
    user.cells(
        "Iarna nu uităm de vecini",
        "Identificarea persoanelor vârstnice singure care au nevoie de lemne de foc",
        "Noiembrie și decembrie 2026",
        "Compartimentul de asistență socială\nAsistentul medical comunitar",
    )
    user.do("state_done")
    user.row("counselling-topics", "topic")
    user.cells("Drepturile persoanelor cu handicap și ale asistenților personali")
    user.row("counselling-topics", "topic")
    user.cells("Prevenirea violenței domestice: unde se cere ajutor")
    user.do("state_done")
    user.go("press-messages")
    user.do("state_none")
    user.choose(
        "improvement-courses",
        "qualification-courses",
        "instruction-volunteers",
        "national-programmes",
        "supervision",
        "supervision-social-workers",
        "supervision-psychologists",
    )
    user.do("state_none")
    user.row("instruction-assistants", "staff")
    user.cells("Asistenți personali ai persoanelor cu handicap grav", "11", "0 lei")
    user.do("state_done")
    user.row("peer-review", "topic")
    user.cells("Venitul minim de incluziune: întâlnire cu comunele vecine", "1", "-")
    user.do("state_done")
    user.window.tabs.setCurrentWidget(user.window.tabs.decision)  # type: ignore[union-attr]
    user.field("Proiect de hotărâre, Număr", "3")
    user.field("Proiect de hotărâre, Data", "12.01.2026")
    user.field("Raport de specialitate, Număr", "ad.131")
    user.field("Președinte de ședință", "Vasile Gheorghe")
    return user.stored()


def objectives_without_directions(user: Typist, path: Path) -> Plan:
    """A town whose measures stand right under the objectives, with a section of its own."""
    user.new_plan(path, 2025, kind="oraș", name="Fântânele Noi", county="Teleorman")
    user.row("existing-services", "centre")
    user.cells("Centrul de zi „Sfântul Nicolae”")
    user.row("existing-services", "service")
    user.cells(
        "8891 CZ-C-II",
        "Centru de zi pentru copii",
        "25 copii",
        "92%",
        "410,5",
        "-",
        "120",
        "-",
        "*",
    )
    user.do("state_done")
    user.unprint("objectives-matrix", "Nr. crt.", "Direcții de acțiune")
    user.row("objectives-matrix", "objective")
    user.cells("Copiii rămân în familie")
    for measure, indicators, funding, who, term in (
        (
            "Consilierea familiilor cu risc de separare",
            "Nr. familii consiliate\nNr. planuri de servicii",
            "Bugetul local",
            "Serviciul de asistență socială",
            "trimestrial",
        ),
        (
            "Ateliere de vacanță",
            "Nr. copii participanți",
            "Bugetul local\nSponsorizări",
            "Centrul de zi\nBiblioteca orășenească",
            "Iulie și August 2025",
        ),
    ):
        user.row("objectives-matrix", "measure")
        user.cells(measure, indicators, funding, who, term)
    user.row("objectives-matrix", "objective")
    user.cells("Vârstnicii nu sunt singuri")
    user.row("objectives-matrix", "measure")
    user.cells("Vizite săptămânale la domiciliu", "Nr. vizite", "", "Voluntari", "săptămânal")
    user.do("state_done")
    own = user.add_section(
        "press-messages",
        "Rețeaua de voluntari",
        "{1}.",
        "Nr. crt.\nOrganizația\nActivitatea\nPerioada",
    )
    user.row(own, "row")
    user.cells("Parohia „Adormirea Maicii Domnului”", "Masa caldă pentru 12 persoane", "săptămânal")
    user.row(own, "row")
    user.cells("Liceul teoretic", "Meditații", "lunar, octombrie - mai")
    user.do("state_done")
    return user.stored()


def matrix_retyped(user: Typist, path: Path) -> Plan:
    """The objectives matrix of Drăgușeni, typed anew from what its page shows."""
    user.new_plan(path, 2024, kind="comună", name="Drăgușeni", county="Iași")
    source = example("draguseni-2024").section("objectives-matrix").table
    assert source is not None
    numbers = {row.node.key: row for row in lay_out(source).rows}

    def enter(node: Node, fields: list[str], level: str) -> None:
        user.row("objectives-matrix", level)
        if level == "measure" and node in source.rows:
            _out_of_branch(user)
        if node.number is not None:
            _number(user, node.number)
        user.cells(*fields)

    for node in source.walk():
        look = source.level(node.level).look
        if look == Look.STACKED:
            continue
        if node.level in ("objective", "direction"):
            enter(node, [node.cells.get(node.level, "")], node.level)
            continue
        assert numbers[node.key].look == Look.ROW
        lines = [child.cells["indicator"] for child in node.rows]
        fields = [node.cells.get("measure", ""), "\n".join(lines)]
        fields += [node.cells.get(key, "") for key in ("funding", "responsible", "term")]
        enter(node, fields, "measure")
    user.do("state_done")
    return user.stored()


def _number(user: Typist, number: str) -> None:
    """Give the current row a number by the menu."""

    def answer(dialog: NumberDialog) -> QDialog.DialogCode:
        if number:
            dialog.text.setText(number)
            dialog.other.click()
        else:
            dialog.none.click()
        return QDialog.DialogCode.Accepted

    user.patch.setattr(NumberDialog, "exec", answer)
    user.do("row_number")


def _out_of_branch(user: Typist) -> None:
    """Move the current row down until it stands under nothing."""
    table = user.table("objectives-matrix")
    while len(table.rows.path(table.current() or "")) > 1:
        user.press(Qt.Key.Key_Down, ALT)
