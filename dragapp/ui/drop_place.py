"""Where rows that are moved come to stand: under which row, and after how many of its rows.

Only places where their level may stand are found: a row stands under one of a higher level or
under none, and never inside itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragapp.plan.layout import LaidRow
from dragapp.plan.outline import Look, Node, Table


@dataclass(frozen=True, slots=True)
class DropPlace:
    """A gap among the rows under `parent`, or under none, `before` so many of them as they stand.

    `line` is the laid row above which the gap shows.
    """

    parent: Node | None
    before: int
    line: int = 0

    def steps(self, table: Table, nodes: list[Node]) -> list[tuple[Node, Node | None, int]]:
        """Return the moves that bring rows here, one after the other; none where they are here."""
        siblings = self.parent.rows if self.parent else table.rows
        moved = {node.key for node in nodes}
        keys = [node.key for node in siblings]
        ahead = [key for key in keys[: self.before] if key not in moved]
        after = [key for key in keys[self.before :] if key not in moved]
        if ahead + [node.key for node in nodes] + after == keys:
            return []
        now, last, steps = list(keys), ahead[-1] if ahead else None, []
        for node in nodes:
            if node.key in now:
                now.remove(node.key)
            position = now.index(last) + 1 if last is not None else 0
            now.insert(position, node.key)
            steps.append((node, self.parent, position))
            last = node.key
        return steps


class DropPlaces:
    """The places where some rows of a table may be dropped, by the gaps between laid rows."""

    def __init__(self, table: Table, rows: list[LaidRow], nodes: list[Node]) -> None:
        self._table, self._rows = table, rows
        self._moved = {node.key for node in nodes}
        self._depth = min((table.depth(node.level) for node in nodes), default=0)
        self._stacked = {level.key for level in table.levels if level.look == Look.STACKED}
        self._shown = {row.node.key for row in rows}
        self._paths: dict[str, list[tuple[Node, int]]] = {}
        self._read(table.rows, [])

    def _read(self, rows: list[Node], above: list[tuple[Node, int]]) -> None:
        for place, node in enumerate(rows):
            self._paths[node.key] = [*above, (node, place)]
            self._read(node.rows, self._paths[node.key])

    def nearest(self, gap: int, *, below: bool) -> DropPlace | None:
        """Return the place at a gap, or at the nearest one that has any.

        `below` tells on which side of the gap the pointer is: it decides between the end of one row
        and the beginning of the next.
        """
        for off in range(len(self._rows) + 1):
            for side in (gap - off, gap + off):
                if 0 <= side <= len(self._rows):
                    found = self._at(side, below)
                    if found:
                        return found
        return None

    def _at(self, gap: int, below: bool) -> DropPlace | None:
        """Return the place at a gap that lies deepest, since most rows stand under another."""
        places = [*self._ends(gap), *self._beginnings(gap)]
        if below:
            places.reverse()
        return max(places, key=self._deep, default=None)

    def _deep(self, place: DropPlace) -> int:
        return self._table.depth(place.parent.level) if place.parent else -1

    def _ends(self, gap: int) -> Iterator[DropPlace]:
        """Yield the places in and after the row above the gap, and after those that end with it."""
        if gap == 0:
            return
        path = self._paths[self._rows[gap - 1].node.key]
        node = path[-1][0]
        inside = self._laid(node)
        if self._may(path):
            yield DropPlace(node, 0 if inside else len(node.rows), gap)
        for at in range(len(path) - 1, -1, -1):
            inside = self._laid(path[at][0])
            if inside and (at + 1 == len(path) or inside[-1] is not path[at + 1][0]):
                return
            if self._may(path[:at]):
                yield DropPlace(path[at - 1][0] if at else None, path[at][1] + 1, gap)

    def _beginnings(self, gap: int) -> Iterator[DropPlace]:
        """Yield the places before the row below the gap and before those that begin with it."""
        if gap == len(self._rows):
            return
        path = self._paths[self._rows[gap].node.key]
        for at in range(len(path) - 1, -1, -1):
            above = path[at - 1][0] if at else None
            if self._may(path[:at]):
                yield DropPlace(above, path[at][1], gap)
            if above and (above.key in self._shown or self._laid(above)[0] is not path[at][0]):
                return

    def _laid(self, node: Node) -> list[Node]:
        """Return the rows below one that have rows of their own on screen."""
        return [row for row in node.rows if row.level not in self._stacked]

    def _may(self, above: list[tuple[Node, int]]) -> bool:
        """Whether the moved rows may stand under the last of these."""
        if any(node.key in self._moved for node, _ in above):
            return False
        return not above or self._table.depth(above[-1][0].level) < self._depth
