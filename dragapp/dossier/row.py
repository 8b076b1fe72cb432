"""Dataclasses of the plan as rows of a table: values on their way in and out, and two statements.

Every text passes `plan.text.clean` here, and only here, before it is stored.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields
from enum import StrEnum
from typing import Any, Generic, TypeAlias, TypeVar, get_args, get_type_hints

from sqlite_utils import Database

from dragapp.plan.column import Column
from dragapp.plan.outline import Level, Node
from dragapp.plan.plan import AnnexHeader, Decision, Institution, Paper, Plan
from dragapp.plan.printing import Printing
from dragapp.plan.rich import RichText, from_json, rich, to_json
from dragapp.plan.section import Paragraph, Section
from dragapp.plan.text import clean

Value: TypeAlias = str | int | None
_T = TypeVar("_T")


class Shape(Generic[_T]):
    """The scalar fields of a dataclass, each a table's column of the same name after `prefix`."""

    def __init__(self, kind: type[_T], *, prefix: str = "", without: tuple[str, ...] = ()) -> None:
        hints = get_type_hints(kind)
        every = [spec.name for spec in fields(kind)]  # type: ignore[arg-type]
        self.kind, self.prefix = kind, prefix
        self.hints = {
            name: hints[name]
            for name in every
            if name != "id" and name not in without and _is_scalar(hints[name])
        }
        self.columns = ", ".join(f'"{prefix}{name}"' for name in self.hints)

    def row(self, thing: _T) -> dict[str, Value]:
        """Return a thing's fields as they are stored."""
        return self.named({name: getattr(thing, name) for name in self.hints})

    def named(self, values: Mapping[str, Any]) -> dict[str, Value]:
        """Return some fields as they are stored; raise TypeError for an unknown one."""
        for name in values:
            if name not in self.hints:
                raise TypeError(f"{self.kind.__name__} has no stored field {name!r}")
        return {self.prefix + name: store(self.hints[name], values[name]) for name in values}

    def fields(self, values: Sequence[Any]) -> dict[str, Any]:
        """Return the fields that stored values, in the order of `columns`, stand for."""
        return {
            name: _load(hint, value)
            for (name, hint), value in zip(self.hints.items(), values, strict=True)
        }

    def made(self, values: Sequence[Any]) -> _T:
        """Return a thing of the stored values."""
        return self.kind(**self.fields(values))


def _is_scalar(hint: Any) -> bool:
    if hint == RichText or hint in (str, int, bool) or get_args(hint) == (str, type(None)):
        return True
    return isinstance(hint, type) and issubclass(hint, StrEnum)


def store(hint: Any, value: Any) -> Value:
    """Return a field's value as it is stored; raise ValueError or TypeError for a wrong one."""
    if hint == RichText:
        return json.dumps(to_json(rich(*value)), ensure_ascii=False)
    if hint is bool:
        return int(bool(value))
    if hint is int:
        return int(value)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return str(hint(value).value)
    return None if value is None and hint is not str else clean(value)


def _load(hint: Any, value: Any) -> Any:
    if hint == RichText:
        return from_json(json.loads(value))
    if hint is bool:
        return bool(value)
    return hint(value) if isinstance(hint, type) and issubclass(hint, StrEnum) else value


INSTITUTION = Shape(Institution)
PLAN = Shape(Plan)
PLAN_INSTITUTION = Shape(Institution, prefix="inst_")
PLAN_HEADER = Shape(AnnexHeader, prefix="header_")
PLAN_DECISION = Shape(Decision, prefix="decision_")
PLAN_PRINTING = Shape(Printing, prefix="print_")
PAPER = Shape(Paper)
SECTION = Shape(Section)
PARAGRAPH = Shape(Paragraph)
LEVEL = Shape(Level)
COLUMN = Shape(Column, without=("level",))
NODE = Shape(Node, without=("key", "level"))


def insert(db: Database, table: str, values: Mapping[str, Value]) -> int:
    """Add a row and return its id."""
    names = ", ".join(f'"{name}"' for name in values)
    marks = ", ".join("?" * len(values))
    made = db.execute(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', list(values.values()))
    return int(made.lastrowid or 0)


def update(db: Database, table: str, row_id: int, values: Mapping[str, Value]) -> None:
    """Change a row; raise LookupError where there is none."""
    if not values:
        return
    pairs = ", ".join(f'"{name}" = ?' for name in values)
    done = db.execute(f'UPDATE "{table}" SET {pairs} WHERE id = ?', [*values.values(), row_id])
    if done.rowcount != 1:
        raise LookupError(f"no {table} {row_id}")
