"""Row, text and section commands, sent to whatever the user is looking at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from dragapp.ui.actions import SPECS

if TYPE_CHECKING:
    from dragapp.ui.main_window import MainWindow
    from dragapp.ui.section_editor import SectionEditor

_TEXT = ("bold", "italic", "indent", "outdent", "start_number")


class Commands(QObject):
    """Knows which commands make sense now, and carries them out."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window = window
        self.names = {name for name in SPECS if name.startswith(("row_", "section_", "state_"))} | {
            "columns",
            *_TEXT,
        }
        self._soon = QTimer(window, singleShot=True, interval=0)
        self._soon.timeout.connect(self._enable)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

    def _editor(self) -> SectionEditor | None:
        chapter = self.window.tabs.chapter() if self.window.tabs else None
        return chapter.editor if chapter else None

    def _focus_moved(self, *_: object) -> None:
        self.enable()

    def enable(self) -> None:
        """Enable what can be done here, once the event under way is over."""
        self._soon.start()

    def _enable(self) -> None:
        editor = self._editor()
        session = self.window.session
        may = session is not None and not session.read_only
        table = editor.table if editor else None
        typing = editor.text_panel() if editor else None
        inside = table is not None and (table.isAncestorOf(focus) if (focus := _focus()) else False)
        acts = self.window.actions_
        acts.enable("row_", may and table is not None and not typing)
        acts["columns"].setEnabled(may and table is not None)
        acts["row_clear"].setEnabled(may and inside)
        for name in _TEXT:
            acts[name].setEnabled(may and typing is not None)
        acts.enable("section_", may and editor is not None)
        acts.enable("state_", may and editor is not None)
        if editor:
            acts["section_hide"].setChecked(editor.section.hidden)

    def run(self, name: str) -> None:
        """Carry out a command."""
        tabs, session, editor = self.window.tabs, self.window.session, self._editor()
        chapter = tabs.chapter() if tabs else None
        if editor is None or session is None or chapter is None:
            return
        if name in _TEXT:
            panel = editor.text_panel()
            if panel:
                panel.run(name)
        elif name.startswith(("section_", "state_")):
            # Imported here so that the welcome page shows before the editors are read.
            from dragapp.ui.section_actions import Sections

            sections = Sections(session, self.window)
            key = sections.run(name, chapter.tree.selected(), editor.section)
            if key:
                chapter.tree.choose(key)
        elif editor.table:
            editor.table.run(name)
        self.enable()


def _focus() -> QWidget | None:
    return QApplication.focusWidget()
