"""Shows the table as it would be after a paste: what changes has its old text struck out above.

Read only; the keys that move in a table move here too.
"""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QSize, Qt, QTimer
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from dragapp.plan.column import ColumnKind
from dragapp.ui.cell_editor import PADDING_X, PADDING_Y, breakable, text_height
from dragapp.ui.paste_preview import CHANGED_ROW, OLD, PastePreview
from dragapp.ui.table_header import TableHeader
from dragapp.ui.table_model import AnyIndex

_LEAST, _MOST = 24, 400
_WRAP = int(Qt.TextFlag.TextWordWrap)


class PreviewView(QTableView):
    """Shows a PastePreview with its spans; rows are measured when they come into sight."""

    def __init__(self, model: PastePreview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preview = model
        self._measured: set[int] = set()
        self.setItemDelegate(_Delegate(self))
        self._head = TableHeader(self)
        self.setHorizontalHeader(self._head)
        self.setModel(model)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName("Tabelul, așa cum ar fi după lipire")
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        rows.setFixedWidth(rows.fontMetrics().horizontalAdvance(CHANGED_ROW) + 18)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._measure)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._soon.start())
        self._head.dragged.connect(self._again)
        model.modelReset.connect(self.arrange)
        self.arrange()

    def arrange(self) -> None:
        """Set spans, share the room among the columns and go to the first change."""
        self.clearSpans()
        for row, laid in enumerate(self._preview.layout_now.rows):
            for column, cell in enumerate(laid.cells):
                if cell and (cell.rowspan > 1 or cell.colspan > 1):
                    self.setSpan(row, column, cell.rowspan, cell.colspan)
        self._head.show_columns(self._preview.layout_now.columns)
        self._share()
        first = self._preview.first_marked()
        if self._preview.rowCount():
            flag = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(self._preview.index(first, 0), flag)
            top = self._preview.index(max(first - 1, 0), 0)
            self.scrollTo(top, QAbstractItemView.ScrollHint.PositionAtTop)

    def _share(self) -> None:
        """Share the room as the texts need it, numbers and amounts taking little."""
        columns, room = self._preview.layout_now.columns, self.viewport().width()
        if not columns:
            return
        bold = QFont(self.font())
        bold.setBold(True)
        metrics = QFontMetrics(bold)
        least, weights = [], []
        for place, column in enumerate(columns):
            words = [metrics.horizontalAdvance(word) for word in column.title.split()]
            least.append(max([*words, 40]) + 2 * PADDING_X + 6)
            shown = [row.cells[place] for row in self._preview.layout_now.rows[:200]]
            longest = max(
                (len(cell.text) for cell in shown if cell and cell.colspan == 1), default=0
            )
            small = column.kind in (ColumnKind.NUMBER_LABEL, ColumnKind.PERCENT)
            weights.append(0.05 if small else 1 + min(longest, 200) / 40)
        spare = max(room - sum(least), 0)
        self._head.blockSignals(True)
        for place, weight in enumerate(weights):
            self.setColumnWidth(place, least[place] + int(spare * weight / sum(weights)))
        self._head.blockSignals(False)
        self._head.show_columns(columns)
        self._again()

    def _again(self) -> None:
        self._measured.clear()
        self._soon.start()

    def _measure(self) -> None:
        """Give the rows in sight the height of their texts."""
        place = max(self.rowAt(0), 0)
        bottom = self.viewport().height()
        header = self.verticalHeader()
        while place < self._preview.rowCount() and self.rowViewportPosition(place) < bottom:
            if place not in self._measured:
                self._measured.add(place)
                header.resizeSection(place, self._height(place))
            place += 1

    def _height(self, row: int) -> int:
        height = _LEAST
        for column in range(self._preview.columnCount()):
            cell = self._preview.cell(row, column)
            if cell is None:
                continue
            width = sum(self.columnWidth(at) for at in range(column, column + cell.colspan))
            index = self._preview.index(row, column)
            needed = _cell_height(index, width, self.font())
            # A label over several rows has the room of them all.
            height = max(height, needed // cell.rowspan)
        return min(height, _MOST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._share()
        self._soon.start()


def _cell_height(index: AnyIndex, width: int, base: QFont) -> int:
    font = index.data(Qt.ItemDataRole.FontRole).resolve(base)
    height = text_height(index.data() or "", width, font)
    old = index.data(OLD)
    return height + text_height(old, width, font) - PADDING_Y if old else height


class _Delegate(QStyledItemDelegate):
    """Paints the old text struck out above the new one."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        self.initStyleOption(option, index)
        text, option.text = option.text, ""
        style = option.widget.style()
        style.drawControl(style.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        old = index.data(OLD)
        painter.save()
        rect = option.rect.adjusted(PADDING_X, PADDING_Y, -PADDING_X, -PADDING_Y)
        flags = _WRAP | option.displayAlignment.value
        selected = bool(option.state & style.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        if old:
            struck = QFont(option.font)
            struck.setStrikeOut(True)
            painter.setFont(struck)
            faint = QPalette.ColorRole.PlaceholderText
            painter.setPen(option.palette.color(role if selected else faint))
            painter.drawText(rect, flags, breakable(old))
            down = text_height(old, option.rect.width(), option.font) - PADDING_Y
            rect.setTop(option.rect.top() + down)
        painter.setFont(option.font)
        painter.setPen(option.palette.color(role))
        painter.drawText(rect, flags, breakable(text))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(option.rect.width(), _cell_height(index, option.rect.width(), option.font))
