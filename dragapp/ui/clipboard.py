"""Cut, copy, paste and cleaning, sent to what has the focus: a table's cells, or a text field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

if TYPE_CHECKING:
    from dragapp.ui.main_window import MainWindow
    from dragapp.ui.table_editor import TableEditor

#: The commands, in the order of the menus.
CLIPBOARD = "cut copy copy_heads paste paste_clean clean"
_NOWHERE = (
    "Nu se știe unde: faceți clic într-un tabel sau într-un text, apoi încercați din nou. "
    "Nimic nu a fost schimbat."
)


class Clipboard:
    """Finds out what a command is meant for."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def run(self, name: str, where: QWidget | None, table: TableEditor | None) -> None:
        """Carry out a command for the widget that has the focus, and its table if it is in one."""
        # Imported here so that the welcome page shows before the dialogs are read.
        from dragapp.ui.field_clipboard import FieldClipboard
        from dragapp.ui.table_clipboard import TableClipboard

        match where:
            case QLineEdit() | QPlainTextEdit() | QTextEdit():
                FieldClipboard(self._window, where).run(name)
            case QLabel() if where.hasSelectedText() and name.startswith("copy"):
                QApplication.clipboard().setText(where.selectedText())
            case _ if table:
                TableClipboard(self._window, table).run(name)
            case _:
                self._window.notices.tell("clipboard", _NOWHERE)
