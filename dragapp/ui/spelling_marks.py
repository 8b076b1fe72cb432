"""The red wave under wrong words in a text that can be typed in, and what its menu offers there.

The waves belong to the lines on screen alone: they are no formatting of the text, are not stored,
and cannot be undone.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextLayout,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from dragapp.spelling.words import Word
from dragapp.ui.look import is_dark
from dragapp.ui.spelling import spelling
from dragapp.ui.spelling_menu import offered, put_first, when_suggested

Field = QTextEdit | QPlainTextEdit


def wave() -> QTextCharFormat:
    """Return how a wrong word is marked."""
    form = QTextCharFormat()
    form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
    form.setUnderlineColor(QColor("#ff7b72" if is_dark() else "#c62828"))
    return form


def units(text: str, place: int) -> int:
    """Return Qt's count of a place in a text, which counts rare letters and pictures twice."""
    return len(text[:place].encode("utf-16-le", "surrogatepass")) // 2


def mark_spelling(field: Field) -> None:
    """Mark the wrong words of a field from now on, and offer what is right in its menu."""
    SpellingMarks(field)


class SpellingMarks(QObject):
    """Lives as long as the field; the word being typed is not marked yet.

    The formats are put straight into the layout of the lines. QSyntaxHighlighter does the same but
    has the document say each time that its text has changed.
    """

    def __init__(self, field: Field) -> None:
        super().__init__(field)
        self._field, self._document = field, field.document()
        #: The block in which a word is not marked because it is being typed.
        self._held = -1
        self._menu = _Menu(field)
        self._document.contentsChange.connect(self._edited)
        spelling().changed.connect(self._again)
        field.cursorPositionChanged.connect(self._release)
        self._menu.left.timeout.connect(self._release)

    def _edited(self, place: int, _: int, added: int) -> None:
        block, end = self._document.findBlock(place), place + added
        while block.isValid() and block.position() <= end:
            self._mark(block)
            block = block.next()

    def _again(self) -> None:
        self._edited(0, 0, self._document.characterCount())

    def _release(self) -> None:
        if self._held >= 0:
            block = self._document.findBlockByNumber(self._held)
            self._held = -1
            if block.isValid():
                self._mark(block)

    def _mark(self, block: QTextBlock) -> None:
        form, text = wave(), block.text()
        ranges = []
        for word in spelling().mistakes(text):
            each = QTextLayout.FormatRange()
            each.start, end = units(text, word.start), units(text, word.end)
            each.length, each.format = end - each.start, form
            if self._typing(block, end):
                self._held = block.blockNumber()
            else:
                ranges.append(each)
        layout = block.layout()
        if ranges != layout.formats():
            layout.setFormats(ranges)
            self._document.markContentsDirty(block.position(), block.length())

    def _typing(self, block: QTextBlock, end: int) -> bool:
        cursor = self._field.textCursor()
        here = cursor.block() == block and cursor.positionInBlock() == end
        return here and not cursor.hasSelection() and self._field.hasFocus()


class _Menu(QObject):
    """Puts suggestions before the field's usual menu, where there is a wrong word."""

    def __init__(self, field: Field) -> None:
        super().__init__(field)
        self._field = field
        self.left = QTimer(self, singleShot=True, interval=0)
        field.installEventFilter(self)
        field.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and watched is self._field:
            self.left.start()
        if event.type() != QEvent.Type.ContextMenu or not isinstance(event, QContextMenuEvent):
            return False
        keys = event.reason() == QContextMenuEvent.Reason.Keyboard
        if not keys and watched is self._field:
            return False
        field = self._field
        cursor = field.textCursor() if keys else field.cursorForPosition(event.pos())
        if keys and cursor.hasSelection():
            cursor.setPosition(cursor.selectionStart())
        found = wrong_at(cursor)
        if found is None:
            return False
        place = field.viewport().mapToGlobal(field.cursorRect(cursor).bottomLeft())
        if not keys:
            place = event.globalPos()
        if not keys and not field.textCursor().hasSelection():
            field.setTextCursor(cursor)
        block, word = cursor.block().position(), found
        when_suggested(self, [word.word], lambda: self._show(block, word, place))
        return True

    def _show(self, block: int, word: Word, place: QPoint) -> None:
        field = self._field
        chosen = QTextCursor(field.document().findBlock(block))
        text = chosen.block().text()
        if text[word.start : word.end] != word.word:
            # Undo or another hand has changed the text while the suggestions were awaited.
            return
        menu = field.createStandardContextMenu()
        chosen.setPosition(block + units(text, word.start))
        chosen.setPosition(block + units(text, word.end), QTextCursor.MoveMode.KeepAnchor)

        def replace(by: str) -> None:
            put_in_place(chosen, by)
            field.setFocus()

        free = None if field.isReadOnly() else replace
        put_first(menu, offered(menu, word.word, free))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)


def put_in_place(chosen: QTextCursor, by: str) -> None:
    """Put a word in the place of the one that a cursor has selected, in the same bold or italic."""
    inside = QTextCursor(chosen)
    inside.setPosition(chosen.selectionStart() + 1)
    chosen.insertText(by, inside.charFormat())


def wrong_at(cursor: QTextCursor) -> Word | None:
    """Return the wrong word at a cursor."""
    text = cursor.block().text()
    here = cursor.positionInBlock()
    for word in spelling().mistakes(text):
        if units(text, word.start) <= here <= units(text, word.end):
            return word
    return None
