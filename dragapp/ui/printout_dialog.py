"""Which document is wanted: asked before the annex is saved as PDF or printed."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QGroupBox,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from dragapp.annex.blocks import Place
from dragapp.annex.printout import WHOLE, Printout, Purpose
from dragapp.ui.dialogs import buttons

_SIGN = "&de semnat", "cu loc pentru semnături și pentru ștampilă"
_APPROVED = "&aprobată", "așa cum a fost păstrată la aprobare"
_PUBLISH = "de p&ublicat", "cu numele semnatarilor, fără loc pentru semnături"

#: So many letters of a section's name leave the dialog narrow.
_LONGEST = 50


class PrintoutDialog(QDialog):
    """Asks for one document of a plan; Enter takes the one that was taken last.

    `alone` is the section that can be printed alone now, if any. A plan that is `approved` is
    signed as it was approved, and is no draft.
    """

    def __init__(
        self, parent: QWidget, verb: str, last: Printout, alone: Place | None, *, approved: bool
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(verb.rstrip("…"))
        self._alone = alone
        box = QGroupBox("Anexa")
        column = QVBoxLayout(box)
        self.sign = self._choice(column, *(_APPROVED if approved else _SIGN))
        self.publish = self._choice(column, *_PUBLISH)
        chosen = self.publish if last.purpose == Purpose.PUBLISH else self.sign
        chosen.setChecked(True)
        self.draft = QCheckBox("p&roiect: se scrie PROIECT pe fiecare pagină")
        self.draft.setChecked(last.draft and not approved)
        self.draft.setVisible(not approved)
        self.section = QCheckBox(_section_text(alone))
        self.section.setEnabled(alone is not None)
        self.section.setToolTip(
            "Numai titlul planului și acest punct, fără antetul anexei și fără semnături: de "
            "exemplu pentru o comisie."
            if alone
            else "Alegeți întâi, în fila unui capitol, punctul de tipărit."
        )
        self.section.toggled.connect(box.setDisabled)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        for each in (box, self.draft, self.section, buttons(self, verb)):
            layout.addWidget(each)
        chosen.setFocus()

    def _choice(self, column: QVBoxLayout, name: str, why: str) -> QRadioButton:
        button = QRadioButton(name)
        button.setAccessibleDescription(why)
        hint = QLabel(why)
        hint.setObjectName("advice")
        hint.setIndent(24)
        column.addWidget(button)
        column.addWidget(hint)
        return button

    def printout(self) -> Printout:
        """Return what was chosen."""
        wanted = replace(WHOLE, draft=self.draft.isChecked())
        if self._alone and self.section.isChecked():
            return replace(wanted, section=self._alone.section)
        if self.publish.isChecked():
            return replace(wanted, purpose=Purpose.PUBLISH)
        return wanted


def _section_text(alone: Place | None) -> str:
    if alone is None:
        return "&numai punctul ales în fereastră"
    name = alone.name if len(alone.name) <= _LONGEST else f"{alone.name[: _LONGEST - 1].rstrip()}…"
    # A chapter's name says its number itself.
    shown = name if alone.path in name.split() else f"{alone.path} {name}".strip()
    return f"&numai punctul ales: „{shown.replace('&', '&&')}”"
