"""What can happen to a file: each kind of damage, at random but the same from the same seed."""

from __future__ import annotations

import random
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.fuzz import dossiers

PAGE = 4096
_HEADER = 100


@dataclass(frozen=True, slots=True)
class Damaged:
    """A damaged file; `ours` tells whether it was a dossier.

    `journal` is beside it; `whole_journal` is what that was before it was damaged.
    """

    content: bytes
    journal: bytes | None = None
    whole_journal: bytes = b""
    ours: bool = True


def _pages(content: bytes | bytearray) -> int:
    return len(content) // PAGE


def _flips(chance: random.Random, content: bytearray, start: int, end: int, most: int) -> None:
    for _ in range(chance.randint(1, most)):
        content[chance.randrange(start, end)] ^= 1 << chance.randrange(8)


def bit_flips(chance: random.Random, name: str) -> Damaged:
    """Flip bits anywhere."""
    content = bytearray(dossiers.content(name))
    _flips(chance, content, 0, len(content), chance.choice([1, 3, 30, 300]))
    return Damaged(bytes(content))


def page_header_flips(chance: random.Random, name: str) -> Damaged:
    """Flip bits where pages say what is on them."""
    content = bytearray(dossiers.content(name))
    for _ in range(chance.randint(1, 4)):
        start = chance.randrange(_pages(content)) * PAGE
        _flips(chance, content, start, start + chance.choice([8, 12, 100]), 4)
    return Damaged(bytes(content))


def header(chance: random.Random, name: str) -> Damaged:
    """Damage the file's own header."""
    content = bytearray(dossiers.content(name))
    how = chance.randrange(4)
    if how == 0:
        content[:_HEADER] = chance.randbytes(_HEADER)
    elif how == 1:
        content[:_HEADER] = bytes(_HEADER)
    else:
        _flips(chance, content, 0, _HEADER, 6)
    return Damaged(bytes(content))


def truncation(chance: random.Random, name: str) -> Damaged:
    """Cut the file, at a page's end or anywhere."""
    content = dossiers.content(name)
    at = chance.randrange(len(content))
    return Damaged(content[: at - at % PAGE if chance.random() < 0.4 else at])


def zeroed(chance: random.Random, name: str) -> Damaged:
    """Empty some pages, or single sectors."""
    content = bytearray(dossiers.content(name))
    size = chance.choice([PAGE, PAGE, 512])
    for _ in range(chance.choice([1, 1, 2, 5, 20])):
        start = chance.randrange(len(content) // size) * size
        content[start : start + size] = bytes(size)
    return Damaged(bytes(content))


def garbage(chance: random.Random, name: str) -> Damaged:
    """Fill some pages with anything."""
    content = bytearray(dossiers.content(name))
    for _ in range(chance.choice([1, 1, 3])):
        start = chance.randrange(_pages(content)) * PAGE
        content[start : start + PAGE] = chance.randbytes(PAGE)
    return Damaged(bytes(content))


def swapped(chance: random.Random, name: str) -> Damaged:
    """Let pages change places, or one stand in another's place as well."""
    content = bytearray(dossiers.content(name))
    for _ in range(chance.choice([1, 1, 2, 4])):
        one, other = (chance.randrange(_pages(content)) * PAGE for _ in range(2))
        first, second = content[one : one + PAGE], content[other : other + PAGE]
        content[one : one + PAGE] = second
        if chance.random() < 0.8:
            content[other : other + PAGE] = first
    return Damaged(bytes(content))


def foreign_sqlite(chance: random.Random, _: str) -> Damaged:
    """Make a file of another program, with tables that may have our names."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.db"
        with closing(sqlite3.connect(path)) as db:
            for number in range(chance.randint(1, 4)):
                table = chance.choice(["plan", "cell", "section", f"t{number}"])
                keyed = chance.choice(["", " PRIMARY KEY"])
                bare = " WITHOUT ROWID" if keyed and chance.random() < 0.5 else ""
                db.execute(f"CREATE TABLE IF NOT EXISTS {table} (a{keyed}, b, c TEXT){bare}")
                for key in range(chance.randrange(200)):
                    values = [str(key), chance.random(), "alt program " * 5]
                    db.execute(f"INSERT OR IGNORE INTO {table} VALUES (?, ?, ?)", values)
            db.execute(f"PRAGMA application_id = {chance.choice([0, 0x44524147])}")
            db.execute(f"PRAGMA user_version = {chance.randrange(4)}")
            db.commit()
        content = bytearray(path.read_bytes())
    if chance.random() < 0.5:
        _flips(chance, content, _HEADER, len(content), 20)
    return Damaged(bytes(content), ours=False)


def text(chance: random.Random, name: str) -> Damaged:
    """Take a text file, maybe with the beginning of a database."""
    words = str(dossiers.plans(name)[0]).encode()
    start = chance.choice([b"", b"SQLite format 3\0", dossiers.content(name)[:_HEADER]])
    return Damaged(start + words[: chance.randrange(len(words))], ours=False)


def random_bytes(chance: random.Random, name: str) -> Damaged:
    """Take anything, of any length, maybe with the beginning of a database."""
    start = chance.choice([b"", b"SQLite format 3\0", dossiers.content(name)[:_HEADER]])
    length = chance.choice([0, 1, 100, 511, 512, PAGE, 60_000])
    body = chance.choice([chance.randbytes(length), bytes(length)])
    return Damaged(start + body, ours=False)


def journal(chance: random.Random, name: str) -> Damaged:
    """Stop in the middle of a change, with a journal that is cut, damaged, or of another file."""
    content, beside = _halfway(name)
    changed = bytearray(beside)
    how = chance.randrange(4)
    if how == 0:
        changed = changed[: chance.randrange(len(changed))]
    elif how == 1:
        _flips(chance, changed, 0, len(changed), 8)
    elif how == 2:
        changed = bytearray(chance.randbytes(len(changed)))
    pages = bytearray(content)
    if chance.random() < 0.3:
        start = chance.randrange(_pages(content)) * PAGE
        pages[start : start + PAGE] = bytes(PAGE)
    return Damaged(bytes(pages), bytes(changed), beside)


@cache
def _halfway(name: str) -> tuple[bytes, bytes]:
    """Return what a crash leaves: changed pages in the file, the old ones in the journal."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.dosar"
        path.write_bytes(dossiers.content(name))
        with closing(sqlite3.connect(path, isolation_level=None)) as db:
            db.execute("PRAGMA cache_size = 1")
            db.execute("PRAGMA cache_spill = 1")
            db.execute("BEGIN IMMEDIATE")
            open_plan = "(SELECT max(id) FROM plan)"
            db.execute(
                f"UPDATE section SET advice = printf('%.*c', 900, 'x') WHERE plan = {open_plan}"
            )
            db.execute(
                "UPDATE paragraph SET number = '1' WHERE id % 2 AND section IN "
                f"(SELECT id FROM section WHERE plan = {open_plan})"
            )
            found = path.read_bytes(), Path(f"{path}-journal").read_bytes()
            db.execute("ROLLBACK")
    return found


#: Each kind, and how often it is taken.
KINDS: dict[str, tuple[Callable[[random.Random, str], Damaged], int]] = {
    "bit flips": (bit_flips, 20),
    "flips in page headers": (page_header_flips, 14),
    "header": (header, 8),
    "truncation": (truncation, 12),
    "zeroed": (zeroed, 14),
    "garbage": (garbage, 6),
    "swapped": (swapped, 12),
    "foreign SQLite": (foreign_sqlite, 4),
    "text": (text, 2),
    "random bytes": (random_bytes, 3),
    "journal": (journal, 5),
}
