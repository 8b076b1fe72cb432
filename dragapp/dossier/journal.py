"""Undo by SQLite's own technique: temporary triggers write down the SQL that takes a change back.

The triggers are made from the tables that the file has, so a new table is covered without a line
here. They belong to the connection and vanish with it; a migration drops them, so it comes first.
Changes made by a cascade are written down like all others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TypeAlias

from sqlite_utils import Database

from dragapp.dossier.steps import Steps

#: How a change is taken back: how the statement begins, the row, how it ends. What has no beginning
#: is a statement by itself.
Inverse: TypeAlias = tuple[str, str, str]
#: How many rows one statement may have.
_TOGETHER = 500
#: How many statements make one step.
_PER_STEP = 20


class Journal:
    """The inverse SQL of what was changed since it was last taken out."""

    def __init__(self, db: Database) -> None:
        self._db = db
        # Else a full disk could stop the writing down, and undo would wear the stick out.
        db.execute("PRAGMA temp_store = MEMORY")
        db.execute(
            "CREATE TEMP TABLE undo_log (place INTEGER PRIMARY KEY, "
            "head TEXT NOT NULL, row TEXT NOT NULL, tail TEXT NOT NULL)"
        )
        for table in db.table_names():
            for trigger in _triggers(db, table):
                db.execute(trigger)

    def take(self) -> list[Inverse]:
        """Return what takes the changes back, in the order of the changes, and forget them."""
        found = self._db.execute("SELECT head, row, tail FROM undo_log ORDER BY place").fetchall()
        if found:
            self._db.execute("DELETE FROM undo_log")
        return [(head, row, tail) for head, row, tail in found]

    def replaying(self, inverse: list[Inverse]) -> Steps[list[Inverse]]:
        """Take changes back, inside a transaction; return what takes that back in turn.

        Children may come back before their parents: foreign keys are looked at when all is done.
        """
        self._db.execute("PRAGMA defer_foreign_keys = ON")
        for number, sql in enumerate(_statements(inverse), 1):
            self._db.execute(sql)
            if number % _PER_STEP == 0:
                yield
        return self.take()


def _statements(inverse: list[Inverse]) -> Iterator[str]:
    """Yield the statements that take changes back.

    Hundreds of rows that only come or only go are put together by table, whatever their order was:
    SQLite is three times as fast with them. Rows that change keep their turn.
    """
    for kind, group in groupby(reversed(inverse), key=lambda each: each[0][:6]):
        if not kind:
            yield from (row for _, row, _ in group)
            continue
        rows: dict[tuple[str, str], list[str]] = {}
        for head, row, tail in group:
            rows.setdefault((head, tail), []).append(row)
        for (head, tail), each in rows.items():
            for start in range(0, len(each), _TOGETHER):
                yield f"{head}{','.join(each[start : start + _TOGETHER])}{tail}"


def _triggers(db: Database, table: str) -> Iterable[str]:
    columns = [column.name for column in db.table(table).columns]
    keys = db.table(table).pks
    name = _quoted(table)

    def literal(version: str, column: str) -> str:
        return f"quote({version}.{_quoted(column)})"

    def together(version: str, names: list[str]) -> str:
        return "'(' || " + " || ',' || ".join(literal(version, each) for each in names) + " || ')'"

    names, key_names = ", ".join(map(_quoted, columns)), ", ".join(map(_quoted, keys))
    changed = " OR ".join(f"old.{_quoted(c)} IS NOT new.{_quoted(c)}" for c in columns)
    sets = " || ".join(
        f"CASE WHEN old.{_quoted(c)} IS NOT new.{_quoted(c)} "
        f"THEN {_text(f', {_quoted(c)} = ')} || {literal('old', c)} ELSE '' END"
        for c in columns
    )
    insert = _text(f"INSERT INTO {name} ({names}) VALUES ")
    yield _trigger(table, "BEFORE DELETE", "", f"{insert}, {together('old', columns)}, ''")
    # Without the inner SELECT, SQLite would look through the whole table.
    found = ", ".join(f"column{number}" for number in range(1, len(keys) + 1))
    listed = f" WHERE ({key_names}) IN (SELECT {found} FROM (VALUES "
    row = together("new", keys)
    delete = f"{_text(f'DELETE FROM {name}{listed}')}, {row}, '))'"
    yield _trigger(table, "AFTER INSERT", "", delete)
    update = f"{_text(f'UPDATE {name} SET ')} || substr({sets}, 3) || {_text(listed)} || {row}"
    yield _trigger(table, "AFTER UPDATE", f"WHEN {changed}", f"'', {update} || '))', ''")


def _trigger(table: str, event: str, when: str, inverse: str) -> str:
    name = _quoted(f"undo_{table}_{event.split()[1].lower()}")
    return (
        f"CREATE TEMP TRIGGER {name} {event} ON main.{_quoted(table)} {when} "
        f"BEGIN INSERT INTO undo_log (head, row, tail) VALUES ({inverse}); END"
    )


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _text(sql: str) -> str:
    return "'" + sql.replace("'", "''") + "'"
