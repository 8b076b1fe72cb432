"""Places among siblings: they count 0, 1, 2, … without gaps.

A scope names the columns that make rows siblings, such as the parent, with their values.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from sqlite_utils import Database

from dragapp.dossier.row import update

Scope: TypeAlias = Mapping[str, int | None]


def make_room(db: Database, table: str, scope: Scope, position: int) -> int:
    """Move siblings down for a newcomer and return its place, at most after the last of them."""
    where, values = _where(scope)
    count = db.execute(f"SELECT count(*) FROM {table} WHERE {where}", values).fetchone()[0]
    place = max(0, min(position, count))
    db.execute(
        f"UPDATE {table} SET position = position + 1 WHERE {where} AND position >= ?",
        [*values, place],
    )
    return int(place)


def move(db: Database, table: str, row_id: int, scope: Scope, position: int) -> bool:
    """Move a row among the siblings of a scope, to the place it has afterwards.

    Tell whether it stood elsewhere.
    """
    names = ", ".join(scope)
    *values, old_place = db.execute(
        f"SELECT {names}, position FROM {table} WHERE id = ?", [row_id]
    ).fetchone()
    old_scope = dict(zip(scope, values, strict=True))
    where, wanted = _where(scope)
    count = db.execute(
        f"SELECT count(*) FROM {table} WHERE {where} AND id <> ?", [*wanted, row_id]
    ).fetchone()[0]
    place = max(0, min(position, count))
    if old_scope == scope and place == old_place:
        return False
    close_gap(db, table, old_scope, old_place)
    db.execute(
        f"UPDATE {table} SET position = position + 1 WHERE {where} AND position >= ? AND id <> ?",
        [*wanted, place, row_id],
    )
    update(db, table, row_id, {**scope, "position": place})
    return True


def close_gap(db: Database, table: str, scope: Scope, position: int) -> None:
    """Move siblings up after one has left its place, or is about to."""
    where, values = _where(scope)
    db.execute(
        f"UPDATE {table} SET position = position - 1 WHERE {where} AND position > ?",
        [*values, position],
    )


def _where(scope: Scope) -> tuple[str, list[int | None]]:
    return " AND ".join(f"{name} IS ?" for name in scope), list(scope.values())
