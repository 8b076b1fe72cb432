"""A dock that stays at one edge of the window and is hidden by whoever shows it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDockWidget


class Dock(QDockWidget):
    """`closed` asks to be hidden."""

    closed = Signal()

    def __init__(self, title: str, edge: Qt.DockWidgetArea) -> None:
        super().__init__(title)
        self.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetClosable)
        self.setAllowedAreas(edge)
        # The window's own menu of its bars would hide it without telling anyone.
        self.toggleViewAction().setVisible(False)

    def closeEvent(self, event: QCloseEvent) -> None:
        # Whoever shows it hides it.
        event.ignore()
        self.closed.emit()
