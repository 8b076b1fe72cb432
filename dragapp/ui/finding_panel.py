"""What is looked for, by what it is replaced, and the hits: the fields and the list of a search.

It shows and asks; it neither searches nor changes anything.
"""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from dragapp.plan.finding import Sought
from dragapp.ui.button import Button
from dragapp.ui.clear_button import give_clear_button
from dragapp.ui.icons import icon
from dragapp.ui.line_delegate import LineDelegate
from dragapp.ui.line_model import LineModel


class SearchLine(QLineEdit):
    """A field in which Enter goes to the next hit and Shift+Enter to the one before."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.stepped.emit(-1 if back else 1)
        else:
            super().keyPressEvent(event)


class FindingPanel(QWidget):
    """The fields and the list. `stepped` carries 1 or -1, `hit_chosen` the number of a hit."""

    sought_changed = Signal()
    stepped = Signal(int)
    hit_chosen = Signal(int)
    one_wanted = Signal()
    all_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.sought = self._field("Caută în tot planul")
        self.sought.setPlaceholderText("Caută în tot planul")
        self.sought.textChanged.connect(self.sought_changed)
        self.sought.stepped.connect(self.stepped)
        self.by = self._field("Înlocuiește cu")
        self.by.setPlaceholderText("Înlocuiește cu (gol: se șterge)")
        self.by.stepped.connect(lambda _: self.one_wanted.emit())
        self.whole = QCheckBox("Cuvânt întreg")
        self.exact = QCheckBox("Exact (litere mari și diacritice)")
        for box in (self.whole, self.exact):
            box.toggled.connect(self.sought_changed)
        self.one = Button("Înlocuiește")
        self.one.clicked.connect(self.one_wanted)
        self.all = Button("Înlocuiește tot")
        self.all.clicked.connect(self.all_wanted)
        self.barred = QLabel()
        self.barred.setObjectName("advice")
        self.barred.setWordWrap(True)
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.model = LineModel(self)
        self.view = QTreeView()
        self._dress_view()
        self._build()

    def _field(self, name: str) -> SearchLine:
        field = SearchLine()
        field.setAccessibleName(name)
        give_clear_button(field)
        return field

    def _dress_view(self) -> None:
        view = self.view
        view.setModel(self.model)
        view.setItemDelegate(LineDelegate(view))
        view.setHeaderHidden(True)
        view.setUniformRowHeights(True)
        view.setRootIsDecorated(False)
        view.setItemsExpandable(False)
        view.setIndentation(10)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setTabKeyNavigation(False)
        view.setAccessibleName("Locurile găsite")
        view.clicked.connect(self._choose)
        view.activated.connect(self._choose)
        # Groups are always open; told so before they come, the view need not be told of each.
        self.model.rowsInserted.connect(self._open)

    def _build(self) -> None:
        steps = QHBoxLayout()
        steps.setSpacing(2)
        steps.addWidget(self.sought, 1)
        arrows: list[QWidget] = []
        for picture, name, step in (
            ("page-up", "Locul dinainte (Shift+F3)", -1),
            ("page-down", "Locul următor (F3)", 1),
        ):
            button = QToolButton()
            button.setIcon(icon(picture))
            button.setToolTip(name)
            button.setAccessibleName(name)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(lambda _=False, each=step: self.stepped.emit(each))
            steps.addWidget(button)
            arrows.append(button)
        self.replacing = QWidget()
        grid = QGridLayout(self.replacing)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(self.by, 0, 0, 1, 2)
        grid.addWidget(self.one, 1, 0)
        grid.addWidget(self.all, 1, 1)
        grid.addWidget(self.barred, 2, 0, 1, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addLayout(steps)
        column.addWidget(self.whole)
        column.addWidget(self.exact)
        column.addWidget(self.replacing)
        column.addWidget(self.told)
        column.addWidget(self.view, 1)
        # What is looked for, by what it is replaced, and do it: the rest comes after.
        order = [self.sought, self.by, self.one, self.all, *arrows]
        for before, after in pairwise([*order, self.whole, self.exact, self.view]):
            self.setTabOrder(before, after)

    def wanted(self) -> Sought:
        """Return what is looked for."""
        return Sought(self.sought.text(), self.whole.isChecked(), self.exact.isChecked())

    def bar(self, reason: str) -> None:
        """Allow replacing, or not for a reason."""
        for each in (self.by, self.one, self.all):
            each.setEnabled(not reason)
        self.barred.setText(reason)
        self.barred.setVisible(bool(reason))

    def stand(self, number: int) -> None:
        """Mark a hit in the list; one that is not listed is none."""
        place = self.model.place_of(number)
        self.view.setCurrentIndex(place)
        if place.isValid():
            self.view.scrollTo(place)

    def _open(self, parent: QModelIndex, first: int, last: int) -> None:
        if not parent.isValid():
            for row in range(first, last + 1):
                self.view.expand(self.model.index(row, 0))

    def _choose(self, index: QModelIndex) -> None:
        line = self.model.line(index)
        if line and isinstance(line.data, int):
            self.hit_chosen.emit(line.data)
