"""Shows that a long work goes on and how far it has come, and lets the user stop it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from dragapp.errors import Cancelled
from dragapp.progress import Progress
from dragapp.ui.look import scaled

#: Seconds before the dialog appears, and between two looks at what the user does.
DELAY, PAUSE = 0.5, 0.04
#: The longest that the window may take for itself at such a look, in milliseconds.
_LOOK = 30
_WIDTH, _FINE = 400, 1000


@contextmanager
def working(parent: QWidget, title: str, text: str) -> Iterator[Progress]:
    """Follow a long work done in this block; yield what it is to tell its progress to.

    A work of more than about half a second shows a dialog over the parent's window. "Renunță", Esc
    and the dialog's cross stop it: the next time that it tells its progress, that raises Cancelled.
    Until the block ends, nothing can be done in the window and it cannot be closed. What is typed
    must be stored before, and errors are shown after the block.
    """
    dialog = _Working(parent, title, text)
    QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield dialog.tell
    finally:
        QApplication.restoreOverrideCursor()
        dialog.end()


class _Working(QDialog):
    def __init__(self, parent: QWidget, title: str, text: str) -> None:
        self._window = parent.window()
        super().__init__(self._window)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._stopped = False
        self._began = self._looked = monotonic()
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        # A name without a blank must not make the dialog wider than the screen.
        label.setFixedWidth(scaled(_WIDTH))
        self._bar = QProgressBar()
        self._bar.setRange(0, _FINE)
        buttons = QDialogButtonBox()
        stop = buttons.addButton("Renunță", QDialogButtonBox.ButtonRole.RejectRole)
        # A key pressed once too often in the dialog before must not stop the work.
        stop.setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        for each in (label, self._bar, buttons):
            column.addWidget(each)
        self._window.installEventFilter(self)

    def tell(self, done: float) -> None:
        """Show how far the work has come; raise Cancelled where the user has had enough."""
        now = monotonic()
        if now - self._looked < PAUSE:
            return
        self._bar.setValue(round(done * _FINE))
        flags = QEventLoop.ProcessEventsFlag.AllEvents
        if now - self._began >= DELAY:
            self._appear()
        else:
            # Nothing holds back what the user does in the window yet: it has to wait.
            flags = QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents
        QCoreApplication.processEvents(flags, _LOOK)
        self._looked = monotonic()
        if self._stopped:
            raise Cancelled("Ați renunțat; nimic nu a fost schimbat.")

    def _appear(self) -> None:
        if not self.isVisible():
            QApplication.changeOverrideCursor(Qt.CursorShape.ArrowCursor)
            self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close and watched is self._window:
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def reject(self) -> None:
        """Stop the work; the dialog stays until it has stopped."""
        self._stopped = True

    def end(self) -> None:
        """Take the dialog away; there is nothing left to stop."""
        self._window.removeEventFilter(self)
        self.hide()
        self.deleteLater()
