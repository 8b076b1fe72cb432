"""Pieces put on pages, so that nothing stands where a careful typist would not leave it.

A heading stays with what it heads, signatures with the text they close, and a last page is not
begun for a line or two.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from dragapp.formats.pdf.page import Sheet
from dragapp.formats.pdf.paragraph import Paragraph
from dragapp.formats.pdf.piece import Piece
from dragapp.formats.pdf.table import TablePart

#: How far the last lines of a run of pages may reach into the lower margin.
SLACK = 30.0
#: Headings that fill more of a page than this are no longer kept together.
_CHAIN = 0.4
#: A last page with less than the first share of a page takes along from the one before, if that
#: takes no more from it than the second.
_LITTLE, _MUCH = 0.15, 0.35


@dataclass(slots=True)
class Page:
    """A sheet and the pieces on it, each with its distance from the top of the text."""

    sheet: Sheet
    pieces: list[tuple[Piece, float]] = field(default_factory=list)

    @property
    def used(self) -> float:
        """How far down the pieces reach."""
        if not self.pieces:
            return 0.0
        piece, down = self.pieces[-1]
        return down + piece.height

    def gap(self, piece: Piece) -> float:
        """Return the space above a piece that would come next."""
        return max(self.pieces[-1][0].after, piece.before) if self.pieces else 0.0

    def put(self, piece: Piece) -> None:
        """Put a piece below the others."""
        self.pieces.append((piece, self.used + self.gap(piece)))


def paginate(pieces: Sequence[Piece], sheet: Sheet) -> list[Page]:
    """Put the pieces on as many sheets as they need."""
    pages = _Paginator(pieces, sheet).pages()
    if len(pages) > 1:
        _fill_last(pages[-2], pages[-1])
    return pages


def _fill_last(before: Page, last: Page) -> None:
    """Give a nearly empty last page the end of the page before, where that is not much."""
    height = last.sheet.height
    start = len(before.pieces) - 1
    while start > 0 and (
        before.pieces[start - 1][0].with_next or before.pieces[start][0].with_previous
    ):
        start -= 1
    moved = before.pieces[start:]
    below = [piece for piece, _ in last.pieces]
    much = before.used - moved[0][1] > height * _MUCH
    if start == 0 or much or last.used > height * _LITTLE or _goes_on(moved[-1][0], below[0]):
        return
    del before.pieces[start:]
    last.pieces = []
    for piece in (*(piece for piece, _ in moved), *below):
        last.put(piece)


def _goes_on(above: Piece, below: Piece) -> bool:
    """Tell whether a piece is the rest of the one above it."""
    if isinstance(above, Paragraph) and isinstance(below, Paragraph):
        return above.element is not None and above.element is below.element
    return (
        isinstance(above, TablePart) and isinstance(below, TablePart) and above.grid is below.grid
    )


class _Paginator:
    def __init__(self, pieces: Sequence[Piece], sheet: Sheet) -> None:
        self.queue = deque(pieces)
        self.sheet = sheet
        self.page = Page(sheet)
        self.done: list[Page] = []
        self.left = sum(piece.before + piece.height + piece.after for piece in pieces)

    def pages(self) -> list[Page]:
        while self.queue:
            self._next()
        if self.page.pieces:
            self.done.append(self.page)
        return self.done

    @property
    def room(self) -> float:
        """The room on this page; a little more when that saves a nearly empty page."""
        room = self.sheet.height - self.page.used
        return room + SLACK if room < self.left <= room + SLACK else room

    def _next(self) -> None:
        """Put the next piece, with the headings that lead to it, or turn the page."""
        chain = self._chain()
        last = chain[-1]
        height = sum(self._heights(chain[:-1]))
        gap = max(chain[-2].after, last.before) if len(chain) > 1 else self.page.gap(last)
        room = self.room - height - gap
        fits, rest = last.split(room)
        if fits is None and self.page.pieces:
            self._turn()
        elif fits is None and len(chain) > 1:
            self._put(chain[0])
        elif fits is None:
            self._put_part(*last.split(room, force=True))
        elif rest is None and not self._close_fits(chain, room - fits.height):
            self._break_before_close(chain, fits)
        else:
            for piece in chain[:-1]:
                self._put(piece)
            self._put_part(fits, rest)

    def _chain(self) -> list[Piece]:
        chain: list[Piece] = []
        height = 0.0
        for piece in self.queue:
            chain.append(piece)
            height += piece.height
            if not piece.with_next or height > self.sheet.height * _CHAIN:
                break
        return chain

    def _heights(self, chain: Sequence[Piece]) -> Iterator[float]:
        """Yield the height of each of the first pieces of a chain, with the space above it."""
        above: Piece | None = None
        for piece in chain:
            yield piece.height + (max(above.after, piece.before) if above else self.page.gap(piece))
            above = piece

    def _close_fits(self, chain: Sequence[Piece], room: float) -> bool:
        """Tell whether what must not be parted from the chain's end begins below it."""
        if len(self.queue) <= len(chain) or not self.queue[len(chain)].with_previous:
            return True
        close = self.queue[len(chain)]
        fits, _ = close.split(room - max(chain[-1].after, close.before))
        return fits is not None

    def _break_before_close(self, chain: Sequence[Piece], fits: Piece) -> None:
        """Take the end of the chain's last piece to the next page, with what closes it."""
        head, rest = fits.split(fits.height - 1)
        if (head is None or rest is None) and self.page.pieces:
            self._turn()
            return
        for piece in chain[:-1]:
            self._put(piece)
        if head is None or rest is None:
            self._put_part(fits, None)
        else:
            self._put_part(head, rest)

    def _put(self, piece: Piece) -> None:
        self.queue.popleft()
        self.left -= piece.before + piece.height + piece.after
        self.page.put(piece)

    def _put_part(self, fits: Piece | None, rest: Piece | None) -> None:
        whole = self.queue.popleft()
        self.left -= whole.before + whole.height + whole.after
        if fits is not None:
            self.page.put(fits)
        if rest is not None:
            self.queue.appendleft(rest)
            self.left += rest.before + rest.height + rest.after
            self._turn()

    def _turn(self) -> None:
        self.done.append(self.page)
        self.page = Page(self.sheet)
