"""What a first use would have to wait for, imported while the window is idle.

The start does not wait for it either: it begins when a plan has been on screen for a while, and
goes on with one module at a time.
"""

from __future__ import annotations

from importlib import import_module

from PySide6.QtCore import QObject, QTimer

#: How long a plan is on screen before, and how long the window may answer between, milliseconds.
_WHILE, _BETWEEN = 700, 20
#: What they import comes before them, for no step to be long.
_MODULES = (
    "dragapp.annex.tables",
    "dragapp.formats.clipboard",
    "dragapp.plan.cleaning",
    "dragapp.plan.pasting",
    "dragapp.ui.cleaning_dialog",
    "dragapp.ui.paste_dialog",
    "dragapp.ui.table_clipboard",
    "dragapp.ui.field_clipboard",
    "dragapp.ui.finding_panel",
    "dragapp.ui.finding_places",
    "dragapp.ui.finding",
    "dragapp.ui.completeness_list",
    "dragapp.ui.side_dock",
)


class Warming(QObject):
    """Imports them, once."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._left = list(_MODULES)
        self._timer = QTimer(self, interval=_WHILE)
        self._timer.timeout.connect(self._next)
        self._timer.start()

    @property
    def busy(self) -> bool:
        """Whether there is anything left to import."""
        return bool(self._left)

    def _next(self) -> None:
        import_module(self._left.pop(0))
        self._timer.setInterval(_BETWEEN)
        if not self._left:
            self._timer.stop()
