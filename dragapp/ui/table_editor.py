"""A table with its tools above and the totals of its money columns below."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QHideEvent
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QMenu,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from dragapp.dossier.step import Spot
from dragapp.plan.counted import counted
from dragapp.plan.layout import LaidCell
from dragapp.plan.money import format_bani
from dragapp.plan.section import Section
from dragapp.plan.totals import column_total, money_columns, spoken, unit_of
from dragapp.ui import dialogs
from dragapp.ui.actions import Actions
from dragapp.ui.clipboard import CLIPBOARD
from dragapp.ui.columns_dialog import edit_columns
from dragapp.ui.empty_table import EmptyTable
from dragapp.ui.filling import fill_down
from dragapp.ui.icons import icon
from dragapp.ui.next_row import NextRow
from dragapp.ui.number_dialog import NumberDialog
from dragapp.ui.own_add import offer_to_add
from dragapp.ui.plan_offers import plan_offers
from dragapp.ui.row_actions import Rows
from dragapp.ui.row_drag import RowDrag
from dragapp.ui.session import Session
from dragapp.ui.spelling_cells import offer_words, when_cell_suggested
from dragapp.ui.status_reading import StatusReading
from dragapp.ui.table_model import TableModel
from dragapp.ui.table_typing import type_text
from dragapp.ui.table_view import TableView
from dragapp.ui.text_panel import small_toolbar

TOOLS = (
    "row_above row_below row_child | row_duplicate row_delete | row_up row_down | "
    "row_promote row_demote | columns"
)
#: What the menu over the cells lists.
CONTEXT = (
    f"{CLIPBOARD} | row_clear fill_down today | row_above row_below "
    "row_child | row_duplicate row_delete | row_up row_down | row_promote row_demote | "
    "row_number columns"
)


class TableEditor(QWidget):
    """Edits the table of one section."""

    def __init__(self, session: Session, section: Section, actions: Actions) -> None:
        super().__init__()
        self.session, self.section, self.actions_ = session, section, actions
        self.rows = Rows(session, section)
        self.model = TableModel(session, section, self)
        self.view = TableView(self.model, f"{session.plan.form_id}/{section.key}", self)
        self.view.setAccessibleName(f"Tabelul „{section.name}”")
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(
            lambda place: when_cell_suggested(self.view, place, self._menu)
        )
        StatusReading(self.view, self.model)
        self.next_row = self.view.next_row = NextRow(self)
        # Made now, so that the first key in a cell does not wait for it.
        plan_offers(session)
        self.view.drag = self.view.grip.drag = RowDrag(self)
        self._totals = QLabel()
        self._totals.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._totals.setWordWrap(True)
        self.empty = EmptyTable(self.view, session.plan, section)
        self.empty.wanted.connect(self.add_on_level)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        self.bar = self._toolbar()
        layout.addWidget(self.bar)
        layout.addWidget(self.view, 1)
        layout.addWidget(self._totals)
        self.view.horizontalHeader().sectionDoubleClicked.connect(self._edit_head)
        self.model.reshaped.connect(self._refresh)
        self._refresh()

    def _toolbar(self) -> QToolBar:
        bar = small_toolbar("Tabel")
        add = QToolButton()
        add.setText("Adaugă")
        add.setIcon(icon("add"))
        add.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        add.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        add.setMenu(self._add_menu(add))
        add.setEnabled(not self.session.read_only)
        bar.addWidget(add)
        bar.addSeparator()
        for name in TOOLS.split():
            if name == "|":
                bar.addSeparator()
            else:
                bar.addAction(self.actions_[name])
        picture = icon("section-show")
        self._unprinted = bar.addAction(picture, "Arată și coloanele care nu se tipăresc")
        self._unprinted.setCheckable(True)
        self._unprinted.toggled.connect(self.view.show_unprinted)
        return bar

    def _add_menu(self, parent: QWidget) -> QMenu:
        menu = QMenu(parent)
        for level in self.rows.levels:
            action = QAction(f"Adaugă {level.name}", menu)
            action.triggered.connect(lambda _=False, each=level: self.add_on_level(each.key))
            menu.addAction(action)
        return menu

    def add_on_level(self, level: str) -> None:
        """Add an empty row on a level after the current one and stand on it."""
        if not self.session.flush():
            return
        self.next_row.drop()
        chosen = self.rows.table.level(level)
        self.stand(self.rows.add_on_level(chosen, self.current()))

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave no row without a word behind where another section or tab is turned to."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.next_row.drop()

    def current(self) -> str | None:
        """Return the key of the row that an action applies to."""
        index = self.view.currentIndex()
        return self.model.owner(index).key if index.isValid() else None

    def selected(self) -> list[str]:
        """Return the rows of the selected cells, by their keys, as often as they have cells."""
        indexes = self.view.selectionModel().selectedIndexes()
        return [self.model.owner(index).key for index in sorted(indexes)]

    def run(self, name: str) -> None:
        """Carry out a row command on the current row."""
        if not self.session.flush():
            return
        if name == "columns":
            self._edit_head()
            return
        if name == "fill_down":
            fill_down(self)
            return
        key = self.current()
        if key is None:
            if name in ("row_above", "row_below"):
                self.add_on_level(self.rows.usual.key)
            return
        rows, column = self.rows, self._column()
        adding: dict[str, Callable[[], str]] = {
            "row_above": lambda: rows.add_beside(key, below=False),
            "row_below": lambda: rows.add_beside(key, below=True),
            "row_child": lambda: rows.add_child(key) if rows.deeper(key) else key,
            "row_duplicate": lambda: rows.duplicate(key),
        }
        acting: dict[str, Callable[[], None]] = {
            "row_clear": self.clear,
            "row_promote": lambda: rows.promote(key),
            "row_demote": lambda: rows.demote(key),
            "row_number": lambda: self._number(key),
        }
        if name == "row_delete":
            self._delete()
        elif name in ("row_up", "row_down"):
            self._move(key, -1 if name == "row_up" else 1)
        elif name in adding:
            self.stand(adding[name](), column if name == "row_duplicate" else "")
        else:
            acting[name]()
            # What was emptied stays selected, to be typed or pasted over.
            if name != "row_clear":
                self.stand(key, column)

    def _move(self, key: str, step: int) -> None:
        """Move the selected rows one place; they stay selected."""
        keys, column = list(dict.fromkeys([key, *self.selected()])), self._column()
        self.rows.move(keys, step)
        self.stand(key, column)
        if len(keys) > 1:
            self.view.keys.choose(keys)

    def _edit_head(self) -> None:
        if not self.session.read_only:
            edit_columns(self, self.session, self.section)

    def _column(self) -> str:
        index = self.view.currentIndex()
        cell: LaidCell | None = self.model.cell(index) if index.isValid() else None
        return cell.column.key if cell else ""

    def stand(self, key: str, column: str = "") -> None:
        """Stand on a row's cell, ready for keys."""
        self.view.show_cell(key, column)
        self.view.setFocus()

    def place(self) -> tuple[str, str]:
        """Return the row and the column that are stood on, by their keys."""
        return self.current() or "", self._column()

    def show_spot(self, spot: Spot) -> None:
        """Stand on the place of an action; a column that is out of sight is shown again."""
        place = self.model.place_of(spot.node, spot.column)
        cell = self.model.cell(place) if place.isValid() else None
        hidden = self.view.isColumnHidden(place.column())
        if cell and cell.column.key == spot.column and hidden:
            if not cell.column.printed:
                self._unprinted.setChecked(True)
            self.view.order.show(place.column(), True)
        self.stand(spot.node, spot.column)
        if spot.more:
            self.view.select_more(spot.more)

    def _delete(self) -> None:
        keys = self.selected() or [self.current() or ""]
        nodes = self.rows.outermost(keys)
        below = sum(1 for node in nodes for _ in node.walk()) - len(nodes)
        place = self.view.currentIndex()
        if below and not dialogs.ask(
            self,
            "Ștergere",
            f"Odată cu ce ați ales se șterg și rândurile subordonate, în total {below}. "
            "Ștergerea se poate anula cu Ctrl+Z.",
            "Șterge",
        ):
            return
        self.rows.delete(keys)
        last = self.model.rowCount() - 1
        if last >= 0:
            row, column = min(place.row(), last), max(place.column(), 0)
            self.view.setCurrentIndex(self.model.index(row, column))
        self.view.setFocus()

    def clear(self, name: str = "golește celulele") -> None:
        """Empty the selected cells in sight: a column put away is not to be lost unseen."""
        cells = [
            (cell.node, cell)
            for index in sorted(self.view.selectedIndexes())
            if (cell := self.model.cell(index)) and cell.node and cell.text
        ]
        if not cells:
            return
        places = tuple((node.key, cell.column.key) for node, cell in cells)
        spot = self.session.spot(self.section, *places[0], more=places[1:])
        with self.session.act(name, spot) as edit:
            # The lines of a cell go with its first column; their other columns come before.
            for _, cell in reversed(cells):
                type_text(edit, self.section, cell, "")

    def _number(self, key: str) -> None:
        node = self.rows.path(key)[-1]
        dialog = NumberDialog(self, "Numărul rândului", node.number)
        if dialog.exec() != QDialog.DialogCode.Accepted or dialog.number() == node.number:
            return
        with self.session.act("schimbă numărul", self.session.spot(self.section, key)) as edit:
            edit.set_node(node.id, number=dialog.number())

    def _menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        for level in self.rows.levels:
            action = menu.addAction(f"Adaugă {level.name}")
            action.triggered.connect(lambda _=False, each=level: self.add_on_level(each.key))
        menu.addSeparator()
        for name in CONTEXT.split():
            if name == "|":
                menu.addSeparator()
            else:
                menu.addAction(self.actions_[name])
        offer_words(menu, self.view, place)
        index = self.view.currentIndex()
        offer_to_add(menu, self.session, self.model.cell(index) if index.isValid() else None)
        self.view.order.fill(menu.addMenu("Coloanele pe ecran"), self.view.currentIndex().column())
        menu.exec(self.view.viewport().mapToGlobal(place))

    def _refresh(self) -> None:
        self.empty.show_for(self.rows.table, locked=self.session.read_only)
        every = self.model.layout_now.columns
        self._unprinted.setVisible(any(not column.printed for column in every))
        table = self.section.table
        columns = money_columns(table) if table else []
        totals = [column_total(table, column) for column in columns] if table else []
        parts = [
            f"{column.title.strip() or column.group}: <b>{spoken(total, unit_of(column))}</b>"
            for column, total in zip(columns, totals, strict=True)
        ]
        units = {unit_of(column) for column in columns}
        amounts = sum(total.amounts for total in totals)
        missed = sum(total.unreadable for total in totals)
        if len(columns) > 1 and len(units) == 1 and amounts and not missed:
            unit = units.pop()
            whole = sum(total.bani for total in totals)
            parts.append(f"Total: <b>{format_bani(whole, unit)} {unit.value}</b>")
        if missed:
            cells = counted(missed, "celulă", "celule")
            parts.append(f"necitite ca sumă: {cells}")
        self._totals.setText(" · ".join(parts))
        self._totals.setVisible(bool(amounts or missed))
