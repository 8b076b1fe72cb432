"""The first page of a new plan: which place it is for, and which year."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QSpinBox, QWidget

from dragapp.plan.plan import Institution
from dragapp.plan.wording import UAT_KINDS
from dragapp.ui.county_field import CountyField
from dragapp.ui.form_page import advice


class PlacePage(QWidget):
    """County, locality, kind of unit, year. `taken` are the years that have a plan already."""

    title = "Pentru cine este planul?"
    changed = Signal()

    def __init__(self, known: Institution, taken: frozenset[int]) -> None:
        super().__init__()
        self._taken = taken
        self.county = CountyField(known.county)
        self.kind = QComboBox()
        self.kind.addItems(list(UAT_KINDS))
        self.kind.setCurrentText(known.kind)
        self.name = QLineEdit(known.name)
        self.name.setPlaceholderText("de exemplu: Drăgușeni")
        self.year = QSpinBox()
        self.year.setRange(1, 9999)
        next_year = date.today().year + (1 if date.today().month >= 10 else 0)
        self.year.setValue(max(taken) + 1 if taken else next_year)
        self._why = QLabel()
        self._why.setWordWrap(True)
        form = QFormLayout(self)
        form.setVerticalSpacing(10)
        for label, field in (
            ("&Județul:", self.county),
            ("&Localitatea:", self.name),
            ("&Felul localității:", self.kind),
            ("&Anul planului:", self.year),
        ):
            form.addRow(label, field)
            field.setAccessibleName(label.replace("&", "").rstrip(":"))
        form.addRow("", self._why)
        form.addRow(
            advice(
                "Aceste date intră în titlu, în antet și în textele modelului-cadru, în forma "
                "potrivită: „al comunei”, „al orașului”, „al municipiului”."
            )
        )
        self.county.currentTextChanged.connect(lambda _: self._judge())
        self.name.textChanged.connect(lambda _: self._judge())
        self.kind.currentTextChanged.connect(lambda _: self._judge())
        self.year.valueChanged.connect(lambda _: self._judge())
        self._judge()

    def _judge(self) -> None:
        self._why.setText(self.missing())
        self._why.setVisible(bool(self.missing()))
        self.changed.emit()

    def missing(self) -> str:
        """Return what keeps the user from going on, in words; empty for nothing."""
        if self.year.value() in self._taken:
            year = self.year.value()
            return f"Fișierul are deja un plan pentru anul {year}. Alegeți alt an."
        return "" if self.name.text().strip() else "Scrieți denumirea localității."

    def put_into(self, institution: Institution) -> None:
        """Write what was said into an institution."""
        institution.kind = self.kind.currentText()
        institution.name = self.name.text().strip()
        institution.county = self.county.text().strip()
