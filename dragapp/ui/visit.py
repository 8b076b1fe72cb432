"""A stay in a text: what is typed in it meanwhile is one step of undo.

The text's own Ctrl+Z reaches back to the beginning of the stay, and never past another action.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFocusEvent, QTextDocument

if TYPE_CHECKING:
    from dragapp.dossier.edit import Edit
    from dragapp.dossier.step import Spot
    from dragapp.ui.session import Session

#: A menu gives the focus back, and so does another program or a dialog.
_FOR_A_MOMENT = (
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
)
_numbers = count()


class Visit(QObject):
    """Keeps apart what is typed in one field, of one plan, each time that the user comes to it.

    It ends when the field is left, and with any action that is not the field's own.
    """

    def __init__(self, session: Session, document: QTextDocument) -> None:
        super().__init__(document)
        self._session, self._document = session, document
        self._storing = False
        self.end()
        session.changed.connect(self._changed)

    def store(
        self, name: str, spot: Spot, old: object, new: object, change: Callable[[Edit], None]
    ) -> None:
        """Store the text as it is now; see `Session.typed`."""
        self._storing = True
        try:
            self._session.typed(name, spot, self._merge, old, new, change)
        finally:
            self._storing = False

    def leave(self, event: QFocusEvent) -> None:
        """Note that the field lost the focus, after what was typed was given to be stored."""
        if event.reason() not in _FOR_A_MOMENT:
            self.end()

    def _changed(self) -> None:
        if not self._storing:
            self.end()

    def end(self) -> None:
        """Let what is typed from here on be another step."""
        self._merge = f"visit/{next(_numbers)}"
        self._document.clearUndoRedoStacks()
