"""The licences of everything that was installed, in full: one long text to be read and searched."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QKeySequence, QShortcut, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from dragapp.errors import cause, named
from dragapp.ui import dialogs
from dragapp.ui.clear_button import give_clear_button

TITLE = "Textele licențelor"


class LicencesDialog(QDialog):
    """Shows the text; Enter in the field goes from one find to the next, round and round."""

    def __init__(self, parent: QWidget, text: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(TITLE)
        self.text = QPlainTextEdit(text)
        self.text.setAccessibleName(TITLE)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        flags = Qt.TextInteractionFlag
        # Unlike a text that is only read, it has a cursor, which the keys move.
        self.text.setTextInteractionFlags(
            flags.TextSelectableByMouse | flags.TextSelectableByKeyboard
        )
        self.field = QLineEdit()
        self.field.setPlaceholderText("Caută în text")
        self.field.setAccessibleName("Caută în text")
        give_clear_button(self.field)
        self.field.textChanged.connect(self._typed)
        self._state = QLabel()
        self._state.setObjectName("advice")
        line = QHBoxLayout()
        line.addWidget(self.field, 1)
        line.addWidget(self._state)
        for name, keys, back in (("Înapoi", "Shift+F3", True), ("Înainte", "F3", False)):
            button = QPushButton(name)
            button.setAutoDefault(False)
            button.setToolTip(f"{name} ({keys})")
            button.clicked.connect(lambda _=False, back=back: self.go_on(back=back))
            QShortcut(QKeySequence(keys), self, button.click)
            line.addWidget(button)
        close = QPushButton("Închide")
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        last = QHBoxLayout()
        last.addStretch(1)
        last.addWidget(close)
        column = QVBoxLayout(self)
        column.addLayout(line)
        column.addWidget(self.text, 1)
        column.addLayout(last)
        self.field.returnPressed.connect(self.go_on)
        QShortcut(QKeySequence("Ctrl+F"), self, self._look)
        dialogs.give_room(self, 880, 620)
        self.text.setFocus()

    def go_on(self, *, back: bool = False) -> None:
        """Go to the next find, or the one before."""
        flag = QTextDocument.FindFlag
        self._find(flag.FindBackward if back else flag(0))

    def _typed(self) -> None:
        """Find what is typed from where the last find began."""
        cursor = self.text.textCursor()
        cursor.setPosition(cursor.selectionStart())
        self.text.setTextCursor(cursor)
        self._find(QTextDocument.FindFlag(0))

    def _find(self, way: QTextDocument.FindFlag) -> None:
        typed, found = self.field.text().strip(), True
        if typed and not self.text.find(typed, way):
            before, turned = self.text.textCursor(), QTextCursor(self.text.document())
            if way == QTextDocument.FindFlag.FindBackward:
                turned.movePosition(QTextCursor.MoveOperation.End)
            self.text.setTextCursor(turned)
            found = self.text.find(typed, way)
            if not found:
                self.text.setTextCursor(before)
        self._state.setText("" if found else "Nu se găsește")

    def _look(self) -> None:
        self.field.setFocus()
        self.field.selectAll()


def show_licences(parent: QWidget, path: Path) -> None:
    """Show the file of the licences; tell why where it cannot be read."""
    try:
        text = path.read_text(encoding="utf-8-sig", errors="replace")
    except OSError as error:
        told = f"Fișierul {named(path)} nu a putut fi citit: {cause(error)}."
        dialogs.tell(parent, TITLE, told)
        return
    dialog = LicencesDialog(parent, text)
    dialog.exec()
    dialog.deleteLater()
