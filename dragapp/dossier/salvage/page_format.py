"""The small change of SQLite's file format: kinds of pages, numbers, what stands in a page."""

from __future__ import annotations

#: The first byte of a page of a tree: of a table or an index, inside the tree or at its end.
TABLE_INNER, TABLE_LEAF, INDEX_INNER, INDEX_LEAF = 5, 13, 2, 10
INNER = (TABLE_INNER, INDEX_INNER)
OF_TABLES, OF_INDEXES = (TABLE_INNER, TABLE_LEAF), (INDEX_INNER, INDEX_LEAF)
KINDS = (*OF_TABLES, *OF_INDEXES)
#: More bytes than this are no varint.
_LONGEST = 9


def number(data: bytes, at: int, length: int) -> int:
    """Return an unsigned number, the most significant byte first; 0 beyond the end."""
    return int.from_bytes(data[at : at + length], "big")


def varint(data: bytes, at: int) -> tuple[int, int]:
    """Return a number of variable length and where it ends; raise IndexError at the page's end."""
    value = 0
    for place in range(at, at + _LONGEST - 1):
        byte = data[place]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + 1
    return value << 8 | data[at + _LONGEST - 1], at + _LONGEST


def local(total: int, size: int, indexed: bool) -> int:
    """Return how many bytes of a record stand in the page of a tree; the rest overflows."""
    most = (size - 12) * 64 // 255 - 23 if indexed else size - 35
    if total <= most:
        return total
    least = (size - 12) * 32 // 255 - 23
    kept = least + (total - least) % (size - 4)
    return kept if kept <= most else least
