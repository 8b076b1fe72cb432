"""A dock at the window's left edge for a list that leads into the plan: find, completeness."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from dragapp.ui.dock import Dock
from dragapp.ui.wheel import zoom_over

#: Its width at first, in pixels at 100 %.
WIDTH = 320


class SideDock(Dock):
    """Holds one widget. Esc too asks for it to be hidden."""

    def __init__(self, title: str, inside: QWidget) -> None:
        super().__init__(title, Qt.DockWidgetArea.LeftDockWidgetArea)
        self.setWidget(inside)
        zoom_over(inside)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
