"""What can be done with the rows of an outline: add, duplicate, delete, move, change level.

Each function is one named action of the user. It says, by its key, which row to stand on after.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass

from dragapp.plan.counted import counted
from dragapp.plan.keys import new_key
from dragapp.plan.layout import lay_out
from dragapp.plan.outline import Level, Look, Node, Table, outermost
from dragapp.plan.section import Section
from dragapp.ui.action_name import action_name
from dragapp.ui.drop_place import DropPlace
from dragapp.ui.row_words import a_row, the_row
from dragapp.ui.session import Session


@dataclass(slots=True)
class Rows:
    """The rows of one section's table, acted upon through the session.

    Adding and raising join the step before them where both have the merge key `merge`.
    """

    session: Session
    section: Section
    merge: str | None = None

    @property
    def table(self) -> Table:
        """The outline."""
        assert self.section.table is not None
        return self.section.table

    @property
    def levels(self) -> list[Level]:
        """The levels whose rows are added one by one; stacked ones are lines of a cell."""
        return [level for level in self.table.levels if level.look != Look.STACKED]

    @property
    def usual(self) -> Level:
        """The level that a first row is most likely on: banners only head the others."""
        return next((each for each in self.levels if each.look != Look.BANNER), self.levels[0])

    def path(self, key: str) -> list[Node]:
        """Return a row's ancestors from the outermost in, and the row itself."""

        def search(rows: list[Node], above: list[Node]) -> list[Node]:
            for row in rows:
                here = [*above, row]
                found = here if row.key == key else search(row.rows, here)
                if found:
                    return found
            return []

        return search(self.table.rows, [])

    def _siblings(self, path: list[Node]) -> list[Node]:
        return path[-2].rows if len(path) > 1 else self.table.rows

    def add_beside(self, key: str, *, below: bool) -> str:
        """Add an empty row on the same level, above or below."""
        path = self.path(key)
        node = path[-1]
        position = self._siblings(path).index(node) + (1 if below else 0)
        where = "dedesubt" if below else "deasupra"
        return self._add(node.level, path[:-1], position, f"adaugă un rând {where}")

    def deeper(self, key: str) -> list[Level]:
        """Return the levels on which a subordinate row can be added under a row."""
        depth = self.table.depth(self.path(key)[-1].level)
        return [level for level in self.levels if self.table.depth(level.key) > depth]

    def add_child(self, key: str) -> str:
        """Add an empty subordinate row as the last one."""
        path = self.path(key)
        level = self.deeper(key)[0]
        what = a_row(level)
        below = "subordonată" if what.startswith("o ") else "subordonat"
        return self._add(level.key, path, len(path[-1].rows), f"adaugă {what} {below}")

    def add_on_level(self, level: Level, key: str | None) -> str:
        """Add an empty row on a level, where it belongs after the row that is stood on."""
        path = self.path(key) if key else []
        depth = self.table.depth(level.key)
        above = [node for node in path if self.table.depth(node.level) < depth]
        rows = above[-1].rows if above else self.table.rows
        after = path[len(above)] if len(path) > len(above) else None
        position = rows.index(after) + 1 if after else len(rows)
        return self._add(level.key, above, position, f"adaugă {a_row(level)}")

    def _add(self, level: str, above: list[Node], position: int, name: str) -> str:
        node = Node(new_key("r"), level)
        parent = above[-1].id if above else None
        spot = self.session.spot(self.section, node.key)
        with self.session.act(name, spot, self.merge) as edit:
            edit.add_node(self.section.id, parent, position, node)
        return node.key

    def duplicate(self, key: str) -> str:
        """Copy a row with all below it, right after it."""
        path = self.path(key)
        copy = deepcopy(path[-1])
        for row in copy.walk():
            row.key = new_key("r")
        position = self._siblings(path).index(path[-1]) + 1
        parent = path[-2].id if len(path) > 1 else None
        with self.session.act("dublează rândul", self.session.spot(self.section, copy.key)) as edit:
            edit.add_node(self.section.id, parent, position, copy)
        return copy.key

    def outermost(self, keys: list[str]) -> list[Node]:
        """Return the rows of a selection without those that lie below another of them."""
        return outermost(self.table.rows, set(keys))

    def delete(self, keys: list[str]) -> None:
        """Delete rows with all below them."""
        nodes = self.outermost(keys)
        if not nodes:
            return
        name = f"șterge {counted(len(nodes), 'rând', 'rânduri')}"
        if len(nodes) == 1:
            name = self._deleting(nodes[0])
        spot = self.session.spot(self.section, nodes[0].key)
        with self.session.act(name, spot) as edit:
            for node in nodes:
                edit.delete_node(node.id)

    def _deleting(self, node: Node) -> str:
        """Name a row that goes by its printed number, else by its text: șterge măsura 4.2."""
        name = f"șterge {the_row(self.table.level(node.level))}"
        number = self._number(node)
        if number:
            return f"{name} {number}"
        texts = [node.cells.get(column.key, "").strip() for column in self.table.columns]
        text = next((text for text in texts if text), "")
        return action_name(name, text) if text else name

    def _number(self, node: Node) -> str:
        """Return a row's number, behind that of the merged row it belongs to."""
        labels, number = self._labels(), ""
        for row in self.path(node.key):
            if row is node or self.table.level(row.level).look == Look.MERGED:
                own = labels.get(row.key, "").split()
                last = own[-1].rstrip(".)") if own else ""
                number = f"{number}.{last}" if number and last and "." not in last else last
        return number if any(sign.isalnum() for sign in number) else ""

    def _labels(self) -> dict[str, str]:
        """Return the labels of the rows as they are printed."""
        cells = [cell for row in lay_out(self.table).rows for cell in row.cells]
        return {cell.node.key: cell.label for cell in cells if cell and cell.node and cell.label}

    def move(self, keys: list[str], step: int) -> None:
        """Move rows one place: past a neighbour, into one of a higher level, or out of their own.

        A measure at the end of its direction first comes to stand between two directions, under
        none, and with the next step under the next one. Rows that do not stand together under one
        row stay; the first key alone is moved then.
        """
        nodes = self.outermost(keys)
        path = self.path(nodes[0].key)
        rows = self._siblings(path)
        first = rows.index(nodes[0])
        if rows[first : first + len(nodes)] != nodes:
            self.move(keys[:1], step)
            return
        depth = min(self.table.depth(node.level) for node in nodes)
        beside = first - 1 if step < 0 else first + len(nodes)
        if 0 <= beside < len(rows):
            neighbour, parent = rows[beside], path[-2] if len(path) > 1 else None
            if self.table.depth(neighbour.level) < depth:
                place = DropPlace(neighbour, len(neighbour.rows) if step < 0 else 0)
            else:
                place = DropPlace(parent, beside if step < 0 else beside + 1)
        elif len(path) > 1:
            above = path[-3] if len(path) > 2 else None
            place = DropPlace(above, self._siblings(path[:-1]).index(path[-2]) + (step > 0))
        else:
            return
        one = "mută rândul" if len(nodes) == 1 else "mută rândurile"
        self.move_to(nodes, place, f"{one} mai {'sus' if step < 0 else 'jos'}")

    def move_to(self, nodes: list[Node], place: DropPlace, name: str = "") -> None:
        """Move rows, with all below them, to a place where their levels may stand."""
        steps = place.steps(self.table, nodes)
        if not steps:
            return
        counted_rows = "mută rândul" if len(nodes) == 1 else f"mută {len(nodes)} rânduri"
        spot = self.session.spot(self.section, nodes[0].key)
        with self.session.act(name or counted_rows, spot) as edit:
            for node, parent, position in steps:
                edit.move_node(node.id, parent.id if parent else None, position)

    def promote(self, key: str) -> None:
        """Raise a row to the level above, after the row it was under."""
        path = self.path(key)
        depth = self.table.depth(path[-1].level)
        if depth == 0:
            return
        level = self.table.levels[depth - 1]
        above = [node for node in path[:-1] if self.table.depth(node.level) < depth - 1]
        spot = self.session.spot(self.section, key)
        with self.session.act(f"ridică la {level.name}", spot, self.merge) as edit:
            if len(above) < len(path) - 1:
                rows = above[-1].rows if above else self.table.rows
                parent = above[-1].id if above else None
                edit.move_node(path[-1].id, parent, rows.index(path[len(above)]) + 1)
            edit.set_node(path[-1].id, level=level.key)

    def demote(self, key: str) -> None:
        """Lower a row to the level below, under the row before it where that can hold it."""
        path = self.path(key)
        depth = self.table.depth(path[-1].level)
        if depth + 1 >= len(self.levels):
            return
        level = self.levels[depth + 1]
        rows = self._siblings(path)
        place = rows.index(path[-1])
        with self.session.act(
            f"coboară la {level.name}", self.session.spot(self.section, key)
        ) as edit:
            edit.set_node(path[-1].id, level=level.key)
            if place > 0 and self.table.depth(rows[place - 1].level) <= depth:
                before = rows[place - 1]
                edit.move_node(path[-1].id, before.id, len(before.rows))
