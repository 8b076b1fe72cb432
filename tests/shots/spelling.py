"""Wrong words in a table and in its menu."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QMenu, QWidget

from dragapp.ui.main_window import MainWindow
from dragapp.ui.spelling import spelling
from dragapp.ui.spelling_cells import offer_words, when_cell_suggested


def wrong_words(window: MainWindow, take: Callable[[str, QWidget | None], None]) -> None:
    """Take the table on screen with its waves, then the menu of its second row's third cell."""
    # The verdicts and the suggestions come from another process.
    there = QEventLoop()
    QTimer.singleShot(5_000, there.quit)
    if not spelling().mistakes("fara adapost"):
        spelling().changed.connect(there.quit)
        there.exec()
    take("spelling", None)
    chapter = window.tabs.chapter() if window.tabs else None
    assert chapter is not None
    assert chapter.editor is not None
    assert chapter.editor.table is not None
    view = chapter.editor.table.view
    index = view.model().index(1, 2)
    view.setCurrentIndex(index)
    place = view.visualRect(index).bottomLeft()
    menu = QMenu(view)
    when_cell_suggested(view, place, lambda _: there.quit())
    there.exec()
    offer_words(menu, view, place)
    menu.popup(view.viewport().mapToGlobal(place))
    take("spelling-menu", menu)
    menu.close()
