"""The rows that lie in one page, and the bytes that hold text but are no row any more.

In a page that is sound its cells are the rows. In a damaged one rows are also looked for wherever
a record of the table's shape stands by itself, except where the page says that something was
deleted.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
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
    image: Image, page: int, shape: Shape, taken: Collection[int], test: Test
) -> PageRows:
    """Read a page as one of a table's; its records do not go on to pages that are taken."""
    return _Reading(image, page, shape, taken, test).made


class _Reading:
    def __init__(
        self, image: Image, page: int, shape: Shape, taken: Collection[int], test: Test
    ) -> None:
        self.image, self.shape, self.test = image, shape, test
        self.page, self.start = image.page(page), image.start(page)
        self.taken = set(taken)
        kind = TABLE_LEAF
        if shape.indexed:
            kind = INDEX_INNER if self.page[self.start] == INDEX_INNER else INDEX_LEAF
        found = image.layout(page, kind)
        self.used: list[Span] = list(found.free)
        self.ends = {len(self.page), *(place.start for place in found.places)}
        self.ends.update(start for start, _ in found.free)
        self.made = PageRows(found.sound)
        lost = self._mend(self._read_places(found.places))
        if found.sound:
            self.made.loose = [self.page[place.start : place.end] for place in lost]
        else:
            self._search()

    def _read_places(self, places: Iterable[Place]) -> list[Place]:
        """Read the rows that the page points to; return the places that hold none as they are."""
        lost = []
        for place in places:
            header = self.shape.match(self.page, place.record)
            record = header and self._record(place.record, header)
            if record and record.total == place.total:
                self._keep(self.made.rows, record, place.rowid, place.start)
            else:
                lost.append(place)
        return lost

    def _mend(self, lost: list[Place]) -> list[Place]:
        """Read the rows of which one length is wrong, if most of the page is sound rows."""
        if len(lost) > len(self.made.rows) + 1:
            return lost
        left = []
        for place in lost:
            if record := self._likeliest(place.record, place.total):
                self._keep(self.made.rows, record, place.rowid, place.start)
            else:
                left.append(place)
        return left

    def _search(self) -> None:
        """Read the rows that lie in the page and nothing points to, then what is left."""
        begin = self.start + 8
        for at in sorted(set(self.shape.search(self.page, begin, len(self.page)))):
            if not any(one <= at < other for one, other in self.used):
                rowid, total, first = _before(self.page, at, self.shape.indexed)
                # Trying what a row may have been takes long: only where there is one.
                if self._natural(at, total) and (record := self._likeliest(at, total)):
                    self._keep(self.made.stray, record, rowid, first)
        self.made.loose = _between(self.page, begin, self.used)

    def _natural(self, at: int, total: int | None) -> Record | None:
        """Read a record as its header tells, if it is the whole one or says something."""
        header = self.shape.match(self.page, at)
        record = header and self._record(at, header)
        if not record or not self.test(record.row):
            return None
        return record if record.total == total or _is_clean(record) else None

    def _likeliest(self, at: int, total: int | None) -> Record | None:
        """Read a record of which a length is wrong: that of all, or that of one value.

        The right one ends where something else begins, and its numbers are small.
        """
        fitting: list[Record] = []
        # In a sound page the length of all is right.
        if not self.made.sound and (natural := self._natural(at, total)):
            if natural.total == total:
                return natural
            fitting.append(natural)
        if total is not None:
            headers = mended_headers(self.page, at, total, self.shape)
            records = (self._record(at, header) for header in headers)
            fitting += (each for each in records if _is_clean(each) and self.test(each.row))
        return min(fitting, key=self._oddity, default=None)

    def _oddity(self, record: Record) -> tuple[bool, int]:
        numbers = (abs(value) for value in record.row.values() if isinstance(value, int))
        return record.end not in self.ends, sum(numbers)

    def _record(self, at: int, header: bytes) -> Record:
        return read_record(self.image, self.page, at, header, self.shape, self.taken)

    def _keep(self, rows: list[Row], record: Record, rowid: int | None, start: int) -> None:
        rows.append(_with_id(record.row, self.shape, rowid))
        self.used.append((start, record.end))
        self.taken.update(record.pages)
        self.made.overflow += record.pages
        self.made.cut += not record.whole and "\ufffd" not in str(record.row)


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
