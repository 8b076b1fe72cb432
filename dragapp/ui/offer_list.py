"""The list of offers below an open cell. It never takes the focus: typing goes on above it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFont,
    QFontMetrics,
    QPainter,
    QPalette,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from dragapp.plan.offering import Offer

_OFFER = Qt.ItemDataRole.UserRole
_GAP, _EDGE = 8, 3
#: So many offers are measured to find how wide the list must be.
_MEASURED = 100
#: So many rows are in sight at once, and a row is at most so many letters wide.
_ROWS, _LETTERS = 7, 100
KEYS = "↓ ↑ alegeți · Enter sau Tab preia · Esc închide lista"


class OfferList(QFrame):
    """Shows offers under a place of its window; `taken` carries the one that is clicked."""

    taken = Signal(object)

    def __init__(self, window: QWidget, near: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("offers")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.setFont(near.font())
        self._window, self._near = window, near
        self._model = QStandardItemModel(self)
        self.view = QListView()
        self.view.setModel(self._model)
        self.view.setItemDelegate(_Rows(self.view))
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setUniformItemSizes(True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.view.setAccessibleName("Texte oferite")
        self.view.clicked.connect(lambda index: self.taken.emit(index.data(_OFFER)))
        self._foot = QLabel()
        self._foot.setObjectName("advice")
        self._foot.setWordWrap(True)
        self._foot.setContentsMargins(_GAP, _EDGE, _GAP, _EDGE)
        for widget in (self, self.view, self.view.viewport(), self.view.verticalScrollBar()):
            widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(self.view, 1)
        layout.addWidget(self._foot)
        self.hide()

    def show_offers(self, offers: Sequence[Offer], foot: str) -> None:
        """Show these, none of them chosen yet."""
        self._model.clear()
        for offer in offers:
            item = QStandardItem(_spoken(offer))
            item.setData(offer, _OFFER)
            self._model.appendRow(item)
        self._foot.setText(f"{foot}\n{KEYS}" if foot else KEYS)
        self.place()
        self.show()
        self.raise_()

    def place(self) -> None:
        """Lie below the cell, or above it where there is more room."""
        window, near = self._window, self._near
        cell = QRect(near.mapTo(window, near.rect().topLeft()), near.size())
        metrics = QFontMetrics(self.font())
        places = range(min(self._model.rowCount(), _MEASURED))
        hints = [self.view.sizeHintForIndex(self._model.index(place, 0)) for place in places]
        widest = max((hint.width() for hint in hints), default=0)
        most = min(metrics.averageCharWidth() * _LETTERS, window.width())
        keys = metrics.horizontalAdvance(KEYS) + 4 * _GAP
        scroll = self.view.verticalScrollBar().sizeHint().width()
        width = min(max(widest + scroll, cell.width(), keys), most)
        foot = self._foot.heightForWidth(width - 2)
        row = self.view.sizeHintForRow(0)
        wanted = row * min(self._model.rowCount(), _ROWS) + foot + 2
        below, above = window.height() - cell.bottom() - 1, cell.top()
        under = below >= wanted or below >= above
        height = min(wanted, max(below if under else above, row + foot + 2))
        left = max(min(cell.left(), window.width() - width), 0)
        top = cell.bottom() + 1 if under else cell.top() - height
        self.setGeometry(left, top, width, height)

    def chosen(self) -> Offer | None:
        """Return the offer that is chosen, None while none is."""
        index = self.view.currentIndex()
        offer = index.data(_OFFER) if index.isValid() else None
        return offer if isinstance(offer, Offer) else None

    def move_by(self, step: int) -> None:
        """Choose another offer; past the ends the typed text is left alone again."""
        count = self._model.rowCount()
        place = self.view.currentIndex().row() + step
        if place < -1:
            place = count - 1
        if not 0 <= place < count:
            self.view.setCurrentIndex(QModelIndex())
            return
        index = self._model.index(place, 0)
        self.view.setCurrentIndex(index)
        said = QAccessibleAnnouncementEvent(self._near, index.data())
        QAccessible.updateAccessibility(said)


class _Rows(QStyledItemDelegate):
    """Draws an offer: its text, strong where a name follows, and the small print below."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        self.initStyleOption(option, index)
        offer, option.text = index.data(_OFFER), ""
        option.widget.style().drawControl(
            QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget
        )
        painter.save()
        chosen = option.state & QStyle.StateFlag.State_Selected
        role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        painter.setPen(option.palette.color(role))
        box = option.rect.adjusted(_GAP, _EDGE, -_GAP, -_EDGE)
        line = option.fontMetrics.height()
        strong = _strong(option.font) if offer.name else option.font
        painter.setFont(strong)
        metrics = QFontMetrics(strong)
        text = " ".join(offer.text.split())
        painter.drawText(box, 0, metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width()))
        painter.setFont(option.font)
        after = metrics.horizontalAdvance(text) + 2 * _GAP
        self._line(painter, option, box.adjusted(after, 0, 0, 0), offer.name)
        if offer.detail:
            if not chosen:
                painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
            self._line(painter, option, box.adjusted(0, line, 0, 0), offer.detail)
        painter.restore()

    def _line(self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, text: str) -> None:
        right = Qt.TextElideMode.ElideRight
        painter.drawText(box, 0, option.fontMetrics.elidedText(text, right, box.width()))

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        self.initStyleOption(option, index)
        offer: Offer = index.data(_OFFER)
        metrics = option.fontMetrics
        first = QFontMetrics(_strong(option.font)).horizontalAdvance(offer.text)
        if offer.name:
            first += 2 * _GAP + metrics.horizontalAdvance(offer.name)
        width = max(first, metrics.horizontalAdvance(offer.detail)) + 2 * _GAP + 2
        return QSize(width, metrics.height() * (2 if offer.detail else 1) + 2 * _EDGE)


def _strong(font: QFont) -> QFont:
    strong = QFont(font)
    strong.setBold(True)
    return strong


def _spoken(offer: Offer) -> str:
    return ", ".join(filter(None, [offer.text, offer.name, offer.detail]))
