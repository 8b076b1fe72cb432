"""Undo by SQLite's own technique: temporary triggers write down the SQL that takes a change back.

The triggers are made from the tables that the file has, so a new table is covered without a line
here. They belong to the connection and vanish with it; a migration drops them, so it comes first.
Changes made by a cascade are written down like all others.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlite_utils import Database


class Journal:
    """The inverse SQL of what was changed since it was last taken out."""

    def __init__(self, db: Database) -> None:
        self._db = db
        # Else a full disk could stop the writing down, and undo would wear the stick out.
        db.execute("PRAGMA temp_store = MEMORY")
        db.execute("CREATE TEMP TABLE undo_log (place INTEGER PRIMARY KEY, sql TEXT NOT NULL)")
        for table in db.table_names():
            for trigger in _triggers(db, table):
                db.execute(trigger)

    def take(self) -> list[str]:
        """Return the inverse statements in the order of the changes and forget them."""
        found = self._db.execute("SELECT sql FROM undo_log ORDER BY place").fetchall()
        if found:
            self._db.execute("DELETE FROM undo_log")
        return [sql for (sql,) in found]

    def replay(self, inverse: list[str]) -> list[str]:
        """Take changes back, inside a transaction; return what takes that back in turn.

        Children may come back before their parents: foreign keys are looked at when all is done.
        """
        self._db.execute("PRAGMA defer_foreign_keys = ON")
        for sql in reversed(inverse):
            self._db.execute(sql)
        return self.take()


def _triggers(db: Database, table: str) -> Iterable[str]:
    columns = [column.name for column in db.table(table).columns]
    keys = db.table(table).pks
    name = _quoted(table)

    def literal(version: str, column: str) -> str:
        return f"quote({version}.{_quoted(column)})"

    def that_row(version: str) -> str:
        parts = (_text(f"{_quoted(key)} = ") + f" || {literal(version, key)}" for key in keys)
        return " || ' AND ' || ".join(parts)

    old = " || ',' || ".join(literal("old", column) for column in columns)
    names = ", ".join(map(_quoted, columns))
    changed = " OR ".join(f"old.{_quoted(c)} IS NOT new.{_quoted(c)}" for c in columns)
    sets = " || ".join(
        f"CASE WHEN old.{_quoted(c)} IS NOT new.{_quoted(c)} "
        f"THEN {_text(f', {_quoted(c)} = ')} || {literal('old', c)} ELSE '' END"
        for c in columns
    )
    yield _trigger(
        table,
        "BEFORE DELETE",
        "",
        f"{_text(f'INSERT INTO {name} ({names}) VALUES (')} || {old} || ')'",
    )
    yield _trigger(
        table, "AFTER INSERT", "", f"{_text(f'DELETE FROM {name} WHERE ')} || {that_row('new')}"
    )
    yield _trigger(
        table,
        "AFTER UPDATE",
        f"WHEN {changed}",
        f"{_text(f'UPDATE {name} SET ')} || substr({sets}, 3) || ' WHERE ' || {that_row('new')}",
    )


def _trigger(table: str, event: str, when: str, inverse: str) -> str:
    name = _quoted(f"undo_{table}_{event.split()[1].lower()}")
    return (
        f"CREATE TEMP TRIGGER {name} {event} ON main.{_quoted(table)} {when} "
        f"BEGIN INSERT INTO undo_log (sql) VALUES ({inverse}); END"
    )


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _text(sql: str) -> str:
    return "'" + sql.replace("'", "''") + "'"
