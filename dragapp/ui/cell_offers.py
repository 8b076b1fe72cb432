"""Offers and readings of an open cell: the list below it, the button that opens it, the sum read.

The cell's editor asks here first about its keys. Nothing here ever stores or refuses a text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QToolButton
from shiboken6 import isValid

from dragapp.plan.cell_reading import read_cell
from dragapp.plan.column import ColumnKind
from dragapp.plan.offering import Offer, beside, has_choices, piece
from dragapp.ui.offer_list import OfferList
from dragapp.ui.plan_offers import plan_offers

if TYPE_CHECKING:
    from dragapp.plan.layout import LaidCell
    from dragapp.ui.table_model import AnyIndex, TableModel

_NO_OWN_LIST = (ColumnKind.MONEY, ColumnKind.PERCENT, ColumnKind.NUMBER_LABEL, ColumnKind.QUANTITY)
#: How much of a cell the button takes, in letters.
_BUTTON = 2


def attach_offers(editor: QPlainTextEdit, index: AnyIndex) -> None:
    """Give the editor of a table's cell what its column offers."""
    from dragapp.ui.table_model import TableModel

    model = index.model()
    cell = model.cell(index) if isinstance(model, TableModel) else None
    if isinstance(model, TableModel) and cell:
        if read_cell(cell.column, "") is not None:
            _Reader(editor, cell)
        elif cell.column.kind not in _NO_OWN_LIST:
            CellOffers(editor, model, cell)


def offers_take(editor: QPlainTextEdit, event: QEvent) -> bool:
    """Give the list of offers an event of the open cell; whether it wants the event for itself."""
    offers = editor.findChild(CellOffers)
    return isinstance(event, QKeyEvent) and offers is not None and offers.take_key(event)


class CellOffers(QObject):
    """The offers of one open cell. Up and Down choose, Enter and Tab take, Esc closes the list."""

    def __init__(self, editor: QPlainTextEdit, model: TableModel, cell: LaidCell) -> None:
        super().__init__(editor)
        self._editor, self._model = editor, model
        self._cell, self._column = cell, cell.column
        self._offers = plan_offers(model.session)
        self._list: OfferList | None = None
        self._followed, self._taking = "", False
        self._button = self._make_button() if has_choices(cell.column) else None
        editor.textChanged.connect(self._text_changed)
        editor.cursorPositionChanged.connect(self._follow)
        editor.installEventFilter(self)
        editor.destroyed.connect(self._gone)

    def _make_button(self) -> QToolButton:
        """Return the button at the cell's edge, for those who work with the mouse."""
        button = QToolButton(self._editor)
        button.setArrowType(Qt.ArrowType.DownArrow)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setCursor(Qt.CursorShape.ArrowCursor)
        button.setAccessibleName("Alege din listă")
        button.setToolTip("Alege din listă (Alt+↓)")
        button.clicked.connect(self.toggle)
        margins = self._editor.viewportMargins()
        margins.setRight(self._width())
        self._editor.setViewportMargins(margins)
        return button

    def _width(self) -> int:
        return self._editor.fontMetrics().averageCharWidth() * _BUTTON + 6

    @property
    def shown(self) -> OfferList | None:
        """The list, while it is on screen."""
        return self._list if self._list and self._list.isVisible() else None

    def toggle(self) -> None:
        """Open the whole list, or close it."""
        if self.shown:
            self.close()
            return
        start, end = self._piece()
        text = self._text()[start:end].strip()
        whole = self._editor.textCursor().hasSelection() or not text
        offering, table = self._offers.now(), self._model.table
        found = [] if whole else offering.offers(table, self._column, text)
        # What is in the cell already is no search: to change it, all others are shown.
        if not found or [offer.text for offer in found] == [text]:
            found = offering.offers(table, self._column, "")
        self._show(found)

    def close(self) -> None:
        """Take the list off the screen; the cell stays open."""
        if self._list:
            self._list.hide()

    def _show(self, offers: list[Offer]) -> None:
        if not offers:
            self.close()
            return
        if self._list is None:
            self._list = OfferList(self._editor.window(), self._editor)
            self._list.taken.connect(self._take)
        codes = self._column.kind == ColumnKind.SERVICE_CODE
        self._list.show_offers(offers, self._offers.now().version if codes else "")

    def _text(self) -> str:
        return self._editor.toPlainText()

    def _piece(self) -> tuple[int, int]:
        return piece(self._column, self._text(), self._editor.textCursor().position())

    def _text_changed(self) -> None:
        if self._editor.hasFocus() and not self._taking:
            start, end = self._piece()
            typed = self._text()[start:end]
            self._show(self._offers.now().helping(self._model.table, self._column, typed))

    def _follow(self) -> None:
        """Close the list where the caret goes elsewhere without a letter being typed."""
        text = self._text()
        if text == self._followed:
            self.close()
        self._followed = text

    def take_key(self, event: QKeyEvent) -> bool:
        """Answer a key of the open cell; whether the cell is to do nothing more with it."""
        key, alt = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        opening = key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and alt
        if event.type() == QEvent.Type.ShortcutOverride:
            # Alt+Down is the window's for rows; in an open cell it is the list's.
            if opening or (key == Qt.Key.Key_Escape and self.shown):
                event.accept()
                return True
            return False
        if event.type() != QEvent.Type.KeyPress:
            return False
        if opening:
            self.toggle()
            return True
        shown = self.shown
        if shown is None or alt:
            return False
        if key == Qt.Key.Key_Escape:
            self.close()
            return True
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and not event.modifiers() & _SELECTING:
            shown.move_by(1 if key == Qt.Key.Key_Down else -1)
            return True
        chosen = shown.chosen()
        plain = not event.modifiers() & _SELECTING
        if chosen and plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            self._take(chosen)
            return key != Qt.Key.Key_Tab
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self.close()
        elif kind in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show):
            self._settle()
        return super().eventFilter(watched, event)

    def _settle(self) -> None:
        """Keep the button and the list at the cell's edge."""
        if self._button:
            width, height = self._width(), self._editor.fontMetrics().height() + 4
            self._button.setGeometry(self._editor.width() - width - 1, 1, width, height)
        if self.shown:
            self.shown.place()

    def _take(self, offer: Offer) -> None:
        """Put an offer in the place of the piece that was typed."""
        start, end = self._piece()
        cursor = self._editor.textCursor()
        if cursor.hasSelection() and cursor.selectedText() == self._text():
            start, end = 0, len(self._text())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self._taking = True
        cursor.insertText(offer.text)
        self._editor.setTextCursor(cursor)
        self._taking = False
        self.close()
        node = self._cell.node
        if offer.service and node:
            said = beside(self._model.table, self._column, offer.service)
            self._model.take_along(node.key, self._column.key, offer.text, said)

    def _gone(self) -> None:
        if self._list and isValid(self._list):
            self._list.hide()
            self._list.deleteLater()


_SELECTING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier


class _Reader(QObject):
    """Shows below an open cell of money or percents how what is typed is read."""

    def __init__(self, editor: QPlainTextEdit, cell: LaidCell) -> None:
        super().__init__(editor)
        self._editor, self._column = editor, cell.column
        self._label: QLabel | None = None
        editor.textChanged.connect(self._tell)
        editor.installEventFilter(self)
        editor.destroyed.connect(self._gone)

    def _tell(self) -> None:
        reading = read_cell(self._column, self._editor.toPlainText())
        text = reading.text if reading else ""
        if self._label is None:
            if not text:
                return
            self._label = QLabel(self._editor.window())
            self._label.setObjectName("reading")
            self._label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._label.setFont(self._editor.font())
        self._label.setText(text)
        self._label.setVisible(bool(text))
        self._place()

    def _place(self) -> None:
        if not self._label or not self._label.isVisible():
            return
        editor, window = self._editor, self._editor.window()
        most = editor.fontMetrics().averageCharWidth() * 60
        self._label.setWordWrap(False)
        size = self._label.sizeHint()
        if size.width() > most:
            self._label.setWordWrap(True)
            size.setWidth(most)
            size.setHeight(self._label.heightForWidth(most))
        corner = editor.mapTo(window, editor.rect().bottomRight())
        left = max(min(corner.x() + 1, window.width()) - size.width(), 0)
        top = corner.y() + 2
        if top + size.height() > window.height():
            top = editor.mapTo(window, editor.rect().topLeft()).y() - size.height() - 1
        self._label.resize(size)
        self._label.move(left, top)
        self._label.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._place()
        elif event.type() == QEvent.Type.Hide and self._label:
            self._label.hide()
        return super().eventFilter(watched, event)

    def _gone(self) -> None:
        if self._label and isValid(self._label):
            self._label.hide()
            self._label.deleteLater()
