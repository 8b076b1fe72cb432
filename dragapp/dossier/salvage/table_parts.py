"""Levels, columns, rows and cells: what has lost its table's other parts finds them again.

A part that several others refer to is made anew, so that the table keeps its form; what one alone
refers to is more likely an error of that one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from dragapp.dossier.salvage.order import number_siblings
from dragapp.dossier.salvage.rows import Loose, Rows, after, integer, most, position
from dragapp.dossier.salvage.shape import Row
from dragapp.plan.column import ColumnKind
from dragapp.plan.outline import Look

LEVEL_NAME, COLUMN_TITLE = "Nivel recuperat", "Coloană recuperată"
_RANKS = [str(look) for look in (Look.BANNER, Look.MERGED, Look.ROW, Look.STACKED)]


def vote_sections(rows: Rows) -> None:
    """Let each row and column be in the section that most of what belongs to it is in."""
    parts = rows.parts
    sections, levels, columns, nodes = (parts[n] for n in ("section", "level", "column", "node"))
    of_node, of_column = _cells_by(rows, "node"), _cells_by(rows, "column")
    homes = {number: integer(row, "section") for number, row in columns.items()}
    for number, row in nodes.items():
        around = (levels.get(integer(row, "level") or 0), nodes.get(integer(row, "parent") or 0))
        votes = [integer(row, "section"), *(integer(each, "section") for each in around)]
        votes += [homes.get(integer(cell, "column") or 0) for cell in of_node[number]]
        rows.move(row, "section", most(votes, sections) or integer(row, "section"))
    for number, row in columns.items():
        level = levels.get(integer(row, "level") or 0)
        votes = [homes[number], integer(level, "section")]
        cells = of_column[number]
        votes += [integer(nodes.get(integer(cell, "node") or 0), "section") for cell in cells]
        rows.move(row, "section", most(votes, sections) or homes[number])


def settle_tables(rows: Rows) -> None:
    """See that levels, columns, rows and cells of each table fit together."""
    _Tables(rows).settle()


def _cells_by(rows: Rows, name: str) -> dict[int, list[Row]]:
    cells: dict[int, list[Row]] = defaultdict(list)
    for cell in rows.others["cell"]:
        cells[integer(cell, name) or 0].append(cell)
    return cells


class _Tables:
    def __init__(self, rows: Rows) -> None:
        self.rows = rows
        self.levels, self.columns = rows.parts["level"], rows.parts["column"]
        self.nodes = rows.parts["node"]
        self.of_node, self.of_column = _cells_by(rows, "node"), _cells_by(rows, "column")

    def settle(self) -> None:
        self._make_levels()
        for number, row in self.columns.items():
            cells = self.of_column[number]
            self._fit_level(row, (self.nodes.get(integer(c, "node") or 0) for c in cells))
        for number, row in self.nodes.items():
            cells = self.of_node[number]
            self._fit_level(row, (self.columns.get(integer(c, "column") or 0) for c in cells))
        number_siblings(self.rows, "level")
        self._make_nodes()
        self._make_columns()
        self._fit_looks()
        self._settle_parents()
        self._settle_cells()

    def _of_section(self, part: dict[int, Row], section: int | None) -> dict[int, Row]:
        return {number: row for number, row in part.items() if row["section"] == section}

    def _make_levels(self) -> None:
        asked: dict[int, list[int | None]] = defaultdict(list)
        for row in (*self.columns.values(), *self.nodes.values()):
            asked[integer(row, "level") or 0].append(integer(row, "section"))
        for level in sorted(asked.keys() - self.levels.keys()):
            section = Counter(asked[level]).most_common(1)[0][0]
            if level and (len(asked[level]) > 1 or not self._of_section(self.levels, section)):
                self._make_level(level, section)

    def _make_level(self, number: int, section: int | None) -> int:
        siblings = self._of_section(self.levels, section).values()
        place = after(siblings, number or self.rows.fresh("level"))
        made = self.rows.make(
            "level", number, section=section, name=LEVEL_NAME, look="", position=place
        )
        return integer(made, "id") or 0

    def _fit_level(self, row: Row, other: Iterable[Row | None]) -> None:
        """Let a column or a row be on a level of its own table."""
        section = integer(row, "section")
        own = self._of_section(self.levels, section)
        if integer(row, "level") in own:
            return
        level = most([integer(each, "level") for each in other], own)
        if level is None and own:
            level = max(own, key=lambda number: position(own[number]))
        self.rows.move(row, "level", level or self._make_level(0, section))

    def _make_nodes(self) -> None:
        """Make the lost rows of which there are cells, each under the row that it came after."""
        for number in sorted(self.of_node.keys() - self.nodes.keys()):
            columns = [self.columns.get(integer(c, "column") or 0) for c in self.of_node[number]]
            level = self.levels.get(most([integer(c, "level") for c in columns], self.levels) or 0)
            if level is None or number <= 0:
                continue
            section = integer(level, "section")
            plan = self.rows.parts["section"][section or 0]["plan"]
            own = self._of_section(self.nodes, section)
            older = max((each for each in own if each < number), default=0)
            above = own.get(older)
            while above is not None and not self._deeper(level, above):
                above = own.get(integer(above, "parent") or 0)
            parent = integer(above, "id")
            siblings = [row for row in own.values() if row["parent"] == parent]
            place = after(siblings, number)
            self.rows.make(
                "node", number, plan=plan, section=section, parent=parent, level=level["id"],
                position=place, number=None,
            )  # fmt: skip

    def _deeper(self, level: Row, above: Row) -> bool:
        upper = self.levels.get(integer(above, "level") or 0)
        return upper is not None and position(upper) < position(level)

    def _make_columns(self) -> None:
        """Make the lost columns of which there are cells, and one for a level that has none."""
        for number in sorted(self.of_column.keys() - self.columns.keys()):
            found = [self.nodes.get(integer(c, "node") or 0) for c in self.of_column[number]]
            level = self.levels.get(most([integer(n, "level") for n in found], self.levels) or 0)
            if level is not None and number > 0 and len(found) > 1:
                self._make_column(number, level)
        owned = {row["level"] for row in self.columns.values() if _holds_text(row)}
        for number, level in self.levels.items():
            if number not in owned:
                self._make_column(0, level)

    def _make_column(self, number: int, level: Row) -> None:
        siblings = self._of_section(self.columns, integer(level, "section")).values()
        self.rows.make(
            "column", number, section=level["section"], level=level["id"], title=COLUMN_TITLE,
            kind="text", align="auto", printed=1,
            position=after(siblings, number or self.rows.fresh("column")),
        )  # fmt: skip

    def _fit_looks(self) -> None:
        """See that looks follow one another as they may, and that a banner has one column."""
        tables: dict[object, list[Row]] = defaultdict(list)
        for row in self.levels.values():
            tables[row["section"]].append(row)
        keys = {
            (row["section"], row["key"]): row["kind"] for row in self.columns.values()
        }  # fmt: skip
        count = Counter(row["level"] for row in self.columns.values() if _holds_text(row))
        for levels in tables.values():
            levels.sort(key=position)
            least = 0
            for place, row in enumerate(levels):
                last = place == len(levels) - 1
                rank = _RANKS.index(str(row["look"]) or (Look.ROW if last else Look.MERGED))
                if rank == 0 and (last or count[row["id"]] > 1):
                    rank = 2 if last else 1
                least = max(least, rank)
                self._set(row, "look", _RANKS[least])
                named = keys.get((row["section"], row.get("number_column", "")))
                if named != ColumnKind.NUMBER_LABEL:
                    self._set(row, "number_column", "")

    def _set(self, row: Row, name: str, value: str) -> None:
        self.rows.mended += bool(row.get(name)) and row[name] != value
        row[name] = value

    def _settle_parents(self) -> None:
        for row in self.nodes.values():
            parent = integer(row, "parent")
            if parent is None:
                continue
            above = self.nodes.get(parent)
            level = self.levels[integer(row, "level") or 0]
            if (
                above is None
                or above["section"] != row["section"]
                or not self._deeper(level, above)
            ):
                self.rows.move(row, "parent", None)

    def _settle_cells(self) -> None:
        kept: dict[tuple[object, object], Row] = {}
        for cell in self.rows.others["cell"]:
            node = self.nodes.get(integer(cell, "node") or 0)
            column = self.columns.get(integer(cell, "column") or 0)
            key = cell["node"], cell["column"]
            if node and column and node["level"] == column["level"] and key not in kept:
                kept[key] = cell
            elif kept.get(key) != cell:
                home = integer(node or column, "section")
                self.rows.loose.append(Loose(str(cell["text"]), home))
        self.rows.others["cell"] = list(kept.values())


def _holds_text(column: Row) -> bool:
    return column["kind"] != ColumnKind.NUMBER_LABEL
