"""The tables of one version of the dossier, empty: the measure for what is found."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence

from sqlite_utils import Database

from dragapp.dossier import schema
from dragapp.dossier.salvage.shape import Column, Shape, Value, shape


class Model:
    """The empty tables of one version: what rows look like, and what they may hold."""

    def __init__(self, version: int) -> None:
        self.version = version
        self.db = Database(memory=True, execute_plugins=False)
        counts: dict[str, set[int]] = {}
        for step in range(version):
            schema.migrate(self.db, step, step + 1)
            # A row is stored with the columns that its table had then.
            for table in self.db.table_names():
                counts.setdefault(table, set()).add(len(self._columns(table)))
        self.db.execute("BEGIN")
        self.shapes: dict[str, Shape] = {}
        for table in self.db.table_names():
            self.db.execute(f'DELETE FROM "{table}"')
            indexed = "WITHOUT ROWID" in self.sql(table).upper()
            self.shapes[table] = shape(table, self._columns(table), indexed, counts[table])

    def close(self) -> None:
        """Give the tables up."""
        self.db.close()

    def holds(self, table: str, rows: Sequence[Mapping[str, Value]]) -> bool:
        """Tell whether the table can hold all of these rows together, each as it is."""
        if not rows:
            return True
        values = [list(row.values()) for row in rows]
        try:
            # In memory, and taken back at once.
            self.db.conn.executemany(_insertion(table, rows[0]), values)
        except (sqlite3.Error, OverflowError):
            return False
        finally:
            self.db.execute(f'DELETE FROM "{table}"')
        return True

    def fault(self, table: str, row: Mapping[str, Value]) -> str | None:
        """Return why the table cannot hold a row, as SQLite says it; None where it can."""
        try:
            self.db.execute(_insertion(table, row), list(row.values()))
        except (sqlite3.Error, OverflowError) as error:
            return str(error)
        self.db.execute(f'DELETE FROM "{table}"')
        return None

    def keys(self, table: str) -> list[str]:
        """Return the columns by which a table knows its rows."""
        return self.db.table(table).pks

    def references(self, table: str) -> list[tuple[str, str, str]]:
        """Return the columns that refer by themselves to a table, with that table's column."""
        found = self.db.execute(f'PRAGMA foreign_key_list("{table}")').fetchall()
        groups = [each[0] for each in found]
        return [
            (column, target, other)
            for group, _, target, column, other, *_ in found
            if groups.count(group) == 1
        ]

    def may_be_empty(self, table: str, column: str) -> bool:
        """Tell whether a column may hold nothing."""
        return any(each.name == column and each.nullable for each in self.shapes[table].columns)

    def sql(self, table: str) -> str:
        """Return the statement that makes a table."""
        found = self.db.execute("SELECT sql FROM sqlite_schema WHERE name = ?", [table]).fetchone()
        return str(found[0])

    def _columns(self, table: str) -> list[Column]:
        found = self.db.execute(f'PRAGMA table_info("{table}")').fetchall()
        indexed = "WITHOUT ROWID" in self.sql(table).upper()
        columns = []
        for _, name, kind, needed, default, key in sorted(
            found, key=lambda each: (each[5] or len(found)) if indexed else each[0]
        ):
            alone = sum(bool(each[5]) for each in found) == 1
            is_id = bool(key) and alone and kind == "INTEGER" and not indexed
            value = default and self.db.execute(f"SELECT {default}").fetchone()[0]
            columns.append(Column(name, kind, not needed and not key, is_id, value))
        return columns


def _insertion(table: str, row: Mapping[str, Value]) -> str:
    names = ", ".join(f'"{name}"' for name in row)
    return f'INSERT INTO "{table}" ({names}) VALUES ({", ".join("?" * len(row))})'


class Models:
    """The tables of each version, made once."""

    def __init__(self) -> None:
        self._made: dict[int, Model] = {}

    def of(self, version: int) -> Model:
        """Return the tables of a version."""
        if version not in self._made:
            self._made[version] = Model(version)
        return self._made[version]

    def close(self) -> None:
        """Give all of them up."""
        for model in self._made.values():
            model.close()
