"""The cross in a field that empties it."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QToolButton


def give_clear_button(field: QLineEdit) -> None:
    """Put the cross into a field; Qt gives it no name for those who listen."""
    field.setClearButtonEnabled(True)
    for cross in field.findChildren(QToolButton):
        cross.setAccessibleName("Golește câmpul")
