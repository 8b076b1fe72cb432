"""Cells on screen: wrapped text that shows whole, and an editor that grows with what is typed.

Opened by typing, the arrows keep the text and go on, as in a spreadsheet; opened by F2 or a double
click, and after a click into the text, they go through the text. See `keys` for the others.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPalette,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QFrame,
    QMenu,
    QPlainTextEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from shiboken6 import isValid

from dragapp.errors import DragappError
from dragapp.plan.text import clean
from dragapp.ui.cell_offers import attach_offers, offers_take
from dragapp.ui.clipboard_data import one_text
from dragapp.ui.fields import is_foreign_undo, raw_text
from dragapp.ui.keys import Where, pressed
from dragapp.ui.spelling_cells import draw_marked, mark_cell
from dragapp.ui.table_model import AnyIndex
from dragapp.ui.unread_mark import paint_unread

PADDING_X, PADDING_Y = 6, 4
_LONG_WORD = 22
#: The keys of a table that also leave a cell in which one has only typed.
_MOVING = ("up", "down", "left", "right", "page_up", "page_down")


def breakable(text: str) -> str:
    """Let words without an end break: a zero-width space where a line may part, screen only."""
    if len(text) <= _LONG_WORD or all(len(word) <= _LONG_WORD for word in text.split()):
        return text
    pieces = []
    for word in text.split(" "):
        step = _LONG_WORD if len(word) > 2 * _LONG_WORD else len(word)
        pieces.append("\u200b".join(word[i : i + step] for i in range(0, len(word), step or 1)))
    return " ".join(pieces)


def text_height(text: str, width: int, font: QFont) -> int:
    """Return the height that a cell needs to show its text whole, in pixels."""
    metrics = QFontMetrics(font)
    if "\n" not in text and metrics.horizontalAdvance(text) <= width - 2 * PADDING_X:
        return metrics.height() + 2 * PADDING_Y
    box = QRect(0, 0, max(width - 2 * PADDING_X, 12), 1_000_000)
    flags = int(Qt.TextFlag.TextWordWrap)
    return metrics.boundingRect(box, flags, breakable(text)).height() + 2 * PADDING_Y


class CellText(QPlainTextEdit):
    """The editor inside a cell."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("cell")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(PADDING_Y - 1)
        self.setViewportMargins(PADDING_X - PADDING_Y, 0, 0, 0)
        self.setAutoFillBackground(True)
        self._least = QRect()
        #: Whether the arrows keep what is typed and go on.
        self.typing = False
        self.textChanged.connect(self.grow)

    def fit(self, rect: QRect) -> None:
        """Lie over a cell, at least as large as it is."""
        self._least = QRect(rect)
        self.grow()

    def grow(self) -> None:
        """Be as high as the text, but stay inside the table."""
        if self._least.isNull():
            return
        rect = QRect(self._least)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setGeometry(rect)
        margin = 2 * int(self.document().documentMargin())
        lines = int(self.document().size().height())
        wanted = (lines + 1) * QFontMetrics(self.font()).lineSpacing() + margin
        holder = self.parentWidget()
        room = holder.height() if holder else wanted
        if wanted > room:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        rect.setHeight(min(max(rect.height(), wanted), room))
        if rect.bottom() >= room:
            rect.moveBottom(room - 1)
        rect.moveTop(max(rect.top(), 0))
        self.setGeometry(rect)

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(clean(one_text(source)))

    def createStandardContextMenu(self, *place: QPoint) -> QMenu:
        """Return the menu of the text, with a new line for those who work with the mouse."""
        menu = super().createStandardContextMenu(*place)
        menu.addSeparator()
        line = menu.addAction("Linie nouă\tAlt+Enter")
        line.triggered.connect(lambda: self.insertPlainText("\n"))
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.typing = False
        super().mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the text where it does not show whole, else the table."""
        super().wheelEvent(event)
        if self.verticalScrollBar().maximum() > 0:
            event.accept()

    def event(self, event: QEvent) -> bool:
        return is_foreign_undo(event, self.document()) or super().event(event)


class CellDelegate(QStyledItemDelegate):
    """Paints cells and edits them in place; `kept` tells whether the last text was stored.

    `typing` says how the next editor is opened, `leaving` by which key of `keys` the last one was
    left, `interrupted` that an editor went while its window was not the active one.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.typing = self.interrupted = False
        self.leaving = ""
        self.kept = True

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        self.initStyleOption(option, index)
        text, option.text = option.text, ""
        option.widget.style().drawControl(
            QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget
        )
        if not text:
            return
        painter.save()
        painter.setFont(option.font)
        selected = option.state & QStyle.StateFlag.State_Selected
        role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        painter.setPen(option.palette.color(role))
        rect = option.rect.adjusted(PADDING_X, PADDING_Y, -PADDING_X, -PADDING_Y)
        flags = int(Qt.TextFlag.TextWordWrap) | option.displayAlignment.value
        shown = breakable(text)
        if not draw_marked(painter, rect, shown, option, index):
            painter.drawText(rect, flags, shown)
        paint_unread(painter, option, index, rect, flags)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        self.initStyleOption(option, index)
        width = option.rect.width() or 100
        return QSize(width, text_height(option.text, width, option.font))

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex
    ) -> QWidget:
        editor = CellText(parent)
        editor.setAccessibleName("Textul celulei")
        editor.typing = self.typing
        font = index.data(Qt.ItemDataRole.FontRole)
        if isinstance(font, QFont):
            editor.setFont(font.resolve(editor.font()))
        mark_cell(editor, index)
        attach_offers(editor, index)
        return editor

    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:
        assert isinstance(editor, CellText)
        text = index.data(Qt.ItemDataRole.EditRole) or ""
        if text and text == raw_text(editor.document()):
            return
        editor.setPlainText(text)
        if editor.typing:
            editor.selectAll()
        else:
            editor.moveCursor(QTextCursor.MoveOperation.End)

    def setModelData(self, editor: QWidget, model: object, index: AnyIndex) -> None:
        assert isinstance(editor, CellText)
        self.kept = False
        try:
            index.model().setData(index, raw_text(editor.document()))
        except DragappError as error:
            # Qt calls this in the middle of its own work, where an exception would vanish.
            sys.excepthook(type(error), error, error.__traceback__)
        else:
            self.kept = True

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        assert isinstance(editor, CellText)
        editor.fit(option.rect)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(watched, CellText):
            return super().eventFilter(watched, event)
        if offers_take(watched, event):
            return True
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            if event.reason() == Qt.FocusReason.ActiveWindowFocusReason:
                self._interrupt(watched)
                return False
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            name = pressed(event, Where.CELL)
            if name == "new_line":
                watched.insertPlainText("\n")
            elif name == "into_text":
                watched.typing = False
            elif name and name != "give_up":
                self._finish(watched, name)
            else:
                moving = pressed(event, Where.TABLE) if watched.typing else None
                shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                if moving not in _MOVING or shift:
                    return super().eventFilter(watched, event)
                self._finish(watched, moving)
            return True
        return super().eventFilter(watched, event)

    def _interrupt(self, editor: CellText) -> None:
        """Store what was typed, since another program has the keyboard now, and stay open."""
        self.commitData.emit(editor)
        self.interrupted = not (isValid(editor) and editor.isVisible())

    def _finish(self, editor: QWidget, leaving: str) -> None:
        """Store what was typed and tell the view by which key it was left."""
        self.leaving = leaving
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
