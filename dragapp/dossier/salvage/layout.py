"""Where the cells of a page lie, as the page itself tells it, and whether that can be believed."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from dragapp.dossier.salvage.page_format import (
    INNER,
    KINDS,
    TABLE_INNER,
    TABLE_LEAF,
    local,
    number,
    varint,
)


@dataclass(frozen=True, slots=True)
class Place:
    """A cell: its bytes in the page, where its record begins, and the row's number if it has one.

    `total` is the record's length as it is told there.
    """

    start: int
    end: int
    record: int
    rowid: int | None
    total: int


@dataclass(frozen=True, slots=True)
class Layout:
    """A page's cells.

    `sound` tells that they, with the free bytes between them, fill the page to the byte. `free` are
    the bytes of what was deleted.
    """

    places: tuple[Place, ...]
    free: tuple[tuple[int, int], ...]
    sound: bool


def layout(page: bytes, start: int, kind: int) -> Layout:
    """Read a page as one of a kind of tree page, whatever its first byte says."""
    cells, content = number(page, start + 3, 2), number(page, start + 5, 2)
    first = start + (12 if kind in INNER else 8)
    last = first + 2 * cells
    if last > len(page):
        return Layout((), (), sound=False)
    places, broken = [], False
    for at in range(first, last, 2):
        try:
            places.append(_place(page, number(page, at, 2), kind))
        except IndexError:
            broken = True
    free, ended = _free(page, number(page, start + 1, 2), last)
    taken = sorted((*((each.start, max(each.end, each.start + 4)) for each in places), *free))
    apart = all(one[1] <= other[0] for one, other in pairwise(taken))
    filled = sum(end - begin for begin, end in taken) + page[start + 7]
    inside = not taken or (taken[0][0] >= content >= last and taken[-1][1] <= len(page))
    sound = ended and apart and inside and not broken and filled == len(page) - (content or 65536)
    return Layout(tuple(places), free if ended else (), sound)


def likely_kind(page: bytes, start: int) -> int | None:
    """Return the kind of tree page that a page is, by its cells where its first byte is wrong."""
    told = page[start]
    for kind in sorted(KINDS, key=lambda kind: kind != told):
        found = layout(page, start, kind)
        if found.sound and (found.places or kind == told):
            return kind
    return told if told in KINDS else None


def children(page: bytes, start: int, kind: int, found: Layout) -> list[int]:
    """Return the pages below an inner page of a tree, from left to right."""
    if kind not in INNER:
        return []
    below = [number(page, place.start, 4) for place in found.places]
    return [*below, number(page, start + 8, 4)]


def _place(page: bytes, start: int, kind: int) -> Place:
    """Read a cell's beginning; raise IndexError where it runs out of the page."""
    at = start + 4 if kind in INNER else start
    if kind == TABLE_INNER:
        _, end = varint(page, at)
        return Place(start, end, end, None, 0)
    total, at = varint(page, at)
    rowid = None
    if kind == TABLE_LEAF:
        rowid, at = varint(page, at)
        rowid -= rowid >> 63 << 64
    here = local(total, len(page), kind != TABLE_LEAF)
    end = at + here + (4 if here < total else 0)
    # No record is empty, whatever its length says: one at the very end runs out of the page too.
    if max(end, at + 1) > len(page):
        raise IndexError(end)
    return Place(start, end, at, rowid, total)


def _free(page: bytes, at: int, least: int) -> tuple[tuple[tuple[int, int], ...], bool]:
    """Return the chain of free bytes, and whether it comes to a proper end."""
    free: list[tuple[int, int]] = []
    while at:
        after, size = number(page, at, 2), number(page, at + 2, 2)
        if at < least or size < 4 or at + size > len(page) or (after and after <= at):
            return tuple(free), False
        free.append((at, at + size))
        at = after
    return tuple(free), True
