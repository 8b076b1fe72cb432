"""Form fields that store what is typed when they are left, and give Ctrl+Z on when they can't."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QTextDocument, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QSpinBox, QWidget

from dragapp.errors import DragappError
from dragapp.plan.text import clean
from dragapp.ui.session import Session
from dragapp.ui.spelling_marks import mark_spelling
from dragapp.ui.visit import Visit
from dragapp.ui.wheel import zooms

#: How long after the last key a text is stored, in milliseconds.
PAUSE = 1000
#: Qt's own limit would cut a long paste without a word.
_NO_LIMIT = 2**31 - 1


class TextField(QLineEdit):
    """One line of text. `store` is called with a text that differs from the one shown last."""

    def __init__(self, session: Session, store: Callable[[str], None], name: str) -> None:
        super().__init__()
        self._store, self._shown, self._set = store, "", ""
        self.setAccessibleName(name)
        self.setMaxLength(_NO_LIMIT)
        self.setReadOnly(session.read_only)
        self.editingFinished.connect(self.commit)
        session.flushing.connect(self.commit)

    def show_text(self, text: str) -> None:
        """Show what is stored; what could not be stored yet stays, and so does the cursor."""
        if text != self._shown:
            self._shown = text
            self._show(0)

    def _show(self, cursor: int) -> None:
        self.setText(self._shown)
        # Qt shows some characters as others; what nobody touched stays as it is stored.
        self._set = self.text()
        self.setCursorPosition(cursor)

    def commit(self) -> None:
        """Store what was typed; Ctrl+Z then belongs to the dossier."""
        if self.text() == self._set:
            return
        text = " ".join(clean(self.text()).split("\n"))
        changed = text != self._shown
        with retrying(self, _shown=text, _set=self.text()):
            if changed:
                self._store(text)
        self._show(self.cursorPosition())

    def event(self, event: QEvent) -> bool:
        return is_foreign_undo(event, self) or super().event(event)


class LinesField(QPlainTextEdit):
    """A few lines of text, given to `store` a second after the last key and when left."""

    def __init__(
        self, session: Session, store: Callable[[str, Visit], None], name: str, lines: int
    ) -> None:
        super().__init__()
        self._store, self._shown, self._quiet = store, "", False
        self._visit = Visit(session, self.document())
        self.setAccessibleName(name)
        self.setReadOnly(session.read_only)
        self.setTabChangesFocus(True)
        self._lines = lines
        self._fit()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.commit)
        self.textChanged.connect(self._typed)
        session.flushing.connect(self.commit)
        mark_spelling(self)

    def _fit(self) -> None:
        self.setFixedHeight(self.fontMetrics().lineSpacing() * self._lines + 14)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def show_text(self, text: str) -> None:
        """Show what is stored; what could not be stored yet stays."""
        if text != self._shown:
            self._quiet = True
            self._shown = text
            self.setPlainText(text)
            self._quiet = False

    def _typed(self) -> None:
        if not self._quiet:
            self._pause.start()

    def commit(self) -> None:
        """Store what was typed."""
        self._pause.stop()
        text = clean(raw_text(self.document()))
        if text != self._shown:
            with retrying(self, _shown=text):
                self._store(text, self._visit)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        try:
            self.commit()
        finally:
            self._visit.leave(event)

    def event(self, event: QEvent) -> bool:
        return is_foreign_undo(event, self.document()) or super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not zooms(event):
            super().wheelEvent(event)


class CheckField(QCheckBox):
    """A box to tick, stored at once; where that fails, it shows again what is stored."""

    def __init__(
        self,
        session: Session,
        text: str,
        get: Callable[[], bool],
        store: Callable[[bool], None],
    ) -> None:
        super().__init__(text)
        self._get, self._store = get, store
        self.setEnabled(not session.read_only)
        self.clicked.connect(self._clicked)

    def refresh(self) -> None:
        """Show what is stored."""
        self.setChecked(self._get())

    def _clicked(self, on: bool) -> None:
        try:
            self._store(on)
        finally:
            self.refresh()


@contextmanager
def retrying(field: QWidget, **shown: object) -> Iterator[None]:
    """Let a field count as stored while it stores; where that fails, the next occasion tries again.

    `shown` are the attributes by which the field knows what is stored.
    """
    old = {name: getattr(field, name) for name in shown}
    for name, value in shown.items():
        setattr(field, name, value)
    try:
        yield
    except DragappError:
        for name, value in old.items():
            setattr(field, name, value)
        raise


def raw_text(document: QTextDocument) -> str:
    """Return the text as it was typed; Qt's plain text turns no-break spaces into spaces."""
    return document.toRawText().replace("\u2029", "\n").replace("\u2028", "\n")


def is_foreign_undo(event: QEvent, typed: QLineEdit | QTextDocument) -> bool:
    """Whether this is Ctrl+Z or Ctrl+Y that the field has no use for: the window's turn then."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    keys = QKeySequence.StandardKey
    foreign = (event.matches(keys.Undo) and not typed.isUndoAvailable()) or (
        event.matches(keys.Redo) and not typed.isRedoAvailable()
    )
    if foreign:
        event.ignore()
    return foreign


def forget_typing(line: QLineEdit) -> None:
    """Leave what was typed in a line until now to the dossier's undo."""
    cursor = line.cursorPosition()
    line.setText(line.text())
    line.setCursorPosition(cursor)


class NumberField(QSpinBox):
    """A box for a number, which gives Ctrl+Z on when nothing was typed in it."""

    def event(self, event: QEvent) -> bool:
        return is_foreign_undo(event, self.lineEdit()) or super().event(event)
