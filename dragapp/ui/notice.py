"""Sentences across the top of the window that need no answer: each may offer something to do."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from dragapp.ui.button import Button
from dragapp.ui.icons import Picture, icon

#: What a notice offers: the button's text and what it does.
Offer = tuple[str, Callable[[], object]]


class Notices(QWidget):
    """Shows notices, each under a key of its own; empty, it takes no room."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._shown: dict[str, QWidget] = {}
        self.setVisible(False)

    def tell(self, key: str, text: str, *offers: Offer, lasting: bool = False) -> None:
        """Show a notice in place of the one of that key; a `lasting` one cannot be closed.

        A button closes it too, except on a lasting one.
        """
        self.drop(key)
        line = QFrame()
        line.setObjectName("notice")
        row = QHBoxLayout(line)
        row.setContentsMargins(12, 5, 6, 5)
        words = QLabel(text)
        words.setObjectName("words")
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(Picture("info", 18))
        row.addWidget(words, 1)
        for name, act in offers:
            button = Button(name)
            if not lasting:
                button.clicked.connect(partial(self.drop, key))
            button.clicked.connect(lambda _=False, act=act: act())
            row.addWidget(button)
        if not lasting:
            close = QToolButton()
            close.setIcon(icon("close"))
            close.setToolTip("Închide mesajul")
            close.setAccessibleName("Închide mesajul")
            close.clicked.connect(partial(self.drop, key))
            row.addWidget(close)
        self._shown[key] = line
        self._column.addWidget(line)
        self.setVisible(True)

    def drop(self, key: str, *_: object) -> None:
        """Take a notice away, if it is there."""
        line = self._shown.pop(key, None)
        if line:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.setVisible(bool(self._shown))

    def text(self, key: str) -> str:
        """Return what a notice says, empty where it is not there."""
        line = self._shown.get(key)
        words = line.findChild(QLabel, "words") if line else None
        return words.text() if isinstance(words, QLabel) else ""

    def press(self, key: str, name: str) -> None:
        """Do what a notice offers under that name."""
        buttons = self._shown[key].findChildren(QPushButton)
        next(button for button in buttons if button.text() == name).click()
