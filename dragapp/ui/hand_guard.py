"""Which events of keyboard and mouse write into the plan, or may lead to that at once."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSlider, QDockWidget, QWidget

_WRITING = frozenset(
    {
        QEvent.Type.InputMethod,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.Drop,
    }
)
#: Keys that by themselves only lead about or have a meaning together with others.
_LEADING = frozenset(
    {
        *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right),
        *(Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End),
        *(Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr),
    }
)


def writes(watched: QObject, event: QEvent) -> bool:
    """Tell whether an event may change the plan; scrolling and the docks do not."""
    if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
        if event.key() in _LEADING:
            return False
    elif event.type() not in _WRITING:
        return False
    if not isinstance(watched, QWidget) or isinstance(watched, QAbstractSlider):
        return False
    above: QWidget | None = watched
    while above is not None and not isinstance(above, QDockWidget):
        above = above.parentWidget()
    return above is None
