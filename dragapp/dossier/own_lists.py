"""The office's own lists out of the dossier and into it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from dragapp.dossier import row
from dragapp.dossier.row import insert, update
from dragapp.plan.acts import Act
from dragapp.plan.distinct import distinct
from dragapp.plan.own_lists import KEYS, OwnCode, OwnLists


@dataclass(frozen=True, slots=True)
class _Name:
    """A text of one of the lists that are nothing but texts."""

    list: str
    text: str


def _key(name: _Name) -> Hashable:
    return name.list, KEYS[name.list](name.text)


_CODE, _ACT, _NAME = row.Shape(OwnCode), row.Shape(Act), row.Shape(_Name)
_NAMES = ("parties", "funding", "words")


def read_own_lists(db: Database) -> OwnLists:
    """Return the lists, each in the order in which things were added."""
    lists = OwnLists()
    lists.codes = [own for _, own in _stored(db, "own_code", _CODE)]
    lists.acts = [own for _, own in _stored(db, "own_act", _ACT)]
    for _, own in _stored(db, "own_name", _NAME):
        getattr(lists, own.list).append(own.text)
    return lists


def write_own_lists(db: Database, lists: OwnLists) -> bool:
    """Make the stored lists those given; tell whether anything was written.

    A thing that is there already keeps its row; new ones come behind the others.
    """
    names = [_Name(name, text) for name in _NAMES for text in getattr(lists, name)]
    return any(
        [
            _write(db, "own_code", _CODE, lists.codes, KEYS["codes"]),
            _write(db, "own_act", _ACT, lists.acts, KEYS["acts"]),
            _write(db, "own_name", _NAME, names, _key),
        ]
    )


def _stored(db: Database, table: str, shape: row.Shape[Any]) -> list[tuple[int, Any]]:
    found = db.execute(f"SELECT id, {shape.columns} FROM {table} ORDER BY id")
    return [(row_id, shape.made(values)) for row_id, *values in found.fetchall()]


def _write(
    db: Database,
    table: str,
    shape: row.Shape[Any],
    wanted: Iterable[Any],
    key: Callable[[Any], Hashable],
) -> bool:
    known = {key(own): (row_id, own) for row_id, own in _stored(db, table, shape)}
    written = False
    for own in distinct(wanted, key):
        row_id, stored = known.pop(key(own), (0, None))
        if stored == own:
            continue
        if stored is None:
            insert(db, table, shape.row(own))
        else:
            update(db, table, row_id, shape.row(own))
        written = True
    for row_id, _ in known.values():
        db.execute(f"DELETE FROM {table} WHERE id = ?", [row_id])
        written = True
    return written
