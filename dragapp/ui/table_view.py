"""The table on screen: spans as on paper, columns that share the room, widths remembered."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    Qt,
    QTimer,
)
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)

from dragapp.plan.column import Column
from dragapp.plan.outline import Table
from dragapp.ui import settings
from dragapp.ui.areas import selection_of
from dragapp.ui.cell_editor import CellDelegate
from dragapp.ui.column_order import ColumnOrder
from dragapp.ui.column_widths import shared_widths
from dragapp.ui.keys import KEYS, Where, pressed
from dragapp.ui.look import scaled, unscaled
from dragapp.ui.row_grip import RowGrip
from dragapp.ui.row_heights import LEAST, RowHeights
from dragapp.ui.spelling import spelling
from dragapp.ui.table_header import TableHeader
from dragapp.ui.table_keys import TableKeys
from dragapp.ui.table_model import AnyIndex, TableModel
from dragapp.ui.wheel import zooms

if TYPE_CHECKING:
    from dragapp.ui.next_row import NextRow
    from dragapp.ui.row_drag import RowDrag

_ENSURE_VISIBLE = QAbstractItemView.ScrollHint.EnsureVisible


class TableView(QTableView):
    """Shows a TableModel. `name` is the key under which its column widths are remembered."""

    def __init__(self, model: TableModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._name = model, name
        self._unprinted = False
        self.keys = TableKeys(self, model)
        self._wanted_move: str | None = None
        #: Makes rows where Tab and Enter leave the last one.
        self.next_row: NextRow | None = None
        self.drag: RowDrag | None = None
        self.delegate = CellDelegate(self)
        self.setItemDelegate(self.delegate)
        self.header = TableHeader(self)
        self.setHorizontalHeader(self.header)
        self.grip = rows = RowGrip(self)
        self.setVerticalHeader(rows)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(scaled(LEAST))
        self._follow = QTimer(self, singleShot=True, interval=0)
        self._follow.timeout.connect(rows.follow_selection)
        self._lost: tuple[str, str, int, int] | None = None
        # Before the view's own slots, which move the current cell off the rows that go.
        model.rowsAboutToBeRemoved.connect(self._remember)
        model.modelAboutToBeReset.connect(self._remember)
        self.setModel(model)
        self.selectionModel().selectionChanged.connect(lambda: self._follow.start())
        model.reshaped.connect(lambda: self._follow.start())
        self.heights = RowHeights(self, model)
        self.header.show_columns(model.layout_now.columns)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed
        )
        self._own_widths = settings.widths(name)
        self.order = ColumnOrder(self, name)
        self.order.apply()
        self.header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.header.customContextMenuRequested.connect(self.order.menu_at)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._fit_rows)
        self.header.dragged.connect(self._resized)
        model.spans_changed.connect(self._set_spans)
        model.headerDataChanged.connect(self._columns_changed)
        model.modelReset.connect(self._start_anew)
        model.reshaped.connect(self._catch_up)
        model.session.flushing.connect(self.commit)
        spelling().changed.connect(self.viewport().update)
        self._set_spans()

    def commit(self) -> None:
        """Store what is typed in the open cell and close its editor."""
        if self.state() == QAbstractItemView.State.EditingState:
            current = self.currentIndex()
            self.setCurrentIndex(QModelIndex())
            self.setCurrentIndex(current)

    def edit(self, index: AnyIndex, trigger: object = None, event: QEvent | None = None) -> bool:  # type: ignore[override]
        if trigger is None:
            self.delegate.typing = False
            super().edit(index)
            return True
        self.delegate.typing = trigger == QAbstractItemView.EditTrigger.AnyKeyPressed
        return bool(super().edit(index, trigger, event))  # type: ignore[call-overload]

    def step_down(self) -> None:
        """Go to the next row that can be stood on, below the current cell."""
        self.keys.vertically("down")

    def _enter(self, way: str, *, typed: bool) -> None:
        """Go down or up; down from a last row that was typed in, on to a new one."""
        typed, side = typed or self.keys.in_run(), self.keys.began()
        here = self._model.cell(self.currentIndex())
        if self.keys.vertically(way) or way != "down" or self.next_row is None:
            return
        if self.next_row.raise_empty() or not typed or not self.next_row.add():
            return
        below = self.currentIndex().siblingAtColumn(side)
        if here and here.colspan == 1 and self._in_sight(below):
            self.setCurrentIndex(below)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        name = pressed(event, Where.TABLE)
        key = KEYS[Where.TABLE].get(name or "")
        if name in ("enter_down", "enter_up"):
            self._enter(name.removeprefix("enter_"), typed=False)
        elif name in ("leave", "leave_back"):
            super().focusNextPrevChild(name == "leave")
        elif event.key() == Qt.Key.Key_Escape and self.drag and self.drag.active:
            self.drag.cancel()
            self.grip.let_go()
        elif name == "choose_row":
            self.keys.choose_rows()
        elif name == "choose_column":
            self.keys.choose_columns()
        elif name == "choose_all":
            self.selectAll()
        elif key and key.selects:
            # Qt asks `moveCursor` for the cell, and selects on the way there.
            self._wanted_move = name
            super().keyPressEvent(event)
            self._wanted_move = None
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not zooms(event):
            super().wheelEvent(event)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        if self._wanted_move is None:
            return super().moveCursor(action, modifiers)
        return self.keys.target(self._wanted_move)

    def page(self, action: QAbstractItemView.CursorAction) -> QModelIndex:
        """Return the index a screen further up or down."""
        return super().moveCursor(action, Qt.KeyboardModifier.NoModifier)

    def selectionCommand(
        self, index: AnyIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        flags = QItemSelectionModel.SelectionFlag
        if self._wanted_move is None or not isinstance(event, QKeyEvent):
            return super().selectionCommand(index, event)
        # Qt would move on with Ctrl without selecting what is stood on.
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        return flags.SelectCurrent if shift else flags.ClearAndSelect

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go to the next cell in reading order; past the last one, leave the table."""
        if self.keys.along(1 if forward else -1):
            return True
        if forward and self.currentIndex().isValid() and self.next_row and self.next_row.add():
            return True
        return super().focusNextPrevChild(forward)

    def columns_in_sight(self) -> list[int]:
        """Return the columns that are not hidden, from left to right as they are seen."""
        every = range(self._model.columnCount())
        shown = [place for place in every if not self.isColumnHidden(place)]
        return sorted(shown, key=self.header.visualIndex)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        hints = self.delegate.EndEditHint
        leaving, self.delegate.leaving = self.delegate.leaving, ""
        if hint != hints.RevertModelCache and not self.delegate.kept:
            return
        self.delegate.kept = True
        super().closeEditor(editor, hints.NoHint)
        if leaving or hint != hints.NoHint:
            self.setFocus()
        if leaving in ("keep_down", "keep_up"):
            self._enter(leaving.removeprefix("keep_"), typed=True)
        elif leaving in ("keep_next", "keep_previous"):
            self.focusNextPrevChild(leaving == "keep_next")
        elif leaving:
            self.setCurrentIndex(self.keys.target(leaving))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.delegate.interrupted and event.reason() == Qt.FocusReason.ActiveWindowFocusReason:
            self.edit(self.currentIndex())
        self.delegate.interrupted = False

    def show_cell(self, node: str, column: str) -> None:
        """Stand on a row, named by its key, and scroll to it; where it is gone, to the current."""
        self._stand(self._model.place_of(node, column))
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def select_more(self, cells: Iterable[tuple[str, str]]) -> None:
        """Select further cells, by row and column."""
        selection = selection_of(self._model.places_of(cells))
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.Select)

    def _stand(self, index: QModelIndex) -> None:
        """Make a cell the current one, or the nearest of its row that is in sight."""
        if not index.isValid():
            return
        row = [index.siblingAtColumn(side) for side in range(self._model.columnCount())]
        seen = [each for each in row if self._in_sight(each)] or [index]
        nearest = min(seen, key=lambda each: abs(each.column() - index.column()))
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(nearest, flag)

    def _in_sight(self, index: QModelIndex) -> bool:
        return self._model.cell(index) is not None and not self.isColumnHidden(index.column())

    def scrollTo(
        self, index: AnyIndex, hint: QAbstractItemView.ScrollHint = _ENSURE_VISIBLE
    ) -> None:
        self.heights.fit_near(index.row())
        super().scrollTo(index, hint)

    def _start_anew(self) -> None:
        self._set_spans()
        self._columns_changed()

    @property
    def table(self) -> Table:
        """The outline that is shown."""
        return self._model.table

    @property
    def columns(self) -> list[Column]:
        """The columns as they are printed, those not printed among them."""
        return self._model.layout_now.columns

    def columns_moved(self) -> None:
        """Draw anew what lies over several columns."""
        self.header.show_columns(self.columns)
        self.viewport().update()

    def forget_widths(self) -> None:
        """Share the room among the columns again."""
        self._own_widths = []
        settings.keep_widths(self._name, [])
        self.fit_columns()

    def _columns_changed(self) -> None:
        self.order.apply()
        self.header.show_columns(self._model.layout_now.columns)
        self.fit_columns()

    def _set_spans(self) -> None:
        spans = [
            (place, side, cell.rowspan, cell.colspan)
            for place, row in enumerate(self._model.layout_now.rows)
            for side, cell in enumerate(row.cells)
            if cell and (cell.rowspan > 1 or cell.colspan > 1)
        ]
        self.clearSpans()
        for span in spans:
            self.setSpan(*span)
        self.heights.arrange((place, rows) for place, _, rows, _ in spans)

    def _catch_up(self) -> None:
        self.heights.go_on()
        self._come_back()

    def _remember(self) -> None:
        """Note where the current cell is before rows go that may come back in another shape."""
        current = self.currentIndex()
        if self._lost is None and current.isValid():
            cell = self._model.cell(current)
            column = cell.column.key if cell else ""
            owner = self._model.owner(current).key
            self._lost = (owner, column, current.row(), current.column())

    def _come_back(self) -> None:
        """Stand where the current cell was before its row was laid out anew."""
        if self._lost is None:
            return
        node, column, row, side = self._lost
        self._lost = None
        index = self._model.place_of(node, column)
        cell = self._model.cell(index) if index.isValid() else None
        if cell is None or cell.column.key != column:
            index = self._model.index(min(row, self._model.rowCount() - 1), side)
        self._stand(index)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.drag:
            self.drag.paint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.fit_columns()
        else:
            self.heights.go_on()

    def show_unprinted(self, on: bool) -> None:
        """Show or hide the columns that stay off the paper."""
        self._unprinted = on
        self.fit_columns()

    def fit_columns(self) -> None:
        """Use the user's widths, or share the room among the columns by what they hold."""
        columns = self._model.layout_now.columns
        if not columns:
            return
        for place, column in enumerate(columns):
            away = not column.printed and not self._unprinted
            self.setColumnHidden(place, away or column.key in self.order.hidden)
        widths = [scaled(width) for width in self._own_widths]
        if len(widths) != len(columns):
            shown = [not self.isColumnHidden(place) for place in range(len(columns))]
            room = self.viewport().width()
            widths = shared_widths(self._model.layout_now, shown, room, self.font())
        # One answer to all the widths, instead of one to each.
        self.header.blockSignals(True)
        for place, width in enumerate(widths):
            if width:
                self.setColumnWidth(place, width)
        self.header.blockSignals(False)
        self.header.show_columns(columns)
        self.viewport().update()
        if self.isColumnHidden(self.currentIndex().column()):
            self._stand(self.currentIndex())
        self._fit_rows()

    def _fit_rows(self) -> None:
        self.heights.mark_all()
        self.heights.go_on()

    def _resized(self) -> None:
        count = self._model.columnCount()
        self._own_widths = [unscaled(self.columnWidth(place)) for place in range(count)]
        settings.keep_widths(self._name, self._own_widths)
        self._later.start()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.heights.forget()
            self.verticalHeader().setMinimumSectionSize(scaled(LEAST))
            QTimer.singleShot(0, self, self.fit_columns)
