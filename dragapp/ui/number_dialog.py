"""Which number stands in front of a row or list item: the next one, a typed one, or none."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QGridLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from dragapp.ui.dialogs import buttons, widen
from dragapp.ui.form_page import advice


class NumberDialog(QDialog):
    """Asks for a typed label: None is automatic, "" prints nothing."""

    def __init__(self, parent: QWidget | None, title: str, number: str | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        widen(self, 420)
        self.automatic = QRadioButton("următorul, automat")
        self.other = QRadioButton("acesta:")
        self.none = QRadioButton("fără număr")
        self.text = QLineEdit(number or "")
        self.text.setAccessibleName("Numărul tipărit")
        group = QButtonGroup(self)
        for button in (self.automatic, self.other, self.none):
            group.addButton(button)
        chosen = self.automatic if number is None else self.other if number else self.none
        chosen.setChecked(True)
        self.text.textEdited.connect(lambda _: self.other.setChecked(True))
        grid = QGridLayout()
        grid.addWidget(self.automatic, 0, 0, 1, 2)
        grid.addWidget(self.other, 1, 0)
        grid.addWidget(self.text, 1, 1)
        grid.addWidget(self.none, 2, 0, 1, 2)
        layout = QVBoxLayout(self)
        layout.addLayout(grid)
        layout.addWidget(advice("De la un număr scris de dumneavoastră, numerotarea continuă."))
        layout.addWidget(buttons(self, "Păstrează"))
        self.text.setFocus()

    def number(self) -> str | None:
        """Return what was chosen."""
        if self.none.isChecked():
            return ""
        typed = self.text.text().strip()
        return typed or None if self.other.isChecked() else None
