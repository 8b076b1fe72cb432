"""Who the plan is for: asked once, before a plan is made from its form."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from dragapp.plan.plan import Institution
from dragapp.plan.wording import UAT_KINDS

_ASKED = (
    "name",
    "county",
    "fiscal_code",
    "address",
    "phone",
    "mayor",
    "secretary",
    "inspector",
)


class NewPlanDialog(QDialog):
    """Asks for the locality, the year and the people."""

    def __init__(
        self,
        parent: QWidget | None,
        known: Institution | None = None,
        taken: frozenset[int] = frozenset(),
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Plan nou")
        self.setMinimumWidth(520)
        self._known = known or Institution()
        self.kind = QComboBox()
        self.kind.addItems(list(UAT_KINDS))
        self.kind.setCurrentText(self._known.kind)
        self.name = QLineEdit(self._known.name)
        self.name.setPlaceholderText("de exemplu: Drăgușeni")
        self.county = QLineEdit(self._known.county)
        self.county.setPlaceholderText("de exemplu: Iași")
        self.year = QSpinBox()
        self.year.setRange(1, 9999)
        self._taken = taken
        next_year = date.today().year + (1 if date.today().month >= 10 else 0)
        self.year.setValue(max(taken) + 1 if taken else next_year)
        self.fiscal_code = QLineEdit(self._known.fiscal_code)
        self.address = QLineEdit(self._known.address)
        self.phone = QLineEdit(self._known.phone)
        self.mayor = QLineEdit(self._known.mayor)
        self.secretary = QLineEdit(self._known.secretary)
        self.inspector = QLineEdit(self._known.inspector)
        form = QFormLayout()
        form.addRow("Fel:", self.kind)
        form.addRow("Denumirea localității:", self.name)
        form.addRow("Județul:", self.county)
        form.addRow("Anul planului:", self.year)
        form.addRow("Cod fiscal:", self.fiscal_code)
        form.addRow("Adresa:", self.address)
        form.addRow("Telefon/fax:", self.phone)
        form.addRow("Primar:", self.mayor)
        form.addRow("Secretar general:", self.secretary)
        form.addRow("Inspector:", self.inspector)
        hint = QLabel(
            "Aceste date intră în titlu, în antet și în textele modelului-cadru. Toate se pot "
            "schimba și mai târziu, în fila Date generale; textele deja scrise rămân cum sunt."
        )
        hint.setWordWrap(True)
        hint.setObjectName("advice")
        buttons = QDialogButtonBox()
        self._accept = buttons.addButton("Continuă", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton("Renunță", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(hint)
        layout.addWidget(buttons)
        self.name.textChanged.connect(lambda _: self._allow())
        self.year.valueChanged.connect(lambda _: self._allow())
        self._allow()
        self.name.setFocus()

    def _allow(self) -> None:
        free = self.year.value() not in self._taken
        self._accept.setEnabled(bool(self.name.text().strip()) and free)
        self._accept.setToolTip("" if free else "Fișierul are deja un plan pentru acest an.")

    def institution(self) -> Institution:
        """Return the institution as it was described."""
        made = replace(self._known, kind=self.kind.currentText())
        for name in _ASKED:
            field = getattr(self, name)
            setattr(made, name, field.text().strip())
        return made
