"""Two dialogs: the properties of a section, and a new section."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from dragapp.plan.column import Column, ColumnKind
from dragapp.plan.keys import new_key
from dragapp.plan.label import render
from dragapp.plan.outline import Level, Table
from dragapp.plan.rich import rich
from dragapp.plan.section import Orientation, Section, StatementPlace
from dragapp.ui.dialogs import buttons, widen
from dragapp.ui.form_page import advice
from dragapp.ui.session import Session

#: How sections are numbered: the pattern and how it is called.
PATTERNS = {
    "": "fără număr",
    "Capitolul {I}.": "Capitolul I., Capitolul II.",
    "{I}.": "I., II., III.",
    "{A}.": "A., B., C.",
    "{1}.": "1., 2., 3.",
    "{a})": "a), b), c)",
    "{a}.": "a., b., c.",
}
_ORIENTATIONS = {
    Orientation.AUTO: "după lățimea tabelului",
    Orientation.PORTRAIT: "în picioare",
    Orientation.LANDSCAPE: "culcată",
}
_PLACES = {
    StatementPlace.BODY: "ca paragraf, sub titlu",
    StatementPlace.HEADING: "pe rândul titlului, după acesta",
}


def _choices(options: dict[str, str], current: str) -> QComboBox:
    box = QComboBox()
    if current not in options:
        box.addItem(render(current, 1), current)
    for key, shown in options.items():
        box.addItem(shown, key)
    box.setCurrentIndex(box.findData(current))
    return box


def _patterns(current: str) -> QComboBox:
    """Return the kinds of numbering to choose from; another pattern may be typed."""
    box = _choices(PATTERNS, current)
    box.setEditable(True)
    box.setToolTip(
        "Puteți scrie și altă etichetă. {1}, {I}, {i}, {A} sau {a} se înlocuiesc cu numărul: "
        "de exemplu Obiectiv {1}: dă Obiectiv 1:, Obiectiv 2:"
    )
    return box


def _pattern(box: QComboBox) -> str:
    typed = box.currentText().strip()
    known = box.findText(typed)
    return str(box.itemData(known)) if known >= 0 else typed


class PropertiesDialog(QDialog):
    """Name, numbering, page and totals of a section."""

    def __init__(self, parent: QWidget, section: Section) -> None:
        super().__init__(parent)
        self.setWindowTitle("Proprietățile punctului")
        widen(self, 520)
        self.section = section
        self.name = QLineEdit(section.name)
        self.label = _patterns(section.label)
        self.automatic = QCheckBox("numerotare automată")
        self.automatic.setChecked(section.number is None)
        self.automatic.setEnabled(section.number is not None)
        self.run_in = QCheckBox("titlul continuă cu textul, în același paragraf")
        self.run_in.setChecked(section.run_in)
        self.place = _choices(
            {str(key): shown for key, shown in _PLACES.items()}, section.statement_place
        )
        self.orientation = _choices(
            {str(key): shown for key, shown in _ORIENTATIONS.items()}, section.orientation
        )
        self.totals = QCheckBox("se tipărește rândul „Total” sub tabel")
        self.totals.setChecked(section.totals)
        self.totals.setEnabled(section.table is not None)
        form = QFormLayout()
        form.addRow("Numele în listă:", self.name)
        form.addRow("Numerotare:", self.label)
        form.addRow("", self.automatic)
        form.addRow("Titlu:", self.run_in)
        form.addRow("„Nu este cazul” se tipărește:", self.place)
        form.addRow("Pagina:", self.orientation)
        form.addRow("Totaluri:", self.totals)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(buttons(self, "Păstrează"))

    def changes(self) -> dict[str, object]:
        """Return the fields that differ from the section's own."""
        number = None if self.automatic.isChecked() else self.section.number
        now: dict[str, object] = {
            "name": self.name.text().strip() or self.section.name,
            "label": _pattern(self.label),
            "number": number,
            "run_in": self.run_in.isChecked(),
            "statement_place": StatementPlace(str(self.place.currentData())),
            "orientation": Orientation(str(self.orientation.currentData())),
            "totals": self.totals.isChecked(),
        }
        return {k: v for k, v in now.items() if getattr(self.section, k) != v}


def edit_properties(parent: QWidget, session: Session, section: Section) -> None:
    """Let the user change a section's properties; one undo step."""
    dialog = PropertiesDialog(parent, section)
    if dialog.exec() == QDialog.DialogCode.Accepted and (changes := dialog.changes()):
        with session.act("schimbă proprietățile", session.spot(section)) as edit:
            edit.set_section(section.id, **changes)


class NewSectionDialog(QDialog):
    """Asks for a new section: title, numbering, place, and the headings of a table if any."""

    def __init__(self, parent: QWidget, beside: Section, *, top: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle("Punct nou")
        widen(self, 520)
        self.title = QLineEdit()
        self.label = _patterns("" if top else beside.label)
        self.place = QComboBox()
        if not top:
            self.place.addItem(f"după „{beside.name}”", False)
        self.place.addItem(f"subordonat lui „{beside.name}”, la sfârșit", True)
        self.columns = QPlainTextEdit()
        self.columns.setTabChangesFocus(True)
        self.columns.setPlaceholderText("Nr. crt.\nDenumirea\nPerioada")
        self.columns.setFixedHeight(self.fontMetrics().lineSpacing() * 6)
        form = QFormLayout()
        form.addRow("Titlul:", self.title)
        form.addRow("Numerotare:", self.label)
        form.addRow("Locul:", self.place)
        form.addRow("Coloanele tabelului:", self.columns)
        hint = "Scrieți câte un titlu de coloană pe rând. Fără coloane, punctul are numai text."
        form.addRow("", advice(hint))
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(buttons(self, "Adaugă"))

    def section(self) -> Section:
        """Return the section that was described."""
        title = self.title.text().strip()
        made = Section(new_key("s"), title or "Punct nou", _pattern(self.label))
        made.heading = rich(title)
        headings = [t.strip() for t in self.columns.toPlainText().split("\n") if t.strip()]
        if headings:
            made.table = own_table(headings)
        return made

    @property
    def inside(self) -> bool:
        """Whether the new section is subordinate to the chosen one."""
        return bool(self.place.currentData())


def own_table(headings: list[str]) -> Table:
    """Return an empty table with these headings; "Nr. crt." counts the rows by itself."""
    columns: list[Column] = []
    level = Level("row", "rând")
    for number, heading in enumerate(headings, 1):
        column = Column(f"c{number}", "row", heading)
        counts = heading.lower().rstrip(".").startswith("nr. crt")
        if counts and not level.number_column and len(headings) > 1:
            level.number_column, level.label = column.key, "{1}."
            column.kind = ColumnKind.NUMBER_LABEL
        columns.append(column)
    return Table([level], columns)
