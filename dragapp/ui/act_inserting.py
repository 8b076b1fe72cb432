"""Putting the citation of a legal act where the user writes: a text, an open or a current cell."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from dragapp.ui.act_dialog import ActDialog
from dragapp.ui.cell_editor import CellText
from dragapp.ui.office_lists import office_lists
from dragapp.ui.session import Session
from dragapp.ui.table_view import TableView

_Put = Callable[[str], None]


def insert_act(window: QWidget, session: Session, where: QWidget | None) -> None:
    """Let the user choose an act and put its citation at the caret of `where`.

    Where nothing can be written there, the citation goes to the clipboard instead.
    """
    put = None if session.read_only else _way_into(where)
    dialog = ActDialog(window, office_lists(session), "Inserează" if put else "Copiază")
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return
    if put:
        put(dialog.citation())
    else:
        QGuiApplication.clipboard().setText(dialog.citation())


def _way_into(where: QWidget | None) -> _Put | None:
    """Return what writes a text there; the dialog that comes between closes an open cell."""
    if isinstance(where, CellText):
        viewport, cursor = where.parentWidget(), where.textCursor()
        view = viewport.parentWidget() if viewport else None
        ends = (cursor.anchor(), cursor.position())
        return _into_cell(view, ends) if isinstance(view, TableView) else None
    if isinstance(where, TableView):
        return _into_cell(where, None)
    if isinstance(where, (QTextEdit, QPlainTextEdit)) and not where.isReadOnly():
        return partial(_into_text, where)
    if isinstance(where, QLineEdit) and not where.isReadOnly():
        return partial(_into_line, where)
    return None


def _into_cell(view: TableView, ends: tuple[int, int] | None) -> _Put | None:
    """Return what writes into the current cell: at the caret that was there, else at the end."""
    index = view.currentIndex()
    if not index.isValid() or not index.flags() & Qt.ItemFlag.ItemIsEditable:
        return None
    place = QPersistentModelIndex(index)

    def put(text: str) -> None:
        now = view.model().index(place.row(), place.column())
        if not place.isValid():
            return
        view.setFocus()
        view.setCurrentIndex(now)
        view.edit(now)
        # The editor that the dialog has closed may still be there.
        editor = view.indexWidget(now)
        if not isinstance(editor, CellText):
            return
        cursor = editor.textCursor()
        last = editor.document().characterCount() - 1
        anchor, position = ends or (last, last)
        cursor.setPosition(min(anchor, last))
        cursor.setPosition(min(position, last), QTextCursor.MoveMode.KeepAnchor)
        editor.setTextCursor(cursor)
        editor.setFocus()
        _into_text(editor, text)

    return put


def _into_text(editor: QTextEdit | QPlainTextEdit, text: str) -> None:
    cursor = editor.textCursor()
    whole = editor.toPlainText()
    cursor.insertText(
        _spaced(whole[: cursor.selectionStart()], text, whole[cursor.selectionEnd() :])
    )
    editor.setTextCursor(cursor)
    editor.setFocus()


def _into_line(line: QLineEdit, text: str) -> None:
    start, length = line.selectionStart(), line.selectionLength()
    start = line.cursorPosition() if start < 0 else start
    whole = line.text()
    line.insert(_spaced(whole[:start], text, whole[start + length :]))
    line.setFocus()


def _spaced(before: str, text: str, after: str) -> str:
    """Part a citation from the words beside it."""
    left = " " if before and not before[-1].isspace() and before[-1] not in "(„«[-–" else ""
    right = " " if after and after[0].isalnum() else ""
    return f"{left}{text}{right}"
