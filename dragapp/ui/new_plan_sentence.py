"""A sentence proposed for a section that is not the case: to be read, changed, and confirmed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from dragapp.plan.section import Section
from dragapp.plan.situation import Sentence
from dragapp.plan.text import clean
from dragapp.ui.fields import raw_text

_UNCONFIRMED = "Neconfirmată, nu se tipărește: punctul rămâne de completat."


class _Line(QPlainTextEdit):
    """One sentence over two lines: Enter goes on, it breaks no line."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)


class SentenceField(QWidget):
    """Shows a proposal, which stays the user's own once it was changed."""

    changed = Signal()

    def __init__(self, section: Section) -> None:
        super().__init__()
        self._proposed = ""
        caption = QLabel(f"La „{section.name}” se va tipări:")
        caption.setObjectName("caption")
        self.text = _Line()
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(f"Propoziția de la „{section.name}”")
        self.text.setFixedHeight(2 * self.fontMetrics().lineSpacing() + 14)
        caption.setBuddy(self.text)
        self.confirm = QCheckBox("Confirm propoziția")
        self.confirm.setAccessibleName(f"Confirm propoziția de la „{section.name}”")
        self._note = QLabel()
        self._note.setObjectName("advice")
        self._note.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 5, 0, 3)
        column.setSpacing(3)
        column.addWidget(caption)
        column.addWidget(self.text)
        below = QHBoxLayout()
        below.setSpacing(14)
        below.addWidget(self.confirm)
        below.addWidget(self._note, 1)
        column.addLayout(below)
        self.text.textChanged.connect(self._told)
        self.confirm.toggled.connect(self._told)
        self._told()

    def _told(self) -> None:
        kept = "Se tipărește așa." if self.confirm.isChecked() else _UNCONFIRMED
        self._note.setText(kept)
        self.changed.emit()

    def propose(self, text: str) -> None:
        """Show a proposal in place of the last one; what the user changed stays."""
        if self._typed() in ("", self._proposed) and text != self._proposed:
            # What was confirmed is what was read.
            self.confirm.setChecked(False)
            self.text.setPlainText(text)
        self._proposed = text

    def _typed(self) -> str:
        return " ".join(clean(raw_text(self.text.document())).split("\n")).strip()

    def sentence(self) -> Sentence:
        """Return the sentence as it stands."""
        return Sentence(self._typed(), self.confirm.isChecked())
