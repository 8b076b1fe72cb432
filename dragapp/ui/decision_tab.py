"""Hotărâre: the decision's data, and below it the sections of its text."""

from __future__ import annotations

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from dragapp.dossier.step import Spot
from dragapp.ui.actions import Actions
from dragapp.ui.chapter_tab import ChapterTab
from dragapp.ui.decision_page import DecisionPage
from dragapp.ui.session import Session
from dragapp.ui.wheel import guard_wheel


class DecisionTab(QWidget):
    """Two pages: data, and text where the plan has a section for it.

    Each is made when it is first looked at.
    """

    def __init__(self, session: Session, top: str | None, actions: Actions) -> None:
        super().__init__()
        self.session = session
        self.data = QWidget()
        self._data = QVBoxLayout(self.data)
        self._data.setContentsMargins(0, 0, 0, 0)
        self.text = ChapterTab(session, top, actions) if top else None
        self.pages = QTabWidget()
        self.pages.setDocumentMode(True)
        self.pages.addTab(self.data, "Date și documente")
        if self.text:
            self.pages.addTab(self.text, "Textul hotărârii")
            self.pages.currentChanged.connect(self.open)
        guard_wheel(self.pages.tabBar())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.addWidget(self.pages)

    def open(self) -> None:
        """Show the page that is looked at."""
        if self.text and self.pages.currentWidget() is self.text:
            self.text.open()
        elif self._data.isEmpty():
            self._data.addWidget(DecisionPage(self.session))

    @property
    def chapter(self) -> ChapterTab | None:
        """The text's sections while they are looked at."""
        return self.text if self.pages.currentWidget() is self.text else None

    def show_spot(self, spot: Spot) -> None:
        """Show the place of an action."""
        if self.text and spot.section:
            self.pages.setCurrentWidget(self.text)
            self.text.show_spot(spot)
        else:
            self.pages.setCurrentWidget(self.data)
