"""Turning the mouse wheel over a widget, as a user does."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget


def turn(target: QWidget, notch: int, *, ctrl: bool = False) -> None:
    """Turn the wheel over the middle of a widget; 120 is a notch away from the user."""
    middle = QPointF(target.rect().center())
    held = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(
        middle,
        QPointF(target.mapToGlobal(middle.toPoint())),
        QPoint(),
        QPoint(0, notch),
        Qt.MouseButton.NoButton,
        held,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(target, event)
    if ctrl:
        # Qt would take the key for held down in every test that comes after.
        released = QKeyEvent(
            QEvent.Type.KeyRelease, Qt.Key.Key_Control, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(target, released)
        assert not QApplication.keyboardModifiers()
