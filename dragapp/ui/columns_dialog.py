"""The dialog for a table's headings: titles, groups, unit, look, and what is printed."""

from __future__ import annotations

from copy import deepcopy

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)

from dragapp.plan.column import Align, Column, ColumnKind
from dragapp.plan.keys import new_key
from dragapp.plan.outline import Look, Table
from dragapp.plan.section import Section
from dragapp.ui import dialogs
from dragapp.ui.form_page import advice
from dragapp.ui.icons import icon
from dragapp.ui.look import scaled
from dragapp.ui.session import Session

_ALIGN = {
    Align.AUTO: "automat",
    Align.LEFT: "stânga",
    Align.CENTER: "centru",
    Align.RIGHT: "dreapta",
}
_UNITS = {"": "–", "lei": "lei", "mii lei": "mii lei"}
_HEADINGS = (
    "Titlul coloanei",
    "Titlu comun cu vecinele",
    "Unitate",
    "Aliniere",
    "Cursiv",
    "Se tipărește",
)


def edit_columns(parent: QWidget, session: Session, section: Section) -> None:
    """Let the user change the headings of a section's table; one undo step."""
    assert section.table is not None
    dialog = ColumnsDialog(parent, section.table)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return
    changes, labels = dialog.changes(), dialog.labels()
    if not changes and not labels and not dialog.added:
        return
    with session.act("schimbă capul de tabel", session.spot(section)) as edit:
        if dialog.added:
            table = deepcopy(section.table)
            table.columns += dialog.added
            edit.set_table(section.id, table)
        for key, fields in changes.items():
            edit.set_column(section.id, key, **fields)
        for key, label in labels.items():
            edit.set_level(section.id, key, label=label)


class ColumnsDialog(QDialog):
    """A line for each column."""

    def __init__(self, parent: QWidget, table: Table) -> None:
        super().__init__(parent)
        self.columns = columns = list(table.columns)
        self.added: list[Column] = []
        self.levels = table.levels
        self.setWindowTitle("Capul de tabel")
        dialogs.give_room(self, 980, 480)
        self.grid = QTableWidget(len(columns), len(_HEADINGS), self)
        self.grid.setHorizontalHeaderLabels(list(_HEADINGS))
        self.grid.verticalHeader().setDefaultSectionSize(scaled(64))
        self.grid.setAccessibleName("Coloanele tabelului")
        self.grid.setTabKeyNavigation(False)
        self.grid.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        header = self.grid.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        for row, column in enumerate(columns):
            self._fill(row, column)
        layout = QVBoxLayout(self)
        layout.addWidget(
            advice(
                "Coloanele vecine cu același titlu comun îl primesc o singură dată, deasupra lor. "
                "Unitatea ajută la adunare; pe hârtie apare numai ce scrie în titlu."
            )
        )
        layout.addWidget(self.grid)
        more = QPushButton(icon("add"), "Adaugă o coloană la sfârșit")
        more.clicked.connect(self.add_column)
        layout.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addLayout(self._numbering())
        self.missing = QLabel("Cel puțin o coloană trebuie să se tipărească.")
        self.missing.setObjectName("caption")
        self.missing.setVisible(False)
        layout.addWidget(self.missing)
        layout.addWidget(dialogs.buttons(self, "Păstrează"))

    def _fill(self, row: int, column: Column) -> None:
        title, group = QPlainTextEdit(column.title), QPlainTextEdit(column.group)
        for edit, name in ((title, "Titlul coloanei"), (group, "Titlu comun")):
            edit.setTabChangesFocus(True)
            edit.setAccessibleName(f"{name} {row + 1}")
        self.grid.setCellWidget(row, 0, title)
        self.grid.setCellWidget(row, 1, group)
        unit, align = QComboBox(), QComboBox()
        for key, shown in _UNITS.items():
            unit.addItem(shown, key)
        unit.setCurrentIndex(unit.findData(column.unit))
        unit.setEnabled(column.kind == ColumnKind.MONEY)
        unit.setAccessibleName(f"Unitatea coloanei {row + 1}")
        for key, shown in _ALIGN.items():
            align.addItem(shown, key)
        align.setCurrentIndex(align.findData(column.align))
        align.setAccessibleName(f"Alinierea coloanei {row + 1}")
        self.grid.setCellWidget(row, 2, unit)
        self.grid.setCellWidget(row, 3, align)
        for place, on, name in ((4, column.italic, "cursivă"), (5, column.printed, "tipărită")):
            box = QCheckBox()
            box.setChecked(on)
            box.setAccessibleName(f"Coloana {row + 1} {name}")
            holder = QWidget()
            inner = QVBoxLayout(holder)
            inner.setAlignment(Qt.AlignmentFlag.AlignCenter)
            inner.addWidget(box)
            self.grid.setCellWidget(row, place, holder)

    def add_column(self) -> None:
        """Add a column of text at the end, on the level of the ordinary rows."""
        usual = [level for level in self.levels if level.look in (Look.ROW, Look.MERGED)]
        column = Column(new_key("c"), (usual or self.levels)[-1].key)
        self.added.append(column)
        self.columns.append(column)
        self.grid.setRowCount(len(self.columns))
        self._fill(len(self.columns) - 1, column)
        self.grid.scrollToBottom()
        self.grid.cellWidget(len(self.columns) - 1, 0).setFocus()

    def accept(self) -> None:
        if any(self._checked(row, 5) for row in range(len(self.columns))):
            super().accept()
        else:
            self.missing.setVisible(True)
            first = self.grid.cellWidget(0, 5)
            box = first.findChild(QCheckBox)
            if isinstance(box, QCheckBox):
                box.setFocus()

    def _numbering(self) -> QFormLayout:
        """Return a field for the pattern of each level's numbers."""
        form = QFormLayout()
        self.patterns = {level.key: QLineEdit(level.label) for level in self.levels}
        for level in self.levels:
            field = self.patterns[level.key]
            field.setPlaceholderText("fără număr")
            field.setToolTip(
                "Eticheta din fața rândurilor. {1}, {I}, {i}, {A} sau {a} se înlocuiesc cu "
                "numărul: de exemplu {1}. dă 1., 2., 3."
            )
            form.addRow(f"Numerotare, {level.name}:", field)
        return form

    def labels(self) -> dict[str, str]:
        """Return, by the level's key, the patterns that differ from what they were."""
        before = {level.key: level.label for level in self.levels}
        now = {key: field.text().strip() for key, field in self.patterns.items()}
        return {key: label for key, label in now.items() if label != before[key]}

    def changes(self) -> dict[str, dict[str, object]]:
        """Return, by the column's key, the fields that differ from what they were."""
        found: dict[str, dict[str, object]] = {}
        for row, column in enumerate(self.columns):
            now: dict[str, object] = {
                "title": self._text(row, 0),
                "group": self._text(row, 1),
                "unit": self._data(row, 2),
                "align": Align(str(self._data(row, 3))),
                "italic": self._checked(row, 4),
                "printed": self._checked(row, 5),
            }
            changed = {name: value for name, value in now.items() if getattr(column, name) != value}
            if changed:
                found[column.key] = changed
        return found

    def _text(self, row: int, place: int) -> str:
        widget = self.grid.cellWidget(row, place)
        assert isinstance(widget, QPlainTextEdit)
        return widget.toPlainText()

    def _data(self, row: int, place: int) -> object:
        widget = self.grid.cellWidget(row, place)
        assert isinstance(widget, QComboBox)
        return widget.currentData()

    def _checked(self, row: int, place: int) -> bool:
        box = self.grid.cellWidget(row, place).findChild(QCheckBox)
        assert isinstance(box, QCheckBox)
        return box.isChecked()
