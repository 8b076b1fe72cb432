"""The list of all keys (Ctrl+/): searched by what they do or by the keys themselves."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from dragapp.plan.text import fold
from dragapp.ui.actions import SPECS
from dragapp.ui.clear_button import give_clear_button
from dragapp.ui.keys import KEYS, Where
from dragapp.ui.menus import MENUS

#: How keys are written on Romanian keyboards, where the program's own names differ.
_NAMES = {
    "Return": "Enter",
    "Del": "Delete",
    "Up": "↑",
    "Down": "↓",
    "Left": "←",
    "Right": "→",
    "PgUp": "Page Up",
    "PgDown": "Page Down",
    "Space": "Spațiu",
}
_SELECTING = ("Shift + tastele de mai sus", "Alege toate celulele până acolo")


def spoken(keys: str) -> str:
    """Return keys as they are read: Ctrl+↓."""
    parts = keys.removesuffix("++").split("+") if keys.endswith("++") else keys.split("+")
    more = ["+"] if keys.endswith("++") else []
    return "+".join([_NAMES.get(part, part) for part in parts] + more)


def groups() -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Yield each group of keys: its title, and the keys with what they do."""
    for where in (Where.TABLE, Where.CELL):
        keys = KEYS[where].values()
        plain = [(spoken(key.keys), key.what) for key in keys if not key.selects]
        moves = [(spoken(key.keys), key.what) for key in keys if key.selects]
        yield where, plain
        if moves:
            yield "În tabel, din celulă în celulă", [*moves, _SELECTING]
    for title, names in MENUS:
        specs = [SPECS[name] for name in names.split() if name in SPECS]
        pairs = [
            (", ".join(map(spoken, spec.keys.split())), spec.text.rstrip("…"))
            for spec in specs
            if spec.keys
        ]
        if pairs:
            yield f"Meniul {title.replace('&', '')}", pairs


class ShortcutsDialog(QDialog):
    """Shows every key; typing shows only those that match, the arrows go through them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Toate tastele")
        self.search = QLineEdit()
        self.search.setPlaceholderText("Caută: ce vreți să faceți sau ce taste")
        self.search.setAccessibleName("Caută în lista tastelor")
        give_clear_button(self.search)
        self.search.textChanged.connect(self._filter)
        self.list = QTreeWidget()
        self.list.setAccessibleName("Lista tastelor")
        self.list.setColumnCount(2)
        self.list.setHeaderLabels(["Taste", "Ce fac"])
        self.list.setRootIsDecorated(False)
        self.list.setAlternatingRowColors(True)
        self.list.setIndentation(14)
        self.list.setWordWrap(True)
        self._fill()
        header = self.list.header()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionsMovable(False)
        box = QDialogButtonBox()
        box.addButton("Închide", QDialogButtonBox.ButtonRole.RejectRole)
        box.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.search)
        layout.addWidget(self.list, 1)
        layout.addWidget(box)
        line = self.fontMetrics().lineSpacing()
        room = self.screen().availableSize()
        self.resize(min(44 * line, room.width() - 40), min(36 * line, room.height() - 80))
        self.search.setFocus()

    def _fill(self) -> None:
        bold = QFont()
        bold.setBold(True)
        for title, pairs in groups():
            head = QTreeWidgetItem(self.list, [title])
            head.setFirstColumnSpanned(True)
            head.setFont(0, bold)
            head.setFlags(Qt.ItemFlag.ItemIsEnabled)
            for pair in pairs:
                QTreeWidgetItem(head, list(pair)).setToolTip(1, pair[1])
        self.list.expandAll()

    def _filter(self, text: str) -> None:
        words = fold(text).split()
        for head in self._items(self.list.invisibleRootItem()):
            title, shown = fold(head.text(0)), 0
            for item in self._items(head):
                read = " ".join((title, fold(item.text(0)), fold(item.text(1))))
                item.setHidden(not all(word in read for word in words))
                shown += not item.isHidden()
            head.setHidden(not shown)
        first = next(chain.from_iterable(map(self._seen, self._seen())), None)
        if first and words:
            self.list.setCurrentItem(first)

    def _items(self, item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
        below = (item.child(place) for place in range(item.childCount()))
        return [each for each in below if each is not None]

    def _seen(self, item: QTreeWidgetItem | None = None) -> list[QTreeWidgetItem]:
        below = self._items(item or self.list.invisibleRootItem())
        return [each for each in below if not each.isHidden()]
