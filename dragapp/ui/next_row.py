"""The row that Tab and Enter make past the end of a table; left without a word in it, it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QAbstractItemView, QApplication

from dragapp.plan.outline import Look, Node
from dragapp.ui.row_actions import Rows

if TYPE_CHECKING:
    from dragapp.ui.table_editor import TableEditor

_MERGE = "next-row"


class NextRow(QObject):
    """Makes rows at the end of a table.

    After a banner comes what it heads, else one more row of the last one's level. Enter in a row
    without text raises it a level, as in a list of Word: after the last measure comes a direction.
    """

    def __init__(self, table: TableEditor) -> None:
        super().__init__(table)
        self._table = table
        self._rows = Rows(table.session, table.section, _MERGE)
        self._made = ""
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._look)
        table.view.selectionModel().currentChanged.connect(self._soon)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._soon)

    def add(self) -> bool:
        """Add a row after the last one and stand on it, if anything is written in the last."""
        last = self._last()
        if last is None or not _written(last) or not self._table.session.flush():
            return False
        rows = self._rows
        if rows.table.level(last.level).look == Look.BANNER and rows.deeper(last.key):
            self._made = rows.add_child(last.key)
        else:
            self._made = rows.add_beside(last.key, below=True)
        self._table.stand(self._made)
        return True

    def raise_empty(self) -> bool:
        """Raise the last row a level if nothing is written in it, and stand at its beginning."""
        last = self._last()
        if last is None or _written(last) or not self._rows.table.depth(last.level):
            return False
        self._rows.promote(last.key)
        self._table.stand(last.key)
        return True

    def drop(self) -> None:
        """Take the row back, if it was made here and neither it nor anything else changed since."""
        made, self._made = self._made, ""
        session = self._table.session
        path = self._rows.path(made) if made else []
        if path and not session.closed and not _written(path[-1]):
            session.take_back(_MERGE)

    def _last(self) -> Node | None:
        rows = self._table.model.layout_now.rows
        return rows[-1].node if rows and not self._table.session.read_only else None

    def _soon(self) -> None:
        if self._made:
            self._later.start()

    def _look(self) -> None:
        """Drop the row once it is left; another program in front leaves all as it is."""
        view, focus = self._table.view, QApplication.focusWidget()
        if view.state() == QAbstractItemView.State.EditingState:
            return
        inside = focus is not None and (focus is view or view.isAncestorOf(focus))
        front = view.window().isActiveWindow() or QApplication.activeModalWidget() is not None
        if self._table.current() != self._made or (front and not inside):
            self.drop()


def _written(node: Node) -> bool:
    return any(row.cells or row.number for row in node.walk())
