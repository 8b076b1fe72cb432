"""The second page of a new plan: who signs it, and the town hall's data for the letterhead."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from dragapp.plan.plan import Institution
from dragapp.ui.form_page import advice

_LABELS = {
    "mayor": "&Primar:",
    "secretary": "&Secretar general:",
    "inspector": "&Inspector (întocmit):",
    "fiscal_code": "&Cod fiscal:",
    "address": "&Adresa:",
    "phone": "&Telefon/fax:",
}


class PeoplePage(QWidget):
    """Names and letterhead; any of them may stay empty."""

    title = "Cine semnează și ce scrie în antet?"
    changed = Signal()

    def __init__(self, known: Institution) -> None:
        super().__init__()
        form = QFormLayout(self)
        form.setVerticalSpacing(8)
        self.fields: dict[str, QLineEdit] = {}
        for name, label in _LABELS.items():
            field = QLineEdit(getattr(known, name))
            field.setPlaceholderText("mai târziu")
            field.setAccessibleName(label.replace("&", "").rstrip(":"))
            field.textChanged.connect(lambda _: self.changed.emit())
            form.addRow(label, field)
            self.fields[name] = field
        form.addRow(
            advice(
                "Niciuna nu este obligatorie: ce lăsați gol se tipărește ca linie de completat cu "
                "pixul și se poate scrie mai târziu, în fila Date generale."
            )
        )

    def missing(self) -> str:
        """Return what keeps the user from going on: nothing does."""
        return ""

    def put_into(self, institution: Institution) -> None:
        """Write what was said into an institution."""
        for name, field in self.fields.items():
            setattr(institution, name, field.text().strip())
