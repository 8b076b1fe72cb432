"""Which texts a damaged file still holds, told from its bytes alone, without the salvage's code.

A text is taken in pieces, so that a long one counts for what of it is whole. A piece is findable if
its bytes stand together in the damaged file, not on a page that was free before the damage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dragapp.plan.plan import Plan
from tests.fuzz import dossiers
from tests.fuzz.damage import PAGE, Damaged

_LENGTH = 40
#: What is written otherwise in a plan than in the file.
_BREAKS = re.compile('["\\\\\n]')


@cache
def pieces(name: str) -> tuple[tuple[str, bytes, int], ...]:
    """Return the pieces of a dossier's texts that stand in its file once, and where."""
    content = dossiers.content(name)
    found = sorted({piece for plan in dossiers.plans(name) for piece in _pieces(plan)})
    once = ((piece, piece.encode()) for piece in found if content.count(piece.encode()) == 1)
    return tuple((piece, coded, content.index(coded)) for piece, coded in once)


def findable(name: str, damaged: Damaged) -> list[str]:
    """Return the pieces that must be found again.

    What a journal lost may be lost: SQLite sees few of its faults and plays it back.
    """
    free = _free_pages(dossiers.content(name))
    places = ((piece, coded, _place(damaged, coded, at)) for piece, coded, at in pieces(name))
    return [
        piece
        for piece, coded, at in places
        if at >= 0
        and at // PAGE + 1 not in free
        and (coded not in damaged.whole_journal or coded in (damaged.journal or b""))
    ]


def _place(damaged: Damaged, coded: bytes, at: int) -> int:
    # Most of a file is where it was.
    return at if damaged.content.startswith(coded, at) else damaged.content.find(coded)


def stays_deleted(name: str, damaged: Damaged) -> bool:
    """Tell whether what was deleted is still where nothing but the free pages can be."""
    free = _free_pages(dossiers.content(name))
    gone = dossiers.DELETED.encode()
    return all(found.start() // PAGE + 1 in free for found in re.finditer(gone, damaged.content))


def _pieces(plan: Plan) -> Iterator[str]:
    for text in _texts(plan):
        for part in _BREAKS.split(text):
            for at in range(0, len(part) - _LENGTH + 1, _LENGTH):
                yield part[at : at + _LENGTH]


def _texts(plan: Plan) -> Iterator[str]:
    for section in plan.walk():
        for paragraph in (*section.before, *section.after):
            yield from (run.text for run in paragraph.text)
        for node in section.table.walk() if section.table else ():
            yield from node.cells.values()


@cache
def _free_pages(content: bytes) -> frozenset[int]:
    """Return the pages on the file's list of free pages."""

    def number(at: int) -> int:
        return int.from_bytes(content[at : at + 4], "big")

    free: set[int] = set()
    trunk = number(32)
    while trunk:
        start = (trunk - 1) * PAGE
        free.add(trunk)
        free.update(number(start + 8 + 4 * place) for place in range(number(start + 4)))
        trunk = number(start)
    assert len(free) == number(36)
    return frozenset(free)
