"""The closing signatures: the office above, room to sign, the name below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from dragapp.annex.blocks import Signer
from dragapp.formats.pdf import styles
from dragapp.formats.pdf.fonts import Style
from dragapp.formats.pdf.paragraph import Paragraph, paragraph
from dragapp.formats.pdf.pen import Pen
from dragapp.formats.pdf.structure import Structure
from dragapp.formats.pdf.words import plain_words

_ABREAST = 3
_ROOM = 34.0
_RULE = 130.0


@dataclass(slots=True)
class _Place:
    """Where one person signs; without a name there is a line for it."""

    role: Paragraph
    name: Paragraph | None


@dataclass(slots=True)
class SignatureBlock:
    """The signatures side by side, up to three abreast; never divided between pages."""

    rows: list[list[_Place]]
    width: float
    before: float = 24.0
    after: float = 0.0
    with_next: bool = False
    with_previous: bool = True

    @property
    def height(self) -> float:
        """The height of all the rows."""
        return sum(self._row_height(row) for row in self.rows) + 20.0 * (len(self.rows) - 1)

    def split(
        self, room: float, *, force: bool = False
    ) -> tuple[SignatureBlock | None, SignatureBlock | None]:
        """Put all of it or nothing; more signers than a page holds go row by row."""
        if self.height <= room or (force and len(self.rows) == 1):
            return self, None
        if not force:
            return None, self
        first = SignatureBlock(self.rows[:1], self.width, self.before)
        return first, SignatureBlock(self.rows[1:], self.width, self.before)

    def draw(self, pen: Pen, left: float, top: float) -> None:
        """Draw person after person."""
        for row in self.rows:
            across = self.width / len(row)
            below = top - max(place.role.height for place in row) - _ROOM
            for column, place in enumerate(row):
                x = left + column * across
                place.role.draw(pen, x, top)
                if place.name:
                    place.name.draw(pen, x, below)
                else:
                    middle = x + across / 2
                    half = min(_RULE, across - 12) / 2
                    pen.rule(middle - half, below - 10, middle + half, below - 10)
            top -= self._row_height(row) + 20.0

    def _row_height(self, row: list[_Place]) -> float:
        names = max(place.name.height if place.name else 15.0 for place in row)
        return max(place.role.height for place in row) + _ROOM + names


def signature_block(
    signers: Sequence[Signer], width: float, structure: Structure
) -> SignatureBlock:
    """Set the signatures for a page of the given text width; there is at least one signer."""
    rows: list[list[_Place]] = []
    waiting = iter(signers)
    while abreast := list(islice(waiting, _ABREAST)):
        rows.append([_place(signer, width / len(abreast), structure) for signer in abreast])
    return SignatureBlock(rows, width)


def _place(signer: Signer, width: float, structure: Structure) -> _Place:
    manner = styles.SIGNER
    role = paragraph(plain_words(signer.role), manner, width, element=structure.plain())
    name = None
    if signer.name.strip():
        name = paragraph(
            plain_words(signer.name, Style.BOLD), manner, width, element=structure.plain()
        )
    return _Place(role, name)
