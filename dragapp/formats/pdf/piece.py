"""What the pages are made of."""

from __future__ import annotations

from typing import Protocol

from dragapp.formats.pdf.pen import Pen


class Piece(Protocol):
    """A paragraph, a table or another thing that takes the whole width of the page.

    Lengths are points.
    """

    @property
    def before(self) -> float:
        """The white space it asks for above; of two neighbours' wishes the larger counts."""
        ...

    @property
    def after(self) -> float:
        """The white space it asks for below."""
        ...

    @property
    def with_next(self) -> bool:
        """Whether it stays on the page of what follows, as a heading does."""
        ...

    @property
    def with_previous(self) -> bool:
        """Whether it must not begin a page alone, as signatures must not."""
        ...

    @property
    def height(self) -> float:
        """The height it takes; for a thing of several pages only about that."""
        ...

    def split(self, room: float, *, force: bool = False) -> tuple[Piece | None, Piece | None]:
        """Return what fits into a room and what does not, None standing for nothing.

        `force` is said at the top of a page: then something is always put there, however bad
        the place for a break.
        """
        ...

    def draw(self, pen: Pen, left: float, top: float) -> None:
        """Draw it."""
        ...
