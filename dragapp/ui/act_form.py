"""The form in which an office writes down a legal act of its own."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from dragapp.plan.acts import Act, ActKind, citation
from dragapp.ui import dialogs
from dragapp.ui.form_page import advice
from dragapp.ui.own_rows import ACT_KINDS, Wrong, act_of

_FIELDS = (
    ("number", "Numărul", "1086"),
    ("year", "Anul", "2018"),
    ("issuer", "Cine l-a emis (la genitiv)", "ministrului muncii și justiției sociale"),
    ("name", "Denumirea, înainte de număr", "asistenței sociale"),
    ("title", "Titlul, după număr", "privind aprobarea …"),
    ("publication", "Monitorul Oficial (nr./data)", "335/2018-04-17"),
    ("changes", "Modificări", "cu modificările și completările ulterioare"),
    ("repealed_by", "Abrogat prin", "OUG nr. 57/2019"),
)


def ask_act(parent: QWidget, typed: str = "") -> Act | None:
    """Ask for an act; `typed` is what was searched for in vain. None where the user gives up."""
    dialog = ActForm(parent, typed)
    return dialog.act if dialog.exec() == QDialog.DialogCode.Accepted else None


class ActForm(QDialog):
    """Asks for kind, number and year, and for what more is known of the act."""

    def __init__(self, parent: QWidget, typed: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle("Act normativ nou")
        self.act: Act | None = None
        self.kind = QComboBox()
        for kind, name in ACT_KINDS.items():
            self.kind.addItem(name, kind)
        self.fields = {name: QLineEdit() for name, _, _ in _FIELDS}
        number, _, year = typed.strip().rpartition("/")
        if number.split()[-1:] and year.isdecimal():
            self.fields["number"].setText(number.split()[-1])
            self.fields["year"].setText(year)
            named = number.split()[0].casefold()
            kinds = [kind.value.casefold() for kind in ACT_KINDS]
            self.kind.setCurrentIndex(kinds.index(named) if named in kinds else 0)
        self._cited = advice("")
        form = QFormLayout()
        form.addRow("&Felul actului:", self.kind)
        for name, label, hint in _FIELDS:
            self.fields[name].setPlaceholderText(f"de exemplu: {hint}")
            self.fields[name].setAccessibleName(label)
            self.fields[name].textChanged.connect(self._show)
            form.addRow(f"{label}:", self.fields[name])
        self.kind.currentIndexChanged.connect(self._show)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self._cited)
        layout.addWidget(dialogs.buttons(self, "Adaugă"))
        self.resize(self.fontMetrics().averageCharWidth() * 95, self.sizeHint().height())
        self._show()

    def _made(self) -> Act:
        texts = {name: field.text() for name, field in self.fields.items()}
        return act_of(ActKind(self.kind.currentData()), texts)

    def _show(self) -> None:
        try:
            self._cited.setText(f"Se citează: {citation(self._made())}")
        except Wrong:
            self._cited.setText("Sunt de ajuns felul, numărul și anul; restul se poate completa.")

    def accept(self) -> None:
        try:
            self.act = self._made()
        except Wrong as wrong:
            dialogs.tell(self, "Act normativ nou", str(wrong))
            self.fields[wrong.field].setFocus()
        else:
            super().accept()
