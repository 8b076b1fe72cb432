"""What a first use would have to wait for, imported while the window is idle.

The start does not wait for it either: it begins when the window has been on screen for a while, and
goes on with one module at a time. On the welcome page the first plan is thus got ready while the
user chooses.
"""

from __future__ import annotations

from importlib import import_module

from PySide6.QtCore import QObject, QTimer

#: How long the window is on screen before, and how long it may answer between, milliseconds.
_WHILE, _BETWEEN = 700, 20
#: What they import comes before them, for no step to be long.
_MODULES = (
    "dragapp.plan.form",
    "dragapp.dossier.connecting",
    "dragapp.dossier.shelf",
    "dragapp.dossier.dossier",
    "dragapp.ui.session",
    "dragapp.ui.spelling",
    "dragapp.ui.offer_list",
    "dragapp.ui.cell_offers",
    "dragapp.ui.clipboard_data",
    "dragapp.ui.text_editor",
    "dragapp.ui.table_view",
    "dragapp.ui.columns_dialog",
    "dragapp.ui.table_editor",
    "dragapp.ui.section_editor",
    "dragapp.ui.general_tab",
    "dragapp.ui.plan_tabs",
    "dragapp.ui.office_lists",
    "dragapp.ui.state_bar",
    "dragapp.formats.plan_json",
    "dragapp.ui.new_plan_dialog",
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
