"""Row, text and section commands, sent to whatever the user is looking at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QMenuBar, QWidget
from shiboken6 import isValid

from dragapp.ui.actions import SPECS
from dragapp.ui.clipboard import CLIPBOARD, Clipboard

if TYPE_CHECKING:
    from dragapp.ui.main_window import MainWindow
    from dragapp.ui.section_editor import SectionEditor
    from dragapp.ui.text_editor import TextEditor
    from dragapp.ui.text_panel import TextPanel

_EMPHASIS = ("bold", "italic")
_TEXT = (*_EMPHASIS, "indent", "outdent", "start_number")


class Commands(QObject):
    """Knows which commands make sense now, and carries them out."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._where: QWidget | None = None
        self.window, self.clipboard = window, Clipboard(window)
        self.names = {name for name in SPECS if name.startswith(("row_", "section_", "state_"))} | {
            *("columns", "fill_down", "today"),
            *_TEXT,
            *CLIPBOARD.split(),
        }
        self._soon = QTimer(window, singleShot=True, interval=0)
        self._soon.timeout.connect(self._enable)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

    def _editor(self) -> SectionEditor | None:
        chapter = self.window.tabs.chapter() if self.window.tabs else None
        return chapter.editor if chapter else None

    def _focus_moved(self, _: QWidget | None, now: QWidget | None) -> None:
        """Follow the focus, but not into a menu or a dialog that gives it back."""
        if now is None or isinstance(now, (QMenuBar, QMenu)):
            return
        if not isinstance(now.window(), QDialog):
            self._where = now
            self.enable()

    def _inside(self, holder: QWidget | None) -> bool:
        where = self._where
        if holder is None or where is None or not isValid(where):
            return False
        return holder is where or holder.isAncestorOf(where)

    def where(self) -> QWidget | None:
        """Return where the user writes: the focus, or where it was before a menu took it."""
        kept = self._where if self._where is not None and isValid(self._where) else None
        return kept or QApplication.focusWidget()

    def _text(self) -> TextEditor | None:
        """Return the text that is being typed in."""
        editor = self._editor()
        texts = editor.texts() if editor else ()
        return next((text for text in texts if self._inside(text)), None)

    def _panel(self) -> TextPanel | None:
        editor = self._editor()
        panels = editor.panels.values() if editor else ()
        return next((panel for panel in panels if self._inside(panel)), None)

    def enable(self) -> None:
        """Enable what can be done here, once the event under way is over."""
        self._soon.start()

    def _enable(self) -> None:
        editor = self._editor()
        session = self.window.session
        may = session is not None and not session.read_only
        table = editor.table if editor else None
        text, panel = self._text(), self._panel()
        inside = self._inside(table)
        acts = self.window.actions_
        acts.enable("row_", may and table is not None and not panel)
        for name in ("duplicate", "delete", "up", "down", "promote", "demote", "number", "clear"):
            acts[f"row_{name}"].setEnabled(may and inside)
        acts["columns"].setEnabled(may and table is not None)
        for name in CLIPBOARD.split():
            acts[name].setEnabled(session is not None)
        acts["fill_down"].setEnabled(may and inside)
        acts["today"].setEnabled(may)
        for name in _TEXT:
            needed = text if name in _EMPHASIS else panel
            acts[name].setEnabled(may and needed is not None)
        acts.enable("section_", may and editor is not None)
        acts.enable("state_", may and editor is not None)
        if editor:
            acts["section_hide"].setChecked(editor.section.hidden)

    def leave_row(self) -> None:
        """Take back a row that Tab or Enter has made and nothing is written in."""
        editor = self._editor()
        if editor and editor.table:
            editor.table.next_row.drop()

    def run(self, name: str) -> None:
        """Carry out a command."""
        tabs, session, editor = self.window.tabs, self.window.session, self._editor()
        if name == "today" and session:
            # Imported here so that the welcome page shows before the editors are read.
            from dragapp.ui.filling import write_today

            write_today(QApplication.focusWidget(), editor.table if editor else None)
            return
        chapter = tabs.chapter() if tabs else None
        if name in CLIPBOARD.split():
            table = editor.table if editor and self._inside(editor.table) else None
            self.clipboard.run(name, self._where if self._inside(self.window) else None, table)
            return
        if editor is None or session is None or chapter is None:
            return
        if name in _TEXT:
            text, panel = self._text(), self._panel()
            if panel:
                panel.run(name)
            elif text and name in _EMPHASIS:
                text.toggle(name)
        elif name.startswith(("section_", "state_")):
            from dragapp.ui.section_actions import Sections

            self.leave_row()
            sections = Sections(session, self.window)
            key = sections.run(name, chapter.tree.selected(), editor.section)
            if key:
                chapter.tree.choose(key)
        elif editor.table:
            editor.table.run(name)
        self.enable()
