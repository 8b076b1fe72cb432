"""A tab for one top section: its sections on the left, the chosen one's parts on the right."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import (
    QFrame,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from dragapp.dossier.step import Spot
from dragapp.ui import settings
from dragapp.ui.actions import Actions
from dragapp.ui.look import scaled, unscaled
from dragapp.ui.section_editor import SectionEditor
from dragapp.ui.section_tree import SectionTree
from dragapp.ui.session import Session
from dragapp.ui.wheel import zooms

#: The list's width until the user gives it another, in pixels at 100 %.
_LIST_WIDTH = 260
#: How much of the tab it may take, in tenths.
_LIST_PART = 3


class ChapterTab(QWidget):
    """Lists and edits the sections below `top`, a section's key, once it is first looked at.

    `turned` tells that another section is shown.
    """

    turned = Signal()

    def __init__(self, session: Session, top: str, actions: Actions) -> None:
        super().__init__()
        self.session, self.top, self._actions = session, top, actions
        self._plan = session.plan.id
        self.tree = SectionTree(session, top, actions)
        self._stack = QStackedWidget()
        self.editor: SectionEditor | None = None
        self.split = split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.tree)
        split.addWidget(self._stack)
        split.setStretchFactor(1, 1)
        split.setChildrenCollapsible(False)
        split.splitterMoved.connect(self._list_sized)
        self._size_list()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)
        self.tree.chosen.connect(self.show_section)
        session.changed.connect(self._catch_up)

    def _size_list(self) -> None:
        """Make the list as wide as the user had it last, in any chapter, where there is room."""
        width = scaled(settings.number("split/sections", _LIST_WIDTH))
        if self.isVisible():
            # Between the lists and the pages the editor needs it more.
            width = min(width, self.width() * _LIST_PART // 10)
        self.split.setSizes([width, max(sum(self.split.sizes()), scaled(1000)) - width])

    def _list_sized(self) -> None:
        settings.keep_number("split/sections", unscaled(self.split.sizes()[0]))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._size_list()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._size_list()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._size_list()

    def open(self) -> None:
        """List the sections and show the first; called when the tab is looked at."""
        if self.editor is None:
            self.tree.refresh()
            self.show_section(self.tree.current())

    def show_section(self, key: str) -> None:
        """Show another section's parts; what was typed in the old one is stored first."""
        section = self.session.plan.section(key)
        table = section.table is not None
        shown = self.editor
        if shown and shown.section is section and (shown.table is not None) == table:
            return
        if not self.session.flush() and shown:
            self.tree.stand(shown.section.key)
            return
        editor = SectionEditor(self.session, section, self._actions)
        before = self._stack.currentWidget()
        page = _Scrolling(editor)
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self.editor = editor
        if before:
            self._stack.removeWidget(before)
            before.deleteLater()
        self.turned.emit()

    def show_spot(self, spot: Spot) -> None:
        """Show the place of an action and stand on it."""
        self.open()
        self.tree.choose(spot.section)
        self.show_section(spot.section)
        if spot.node and self.editor and self.editor.table:
            self.editor.table.show_spot(spot)

    def _catch_up(self, touched: Any) -> None:
        if self.editor is None:
            return
        below = self._sections()
        if touched.tree and below:
            self.tree.refresh()
        elif touched.sections.isdisjoint(below):
            return
        else:
            self.tree.show_changes()
        self.show_section(self.tree.current())

    def _sections(self) -> set[int]:
        """Return the ids of the sections of this tab, empty where they are gone."""
        plan = self.session.plan
        tops = [each for each in plan.sections if (plan.id, each.key) == (self._plan, self.top)]
        return {section.id for top in tops for section in top.walk()}


class _Scrolling(QScrollArea):
    """Holds an editor where it scrolls, in a window that is too small for all of it."""

    def __init__(self, editor: QWidget) -> None:
        super().__init__()
        self.setWidget(editor)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not zooms(event):
            super().wheelEvent(event)
