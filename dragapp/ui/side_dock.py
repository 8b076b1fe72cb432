"""A dock at the window's left edge for a list that leads into the plan: find, completeness."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QDockWidget, QWidget

from dragapp.ui.wheel import zoom_over

#: Its width at first, in pixels at 100 %.
WIDTH = 320


class SideDock(QDockWidget):
    """Holds one widget. `closed` asks to be hidden: by its button or by Esc."""

    closed = Signal()

    def __init__(self, title: str, inside: QWidget) -> None:
        super().__init__(title)
        self.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetClosable)
        self.setAllowedAreas(Qt.DockWidgetArea.LeftDockWidgetArea)
        # The window's own menu of its bars would hide it without telling anyone.
        self.toggleViewAction().setVisible(False)
        self.setWidget(inside)
        zoom_over(inside)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        # Whoever shows it hides it.
        event.ignore()
        self.closed.emit()
