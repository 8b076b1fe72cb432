"""What an empty table shows: what belongs there, an example, and a button for the first row."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QTableView, QVBoxLayout, QWidget

from dragapp.forms import forms
from dragapp.plan.outline import Look, Table
from dragapp.plan.plan import Plan
from dragapp.plan.section import Section
from dragapp.plan.table_example import TableExample
from dragapp.ui.button import Button
from dragapp.ui.icons import icon

_PLAIN = "Tabelul nu are niciun rând."


class EmptyTable(QWidget):
    """Lies over a table view without rows; `wanted` carries the level of the row to add.

    Enter in the view does what the button does; typing does too, and goes on in the row.
    """

    wanted = Signal(str)

    def __init__(self, view: QTableView, plan: Plan, section: Section) -> None:
        super().__init__(view.viewport())
        assert section.table is not None
        self._view, self._table = view, section.table
        example = _example(plan, section)
        self._words = QLabel(example.words if example else _PLAIN)
        row = example.row(section.table) if example else ""
        whose = f"De exemplu ({example.plan}): " if example and example.plan else "De exemplu: "
        self._row = QLabel(whose + row)
        self._row.setObjectName("advice")
        self.button = Button(icon("add"), "")
        self.button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.button.clicked.connect(self._ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 4, 24, 4)
        column.setSpacing(6)
        column.addStretch(1)
        for label in (self._words, self._row):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        # Shown before it has a parent, it would be a window of its own.
        self._row.setVisible(bool(row))
        self._has_row = bool(row)
        self.button.setToolTip(f"{self._words.text()}\n{self._row.text() if row else ''}".strip())
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)

    def _first(self) -> str:
        """Return the outermost level that a first row is usually on."""
        levels = self._table.levels
        return next((level for level in levels if level.look != Look.STACKED), levels[0]).key

    def _ask(self) -> None:
        self.wanted.emit(self._first())

    def show_for(self, table: Table, *, locked: bool) -> None:
        """Show where the table, as it is now, has no rows; a locked one gets none."""
        self._table = table
        level = table.level(self._first())
        self.button.setText(f"Adaugă {level.name}")
        self.button.setVisible(not locked)
        empty = self._view.model().rowCount() == 0
        self.setVisible(empty)
        self._fit()

    def _fit(self) -> None:
        """Fill the view; where it is low, the example gives way first, the button stays."""
        self.setGeometry(self._view.viewport().rect())
        column = self.layout()
        assert column is not None
        inside = self.rect().marginsRemoved(column.contentsMargins())
        gap = column.spacing()
        button = 0 if self.button.isHidden() else self.button.sizeHint().height() + gap
        words = self._words.heightForWidth(inside.width()) + gap
        row = self._row.heightForWidth(inside.width()) + gap
        self._words.setVisible(words + button <= inside.height())
        self._row.setVisible(self._has_row and words + row + button <= inside.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._view.viewport():
            self._fit()
        if (
            watched is self._view
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and self.button.isVisible()
        ):
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and event.modifiers() in (Qt.KeyboardModifier.NoModifier, _KEYPAD):
                self._ask()
                return True
            if _is_letter(event):
                self._ask()
        return False


_KEYPAD = Qt.KeyboardModifier.KeypadModifier


def _is_letter(event: QKeyEvent) -> bool:
    """Whether a key types something; Ctrl and Alt together are AltGr, with which letters are."""
    held, keys = event.modifiers(), Qt.KeyboardModifier
    commands = bool(held & keys.ControlModifier) != bool(held & keys.AltModifier)
    letter = event.text().strip()
    return bool(letter) and letter.isprintable() and not commands


def _example(plan: Plan, section: Section) -> TableExample | None:
    """Return the example of the form that the plan was made with; a user's own section has none."""
    form = next((form for form in forms() if form.id == plan.form_id), None)
    return form.examples.get(section.key) if form else None
