"""A table's copy while something is pasted into it, and the record of what is done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from dragapp.plan.column import ColumnKind
from dragapp.plan.keys import new_key
from dragapp.plan.layout import LaidCell, lay_out
from dragapp.plan.outline import Level, Look, Node, Table
from dragapp.plan.paste import CellChange, LeftOut, Paste, Why
from dragapp.plan.paste_source import SourceRow
from dragapp.plan.stacking import lines_of, put_lines, put_text
from dragapp.plan.text import clean


def copied(table: Table) -> Table:
    """Return a copy of a table whose rows may be changed."""
    return Table(table.levels, table.columns, [_copied(row) for row in table.rows])


def _copied(node: Node) -> Node:
    rows = [_copied(row) for row in node.rows]
    return Node(node.key, node.level, node.number, dict(node.cells), rows, node.id)


@dataclass(slots=True)
class _Count:
    """The number of rows that count together, the key of the last, and whether all are new."""

    rows: int = 0
    last: str = ""
    new: bool = True

    def take(self, key: str, *, new: bool) -> None:
        self.rows, self.last, self.new = self.rows + 1, key, self.new and new


class PasteWork:
    """Writes into existing rows, makes new ones and takes empty ones away.

    `layout` is the table's before any change; its cells lead to the rows of the copy.
    """

    def __init__(self, table: Table) -> None:
        self.table = copied(table)
        self.layout = lay_out(self.table)
        self.place = {column.key: at for at, column in enumerate(self.layout.columns)}
        self.levels = {level.key: level for level in table.levels}
        self.depth = {level.key: depth for depth, level in enumerate(table.levels)}
        self.paste = Paste(self.table)
        self._changes: dict[tuple[str, str], list[str]] = {}
        self._added: set[str] = set()
        #: What the source counts new rows as, and what they count as here.
        self._numbers: dict[str, int] = {}
        self._counted: dict[str, int] = {}
        self._counts: dict[tuple[int, str], _Count] = {}
        self._above: dict[str, Node | None] = {}
        for node in self.table.rows:
            self._above[node.key] = None
        for node in self.table.walk():
            self._above |= dict.fromkeys((row.key for row in node.rows), node)
        #: From the outermost in, the rows under or beside which the next new one comes.
        self.trail: list[Node] = []

    def done(self) -> Paste:
        """Return the record."""
        self.paste.changes = [
            CellChange(node, column, old, new)
            for (node, column), (old, new) in self._changes.items()
            if old != new
        ]
        self.paste.cells = list(dict.fromkeys(self.paste.cells))
        return self.paste

    def put(self, cell: LaidCell, text: str) -> None:
        """Write a cell that a row owns: its text, its lines or its number."""
        node, column, text = cell.node, cell.column, clean(text)
        assert node
        level = self.levels[column.level]
        if column.kind == ColumnKind.NUMBER_LABEL:
            old = node.number or ""
            if old != text:
                node.number, self.paste.restructured = text or None, True
        elif level.look == Look.STACKED and node.level != level.key:
            old = lines_of(node, level.key, column.key)
            put_lines(self.table, node, level.key, column.key, text)
            text = lines_of(node, level.key, column.key)
            self.paste.restructured |= old != text
        else:
            old = node.cells.get(column.key, "")
            put_text(node, column.key, text)
        self.paste.cells.append((node.key, column.key))
        if node.key not in self._added:
            self._changes.setdefault((node.key, column.key), [old, text])[1] = text

    def leave_out(self, row: int, column: int, text: str, why: Why) -> None:
        """Note that a text of the block has no place."""
        if text.strip():
            self.paste.left_out.append(LeftOut(row, column, text, why))

    def path(self, node: Node) -> list[Node]:
        """Return a row's ancestors from the outermost in, and the row itself."""
        path = [node]
        while above := self._above[path[0].key]:
            path.insert(0, above)
        return path

    @contextmanager
    def parted_behind(self, row: int, column: int) -> Iterator[None]:
        """Let the row of a printed cell be the last one for a while; what follows comes back."""
        parted: list[tuple[list[Node], list[Node]]] = []
        if row < len(self.layout.rows):
            laid = self.layout.rows[row]
            cell = laid.cells[column]
            path = self.path(cell.node if cell and cell.node else laid.node)
            if laid.look == Look.BANNER:
                parted.append((laid.node.rows, laid.node.rows[:]))
            for node, above in zip(path, [None, *path], strict=False):
                rows = above.rows if above else self.table.rows
                behind = 1 + next(at for at, each in enumerate(rows) if each is node)
                parted.append((rows, rows[behind:]))
        for rows, rest in parted:
            del rows[len(rows) - len(rest) :]
        yield
        for rows, rest in parted:
            rows += rest

    def stand_at_end(self) -> None:
        """Let new rows come behind the last one."""
        rows = self.table.rows
        self.trail = []
        while rows and self.levels[rows[-1].level].look != Look.STACKED:
            self.trail.append(rows[-1])
            rows = rows[-1].rows

    def grow(self, row: SourceRow, above: int = -1) -> None:
        """Make the rows that a row of the block asks for, on levels deeper than `above`."""
        if row.title:
            column = self.table.columns_of(row.title.level.key)[0]
            self._create(row.title.level, {column.key: row.title.text}, row.title.number)
            return
        texts = {level.key: self._texts(row, level) for level in self.table.levels[above + 1 :]}
        hosts = self._hosts(texts, row.place)
        has_rows = any(texts[key] for key in texts if self.levels[key].look == Look.ROW)
        for key, own in texts.items():
            level = self.levels[key]
            if key in row.ended:
                self._climb(level)
            if level.look == Look.MERGED and own:
                if not self._continues(level, own, row, has_rows=has_rows or bool(hosts)):
                    self._create(level, own, row.numbers.get(key))
            elif level.look == Look.ROW and (own or key in hosts):
                made = self._create(level, own, row.numbers.get(key))
                for stacked in hosts.get(key, ()):
                    self._stack(made, stacked, texts[stacked])

    def _stack(self, owner: Node, level: str, texts: dict[str, str]) -> None:
        """Make the lines of a new row's stacked cells."""
        for column, text in texts.items():
            put_lines(self.table, owner, level, column, clean(text))
            self.paste.cells.append((owner.key, column))

    def _texts(self, row: SourceRow, level: Level) -> dict[str, str]:
        return {
            column.key: row.texts[column.key]
            for column in self.table.columns_of(level.key)
            if row.texts.get(column.key, "").strip()
        }

    def _hosts(self, texts: Mapping[str, dict[str, str]], place: int) -> dict[str, list[str]]:
        """Return the stacked levels that have lines, by the level above whose rows hold them."""
        hosts: dict[str, list[str]] = {}
        host = None
        for key, own in texts.items():
            if self.levels[key].look == Look.ROW:
                host = key
            elif self.levels[key].look == Look.STACKED and own and host:
                hosts.setdefault(host, []).append(key)
            elif self.levels[key].look == Look.STACKED:
                for text in own.values():
                    self.leave_out(place, 0, text, Why.NO_CELL)
        return hosts

    def _continues(
        self, level: Level, own: dict[str, str], row: SourceRow, *, has_rows: bool
    ) -> bool:
        """Tell whether a label repeats that of the row above, for another row below it."""
        node = next((node for node in self.trail if node.level == level.key), None)
        if node is None or not has_rows:
            return False
        number = row.numbers.get(level.key)
        if number is not None and number != self._numbers.get(node.key, number):
            return False
        return all(node.cells.get(column) == text for column, text in own.items())

    def _climb(self, level: Level) -> None:
        """Leave the rows of this level and of deeper ones."""
        while self.trail and self.depth[self.trail[-1].level] >= self.depth[level.key]:
            self.trail.pop()

    def _create(self, level: Level, cells: dict[str, str], number: int | None) -> Node:
        """Make a row where the trail says and go on from it."""
        self._climb(level)
        above = self.trail[-1] if self.trail else None
        siblings = above.rows if above else self.table.rows
        node = Node(
            new_key("r"), level.key, cells={key: clean(text) for key, text in cells.items()}
        )
        self._count(node, level, siblings, number)
        self._count_of(siblings, level).take(node.key, new=True)
        siblings.append(node)
        self.trail.append(node)
        self._above[node.key] = above
        self._added.add(node.key)
        self.paste.added.append(node.key)
        self.paste.cells += [(node.key, column) for column in cells]
        self.paste.restructured = True
        return node

    def _count(self, node: Node, level: Level, siblings: list[Node], number: int | None) -> None:
        """Count a row as the source does where all rows before it are new, else automatically."""
        if number is None or not level.label:
            return
        self._numbers[node.key] = number
        before = self._count_of(siblings, level)
        last = self._counted.get(before.last, before.rows)
        if number == last + 1:
            self._counted[node.key] = number
        elif before.new:
            self._counted[node.key], node.number = number, str(number)
            self.paste.numbered += 1
        else:
            self._counted[node.key] = last + 1
            self.paste.renumbered = True

    def _count_of(self, siblings: list[Node], level: Level) -> _Count:
        """Return how far the rows that count with those of a level are; found once, then kept."""
        place = id(siblings), level.number_column or level.key
        if place not in self._counts:
            self._counts[place] = found = _Count()
            for row in siblings:
                other = self.levels[row.level]
                if (other.number_column or other.key) == place[1]:
                    found.take(row.key, new=row.key in self._added)
        return self._counts[place]

    def remove(self, node: Node) -> None:
        """Take a row away with all below it."""
        above = self._above[node.key]
        siblings = above.rows if above else self.table.rows
        del siblings[next(at for at, row in enumerate(siblings) if row is node)]
        self._counts.clear()
        self.paste.removed.append(node.key)
        self.paste.restructured = True

    def above(self, node: Node) -> Node | None:
        """Return the row above a row."""
        return self._above[node.key]
