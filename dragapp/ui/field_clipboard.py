"""Cut, copy and paste in text fields by their own means, and cleaning of what stands in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from dragapp.errors import DragappError
from dragapp.plan.mending import tell
from dragapp.plan.rich import plain, rich
from dragapp.plan.rich_cleaning import CleanedPart, cleaned_paragraphs, cleaned_parts
from dragapp.plan.section import Paragraph
from dragapp.plan.text import clean
from dragapp.ui.cleaning_dialog import CleaningDialog, Proposal, proposals
from dragapp.ui.clipboard_data import block_of_clipboard, data_of_clipboard, one_text
from dragapp.ui.pasted_paragraphs import paragraphs_of
from dragapp.ui.text_editor import TextEditor

if TYPE_CHECKING:
    from dragapp.ui.main_window import MainWindow

Field = QLineEdit | QPlainTextEdit | QTextEdit
_TOLD = 12_000


class FieldClipboard:
    """The clipboard's commands in one field."""

    def __init__(self, window: MainWindow, field: Field) -> None:
        self._window, self._field = window, field

    def run(self, name: str) -> None:
        """Carry out a command."""
        field = self._field
        if name in ("copy", "copy_heads"):
            field.copy()
        elif field.isReadOnly():
            self._window.notices.tell(
                "clipboard",
                "Textul acesta nu poate fi schimbat acum, ci doar citit și copiat.",
            )
        elif name == "cut":
            field.cut()
        elif name == "paste":
            field.paste()
        elif name == "paste_clean":
            self._paste_clean()
        elif isinstance(field, TextEditor):
            self._clean_paragraphs(field)
        else:
            self._clean()

    def _paste_clean(self) -> None:
        """Paste without what copying has broken, and with the lines of paragraphs joined."""
        try:
            block_of_clipboard()
        except DragappError as error:
            self._window.notices.tell("clipboard", str(error))
            return
        data = data_of_clipboard()
        paragraphs = paragraphs_of(data) if isinstance(self._field, TextEditor) else None
        if paragraphs is None:
            lines = clean(one_text(data)).split("\n")
            paragraphs = [Paragraph(rich(line)) for line in lines]
        paragraphs, counts = cleaned_paragraphs(paragraphs)
        if isinstance(self._field, TextEditor):
            self._field.insert(paragraphs)
        else:
            self._insert("\n".join(plain(each.text) for each in paragraphs))
        told = tell(counts)
        self._tell(f"Lipit și curățat: {told}." if told else "Lipit; nu era nimic de curățat.")

    def _insert(self, text: str) -> None:
        if isinstance(self._field, QLineEdit):
            self._field.insert(" ".join(text.split("\n")))
        elif isinstance(self._field, QPlainTextEdit):
            self._field.insertPlainText(text)

    def _clean(self) -> None:
        """Clean the selected text, or the whole field, after showing it."""
        field, name = self._field, self._field.accessibleName() or "Textul"
        if isinstance(field, QLineEdit):
            if not field.hasSelectedText():
                field.selectAll()
            text = field.selectedText()
        else:
            cursor = field.textCursor()
            if not cursor.hasSelection():
                cursor.select(QTextCursor.SelectionType.Document)
                field.setTextCursor(cursor)
            text = cursor.selectedText().replace("\u2029", "\n").replace("\u2028", "\n")

        def propose(join: bool) -> list[Proposal]:
            return proposals([(name, text)], join)

        dialog = self._agreed(CleaningDialog(self._window, propose))
        if dialog and dialog.agreed():
            self._insert(dialog.agreed()[0].after)
            self._tell(f"Curățat: {dialog.told}.")

    def _clean_paragraphs(self, field: TextEditor) -> None:
        """Clean the paragraphs that are selected, or all of them, after showing what changes."""
        every = field.paragraphs()
        start, end = field.chosen()

        def parts(join: bool) -> list[CleanedPart]:
            return cleaned_parts(every[start:end], join=join)

        def propose(join: bool) -> list[Proposal]:
            return [
                Proposal(
                    place,
                    _place_of(start + part.start, start + part.end),
                    _shown(every[start + part.start : start + part.end]),
                    _shown(part.paragraphs),
                    part.counts,
                )
                for place, part in enumerate(parts(join))
            ]

        dialog = self._agreed(CleaningDialog(self._window, propose, join=True))
        if dialog is None:
            return
        known = parts(dialog.join)
        for each in reversed(dialog.agreed()):
            part = known[each.place]
            every[start + part.start : start + part.end] = part.paragraphs
        field.put(every)
        self._tell(f"Curățat: {dialog.told}.")

    def _agreed(self, dialog: CleaningDialog) -> CleaningDialog | None:
        if not dialog.found:
            self._tell("Nu este nimic de curățat în text.")
            return None
        agreed = dialog.exec() == QDialog.DialogCode.Accepted
        cast("QWidget", self._field).setFocus()
        return dialog if agreed else None

    def _tell(self, text: str) -> None:
        self._window.statusBar().showMessage(text, _TOLD)


def _place_of(start: int, end: int) -> str:
    if end - start <= 1:
        return f"Paragraful {end}"
    return f"Paragrafele {start + 1}–{end}"


def _shown(paragraphs: list[Paragraph]) -> str:
    return "\n".join(plain(each.text) for each in paragraphs)
