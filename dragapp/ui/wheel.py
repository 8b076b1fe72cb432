"""The mouse wheel: with Ctrl it zooms the window, and it never changes a box that lies under it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QAbstractSpinBox, QComboBox, QTabBar, QWidget

from dragapp.ui.look import look

#: What a notch of a mouse wheel turns, by Qt's count; a touchpad turns less at a time.
_NOTCH = 120
_BOXES: tuple[type[QWidget], ...] = (QComboBox, QAbstractSpinBox, QTabBar)


class _Turned:
    """What was turned of a notch that is not complete."""

    rest = 0


def zooms(event: QWheelEvent) -> bool:
    """Whether the wheel was turned with Ctrl, and has zoomed the window."""
    if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return False
    _Turned.rest += event.angleDelta().y()
    notches = int(_Turned.rest / _NOTCH)
    _Turned.rest -= notches * _NOTCH
    if notches:
        look().zoom_by(notches)
    event.accept()
    return True


class _Zoomer(QObject):
    """Lets the wheel zoom where the widget below would only scroll."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QWheelEvent) and zooms(event):
            return True
        return super().eventFilter(watched, event)


def zoom_over(widget: QWidget) -> None:
    """Let the wheel zoom with Ctrl over a widget and all that scrolls in it."""
    keeper = _Zoomer(widget)
    widget.installEventFilter(keeper)
    for area in widget.findChildren(QAbstractScrollArea):
        area.viewport().installEventFilter(keeper)


class _Guard(QObject):
    """Lets the page under a box scroll instead."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QWheelEvent) and isinstance(watched, _BOXES):
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def guard_wheel(widget: QWidget) -> None:
    """Keep the wheel from changing any box or turning any tab below a widget, and the widget."""
    keeper = _Guard(widget)
    below = [each for kind in _BOXES for each in widget.findChildren(kind)]
    for box in [*below, widget]:
        if isinstance(box, _BOXES):
            box.installEventFilter(keeper)
            if box.focusPolicy() == Qt.FocusPolicy.WheelFocus:
                box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
