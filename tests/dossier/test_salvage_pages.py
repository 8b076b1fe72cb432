"""Pages read without SQLite: the same rows as SQLite reads, and more of them where it gives up."""

from __future__ import annotations

import random
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragapp.dossier.dossier import Dossier
from dragapp.dossier.salvage.finding import Found, find
from dragapp.dossier.salvage.image import Image
from dragapp.dossier.salvage.layout import layout
from dragapp.dossier.salvage.loose import texts_in
from dragapp.dossier.salvage.model import Model, Models
from dragapp.dossier.salvage.page_format import KINDS, TABLE_LEAF, varint
from dragapp.dossier.schema import MIGRATIONS
from dragapp.plan.plan import Plan
from dragapp.plan.rich import rich
from dragapp.plan.section import Paragraph
from tests.dossier.samples import plans, sample_plan

PAGE = 4096


@pytest.fixture
def models() -> Iterator[Models]:
    with closing(Models()) as made:
        yield made


def _content(plan: Plan, *statements: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.dosar"
        Dossier.create(path, plan).close()
        with closing(sqlite3.connect(path)) as db:
            for statement in statements:
                db.execute(statement)
            db.commit()
        return path.read_bytes()


def _by_sqlite(content: bytes, found: Found) -> dict[str, list[tuple[object, ...]]]:
    """Return every row as SQLite reads it, the columns in the order in which they were found."""
    with closing(sqlite3.connect(":memory:")) as db:
        db.deserialize(content)
        read: dict[str, list[tuple[object, ...]]] = {}
        for table, rows in found.rows.items():
            names = ", ".join(f'"{name}"' for name in rows[0]) if rows else "*"
            read[table] = db.execute(f'SELECT {names} FROM "{table}"').fetchall()
        return read


def _rows(found: Found) -> dict[str, list[tuple[object, ...]]]:
    return {table: [tuple(row.values()) for row in rows] for table, rows in found.rows.items()}


def _same(content: bytes, models: Models) -> None:
    found = find(Image(content), models)
    assert found is not None
    assert {table: sorted(rows, key=repr) for table, rows in _rows(found).items()} == {
        table: sorted(rows, key=repr) for table, rows in _by_sqlite(content, found).items()
    }
    assert (found.loose, found.cut, found.doubtful) == ([], 0, False)


@given(plan=plans())
@settings(max_examples=40, deadline=None)
def test_the_rows_are_those_that_sqlite_reads(plan: Plan) -> None:
    with closing(Models()) as models:
        _same(_content(plan), models)


@pytest.mark.parametrize("length", [3000, 4040, 4050, 4061, 4062, 8150, 30_000])
@pytest.mark.parametrize("size", [512, 4096, 65536])
def test_texts_of_any_length_are_read_whole(models: Models, length: int, size: int) -> None:
    plan = sample_plan()
    plan.sections[0].before += [
        Paragraph(rich("ă" * number)) for number in range(length, length + 9)
    ]
    cell = f"UPDATE cell SET text = printf('%.*c', {length}, 'x') WHERE node % 3 = 0"
    content = _content(plan, cell)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.dosar"
        path.write_bytes(content)
        with closing(sqlite3.connect(path)) as db:
            db.execute(f"PRAGMA page_size = {size}")
            db.execute("VACUUM")
        content = path.read_bytes()
    assert Image(content).size == size
    _same(content, models)


def _lost(content: bytes, damaged: bytes, models: Models) -> list[tuple[str, tuple[object, ...]]]:
    """Return the rows that a damaged file does not give any more, with their tables."""
    whole, found = find(Image(content), models), find(Image(damaged), models)
    assert whole is not None
    assert found is not None
    there = _rows(found)
    return [
        (table, row)
        for table, rows in _rows(whole).items()
        for row in rows
        if row not in there[table]
    ]


def _leaf(content: bytes, text: str) -> int:
    """Return where the page begins that a text is on."""
    return content.index(text.encode()) // PAGE * PAGE


def _filled() -> bytes:
    plan = sample_plan()
    plan.sections[0].before += [
        Paragraph(rich(f"Paragraful {number}. " + "ăâîșț " * 40)) for number in range(40)
    ]
    return _content(plan)


@pytest.mark.parametrize("first", range(8))
def test_a_page_with_a_damaged_beginning_still_gives_all_its_rows(
    models: Models, first: int
) -> None:
    content = _filled()
    for text in ("Paragraful 7.", "Anchete sociale", "Capitolul {I}."):
        damaged = bytearray(content)
        at = _leaf(content, text) + first
        damaged[at] ^= 0xFF
        assert _lost(content, bytes(damaged), models) == []


def test_a_page_whose_pointers_are_gone_still_gives_all_its_rows(models: Models) -> None:
    content = _filled()
    damaged = bytearray(content)
    start = _leaf(content, "Paragraful 7.")
    cells = int.from_bytes(content[start + 3 : start + 5], "big")
    damaged[start + 8 : start + 8 + 2 * cells] = bytes(2 * cells)
    assert _lost(content, bytes(damaged), models) == []


def test_one_wrong_bit_in_a_row_costs_at_most_that_row(models: Models) -> None:
    content = _filled()
    chance = random.Random(1)
    start = _leaf(content, "Paragraful 7.")
    for _ in range(60):
        damaged = bytearray(content)
        damaged[chance.randrange(start, start + PAGE)] ^= 1 << chance.randrange(8)
        assert len(_lost(content, bytes(damaged), models)) <= 1


def test_one_wrong_bit_in_a_rows_header_is_seen_and_mended(models: Models) -> None:
    content = _filled()
    at = content.index(b'before\x05"Paragraful 3.')
    # Its length, the row's number, which is not in it, then a length for each value.
    start = content.rindex(b"\x0b\x00", at - 12, at)
    for place in range(2, content[start]):
        for bit in range(8):
            damaged = bytearray(content)
            damaged[start + place] ^= 1 << bit
            lost = _lost(content, bytes(damaged), models)
            # A number that takes no room is 0 or 1; nothing tells which.
            assert not lost or content[start + place] in (8, 9)


@pytest.mark.parametrize("hidden", ["its first byte", "what leads to it"])
def test_a_long_text_does_not_go_on_where_rows_are(models: Models, hidden: str) -> None:
    plan = sample_plan()
    plan.sections[0].before += [Paragraph(rich("Lung " + "ă" * 9000))]
    plan.sections[0].before += [Paragraph(rich(f"Paragraful {n}. " + "ș" * 90)) for n in range(40)]
    content = _content(plan)
    damaged = bytearray(content)
    leaf, first = _leaf(content, "Paragraful 7."), _leaf(content, "Lung ă")
    row = content.index("Lung ă".encode()) - first
    places = layout(content[first : first + PAGE], 0, TABLE_LEAF).places
    # A row ends with the number of the page that it goes on to.
    pointer = first + next(place.end for place in places if place.start < row < place.end) - 4
    damaged[pointer : pointer + 4] = (leaf // PAGE + 1).to_bytes(4, "big")
    if hidden == "its first byte":
        damaged[leaf] = 0
    else:
        with closing(sqlite3.connect(":memory:")) as db:
            db.deserialize(content)
            sql = "SELECT rootpage FROM sqlite_schema WHERE name = 'paragraph'"
            root = db.execute(sql).fetchone()[0]
        damaged[(root - 1) * PAGE : root * PAGE] = bytes(PAGE)
    lost = _lost(content, bytes(damaged), models)
    assert [row[0] for _, row in lost] == [3], "only the long text is no longer whole"


def test_tables_that_look_alike_to_the_salvage_do_not_exist() -> None:
    """A row of one table, or of an index, must not pass for a row of another table."""
    for version in range(1, len(MIGRATIONS) + 1):
        with closing(Model(version)) as model, closing(sqlite3.connect(":memory:")) as db:
            db.deserialize(_content(sample_plan()))
            for name, columns in _indexes(db):
                for table, shape in model.shapes.items():
                    if shape.indexed:
                        kinds = [column.kind for column in shape.columns]
                        assert kinds != columns, f"{name} could be taken for {table}"


def _indexes(db: sqlite3.Connection) -> Iterator[tuple[str, list[str]]]:
    """Yield each index with the kinds of its columns, the row's number included."""
    for (table,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall():
        kinds = {row[1]: row[2] for row in db.execute(f'PRAGMA table_info("{table}")')}
        for _, name, _, origin, _ in db.execute(f'PRAGMA index_list("{table}")').fetchall():
            listed = db.execute(f'PRAGMA index_xinfo("{name}")').fetchall()
            if origin != "pk":
                yield name, [kinds.get(row[2] or "", "INTEGER") for row in listed]


@given(data=st.binary(max_size=300), start=st.integers(0, PAGE - 300))
@settings(max_examples=100, deadline=None)
def test_any_bytes_may_be_read_as_a_page(data: bytes, start: int) -> None:
    page = (bytes(start) + data).ljust(PAGE, b"\xff")
    for kind in KINDS:
        assert all(place.end <= PAGE for place in layout(page, 0, kind).places)


@given(
    start=st.sampled_from([b"", b"SQLite format 3\0" + bytes(84) + b"\x0d"]),
    data=st.lists(st.binary(max_size=200), max_size=20),
)
@settings(max_examples=30, deadline=None)
def test_any_bytes_may_be_read_as_a_file(start: bytes, data: list[bytes]) -> None:
    with closing(Models()) as models:
        find(Image(start + b"\x0d".join(each * 9 for each in data)), models)


@given(value=st.integers(0, (1 << 64) - 1))
def test_numbers_of_variable_length(value: int) -> None:
    """SQLite's own definition: seven bits a byte, eight in the ninth."""
    if value >> 56:
        rest, coded = value >> 8, [value & 0xFF]
        for _ in range(8):
            coded.insert(0, rest & 0x7F | 0x80)
            rest >>= 7
    else:
        rest, coded = value >> 7, [value & 0x7F]
        while rest:
            coded.insert(0, rest & 0x7F | 0x80)
            rest >>= 7
    assert varint(bytes(coded) + b"\xff", 0) == (value, len(coded))


def test_only_what_a_person_wrote_is_a_text() -> None:
    piece = b"\x00\x05\x81!!!--==++##;;\x00" + "Ședința ordinară".encode() + b"\xff\x02ab\x00"
    assert texts_in([piece, b"12.345,67 lei\x00"]) == ["Ședința ordinară", "12.345,67 lei"]
