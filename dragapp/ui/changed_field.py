"""Finding the field that an undo has changed, and going there.

The fields need not know of it: what they say before is compared with what they say after.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSpinBox,
    QTextEdit,
    QWidget,
)

from dragapp.ui.arms_field import ArmsField


def said(fields: Iterable[QWidget]) -> list[tuple[QWidget, object]]:
    """Return what the fields say; widgets of other kinds are no fields."""
    found = [(field, _said(field)) for field in fields]
    return [(field, words) for field, words in found if words is not None]


def _said(field: QWidget) -> object:
    match field:
        case QTextEdit():
            # Also tells a text that has only become bold.
            return field.document().revision()
        case QPlainTextEdit():
            return field.toPlainText()
        case QLineEdit():
            return field.text()
        case QSpinBox():
            return field.value()
        case QComboBox():
            return field.currentText()
        case QCheckBox():
            return field.isChecked()
        case ArmsField():
            return field.shown
    return None


def shown_in(page: QWidget) -> list[QWidget]:
    """Return the widgets of a page that are not hidden."""
    return [each for each in page.findChildren(QWidget) if each.isVisibleTo(page)]


def changed(
    before: list[tuple[QWidget, object]], after: list[tuple[QWidget, object]]
) -> QWidget | None:
    """Return the first field that says something else; fields may have come or gone."""
    for place, (field, words) in enumerate(after):
        if place >= len(before) or before[place][1] != words:
            return field
    return after[-1][0] if len(after) < len(before) and after else None


def go_to(field: QWidget) -> None:
    """Stand in a field, and scroll its page to it once that has its size."""
    field.setFocus()
    page = field.parentWidget()
    while page and not isinstance(page, QScrollArea):
        page = page.parentWidget()
    if isinstance(page, QScrollArea):
        QTimer.singleShot(0, field, partial(page.ensureWidgetVisible, field))
