"""How columns whose widths nobody has chosen share the room: by what they hold."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontMetrics

from dragapp.plan.column import ColumnKind
from dragapp.plan.layout import Layout
from dragapp.ui.cell_editor import PADDING_X

_LEAST = {ColumnKind.NUMBER_LABEL: 48, ColumnKind.MONEY: 84, ColumnKind.PERCENT: 76}
_WEIGHT = {ColumnKind.NUMBER_LABEL: 0.0, ColumnKind.MONEY: 0.6, ColumnKind.PERCENT: 0.4}
#: So many rows are looked at, and of a column's longest words so many measured.
_ROWS, _WORDS = 200, 12


def shared_widths(layout: Layout, shown: list[bool], room: int, font: QFont) -> list[int]:
    """Return the columns' widths in pixels, 0 for those not shown; together they fill the room.

    No column is so narrow that a usual word of it would be cut, even where the room is too small.
    """
    least = [_least(layout, place, font) * on for place, on in enumerate(shown)]
    weights = [_weight(layout, place) * on for place, on in enumerate(shown)]
    spare = max(room - sum(least), 0)
    whole = sum(weights) or 1.0
    shares = zip(least, weights, strict=True)
    return [base + int(spare * weight / whole) for base, weight in shares]


def _least(layout: Layout, place: int, font: QFont) -> int:
    column = layout.columns[place]
    heavy = QFont(font)
    heavy.setBold(True)
    bold, plain = QFontMetrics(heavy), QFontMetrics(font)
    scale = plain.height() / 16
    words = {word for text in _texts(layout, place) for word in text.split() if len(word) > 8}
    longest = sorted(words, key=len)[-_WORDS:]
    widest = max((plain.horizontalAdvance(word) for word in longest), default=0)
    heads = [bold.horizontalAdvance(word) for word in column.title.split()]
    widest = max([widest, *heads]) + 2 * PADDING_X + 4
    return max(int(_LEAST.get(column.kind, 80) * scale), min(widest, int(170 * scale)))


def _weight(layout: Layout, place: int) -> float:
    column = layout.columns[place]
    longest = max((len(text) for text in _texts(layout, place)), default=0)
    weight = _WEIGHT.get(column.kind, 1.0) * (1 + min(longest, 220) / 40)
    return weight if column.printed else weight * 0.5


def _texts(layout: Layout, place: int) -> list[str]:
    cells = (row.cells[place] for row in layout.rows[:_ROWS])
    return [cell.text for cell in cells if cell and cell.colspan == 1]
