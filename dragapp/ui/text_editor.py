"""A rich-text field for paragraphs: bold, italic, lists whose labels are painted beside them.

What is typed is stored a second after the last key and whenever the field is left. Ctrl+Z belongs
first to the text being typed, then to the dossier.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QMimeData, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit

from dragapp.plan.numbered import paragraph_labels
from dragapp.plan.rich import rich
from dragapp.plan.section import Paragraph, ParagraphKind
from dragapp.plan.text import PASTED_BULLETS, clean
from dragapp.ui.clipboard_data import text_of
from dragapp.ui.fields import PAUSE, is_foreign_undo, retrying
from dragapp.ui.paragraph_blocks import (
    LINE_BREAK,
    NUMBER,
    block_format,
    char_format,
    first_change,
    read_document,
    rescale,
    room,
    shape,
    write_document,
)
from dragapp.ui.pasted_paragraphs import paragraphs_of
from dragapp.ui.session import Session
from dragapp.ui.spelling_marks import mark_spelling
from dragapp.ui.visit import Visit
from dragapp.ui.wheel import zooms


class TextEditor(QTextEdit):
    """Edits a list of paragraphs; with `single`, one paragraph without Enter (a heading).

    `store` receives the paragraphs when they differ from what was shown last.
    """

    style_changed = Signal()

    def __init__(
        self,
        session: Session,
        store: Callable[[list[Paragraph], Visit], None],
        name: str,
        *,
        single: bool = False,
    ) -> None:
        super().__init__()
        self._store, self._single = store, single
        self._visit = Visit(session, self.document())
        self._stored: list[Paragraph] = []
        self._shown: list[Paragraph] = []
        self._labels: list[str] = []
        self._quiet = False
        self.setAccessibleName(name)
        self.setReadOnly(session.read_only)
        self.setTabChangesFocus(True)
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.document().setDocumentMargin(6 if not single else 4)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.commit)
        self.textChanged.connect(self._typed)
        self.cursorPositionChanged.connect(self.style_changed)
        session.flushing.connect(self.commit)
        mark_spelling(self)
        if single:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_paragraphs(self, paragraphs: list[Paragraph]) -> None:
        """Show what is stored, from where it differs; nothing changes where it is the same."""
        if paragraphs == self._stored:
            return
        self._pause.stop()
        place = first_change(self._stored, paragraphs)
        self._quiet = True
        write_document(self.document(), paragraphs)
        self._quiet = False
        self._stored, self._shown = list(paragraphs), read_document(self.document())
        self._relabel()
        cursor = self.textCursor()
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def commit(self) -> None:
        """Store what was typed since."""
        self._pause.stop()
        now = read_document(self.document())
        if now != self._shown:
            with retrying(self, _stored=now, _shown=now):
                self._store(now, self._visit)

    def _typed(self) -> None:
        self._relabel()
        if not self._quiet:
            self._pause.start()

    def _relabel(self) -> None:
        shapes = []
        block = self.document().begin()
        while block.isValid():
            shapes.append(shape(block))
            block = block.next()
        labels = paragraph_labels(shapes)
        if labels != self._labels:
            self._labels = labels
            self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        try:
            self.commit()
        finally:
            self._visit.leave(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            quiet, self._quiet = self._quiet, True
            rescale(self.document())
            self._quiet = quiet

    def event(self, event: QEvent) -> bool:
        return is_foreign_undo(event, self.document()) or super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not zooms(event):
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if enter and self._single and not shift:
            self.focusNextChild()
            return
        cursor = self.textCursor()
        if enter and not shift and self._leave_list(cursor):
            return
        if event.key() == Qt.Key.Key_Backspace and self._unlist(cursor):
            return
        super().keyPressEvent(event)
        if enter and not shift:
            self._forget_number()

    def _leave_list(self, cursor: QTextCursor) -> bool:
        """Enter on an empty list item ends the list, as in a word processor."""
        here = shape(cursor.block())
        if cursor.block().text() or here.kind != ParagraphKind.ITEM:
            return False
        self.reshape(lambda _: Paragraph())
        return True

    def _unlist(self, cursor: QTextCursor) -> bool:
        """Backspace at the start of a list item takes its label away first."""
        here = shape(cursor.block())
        start = cursor.atBlockStart() and not cursor.hasSelection()
        if not start or here.kind != ParagraphKind.ITEM:
            return False
        self.reshape(lambda each: Paragraph(level=each.level))
        return True

    def _forget_number(self) -> None:
        """Take back the typed number that Enter has copied to the next item."""
        cursor = self.textCursor()
        form = cursor.blockFormat()
        if form.hasProperty(NUMBER):
            form.clearProperty(NUMBER)
            cursor.setBlockFormat(form)

    def _blocks(self) -> list[QTextBlock]:
        """Return the blocks that the cursor or the selection touches."""
        cursor = self.textCursor()
        block = self.document().findBlock(cursor.selectionStart())
        found = [block]
        while block.position() + block.length() <= cursor.selectionEnd() and block.next().isValid():
            block = block.next()
            found.append(block)
        return found

    def reshape(self, change: Callable[[Paragraph], Paragraph]) -> None:
        """Give the touched blocks another kind, level, label or number."""
        if self._single or self.isReadOnly():
            return
        cursor = self.textCursor()
        cursor.beginEditBlock()
        for block in self._blocks():
            each = QTextCursor(block)
            form: QTextBlockFormat = block_format(change(shape(block)))
            each.setBlockFormat(form)
        cursor.endEditBlock()
        self._typed()
        self.style_changed.emit()

    def toggle(self, emphasis: str) -> None:
        """Set or take away "bold" or "italic" on the selection."""
        now, form = self.currentCharFormat(), QTextCharFormat()
        if emphasis == "bold":
            heavy = now.fontWeight() >= QFont.Weight.DemiBold
            form.setFontWeight(QFont.Weight.Normal if heavy else QFont.Weight.Bold)
        else:
            form.setFontItalic(not now.fontItalic())
        self.mergeCurrentCharFormat(form)

    def insertFromMimeData(self, source: QMimeData) -> None:
        paragraphs = paragraphs_of(source)
        if paragraphs is None:
            paragraphs = [Paragraph(rich(line)) for line in clean(text_of(source)).split("\n")]
        self.insert(paragraphs)

    def insert(self, paragraphs: list[Paragraph]) -> None:
        """Put paragraphs in place of the selection; running text goes on as what it comes into."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        here, empty = shape(cursor.block()), not cursor.block().text()
        for number, each in enumerate(paragraphs):
            listed = each.kind == ParagraphKind.ITEM and not self._single
            form = block_format(
                each if listed or here == Paragraph() else replace(here, number=None)
            )
            if number and self._single:
                cursor.insertText(" ", QTextCharFormat())
            elif number:
                cursor.insertBlock(form, QTextCharFormat())
            elif listed and empty:
                cursor.setBlockFormat(form)
            for run in each.text:
                text = run.text.replace("\n", " " if self._single else LINE_BREAK)
                cursor.insertText(text, char_format(run))
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def chosen(self) -> tuple[int, int]:
        """Return the places of the paragraphs that the selection touches, else of all of them."""
        if not self.textCursor().hasSelection():
            return 0, self.document().blockCount()
        blocks = self._blocks()
        return blocks[0].blockNumber(), blocks[-1].blockNumber() + 1

    def paragraphs(self) -> list[Paragraph]:
        """Return the paragraphs as they are typed now."""
        return read_document(self.document())

    def put(self, paragraphs: list[Paragraph]) -> None:
        """Store other paragraphs in place of those typed, as an action of its own."""
        self.commit()
        self._visit.end()
        self._quiet = True
        write_document(self.document(), paragraphs)
        self._quiet = False
        self._relabel()
        self.commit()
        self._visit.end()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setFont(self.font())
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        layout = self.document().documentLayout()
        offset = self.verticalScrollBar().value()
        block = self.document().begin()
        for label in self._labels:
            if not block.isValid():
                break
            rect = layout.blockBoundingRect(block).translated(0, -offset)
            if rect.top() > self.viewport().height():
                break
            if label and rect.bottom() >= 0:
                width = room(shape(block))
                left = block.blockFormat().leftMargin() - width + self.document().documentMargin()
                box = QRectF(left, rect.top(), width - 6, self.fontMetrics().lineSpacing())
                shown = label.translate(PASTED_BULLETS)
                painter.drawText(box, Qt.AlignmentFlag.AlignRight, shown)
            block = block.next()
        painter.end()
