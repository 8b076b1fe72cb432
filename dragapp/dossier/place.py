"""Places among siblings: they count 0, 1, 2, … without gaps."""

from __future__ import annotations

from collections.abc import Mapping

from sqlite_utils import Database


def make_room(
    db: Database, table: str, scope: Mapping[str, int | None], position: int, *, moved: int = 0
) -> int:
    """Move siblings down for a newcomer and return its place, at most after the last of them.

    `scope` names the columns that make siblings, such as the parent. `moved` is the newcomer's id
    where it may stand among them already, its old gap closed.
    """
    where, values = _where(scope)
    where, values = f"{where} AND id <> ?", [*values, moved]
    count = db.execute(f"SELECT count(*) FROM {table} WHERE {where}", values).fetchone()[0]
    place = max(0, min(position, count))
    if place < count:
        db.execute(
            f"UPDATE {table} SET position = position + 1 WHERE {where} AND position >= ?",
            [*values, place],
        )
    return int(place)


def close_gap(db: Database, table: str, scope: Mapping[str, int | None], position: int) -> None:
    """Move siblings up after one has left its place, or is about to."""
    where, values = _where(scope)
    db.execute(
        f"UPDATE {table} SET position = position - 1 WHERE {where} AND position > ?",
        [*values, position],
    )


def _where(scope: Mapping[str, int | None]) -> tuple[str, list[int | None]]:
    return " AND ".join(f"{name} IS ?" for name in scope), list(scope.values())
