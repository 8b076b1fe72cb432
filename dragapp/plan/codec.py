"""Plans as plain dictionaries, the shape that form files (TOML) and plan files (JSON) share.

Reading is strict: an unknown key, a wrong type or a broken reference raises `ShapeError`, which
names the section and the part. Writing leaves out what has its default value, so that a file
stays short and reading it back gives the same plan.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from dragapp.plan.column import Column, ColumnKind
from dragapp.plan.keys import new_key
from dragapp.plan.outline import Look, Node, Table
from dragapp.plan.plan import HEADER_STATES, PAPER_KINDS, AnnexHeader, Institution, Paper, Plan
from dragapp.plan.printing import Printing, is_picture
from dragapp.plan.rich import RichText, from_json, to_json
from dragapp.plan.section import Paragraph, Section
from dragapp.plan.text import clean
from dragapp.plan.wording import UAT_KINDS

_T = TypeVar("_T")
#: So deep may sections stand in one another, and rows: far more than a plan on paper can show.
DEEPEST = 40
#: So many letters of a value are said in a message.
_LONGEST = 57


class ShapeError(ValueError):
    """A dictionary is not of the expected shape: at which place, and what is wrong there."""

    def __init__(self, place: str, fault: str) -> None:
        super().__init__(f"{place}: {fault}" if place else fault)


#: The types of the dataclasses' fields: slow to find out for each row anew.
_hints: Callable[[Any], dict[str, Any]] = cache(get_type_hints)


def _inside(place: str, name: str) -> str:
    """Return the place of a part of what is at a place; the whole file's place is empty."""
    return f"{place}, {name}" if place else name


def _default(spec: Field[Any]) -> object:
    if spec.default is not MISSING:
        return spec.default
    return spec.default_factory() if spec.default_factory is not MISSING else MISSING


def encode(thing: Any) -> dict[str, Any]:
    """Write a dataclass of the plan as a dictionary."""
    written: dict[str, Any] = {}
    hints = _hints(type(thing))
    for spec in fields(thing):
        value = getattr(thing, spec.name)
        if spec.name == "id" or value == _default(spec):
            continue
        written[spec.name] = to_json(value) if hints[spec.name] == RichText else _plain(value)
    return written


def _plain(value: Any) -> Any:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return dict(value)
    return encode(value) if is_dataclass(value) else value


def decode(kind: type[_T], value: object, place: str) -> _T:
    """Read a dataclass of the plan from a dictionary; raise ShapeError where it does not fit."""
    if kind is Paragraph and isinstance(value, str):
        value = {"text": value}
    if not isinstance(value, dict):
        raise ShapeError(place, f"se aștepta un obiect, nu {briefly(value)}")
    hints = _hints(kind)
    known = {spec.name: spec for spec in fields(kind) if spec.name != "id"}  # type: ignore[arg-type]
    for name in value:
        if name not in known:
            raise ShapeError(place, f"cheia {briefly(name)} nu este cunoscută")
    read: dict[str, Any] = {}
    for name, spec in known.items():
        if name in value:
            read[name] = _read(hints[name], value[name], _inside(place, name))
        elif kind is Node and name == "key":
            read[name] = new_key("r")
        elif _default(spec) is MISSING:
            raise ShapeError(place, f"lipsește cheia „{name}”")
    made = kind(**read)
    check = _CHECKS.get(kind)
    if check:
        check(made, place)
    return made


def _read(hint: Any, value: object, place: str) -> Any:
    if hint == RichText:
        return _rich(value, place)
    options = get_args(hint)
    if type(None) in options:
        return None if value is None else _read(options[0], value, place)
    if get_origin(hint) is list:
        return _list(options[0], value, place)
    if get_origin(hint) is dict:
        return _cells(value, place)
    if isinstance(hint, type) and is_dataclass(hint):
        return decode(hint, value, place)
    if issubclass(hint, StrEnum):
        _among(place, value, list(hint))
        return hint(value)
    if type(value) is not hint:
        names = {str: "un text", int: "un număr întreg", bool: "true sau false"}
        raise ShapeError(place, f"se aștepta {names[hint]}, nu {briefly(value)}")
    return clean(value) if isinstance(value, str) else value


def _rich(value: object, place: str) -> RichText:
    try:
        return from_json(value)
    except ValueError as error:
        raise ShapeError(place, str(error)) from None


def _list(kind: type[_T], value: object, place: str) -> list[_T]:
    """Read a list of things; a message names one by its key, or by its number from 1 on."""
    if not isinstance(value, list):
        raise ShapeError(place, f"se aștepta o listă, nu {briefly(value)}")
    read: list[_T] = []
    for number, item in enumerate(value, 1):
        if kind is str:
            read.append(_read(str, item, f"{place} [{number}]"))
            continue
        key = item.get("key") if isinstance(item, dict) else None
        name = briefly(key) if isinstance(key, str) and key else f"[{number}]"
        read.append(decode(kind, item, f"{place} {name}"))
    return read


def _cells(value: object, place: str) -> dict[str, str]:
    if not isinstance(value, dict):
        raise ShapeError(place, f"se aștepta un obiect, nu {briefly(value)}")
    cells: dict[str, str] = {}
    for column, text in value.items():
        if not isinstance(text, str):
            raise ShapeError(
                _inside(place, briefly(column)), f"se aștepta un text, nu {briefly(text)}"
            )
        if cleaned := clean(text):
            cells[column] = cleaned
    return cells


def briefly(value: object) -> str:
    """Say a value of a file in a message: on one line, short, and never as Python writes it."""
    if isinstance(value, dict | list):
        return "un obiect" if isinstance(value, dict) else "o listă"
    if value is None or isinstance(value, bool):
        return "null" if value is None else str(value).lower()
    text = " ".join(clean(str(value)).split())
    if len(text) > _LONGEST:
        text = text[: _LONGEST - 1] + "…"
    return f"„{text}”" if isinstance(value, str) else text


def _check_table(table: Table, place: str) -> None:
    """See that levels, columns and rows fit together, so that no code after this needs to ask."""
    levels = {level.key: level for level in table.levels}
    columns = {column.key: column for column in table.columns}
    if not levels or not columns:
        raise ShapeError(place, "un tabel are cel puțin un nivel și o coloană")
    if len(table.levels) > DEEPEST:
        raise ShapeError(_inside(place, "levels"), "sunt prea multe niveluri")
    if all(level.look == Look.BANNER for level in table.levels):
        raise ShapeError(_inside(place, "levels"), "sub bannere trebuie un nivel de alt fel")
    _unique([level.key for level in table.levels], _inside(place, "levels"))
    _unique([column.key for column in table.columns], _inside(place, "columns"))
    for column in table.columns:
        if column.level not in levels:
            fault = f"nivelul {briefly(column.level)} nu există în tabel"
            raise ShapeError(_inside(place, f"columns {briefly(column.key)}"), fault)
        if column.unit not in ("", "lei", "mii lei"):
            fault = f"unitatea {briefly(column.unit)} nu este „lei” sau „mii lei”"
            raise ShapeError(_inside(place, f"columns {briefly(column.key)}"), fault)
    _check_levels(table, columns, place)
    depth = {level.key: number for number, level in enumerate(table.levels)}

    def check_rows(rows: list[Node], above: int) -> None:
        for row in rows:
            where = _inside(place, f"rows {briefly(row.key)}")
            if depth.get(row.level, -1) <= above:
                raise ShapeError(where, f"nivelul {briefly(row.level)} nu poate sta aici")
            for key in row.cells:
                if key not in columns or columns[key].level != row.level:
                    raise ShapeError(
                        where, f"coloana {briefly(key)} nu este a nivelului {briefly(row.level)}"
                    )
            check_rows(row.rows, depth[row.level])

    check_rows(table.rows, -1)


def _check_levels(table: Table, columns: dict[str, Column], place: str) -> None:
    order = [Look.BANNER, Look.MERGED, Look.ROW, Look.STACKED]
    ranks = [order.index(level.look) for level in table.levels]
    if ranks != sorted(ranks):
        fault = "ordinea nivelurilor: banner, merged, row, stacked"
        raise ShapeError(_inside(place, "levels"), fault)
    for level in table.levels:
        where = _inside(place, f"levels {briefly(level.key)}")
        own = table.columns_of(level.key)
        if not own or (level.look == Look.BANNER and len(own) > 1):
            raise ShapeError(where, "un banner are o singură coloană, alt nivel cel puțin una")
        number = columns.get(level.number_column)
        if level.number_column and (number is None or number.kind != ColumnKind.NUMBER_LABEL):
            raise ShapeError(where, f"{briefly(level.number_column)} nu este o coloană de numere")


def _unique(keys: list[str], place: str) -> None:
    for key in keys:
        if not key or keys.count(key) > 1:
            raise ShapeError(place, f"cheia {briefly(key)} lipsește sau apare de două ori")


def check_keys(sections: list[Section]) -> None:
    """See that sections and rows have keys of their own in the whole plan.

    Sections that stand in one another too deep are refused as well.
    """
    _check_depth(sections, 1)
    every = [section for top in sections for section in top.walk()]
    _unique([section.key for section in every], "sections")
    seen: set[str] = set()
    for section in every:
        for row in section.table.walk() if section.table else ():
            if not row.key or row.key in seen:
                fault = f"cheia rândului {briefly(row.key)} lipsește sau apare de două ori"
                raise ShapeError(f"sections {briefly(section.key)}", fault)
            seen.add(row.key)


def _among(place: str, value: object, allowed: Collection[str]) -> None:
    if value not in allowed:
        fault = f"valoarea {briefly(value)} nu este una dintre: {', '.join(allowed)}"
        raise ShapeError(place, fault)


def _between(place: str, value: int, least: int, most: int) -> None:
    if not least <= value <= most:
        fault = f"numărul {briefly(value)} nu este între {least} și {most}"
        raise ShapeError(place, fault)


def _check_printing(printing: Printing, place: str) -> None:
    if not is_picture(printing.arms):
        raise ShapeError(_inside(place, "arms"), "nu este o imagine PNG scrisă în base64")


def _check_plan(plan: Plan, place: str) -> None:
    _between(_inside(place, "year"), plan.year, 1, 9999)
    _between(_inside(place, "revision"), plan.revision, 0, 9999)


def _check_depth(sections: list[Section], depth: int) -> None:
    for section in sections:
        if depth > DEEPEST:
            raise ShapeError(f"sections {briefly(section.key)}", "sunt prea multe niveluri")
        _check_depth(section.sections, depth + 1)


_CHECKS: dict[type, Callable[[Any, str], None]] = {
    Table: _check_table,
    Plan: _check_plan,
    Paper: lambda paper, place: _among(_inside(place, "kind"), paper.kind, PAPER_KINDS),
    Institution: lambda who, place: _among(_inside(place, "kind"), who.kind, UAT_KINDS),
    Printing: _check_printing,
    AnnexHeader: lambda head, place: _among(_inside(place, "state"), head.state, HEADER_STATES),
    Paragraph: lambda each, place: _between(_inside(place, "level"), each.level, 0, 20),
}
