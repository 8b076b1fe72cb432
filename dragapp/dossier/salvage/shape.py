"""What the rows of a table look like in a file.

A record begins with a header: its own length, then a number for each value that tells its kind and
its length. Which headers a table's rows can have is written here as a regular expression, so that
rows are known by their looks wherever they lie.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

Value: TypeAlias = str | int | float | bytes | None
Row: TypeAlias = dict[str, Value]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its declared kind, whether it may be empty, and what it is where nothing is stored.

    `is_id` tells that it is the row's number, which is stored outside the record.
    """

    name: str
    kind: str
    nullable: bool
    is_id: bool = False
    default: Value = None


@dataclass(frozen=True, slots=True)
class Shape:
    """How a table's rows are stored: the columns in stored order, and all headers that can be.

    `indexed` tells that the rows are kept in their key's order, as in an index.
    """

    table: str
    columns: tuple[Column, ...]
    indexed: bool
    headers: tuple[re.Pattern[bytes], ...]

    def match(self, data: bytes, at: int) -> bytes | None:
        """Return the header that begins there, None where it is none of this table."""
        for pattern in self.headers:
            found = pattern.match(data, at)
            if found and data[at] == len(found.group()):
                return found.group()
        return None

    def search(self, data: bytes, start: int, end: int) -> Iterator[int]:
        """Yield the places where a header may begin."""
        for pattern in self.headers:
            at = start
            while found := pattern.search(data, at, end):
                if data[found.start()] == len(found.group()):
                    yield found.start()
                at = found.start() + 1


def _class(values: Iterable[int]) -> bytes:
    return b"[" + b"".join(b"\\x%02x" % value for value in values) + b"]"


def _numbers(first: int) -> bytes:
    """Return a pattern for every second number from 12 or 13 on, as SQLite writes numbers.

    Only the last byte is below 128.
    """
    last = _class(range(first % 2, 128, 2))
    head, more = _class(range(0x81, 0x100)), _class(range(0x80, 0x100))
    return b"%s|%s(?:%s){0,2}%s" % (_class(range(first, 128, 2)), head, more, last)


_KINDS = {
    "INTEGER": _class([1, 2, 3, 4, 5, 6, 8, 9]),
    "REAL": _class([1, 2, 3, 4, 5, 6, 7, 8, 9]),
    "TEXT": _numbers(13),
    "BLOB": _numbers(12),
}
_KINDS["ANY"] = b"|".join(_KINDS[kind] for kind in ("REAL", "TEXT", "BLOB"))


def _header(columns: tuple[Column, ...]) -> re.Pattern[bytes]:
    parts = []
    for column in columns:
        if column.is_id:
            parts.append(rb"\x00")
        else:
            parts.append(b"(?:%s%s)" % (_KINDS[column.kind], rb"|\x00" if column.nullable else b""))
    length = _class(range(1 + len(parts), min(128, 2 + 4 * len(parts))))
    return re.compile(length + b"".join(parts), re.DOTALL)


def shape(table: str, columns: Iterable[Column], indexed: bool, counts: Iterable[int]) -> Shape:
    """Return a shape; rows may have as many values as any of `counts`, the rest by default."""
    columns = tuple(columns)
    patterns = [_header(columns[:count]) for count in sorted(set(counts), reverse=True)]
    return Shape(table, columns, indexed, tuple(patterns))


#: The table of tables itself.
TABLES = shape(
    "sqlite_schema",
    (
        *(Column(name, "TEXT", nullable=False) for name in ("type", "name", "tbl_name")),
        Column("rootpage", "INTEGER", nullable=False),
        Column("sql", "TEXT", nullable=True),
    ),
    indexed=False,
    counts=[5],
)
