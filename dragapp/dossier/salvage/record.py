"""One record: its values, taken from its page and from the pages it overflows to."""

from __future__ import annotations

import struct
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from dragapp.dossier.salvage.image import Image
from dragapp.dossier.salvage.page_format import KINDS, local, number, varint
from dragapp.dossier.salvage.shape import Row, Shape, Value

#: How many bytes a value takes whose kind is a number below 10.
_LENGTHS = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)
_REAL, _ZERO, _ONE = 7, 8, 9


@dataclass(slots=True)
class Record:
    """What was read: the values by column, its length, and where it ends in its own page.

    `whole` tells that no part of it is missing; `pages` are those it overflows to.
    """

    row: Row
    total: int
    end: int
    whole: bool
    pages: list[int]


def read_record(
    image: Image, page: bytes, at: int, header: bytes, shape: Shape, taken: Collection[int]
) -> Record:
    """Read the record whose header begins there; it does not overflow to a page that is taken.

    What of a text is no UTF-8, or is missing, becomes U+FFFD.
    """
    kinds = _kinds(header)
    sizes = [_length(kind) for kind in kinds]
    total = len(header) + sum(sizes)
    here = local(total, image.size, shape.indexed)
    length = here if here == total else here + 4
    data, pages, whole = page[at : at + here], list[int](), at + length <= len(page)
    if whole and here < total:
        pages, more, whole = _overflow(image, number(page, at + here, 4), total - here, taken)
        data += more
    row: Row = {}
    place = len(header)
    for column, kind, size in zip(shape.columns, kinds, sizes, strict=False):
        row[column.name] = _value(kind, data[place : place + size], size)
        place += size
    for column in shape.columns[len(kinds) :]:
        row[column.name] = column.default
    return Record(row, total, at + length, whole, pages)


def mended_headers(page: bytes, at: int, total: int, shape: Shape) -> Iterator[bytes]:
    """Yield the headers that the one there may have been, if one byte of it is wrong.

    They make up the record's told length.
    """
    for length in range(1 + len(shape.columns), min(128, 2 + 4 * len(shape.columns))):
        tried = bytes([length]) + page[at + 1 : at + length]
        if shape.match(tried, 0) and _total(tried) == total:
            yield tried
    header = page[at : at + page[at]]
    # Each number ends with a byte below 128, so that one byte makes at most one more or less.
    if abs(sum(byte < 0x80 for byte in header[1:]) - len(shape.columns)) > 1:
        return
    for place in range(1, len(header)):
        for value in range(256):
            tried = header[:place] + bytes([value]) + header[place + 1 :]
            if shape.match(tried, 0) and _total(tried) == total:
                yield tried


def _total(header: bytes) -> int:
    return len(header) + sum(map(_length, _kinds(header)))


def _overflow(
    image: Image, chain: int, missing: int, taken: Collection[int]
) -> tuple[list[int], bytes, bool]:
    """Follow a chain of pages; return them, what is on them, and whether it ends as it should."""
    pages: dict[int, None] = {}
    parts: list[bytes] = []
    while missing > 0 and image.has(chain) and chain not in taken and chain not in pages:
        page = image.page(chain)
        if page[0] in KINDS:
            # There are not so many pages that a number of one begins like that.
            break
        pages[chain] = None
        parts.append(page[4 : 4 + missing])
        missing -= image.size - 4
        chain = number(page, 0, 4)
    return list(pages), b"".join(parts), missing <= 0 and not chain


def _kinds(header: bytes) -> list[int]:
    kinds: list[int] = []
    at = 1
    while at < len(header):
        kind, at = (header[at], at + 1) if header[at] < 0x80 else varint(header, at)
        kinds.append(kind)
    return kinds


def _length(kind: int) -> int:
    return _LENGTHS[kind] if kind < len(_LENGTHS) else (kind - 12) // 2


def _value(kind: int, data: bytes, size: int) -> Value:
    if kind in (_ZERO, _ONE):
        return kind - _ZERO
    if kind < _REAL:
        return int.from_bytes(data, "big", signed=True) if size and len(data) == size else None
    if kind == _REAL:
        return float(struct.unpack(">d", data)[0]) if len(data) == size else None
    if size and not data:
        return None
    if kind % 2 == 0:
        return data
    missing = "\ufffd" if len(data) < size else ""
    return data.decode("utf-8", "replace") + missing
