"""What goes where, shown before a paste that would change texts or does not fit.

The table as it would become, what has no place in it, and what may be chosen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from dragapp.errors import DragappError
from dragapp.plan.paste import Paste
from dragapp.plan.paste_report import places_left_out, sentences
from dragapp.ui import dialogs
from dragapp.ui.paste_choices import PasteChoices, Placing
from dragapp.ui.paste_preview import PastePreview
from dragapp.ui.paste_preview_view import PreviewView

if TYPE_CHECKING:
    from dragapp.ui.table_editor import TableEditor

#: So many lines of what is left out are in sight at once.
_LINES = 4


class PasteDialog(QDialog):
    """Asks how to paste; `paste` is what comes of the choices."""

    def __init__(self, parent: QWidget, table: TableEditor, choices: PasteChoices) -> None:
        super().__init__(parent)
        self.setWindowTitle("Lipire: ce merge unde")
        dialogs.give_room(self, 1100, 640)
        self._table, self._choices = table.model.table, choices
        self.paste: Paste = choices.paste(self._table)
        self._told = QLabel()
        self._told.setWordWrap(True)
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._preview = PastePreview(self.paste, self)
        self.view = PreviewView(self._preview, self)
        self._left = QListWidget()
        self._left.setAccessibleName("Texte care nu au loc în tabel")
        self._left.setTabKeyNavigation(False)
        self._left_title = QLabel("Nu au loc în tabel:")
        self._left_title.setObjectName("caption")
        self._left_title.setBuddy(self._left)
        column = QVBoxLayout(self)
        column.addWidget(self._told)
        column.addWidget(self.view, 1)
        column.addWidget(self._left_title)
        column.addWidget(self._left)
        column.addLayout(self._options())
        box = dialogs.buttons(self, "Lipește")
        self._go = box.buttons()[0]
        column.addWidget(box)
        self._show()
        self._go.setFocus()

    def _options(self) -> QHBoxLayout:
        choices, row = self._choices, QHBoxLayout()
        label = QLabel("&Locul:")
        self._placing = QComboBox()
        self._placing.setAccessibleName("Locul rândurilor lipite")
        for placing in Placing:
            self._placing.addItem(placing.value, placing)
        self._placing.activated.connect(self._changed)
        label.setBuddy(self._placing)
        row.addWidget(label)
        row.addWidget(self._placing)
        self._head = QCheckBox("&Primul rând este capul de tabel")
        self._head.setChecked(self.paste.head_rows > 0)
        self._head.setVisible(choices.block.height > 1)
        self._head.clicked.connect(self._head_changed)
        self._lines = QCheckBox("Totul într-o &singură celulă")
        if choices.may_be_rows:
            self._lines.setText("Fiecare rând de text în rândul &său")
        self._lines.setVisible(choices.may_be_rows or choices.may_be_one_cell)
        self._clean = QCheckBox("&Curăță textul")
        self._clean.setToolTip("Diacritice stricate, spații duble, semne de listă din Word sau PDF")
        self._clean.setChecked(choices.clean)
        for box in (self._head, self._lines, self._clean):
            row.addWidget(box)
        for box in (self._lines, self._clean):
            box.clicked.connect(self._changed)
        row.addStretch(1)
        return row

    def _head_changed(self, on: bool) -> None:
        self._choices.head = on
        self._changed()

    def _changed(self) -> None:
        """Take over the choices and show what comes of them."""
        choices, on = self._choices, self._lines.isChecked()
        choices.placing = self._placing.currentData()
        choices.clean = self._clean.isChecked()
        choices.one_line_a_row, choices.one_cell = on, on
        try:
            self.paste = choices.paste(self._table)
        except DragappError as error:
            self._told.setText(str(error))
            self._go.setEnabled(False)
            return
        self._preview.show_paste(self.paste)
        self._show()

    def _show(self) -> None:
        paste = self.paste
        if self._choices.head is None:
            self._head.setChecked(paste.head_rows > 0)
        told = sentences(paste, left_out=False)
        if self._choices.mended:
            told.append(f"Se curăță: {self._choices.mended}.")
        self._told.setText("\n".join(told))
        left = places_left_out(paste)
        self._left.clear()
        self._left.addItems(left)
        for widget in (self._left, self._left_title):
            widget.setVisible(bool(left))
        line = self._left.sizeHintForRow(0) if left else 0
        self._left.setFixedHeight(min(len(left), _LINES) * line + 8)
        self._go.setEnabled(not paste.is_empty)
