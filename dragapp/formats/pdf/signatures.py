"""The closing signatures: the office above, room to sign, the name below; and the stamp's place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragapp.annex.blocks import Signatures, Signer
from dragapp.formats.pdf import styles
from dragapp.formats.pdf.fonts import Style, printable, width
from dragapp.formats.pdf.paragraph import Paragraph, paragraph
from dragapp.formats.pdf.pen import Pen
from dragapp.formats.pdf.piece import Piece
from dragapp.formats.pdf.structure import Structure
from dragapp.formats.pdf.words import plain_words

#: *Locus sigilli*, where the stamp is put.
STAMP = "L.S."

#: So many signers at most stand side by side.
_MOST = 3
#: The height left for a signature, and for a round stamp of 4 cm beside it.
_ROOM, _STAMP_ROOM = 34.0, 60.0
_RULE = 130.0
#: The share of the width that is left between two signers, and beside the first of three where the
#: stamp has its place.
_AISLE = 0.16
#: The white space between rows of signers, and between signatures for different ends.
_BETWEEN, _APART = 20.0, 36.0


@dataclass(frozen=True, slots=True)
class _Place:
    """What stands in one part of a row: a signer's role, then a name or a line; or the stamp."""

    left: float
    width: float
    role: Paragraph | None = None
    name: Paragraph | None = None
    stamp: Paragraph | None = None


@dataclass(frozen=True, slots=True)
class _Row:
    """Signers side by side; `room` is the height left free between roles and names."""

    places: tuple[_Place, ...]
    room: float
    above: float = _BETWEEN

    @property
    def roles(self) -> float:
        """The height of the highest role."""
        return max((each.role.height for each in self.places if each.role), default=0.0)

    @property
    def height(self) -> float:
        """The height of roles, room and names."""
        least = styles.SIGNER.leading if self.room else 0.0
        names = max((each.name.height for each in self.places if each.name), default=0.0)
        stamp = max((each.stamp.height for each in self.places if each.stamp), default=0.0)
        return max(self.roles + self.room + max(names, least), stamp)

    def draw(self, pen: Pen, left: float, top: float) -> None:
        """Draw place after place."""
        below = top - self.roles - self.room
        for place in self.places:
            x = left + place.left
            if place.stamp:
                place.stamp.draw(pen, x, top - (self.height - place.stamp.height) / 2)
                continue
            if place.role:
                # Without room between them, a short role too stands right above its name.
                lowered = 0.0 if self.room else self.roles - place.role.height
                place.role.draw(pen, x, top - lowered)
            if place.name:
                place.name.draw(pen, x, below)
            elif self.room:
                middle, half = x + place.width / 2, min(_RULE, place.width - 12) / 2
                pen.rule(middle - half, below - 10, middle + half, below - 10)


@dataclass(slots=True)
class SignatureBlock:
    """Rows of signatures; never divided between pages."""

    rows: list[_Row]
    before: float = 24.0
    after: float = 0.0
    with_next: bool = False
    with_previous: bool = True

    @property
    def height(self) -> float:
        """The height of all the rows."""
        return sum(row.height + row.above for row in self.rows) - self.rows[0].above

    def split(
        self, room: float, *, force: bool = False
    ) -> tuple[SignatureBlock | None, SignatureBlock | None]:
        """Put all of it or nothing; more signers than a page holds go row by row."""
        if self.height <= room or (force and len(self.rows) == 1):
            return self, None
        if not force:
            return None, self
        return SignatureBlock(self.rows[:1]), SignatureBlock(self.rows[1:])

    def draw(self, pen: Pen, left: float, top: float) -> None:
        """Draw row after row."""
        for place, row in enumerate(self.rows):
            top -= row.above if place else 0.0
            row.draw(pen, left, top)
            top -= row.height


def signature_block(block: Signatures, across: float, structure: Structure) -> SignatureBlock:
    """Set signatures for a page of the given text width; there is a signer or a stamp."""
    rows: list[_Row] = []
    columns, aside = _columns(block, across)
    for start in range(0, max(len(block.signers), 1), len(columns)):
        signers = block.signers[start : start + len(columns)]
        places = [_signer(*each, structure) for each in zip(signers, columns, strict=False)]
        stamp = block.stamp and not rows
        if stamp:
            text = paragraph(plain_words(STAMP), styles.SIGNER, aside[1], element=structure.plain())
            places.append(_Place(*aside, stamp=text))
        room = _STAMP_ROOM if stamp else _ROOM
        rows.append(_Row(tuple(places), room if block.room else 0.0))
    return SignatureBlock(rows)


def joined(pieces: Sequence[Piece]) -> list[Piece]:
    """Make one of signatures that follow each other, so that all of them close one text."""
    done: list[Piece] = []
    for piece in pieces:
        above = done[-1] if done else None
        if isinstance(above, SignatureBlock) and isinstance(piece, SignatureBlock):
            first, *others = piece.rows
            done[-1] = SignatureBlock([*above.rows, replace(first, above=_APART), *others])
        else:
            done.append(piece)
    return done


def _columns(
    block: Signatures, across: float
) -> tuple[list[tuple[float, float]], tuple[float, float]]:
    """Return where signers stand side by side, and where the stamp: left edges and widths.

    One signer has the place of the right one of two, and the stamp that of the left one. Several
    have columns, and the stamp has its place between the first two.
    """
    between = across * _AISLE
    if len(block.signers) < 2:
        half = (across - between) / 2
        return [(across - half, half)], (0.0, half)
    count = _abreast(block.signers, across - between if block.stamp else across)
    if count == _MOST and not block.stamp:
        between = 0.0
    each = (across - between) / count
    columns = [(number * each + (between if number else 0.0), each) for number in range(count)]
    return columns, (each, between)


def _abreast(signers: Sequence[Signer], room: float) -> int:
    """Return how many signers stand side by side: two, or three where that leaves lines whole."""
    lines = [line for each in signers for line in (*each.role.split("\n"), each.name)]
    longest = max(width(printable(line), Style.BOLD) for line in lines) * styles.SIGNER.size
    # Four are better two by two.
    return 2 if len(signers) in (2, 4) or longest > room / _MOST else _MOST


def _signer(signer: Signer, place: tuple[float, float], structure: Structure) -> _Place:
    def set_line(text: str, style: Style) -> Paragraph:
        words = plain_words(text, style)
        return paragraph(words, styles.SIGNER, place[1], element=structure.plain())

    role = set_line(signer.role, Style.REGULAR)
    name = set_line(signer.name, Style.BOLD) if signer.name.strip() else None
    return _Place(*place, role, name)
