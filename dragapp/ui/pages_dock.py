"""The dock *Previzualizare*: the pages of the real PDF beside the editors."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from dragapp.ui.button import Button
from dragapp.ui.dock import Dock
from dragapp.ui.pages_bar import PagesBar
from dragapp.ui.pages_view import PagesView


class PagesDock(Dock):
    """Shows the pages, or why there are none; `again` asks to try once more."""

    again = Signal()

    def __init__(self) -> None:
        super().__init__("Previzualizare", Qt.DockWidgetArea.RightDockWidgetArea)
        self.setObjectName("pages")
        self.view = PagesView()
        self.bar = PagesBar(self.view)
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.retry = Button("Încearcă din nou")
        self.retry.clicked.connect(self._try_again)
        self._failed = QWidget()
        column = QVBoxLayout(self._failed)
        column.addStretch(1)
        column.addWidget(self._words)
        column.addWidget(self.retry, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._failed)
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self._stack, 1)
        self.setWidget(page)
        self.view.turned.connect(self._show_pages)

    def clear(self) -> None:
        """Show that there are no pages yet."""
        self.view.clear()
        self._show_pages()

    def tell(self, sentence: str) -> None:
        """Show why there are no pages."""
        self.view.forget()
        self._words.setText(sentence)
        self.retry.setEnabled(True)
        self.bar.setEnabled(False)
        self._stack.setCurrentWidget(self._failed)

    @property
    def told(self) -> str:
        """Why there are no pages, empty where there are."""
        return self._words.text() if self._stack.currentWidget() is self._failed else ""

    def _try_again(self) -> None:
        self.retry.setEnabled(False)
        self.again.emit()

    def _show_pages(self) -> None:
        self.bar.setEnabled(True)
        self._stack.setCurrentWidget(self.view)
