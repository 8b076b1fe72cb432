"""The rows that lie in one page, and the bytes that hold text but are no row any more.

In a page that is sound its cells are the rows. In a damaged one rows are also looked for wherever
a record of the table's shape stands by itself, except where the page says that something was
deleted.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from dragapp.dossier.salvage.image import Image
from dragapp.dossier.salvage.layout import Place
from dragapp.dossier.salvage.page_format import INDEX_INNER, INDEX_LEAF, TABLE_LEAF
from dragapp.dossier.salvage.record import Record, mended_headers, read_record
from dragapp.dossier.salvage.shape import Row, Shape, Value
from dragapp.plan.text import clean

#: Tells whether a table could hold a row.
Test: TypeAlias = Callable[[Row], bool]
Span: TypeAlias = tuple[int, int]


@dataclass(slots=True)
class PageRows:
    """What one page gave.

    `rows` are those that it points to, `stray` those that lie in it, `overflow` the pages they go
    on to; `loose` is what else is in it. `cut` counts the rows that lack a part which is no text.
    """

    sound: bool
    rows: list[Row] = field(default_factory=list)
    stray: list[Row] = field(default_factory=list)
    loose: list[bytes] = field(default_factory=list)
    overflow: list[int] = field(default_factory=list)
    cut: int = 0


def read_page(
    image: Image, page_number: int, shape: Shape, taken: Collection[int], test: Test
) -> PageRows:
    """Read a page as one of a table's."""
    page, start = image.page(page_number), image.start(page_number)
    kind = TABLE_LEAF
    if shape.indexed:
        kind = INDEX_INNER if page[start] == INDEX_INNER else INDEX_LEAF
    found = image.layout(page_number, kind)
    made = PageRows(found.sound)
    used: list[Span] = list(found.free)
    reserved = set(taken)

    def read(at: int, header: bytes) -> Record:
        return read_record(image, page, at, header, shape, reserved)

    def keep(rows: list[Row], record: Record, rowid: int | None) -> None:
        rows.append(_with_id(record.row, shape, rowid))
        made.overflow += record.pages
        reserved.update(record.pages)
        made.cut += not record.whole and "\ufffd" not in str(record.row)

    def sure(record: Record) -> bool:
        return _is_clean(record) and test(record.row)

    def mended(place: Place) -> Iterator[Record]:
        headers = mended_headers(page, place.record, place.total, shape)
        return (read(place.record, header) for header in headers)

    for place in found.places:
        header = shape.match(page, place.record)
        record = header and read(place.record, header)
        if not record or record.total != place.total:
            record = next(filter(sure, mended(place)), None)
        if record:
            used.append((place.start, place.record + record.length))
            keep(made.rows, record, place.rowid)
    if found.sound:
        lost = [(p.start, p.end) for p in found.places if p.start not in dict(used)]
        made.loose = [page[begin:end] for begin, end in lost]
        return made
    begin = start + 8
    for at in sorted(set(shape.search(page, begin, len(page)))):
        header = shape.match(page, at)
        if header is None or any(one <= at < other for one, other in used):
            continue
        record = read(at, header)
        rowid, total, first = _before(page, at, shape.indexed)
        if (total == record.total and test(record.row)) or sure(record):
            used.append((first, at + record.length))
            keep(made.stray, record, rowid)
    made.loose = _between(page, begin, used)
    return made


def _with_id(row: Row, shape: Shape, rowid: int | None) -> Row:
    named: dict[str, Value] = {column.name: rowid for column in shape.columns if column.is_id}
    return {**row, **named}


def _before(page: bytes, at: int, indexed: bool) -> tuple[int | None, int | None, int]:
    """Return the number of the row whose record begins there, its told length, where both begin."""
    rowid = None
    if not indexed:
        rowid, at = _varint_before(page, at)
    total, first = _varint_before(page, at)
    return rowid, total, first


def _varint_before(page: bytes, end: int) -> tuple[int | None, int]:
    if not end or page[end - 1] >= 0x80:
        return None, end
    at = end - 1
    while at and page[at - 1] >= 0x80 and end - at < 8:
        at -= 1
    value = 0
    for byte in page[at:end]:
        value = value << 7 | byte & 0x7F
    return value, at


def _is_clean(record: Record) -> bool:
    texts = [value for value in record.row.values() if isinstance(value, str)]
    return record.whole and all("\ufffd" not in text and clean(text) == text for text in texts)


def _between(page: bytes, begin: int, used: list[Span]) -> list[bytes]:
    pieces = []
    for start, end in sorted(used):
        if start > begin:
            pieces.append(page[begin:start])
        begin = max(begin, end)
    return [*pieces, page[begin:]]
