"""Wrong words in the cells of a table that are only shown: their red wave and their menu."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QCursor, QFont, QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QStyleOptionViewItem

from dragapp.plan.column import ColumnKind
from dragapp.spelling.words import Word
from dragapp.ui.spelling import spelling
from dragapp.ui.spelling_marks import mark_spelling, units, wave
from dragapp.ui.spelling_menu import offered, put_first, when_suggested
from dragapp.ui.table_model import AnyIndex, TableModel

if TYPE_CHECKING:
    from dragapp.ui.table_view import TableView

#: What is no text: codes, sums, numbers.
UNCHECKED = frozenset(
    {ColumnKind.NUMBER_LABEL, ColumnKind.SERVICE_CODE, ColumnKind.MONEY, ColumnKind.PERCENT}
)
#: So many laid-out cells are kept: more than a screen shows.
_KEPT = 400
#: So many of a cell's wrong words get a menu of their own.
_MENUS = 8
_LAID: dict[tuple[object, ...], QTextLayout] = {}


def draw_marked(
    painter: QPainter, rect: QRect, text: str, option: QStyleOptionViewItem, index: AnyIndex
) -> bool:
    """Draw a cell's text with its wrong words marked; do nothing where there are none.

    The lines break as they do without marks.
    """
    wrong = _mistakes(index, text)
    if not wrong:
        return False
    layout = _layout(text, wrong, rect.width(), option.font, option.displayAlignment)
    painter.save()
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    layout.draw(painter, QPointF(rect.topLeft()))
    painter.restore()
    return True


def mark_cell(editor: QPlainTextEdit, index: AnyIndex) -> None:
    """Mark the wrong words of an open cell, where its column is text."""
    if _is_text(index):
        mark_spelling(editor)


def _is_text(index: AnyIndex) -> bool:
    model = index.model()
    cell = model.cell(index) if isinstance(model, TableModel) else None
    return cell is not None and cell.column.kind not in UNCHECKED


def _mistakes(index: AnyIndex, text: str) -> tuple[Word, ...]:
    return spelling().mistakes(text) if _is_text(index) else ()


def _layout(
    text: str, wrong: tuple[Word, ...], width: int, font: QFont, alignment: Qt.AlignmentFlag
) -> QTextLayout:
    form = wave()
    color = form.underlineColor().rgba()
    key = (text, wrong, width, font.key(), alignment, color)
    if key in _LAID:
        return _LAID[key]
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    side = alignment & Qt.AlignmentFlag.AlignHorizontal_Mask
    option = QTextOption(side or Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    ranges = []
    for word in wrong:
        start = units(text, word.start)
        each = QTextLayout.FormatRange()
        each.start, each.length, each.format = start, units(text, word.end) - start, form
        ranges.append(each)
    layout.setFormats(ranges)
    leading = QFontMetrics(font).leading()
    height = -float(leading)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        height = ceil(height + leading)
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    if len(_LAID) >= _KEPT:
        _LAID.clear()
    _LAID[key] = layout
    return layout


def when_cell_suggested(view: TableView, place: QPoint, show: Callable[[QPoint], None]) -> None:
    """Show the menu of the cell at a place as soon as suggestions for its words are known.

    A menu that keys have asked for belongs to the current cell, and opens at its foot.
    """
    by_keys = place != view.viewport().mapFromGlobal(QCursor.pos())
    # Asked again when it opens: rows may have grown while it waited.
    cell = QPersistentModelIndex(view.currentIndex() if by_keys else QModelIndex())
    where = partial(_foot, view, cell, place)
    _, wrong = _cell(view, where())
    if wrong:
        words = {word.word for word in wrong[:_MENUS]}
        when_suggested(view, words, lambda: show(where()))
    else:
        show(where())


def _foot(view: TableView, cell: QPersistentModelIndex, otherwise: QPoint) -> QPoint:
    rect = view.visualRect(cell) & view.viewport().rect()
    return rect.bottomLeft() if rect.isValid() else otherwise


def offer_words(menu: QMenu, view: TableView, place: QPoint) -> None:
    """Put at the head of a cell's menu what can be done about the wrong word under the mouse.

    Where the mouse is on none, that is the only one or the one last walked to. The other wrong
    words of the cell get menus of their own, so that the keyboard reaches all.
    """
    index, wrong = _cell(view, place)
    here = _word_at(view, index, place) if wrong else None
    if here is None and wrong:
        visited = [word for word in wrong if word.word == spelling().visited]
        here = visited[0] if visited else wrong[0] if len(wrong) == 1 else None
    actions = []
    if here is not None:
        actions = offered(menu, here.word, _replacing(view, index, wrong, here))
    others = [word for word in wrong if word != here][:_MENUS]
    holder = QMenu("Alte cuvinte din celulă", menu) if here else menu
    for word in others:
        own = QMenu(f"„{word.word}”", holder)
        own.addActions(offered(own, word.word, _replacing(view, index, wrong, word)))
        if here:
            holder.addMenu(own)
        else:
            actions.append(own.menuAction())
    if here and others:
        actions.append(holder.menuAction())
    put_first(menu, actions)


def _cell(view: TableView, place: QPoint) -> tuple[AnyIndex, tuple[Word, ...]]:
    """Return the cell at a place and the wrong words of its text as it is shown."""
    index = view.indexAt(place)
    return index, _mistakes(index, _shown(index)) if index.isValid() else ()


def _shown(index: AnyIndex) -> str:
    # The module that paints the cells imports this one.
    from dragapp.ui.cell_editor import breakable

    return breakable(index.data(Qt.ItemDataRole.DisplayRole) or "")


def _word_at(view: TableView, index: AnyIndex, place: QPoint) -> Word | None:
    from dragapp.ui.cell_editor import PADDING_X, PADDING_Y

    text = _shown(index)
    rect = view.visualRect(index).adjusted(PADDING_X, PADDING_Y, -PADDING_X, -PADDING_Y)
    option = QStyleOptionViewItem()
    view.initViewItemOption(option)
    view.delegate.initStyleOption(option, index)
    wrong = _mistakes(index, text)
    layout = _layout(text, wrong, rect.width(), option.font, option.displayAlignment)
    spot = QPointF(place - rect.topLeft())
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        if line.naturalTextRect().contains(spot):
            at = line.xToCursor(spot.x())
            return next(
                (w for w in wrong if units(text, w.start) <= at <= units(text, w.end)), None
            )
    return None


def _replacing(
    view: TableView, index: AnyIndex, wrong: tuple[Word, ...], word: Word
) -> Callable[[str], None] | None:
    """Return what puts another word in the place of one that a cell shows."""
    if not index.flags() & Qt.ItemFlag.ItemIsEditable:
        return None
    # A shown text may begin with a label; the same words stand in the same order in both.
    same = [each for each in wrong if each.word == word.word]
    number, kept = same.index(word), QPersistentModelIndex(index)

    def replace(by: str) -> None:
        text = str(kept.data(Qt.ItemDataRole.EditRole) or "")
        found = [each for each in spelling().mistakes(text) if each.word == word.word]
        if number < len(found):
            at = found[number]
            view.model().setData(kept, f"{text[: at.start]}{by}{text[at.end :]}")
        view.setFocus()

    return replace
