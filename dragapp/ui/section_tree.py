"""The sections of one tab, with their state: choose, reorder, hide, declare several at once."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QFont, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTreeWidget, QTreeWidgetItem

from dragapp.plan.numbered import section_labels
from dragapp.plan.section import Scope, Section, State
from dragapp.ui.actions import Actions
from dragapp.ui.icons import icon
from dragapp.ui.session import Session
from dragapp.ui.state_bar import STATE_NAMES
from dragapp.ui.wheel import zooms

_KEY = Qt.ItemDataRole.UserRole
_PICTURES = {State.TODO: "state-todo", State.DONE: "state-done", State.NONE: "state-none"}
MENU = (
    "state_todo state_done state_none | section_add section_edit | section_up section_down | "
    "section_hide section_delete"
)


class SectionTree(QTreeWidget):
    """Lists a top section and all below it, from the first `refresh` on.

    `chosen` carries the key of the section that the user has gone to.
    """

    chosen = Signal(str)

    def __init__(self, session: Session, top: str, actions: Actions) -> None:
        super().__init__()
        self.session, self.top, self._actions = session, top, actions
        self.setHeaderHidden(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setIndentation(14)
        self.setUniformRowHeights(True)
        self.setAccessibleName("Punctele capitolului")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)
        self.currentItemChanged.connect(self._changed)
        self.itemSelectionChanged.connect(self._keep_selected)
        self._filling = False

    def refresh(self) -> None:
        """List the sections anew, staying on the current one where it is still there."""
        current, selected = self.current(), {item.data(0, _KEY) for item in self.selectedItems()}
        top = self.session.plan.section(self.top)
        item = self.currentItem()
        before = [each.data(0, _KEY) for each in self._items()]
        beside = before[max(before.index(current) - 1, 0)] if item else ""
        self._filling = True
        self.clear()
        self._add(self.invisibleRootItem(), top)
        self.expandAll()
        self.show_changes()
        keys = {item.data(0, _KEY) for item in self._items()}
        there = (key for key in (current, beside, self._first(top)) if key in keys)
        self.choose(next(there))
        if current in keys:
            for item in self._items():
                item.setSelected(item.data(0, _KEY) in selected)
        self._filling = False

    def show_changes(self) -> None:
        """Show the numbers, names and states of the listed sections as they are now."""
        labels = section_labels(self.session.plan.sections)
        sections = {section.key: section for section in self.session.plan.section(self.top).walk()}
        for item in self._items():
            section = sections[item.data(0, _KEY)]
            self._show(item, section, "" if section.key == self.top else labels[section.key])

    def _first(self, top: Section) -> str:
        """Return where to begin: the first section that has something of its own to say."""
        visible = [section for section in top.sections if not section.hidden]
        bare = top.is_empty and not top.heading and bool(visible)
        return visible[0].key if bare else top.key

    def _add(self, parent: QTreeWidgetItem, section: Section) -> None:
        item = QTreeWidgetItem(parent)
        item.setData(0, _KEY, section.key)
        for child in section.sections:
            self._add(item, child)

    def _show(self, item: QTreeWidgetItem, section: Section, label: str) -> None:
        item.setText(0, f"{label} {section.name}".strip())
        state = STATE_NAMES[section.state]
        if section.scope == Scope.ANNEX:
            item.setIcon(0, icon("section-hide" if section.hidden else _PICTURES[section.state]))
        else:
            item.setIcon(0, icon("decision"))
            state = "textul hotărârii"
        font, colour = None, None
        if section.hidden:
            state = "nu se tipărește"
            font, colour = QFont(), self.palette().placeholderText()
            font.setItalic(True)
        item.setData(0, Qt.ItemDataRole.FontRole, font)
        item.setData(0, Qt.ItemDataRole.ForegroundRole, colour)
        item.setToolTip(0, f"{section.name} – {state}")
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{item.text(0)}, {state}")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.topLevelItemCount():
            tops = {section.key for section in self.session.plan.sections}
            if self.top in tops:
                self.show_changes()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not zooms(event):
            super().wheelEvent(event)

    def _items(self) -> list[QTreeWidgetItem]:
        found: list[QTreeWidgetItem] = []

        def walk(item: QTreeWidgetItem) -> None:
            for place in range(item.childCount()):
                child = item.child(place)
                if child is not None:
                    found.append(child)
                    walk(child)

        walk(self.invisibleRootItem())
        return found

    def choose(self, key: str) -> None:
        """Stand on a section."""
        for item in self._items():
            if item.data(0, _KEY) == key:
                if item is not self.currentItem() or not item.isSelected():
                    flags = QItemSelectionModel.SelectionFlag
                    self.setCurrentItem(item, 0, flags.ClearAndSelect | flags.Rows)
                return

    def stand(self, key: str) -> None:
        """Stand on a section that is shown already."""
        self._filling = True
        self.choose(key)
        self._filling = False

    def current(self) -> str:
        """Return the key of the section that is stood on."""
        item = self.currentItem()
        return str(item.data(0, _KEY)) if item else ""

    def selected(self) -> list[Section]:
        """Return the selected sections, in order; at least the current one."""
        chosen = {item.data(0, _KEY) for item in self.selectedItems()} or {self.current()}
        top = self.session.plan.section(self.top)
        return [section for section in top.walk() if section.key in chosen]

    def _changed(self, item: QTreeWidgetItem | None) -> None:
        if item and not self._filling:
            self.chosen.emit(item.data(0, _KEY))

    def _keep_selected(self) -> None:
        """See that the section that is shown never looks unselected."""
        item = self.currentItem()
        if not self._filling and item and not self.selectedItems():
            item.setSelected(True)

    def _menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        for name in MENU.split():
            if name == "|":
                menu.addSeparator()
            else:
                menu.addAction(self._actions[name])
        menu.exec(self.viewport().mapToGlobal(place))
