"""The left side of the manual: its contents, and a field that finds words in all pages."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from dragapp.manual.finding import ManualSearch
from dragapp.manual.pages import Manual
from dragapp.plan.counted import counted
from dragapp.ui.clear_button import give_clear_button

_PAGE = Qt.ItemDataRole.UserRole


class HelpContents(QWidget):
    """Emits the page that is `chosen`, and `looked_for` while words are typed or taken away."""

    chosen = Signal(str)
    looked_for = Signal(str)

    def __init__(self, manual: Manual) -> None:
        super().__init__()
        self._search = ManualSearch(manual)
        self.field = QLineEdit()
        self.field.setPlaceholderText("Caută în manual")
        self.field.setAccessibleName("Caută în manual")
        give_clear_button(self.field)
        self.field.textChanged.connect(self._look)
        self.field.returnPressed.connect(self._first)
        self.field.installEventFilter(self)
        self.tree = QTreeWidget()
        self.tree.setAccessibleName("Cuprinsul manualului")
        self.tree.setHeaderHidden(True)
        self.tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._items: dict[str, QTreeWidgetItem] = {}
        for chapter, pages in manual.chapters().items():
            top = QTreeWidgetItem(self.tree, [chapter])
            for page in pages:
                item = QTreeWidgetItem(top, [page.title])
                item.setData(0, _PAGE, page.name)
                item.setToolTip(0, page.title)
                self._items[page.name] = item
        self.tree.expandAll()
        self.tree.currentItemChanged.connect(self._turned)
        self.tree.itemClicked.connect(self._turned)
        self.results = QListWidget()
        self.results.setAccessibleName("Pagini găsite")
        self.results.setWordWrap(True)
        self.results.setSpacing(2)
        self.results.currentItemChanged.connect(self._take)
        self.results.itemClicked.connect(self._take)
        self.count = QLabel()
        self.count.setObjectName("advice")
        found = QWidget()
        column = QVBoxLayout(found)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.count)
        column.addWidget(self.results, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.tree)
        self._stack.addWidget(found)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 4, 8)
        layout.addWidget(self.field)
        layout.addWidget(self._stack, 1)

    def stand(self, name: str) -> None:
        """Mark the page that is shown, without choosing it."""
        self.tree.blockSignals(True)
        self.tree.setCurrentItem(self._items[name])
        self.tree.blockSignals(False)
        self.tree.scrollToItem(self._items[name])

    def _look(self, typed: str) -> None:
        found = self._search.find(typed)
        self.results.blockSignals(True)
        self.results.clear()
        for each in found:
            item = QListWidgetItem(f"{each.page.title}\n{each.excerpt}")
            item.setData(_PAGE, each.page.name)
            self.results.addItem(item)
        self.results.blockSignals(False)
        told = counted(len(found), "pagină găsită", "pagini găsite") if found else "Nicio pagină"
        self.count.setText(told)
        self._stack.setCurrentIndex(1 if typed.strip() else 0)
        self.looked_for.emit(typed)

    def _first(self) -> None:
        """Show what was found first."""
        if self.results.count() and self.field.text().strip():
            self.results.setCurrentRow(0)

    def _turned(self, item: QTreeWidgetItem | None, *_: object) -> None:
        if item and item.data(0, _PAGE):
            self.chosen.emit(item.data(0, _PAGE))

    def _take(self, item: QListWidgetItem | None, *_: object) -> None:
        if item:
            self.chosen.emit(item.data(_PAGE))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from the field down into what is listed; Esc empties the field first."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down:
                below = self.results if self._stack.currentIndex() else self.tree
                below.setFocus(Qt.FocusReason.TabFocusReason)
                if below is self.results and self.results.currentRow() < 0:
                    self.results.setCurrentRow(0)
                return True
            if event.key() == Qt.Key.Key_Escape and self.field.text():
                self.field.clear()
                return True
        if event.type() == QEvent.Type.ShortcutOverride and self.field.text():
            key = event.key() if isinstance(event, QKeyEvent) else None
            if key == Qt.Key.Key_Escape:
                # Else Esc closes the window.
                event.accept()
                return True
        return super().eventFilter(watched, event)
