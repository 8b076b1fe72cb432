"""Values that a table or the program can no longer hold, made such as it can."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Container, Iterator
from datetime import date
from typing import Any

from dragapp.dossier import row as stored
from dragapp.dossier.salvage.model import Model
from dragapp.dossier.salvage.rows import KEYS, Loose, Rows, integer
from dragapp.dossier.salvage.shape import Column, Row, Value
from dragapp.plan.keys import new_key
from dragapp.plan.printing import is_picture
from dragapp.plan.rich import RichText, from_json, rich, to_json
from dragapp.plan.text import clean
from dragapp.plan.wording import UAT_KINDS

#: What is better than the first value that a table allows.
_BETTER: dict[tuple[str, str], Value] = {
    ("plan", "year"): date.today().year,
    ("plan", "header_state"): "draft",
    ("section", "statement_place"): "body",
    ("paper", "kind"): "other",
}
_LITERAL = re.compile("'[^']*'")
_QUOTE = re.compile(r'(?<!\\)"')
_SYNTAX = re.compile(r"[\s\[\]{},:]*|b|i|bi")


def mend_values(rows: Rows, model: Model) -> None:
    """Make every value of the rows one that can be kept; what is no row then becomes loose."""
    for table, part in rows.parts.items():
        kept = _mended(rows, model, table, list(part.values()))
        rows.parts[table] = {integer(row, "id") or 0: row for row in kept}
    for table, others in rows.others.items():
        rows.others[table] = _mended(rows, model, table, others)


def complete(model: Model, table: str, row: Row) -> bool:
    """Give a row what its table and the program ask for; tell whether that is possible."""
    columns = model.shapes[table].columns
    candidates = {column.name: _candidates(model, table, column) for column in columns}
    _follow_rules(table, row, candidates)
    while fault := model.fault(table, row):
        # A value that a table allows may be called as a column is.
        told = _LITERAL.sub("", fault.partition(":")[2].replace(f"{table}.", "") or fault)
        named = [name for name in candidates if re.search(rf"\b{re.escape(name)}\b", told)]
        for name in named:
            value = next(candidates[name], None)
            if value is None:
                return False
            row[name] = value
        if not named:
            return False
    return True


def _mended(rows: Rows, model: Model, table: str, found: list[Row]) -> list[Row]:
    """Mend the rows of one table and return those that can be kept."""
    before = [dict(row) for row in found]
    for row in found:
        for name, value in row.items():
            if isinstance(value, str):
                row[name] = clean(value)
                rows.incomplete += "\ufffd" in value
        if table in KEYS and not row["key"]:
            row["key"] = new_key(KEYS[table])
        _follow_rules(table, row, row)
    pairs = list(zip(before, found, strict=True))
    if table == "cell":
        pairs = [(old, row) for old, row in pairs if row["text"]]
    if not model.holds(table, [row for _, row in pairs]):
        for old, row in pairs:
            if not complete(model, table, row):
                rows.loose += [Loose(value) for value in old.values() if isinstance(value, str)]
                row.clear()
    rows.mended += sum(row[name] != old[name] for old, row in pairs for name in row)
    return [row for _, row in pairs if row]


def _follow_rules(table: str, row: Row, columns: Container[str]) -> None:
    for name, rule in _RULES.get(table, {}).items():
        if name in columns:
            row[name] = rule(row.get(name))


def _candidates(model: Model, table: str, column: Column) -> Iterator[Value]:
    better = _BETTER.get((table, column.name))
    if better is not None:
        yield better
    if column.kind == "TEXT":
        yield ""
        yield from (found[1:-1] for found in _LITERAL.findall(model.sql(table)))
    elif column.kind == "BLOB":
        yield b""
    else:
        yield from (0, 1)


def _rich(value: Value) -> Value:
    if not isinstance(value, str):
        return as_rich("")
    try:
        from_json(json.loads(value))
    except (ValueError, RecursionError):
        return as_rich(_bare(value))
    return value


def as_rich(text: str) -> str:
    """Return a text without emphasis as it is stored."""
    return json.dumps(to_json(rich(text)), ensure_ascii=False)


def _bare(text: str) -> str:
    """Return the letters of broken JSON."""
    return "".join(_unescaped(part) for part in _QUOTE.split(text) if not _SYNTAX.fullmatch(part))


def _unescaped(text: str) -> str:
    try:
        return str(json.loads(f'"{text}"', strict=False))
    except ValueError:
        return text


def _rich_columns(shape: stored.Shape[Any]) -> list[str]:
    """Return the columns that hold text with emphasis, written as JSON."""
    return [shape.prefix + name for name, hint in shape.hints.items() if hint == RichText]


def _among(*allowed: str) -> Callable[[Value], Value]:
    return lambda value: value if value in allowed else allowed[0]


def _between(least: int, highest: int) -> Callable[[Value], Value]:
    return lambda value: min(max(value, least), highest) if isinstance(value, int) else least


def _day(value: Value) -> Value:
    try:
        return date.fromisoformat(str(value)).isoformat()
    except ValueError:
        return date.today().isoformat()


def _arms(value: Value) -> Value:
    return value if isinstance(value, str) and is_picture(value) else ""


#: What the program asks of a value beyond what the table does.
_RULES: dict[str, dict[str, Callable[[Value], Value]]] = {
    "institution": {"kind": _among(*UAT_KINDS)},
    "plan": {"inst_kind": _among(*UAT_KINDS), "revision": _between(0, 9999), "print_arms": _arms},
    "section": dict.fromkeys(_rich_columns(stored.SECTION), _rich),
    "paragraph": {
        **dict.fromkeys(_rich_columns(stored.PARAGRAPH), _rich),
        "level": _between(0, 20),
    },
    "column": {"unit": _among("", "lei", "mii lei")},
    "approval": {"date": _day},
}
