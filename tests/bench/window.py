"""How long single actions of the user keep the window from answering."""

from __future__ import annotations

import json
from pathlib import Path
from statistics import median

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dragapp.dossier.dossier import Dossier
from dragapp.ui.chapter_tab import ChapterTab
from dragapp.ui.main_window import MainWindow
from dragapp.ui.start import application
from dragapp.ui.table_editor import TableEditor
from tests.bench.pause import longest, one_by_one, press
from tests.bench.start import keep_settings
from tests.bench.whole_plan import AtSize


def pauses(path: str, folder: str, repeats: str) -> None:
    """Measure the longest pause of each action, the median of some repeats."""
    keep_settings(folder)
    application()
    window = MainWindow()
    window.resize(1366, 720)
    window.show()
    user = _User(window, Path(path), Path(folder) / "copies")
    found: dict[str, list[float]] = {}
    for number in range(int(repeats)):
        for name, pause in user.work(number).items():
            found.setdefault(name, []).append(pause)
    window.close()
    print(json.dumps({name: median(times) for name, times in found.items()}), flush=True)


class _User:
    def __init__(self, window: MainWindow, path: Path, copies: Path) -> None:
        self.window, self.path, self.copies = window, path, copies

    def work(self, number: int) -> dict[str, float]:
        """Do each thing once and return the pauses."""
        copies = self.copies / str(number)
        self.window.close_dossier()
        self.window.show_dossier(Dossier.open(self.path, copies=copies))
        session = self.window.session
        assert session is not None
        longest(lambda: None)
        found = {"turn to the services": longest(lambda: self._turn("chapter-1"))}
        found["turn to the matrix"] = longest(lambda: self._turn("objectives-matrix"))
        table = self._table()
        middle = table.model.rowCount() // 2
        found["first change of the day, with its copy"] = longest(
            lambda: self._type(table, middle, "measure", f"Prima măsură {number}")
        )
        found["commit a measure's text"] = longest(
            lambda: self._type(table, middle, "measure", f"Măsura {number}")
        )
        words = f"Nr. anchete sociale {number}\nNr. vizite\nNr. beneficiari"
        found["commit the indicators of a measure"] = longest(
            lambda: self._type(table, middle, "indicator", words)
        )
        found["type twenty letters into a cell"] = longest(lambda: self._typing(table, middle))
        found["scroll the matrix by a page, twenty times"] = longest(lambda: self._scroll(table))
        found["add a row in the middle"] = longest(lambda: table.run("row_below"))
        objective = table.rows.table.rows[4].key
        found["delete an objective"] = longest(lambda: table.rows.delete([objective]))
        found["undo of deleting an objective"] = longest(session.undo)
        longest(session.undo)
        return {**found, **AtSize(self.window, self._at).work()}

    def _at(self, top: str) -> TableEditor:
        """Return the table of a chapter, the first one that has one and any rows."""
        self._turn(top)
        session, tabs = self.window.session, self.window.tabs
        assert session
        assert tabs
        tabs.show_spot(session.spot(next(s for s in session.plan.section(top).walk() if s.table)))
        longest(lambda: None)
        return self._table()

    def _turn(self, top: str) -> None:
        tabs = self.window.tabs
        assert tabs is not None
        for place in range(tabs.count()):
            tab = tabs.widget(place)
            if isinstance(tab, ChapterTab) and tab.top == top:
                tabs.setCurrentIndex(place)

    def _table(self) -> TableEditor:
        tabs = self.window.tabs
        chapter = tabs.chapter() if tabs else None
        assert chapter
        assert chapter.editor
        assert chapter.editor.table
        return chapter.editor.table

    def _typing(self, table: TableEditor, row: int) -> None:
        """Open a cell by typing; the letters come one by one, as events of their own."""
        keys = [each.key for each in table.model.layout_now.columns]
        table.view.setCurrentIndex(table.model.index(row, keys.index("term")))
        table.view.setFocus()

        def write() -> None:
            press(QApplication.focusWidget() or table.view, Qt.Key.Key_unknown, "ș")

        one_by_one(20, write)()

    def _scroll(self, table: TableEditor) -> None:
        bar = table.view.verticalScrollBar()
        bar.setValue(0)
        one_by_one(20, lambda: bar.setValue(bar.value() + bar.pageStep()))()

    def _type(self, table: TableEditor, row: int, column: str, text: str) -> None:
        """Stand on a row that has that column, type and leave."""
        keys = [each.key for each in table.model.layout_now.columns]
        while table.model.layout_now.rows[row].node.level != "measure":
            row += 1
        index = table.model.index(row, keys.index(column))
        table.view.setCurrentIndex(index)
        assert table.model.setData(index, text)
