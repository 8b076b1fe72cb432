"""The printed document as a sequence of blocks, neutral to layout and to file format.

`annex.build` makes them; PDF and Excel draw them. A block holds final text: labels are counted,
blanks to fill by hand are lines, statements are decided. Renderers choose type and space only.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from dragapp.plan.column import Align, ColumnKind
from dragapp.plan.outline import Look
from dragapp.plan.rich import RichText
from dragapp.plan.section import ParagraphKind


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the plan a block comes from.

    `section` and `top` are the keys of the section and of the top section it belongs to;
    `name` and `top_name` are what the window calls them; `path` is the printed number ("I.A",
    "III.1.c.2"), empty where there is none. The front matter has no place.
    """

    section: str
    name: str
    path: str
    top: str
    top_name: str


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The institution's coat of arms, a PNG file, and its lines at the very top; either may lack.

    `alt` says what the picture shows.
    """

    lines: tuple[str, ...]
    arms: bytes = b""
    alt: str = ""


@dataclass(frozen=True, slots=True)
class AnnexLine:
    """One line of the annex header, such as "Anexă la hotărârea nr. 25 din 26.04.2024"."""

    text: str


@dataclass(frozen=True, slots=True)
class Title:
    """The plan's title, one text a line."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A section's heading; level 0 is a chapter.

    A heading that runs in goes on, in ordinary type, with `tail` in the same paragraph. Label and
    text may each be empty, never both with the tail.
    """

    place: Place
    level: int
    label: str
    text: RichText
    tail: RichText = ()


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph, list item or note, `level` steps to the right."""

    place: Place
    text: RichText
    kind: ParagraphKind
    level: int = 0
    label: str = ""


#: What the mark of an empty section says.
TO_COMPLETE = "de completat"


@dataclass(frozen=True, slots=True)
class ToComplete:
    """The mark of an empty section that nobody has declared; one without a heading says its name.

    Else it would seem to belong to the section above it.
    """

    place: Place
    text: str = TO_COMPLETE


@dataclass(frozen=True, slots=True)
class HeadCell:
    """A cell of a grid's header, from its row and column over its spans."""

    text: str
    row: int
    column: int
    rowspan: int = 1
    colspan: int = 1


@dataclass(frozen=True, slots=True)
class GridColumn:
    """How a column's cells are read and set. `unit` is "lei", "mii lei" or "".

    In a column that `heads`, each cell says what its row is, as the header does for columns.
    """

    kind: ColumnKind
    align: Align
    italic: bool = False
    unit: str = ""
    heads: bool = False


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell's text as printed (label included) from its column over its spans."""

    text: str
    rowspan: int = 1
    colspan: int = 1


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row; None where a cell from above or from the left reaches over.

    `look` is ROW or BANNER; a banner stays with the row below it. A `total` row is computed, not
    typed.
    """

    cells: tuple[GridCell | None, ...]
    look: Look = Look.ROW
    total: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: header rows, columns and rows. With no rows only the header is drawn."""

    place: Place
    columns: tuple[GridColumn, ...]
    head: tuple[HeadCell, ...]
    head_rows: int
    rows: tuple[GridRow, ...]


@dataclass(frozen=True, slots=True)
class PageTurn:
    """From here on the pages stand or lie; a new page begins only if that is a change."""

    landscape: bool


@dataclass(frozen=True, slots=True)
class Signer:
    """A person who signs: the role above, the name below; an empty name is a line."""

    role: str
    name: str


@dataclass(frozen=True, slots=True)
class Signatures:
    """The closing signatures, side by side, kept together.

    With `room` there is room to sign, and a line where no name is given; without it the names alone
    are told. `stamp` prints the place of the stamp.
    """

    signers: tuple[Signer, ...]
    room: bool = True
    stamp: bool = False


Block: TypeAlias = (
    Letterhead | AnnexLine | Title | Heading | Text | ToComplete | Grid | PageTurn | Signatures
)

#: The blocks that come from a section.
PLACED = (Heading, Text, ToComplete, Grid)


@dataclass(frozen=True, slots=True)
class Layout:
    """How the pages are set; see `plan.printing`. `bound` leaves a wider margin for binding."""

    large: bool = False
    bound: bool = True
    contents: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document: its metadata and its blocks in printed order.

    `running_foot` is printed at the foot of each page, `running_head` at the head of each page but
    the first, `mark` ("PROIECT") at the head of each page.
    """

    title: str
    author: str
    subject: str
    running_head: str
    running_foot: str
    blocks: tuple[Block, ...] = ()
    mark: str = ""
    layout: Layout = Layout()
