"""The order in which a table's columns stand on screen, and which of them are put away.

Printing keeps the form's order and all its columns. A banner lies over all columns from its own to
the last: its own, and a number before it, stay where they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from dragapp.plan.column import Column
from dragapp.plan.outline import Look
from dragapp.ui import settings

if TYPE_CHECKING:
    from dragapp.ui.table_view import TableView


class ColumnOrder(QObject):
    """Keeps the columns of a view in the user's order, remembered under `name`."""

    def __init__(self, view: TableView, name: str) -> None:
        super().__init__(view)
        self._view, self._name = view, name
        self._order = settings.column_keys("order", name)
        self.hidden = set(settings.column_keys("hidden", name))
        self._quiet = False
        header = view.header
        header.setSectionsMovable(True)
        header.sectionMoved.connect(self._moved)

    @property
    def _columns(self) -> list[Column]:
        return self._view.columns

    def _fixed(self) -> int:
        """Return how many columns stay at the left."""
        table = self._view.table
        banners = [level for level in table.levels if level.look == Look.BANNER]
        if not banners:
            return 0
        first = self._columns[0].key if len(self._columns) > 1 else None
        return 1 + any(level.number_column == first for level in banners)

    def apply(self) -> None:
        """Put the columns where they stood last; those that are new come where they are printed."""
        keys = [column.key for column in self._columns]
        known = [key for key in self._order if key in keys]
        if set(known) != set(keys) or known[: self._fixed()] != keys[: self._fixed()]:
            known = keys
        header, self._quiet = self._view.header, True
        for place, key in enumerate(known):
            header.moveSection(header.visualIndex(keys.index(key)), place)
        self._quiet = False

    def _moved(self, logical: int, old: int, new: int) -> None:
        if self._quiet:
            return
        if min(old, new) < self._fixed():
            self._quiet = True
            self._view.header.moveSection(new, old)
            self._quiet = False
            return
        header = self._view.header
        keys = [column.key for column in self._columns]
        self._order = [keys[header.logicalIndex(place)] for place in range(len(keys))]
        settings.keep_column_keys("order", self._name, self._order)
        self._view.columns_moved()

    def shift(self, place: int, step: int) -> None:
        """Move a column past its neighbour in sight, to the right or with -1 to the left."""
        seen = self._view.columns_in_sight()
        at = seen.index(place) + step if place in seen else -1
        if 0 <= at < len(seen):
            header = self._view.header
            header.moveSection(header.visualIndex(place), header.visualIndex(seen[at]))

    def show(self, place: int, on: bool) -> None:
        """Show a column or put it away."""
        key = self._columns[place].key
        (self.hidden.discard if on else self.hidden.add)(key)
        settings.keep_column_keys("hidden", self._name, sorted(self.hidden))
        self._view.fit_columns()

    def as_printed(self) -> None:
        """Give up the user's order, widths and what was put away."""
        self._order, self.hidden = [], set()
        for what in ("order", "hidden"):
            settings.keep_column_keys(what, self._name, [])
        self.apply()
        self._view.forget_widths()

    def fill(self, menu: QMenu, place: int) -> None:
        """List what can be done with the columns, and with the one at `place`."""
        back = menu.addAction("Coloanele ca la tipărire")
        back.triggered.connect(self.as_printed)
        seen, fixed = self._view.columns_in_sight(), self._fixed()
        free = seen[len([each for each in seen if each < fixed]) :]
        at = free.index(place) if place in free else -1
        for step, text in ((-1, "Mută coloana mai la stânga"), (1, "Mută coloana mai la dreapta")):
            move = menu.addAction(text)
            move.setEnabled(at >= 0 and 0 <= at + step < len(free))
            move.triggered.connect(lambda _=False, by=step: self.shift(place, by))
        menu.addSeparator()
        for each, column in enumerate(self._columns):
            hidden = column.key in self.hidden
            if self._view.isColumnHidden(each) and not hidden:
                continue
            title = " ".join(f"{column.group} {column.title}".split()) or f"Coloana {each + 1}"
            action = menu.addAction(title.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(not hidden)
            action.setEnabled(hidden or (each != fixed - 1 and len(seen) > 1))
            action.toggled.connect(lambda on, at=each: self.show(at, on))

    def menu_at(self, point: QPoint) -> None:
        """Open the menu over the header."""
        menu = QMenu(self._view)
        self.fill(menu, self._view.header.logicalIndexAt(point))
        menu.exec(self._view.header.viewport().mapToGlobal(point))
