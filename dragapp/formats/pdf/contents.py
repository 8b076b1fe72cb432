"""The list of contents: the chapters and their sections, each with its page and a link to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from dragapp.annex.blocks import Block, Heading
from dragapp.formats.pdf import styles
from dragapp.formats.pdf.fonts import Style, printable, width
from dragapp.formats.pdf.headings import in_short
from dragapp.formats.pdf.lines import Measure, break_lines
from dragapp.formats.pdf.links import Target
from dragapp.formats.pdf.page import Sheet
from dragapp.formats.pdf.paragraph import Manner, Paragraph, paragraph
from dragapp.formats.pdf.pen import Pen
from dragapp.formats.pdf.piece import Piece
from dragapp.formats.pdf.structure import Element, Structure
from dragapp.formats.pdf.words import plain_words
from dragapp.plan.column import Align
from dragapp.plan.rich import plain

TITLE = "CUPRINS"
#: The deepest level of headings that is listed.
DEEPEST = 1
#: A heading longer than any in the framework model is shortened.
_LONGEST = 320
#: On a lying page the list is no wider than on a standing one: no eye follows longer dots.
_WIDEST = 17.3 * styles.CM
#: What the titles leave free at the right for the dots and the number.
_RIGHT = 1.25 * styles.CM
_GAP = 4.0
_ABBREVIATION = re.compile(r"\b(?:etc|nr|art|alin|lit|pct|jud|str|ș\.\s?a)\.$")
#: So many entries stay with the list's title.
_TOGETHER = 4


@dataclass(frozen=True, slots=True)
class Look:
    """Type size and leading, and the white space above a chapter and above a section."""

    size: float
    leading: float
    chapter: float
    section: float


#: From the looser to the closer, which are for what would else need another page.
LOOKS = (
    Look(12, 15, 8, 3),
    Look(12, 14, 6, 1.5),
    Look(11.5, 13.5, 6, 1.5),
    Look(11, 13, 7, 2),
    Look(11, 12.7, 5, 0.5),
    Look(10.5, 12.4, 6, 1.5),
    Look(10.5, 12, 4, 0.5),
)


@dataclass(slots=True, eq=False)
class Entry:
    """A heading in the list, and where it is found as soon as that is known."""

    level: int
    label: str
    text: str
    label_element: Element
    link: Element
    target: Target | None = None


@dataclass(frozen=True, slots=True)
class EntryLine:
    """An entry set in type: its title, dots, and the number of its page."""

    entry: Entry
    title: Paragraph
    inset: float
    with_next: bool
    after: float = 0.0
    with_previous: bool = False

    @property
    def before(self) -> float:
        """The white space above."""
        return self.title.before

    @property
    def height(self) -> float:
        """The height of the title's lines."""
        return self.title.height

    def split(
        self, room: float, *, force: bool = False
    ) -> tuple[EntryLine | None, EntryLine | None]:
        """Put all of it or nothing."""
        return (self, None) if force or self.height <= room else (None, self)

    def draw(self, pen: Pen, left: float, top: float) -> None:
        """Draw the title, the dots and the number, and have all of it lead to the page."""
        target, title, manner = self.entry.target, self.title, self.title.manner
        assert target
        left += self.inset
        title.draw(pen, left, top)
        number = str(target.page + 1)
        style = Style.BOLD if self.entry.level <= 0 else Style.REGULAR
        across = title.width + _RIGHT
        line = break_lines(plain_words(number, style), Measure(manner.size, across, across))
        last = top - title.height + manner.leading
        begun = left + manner.left + manner.hang + title.lines[-1].width + _GAP
        begun += manner.indent if len(title.lines) == 1 else 0.0
        edge = left + across
        pen.dots(begun, edge - line[0].width - _GAP, edge, last, manner.size, manner.leading)
        link, size = self.entry.link, manner.size
        pen.text(line, left, last, across, size, manner.leading, Align.RIGHT, element=link)
        says = f"{self.entry.label} {self.entry.text}, pagina {number}".strip()
        pen.link(link, target, says, left, top - self.height, across, self.height)


@dataclass(slots=True)
class Contents:
    """The list: its title's element, and its entries in the order of the document."""

    title: Element
    entries: list[Entry] = field(default_factory=list)

    def pieces(self, look: Look, sheet: Sheet) -> list[Piece]:
        """Set the list in type."""
        heading = paragraph(
            plain_words(TITLE, Style.BOLD),
            styles.CHAPTER,
            sheet.width,
            with_next=True,
            outline=(TITLE, 0),
            element=self.title,
        )
        return [heading, *self._lines(look, sheet)]

    def _lines(self, look: Look, sheet: Sheet) -> Iterator[Piece]:
        across = min(sheet.width, _WIDEST)
        hang = max(_room(entry, look.size) for entry in self.entries)
        for place, entry in enumerate(self.entries):
            hung = _room(entry, look.size) > 0
            manner = _manner(entry, look, hang, hung=hung)
            whole = entry.text if hung else f"{entry.label} {entry.text}".strip()
            title = paragraph(
                plain_words(whole, Style.BOLD if entry.level <= 0 else Style.REGULAR),
                manner,
                across - _RIGHT,
                label=plain_words(entry.label) if hung else (),
                element=entry.link,
                label_element=entry.label_element,
                after=" ",
            )
            inset = (sheet.width - across) / 2
            yield EntryLine(entry, title, inset, self._with_next(place))

    def _with_next(self, place: int) -> bool:
        """Tell whether an entry stays with the next: a chapter does with its first section."""
        below = self.entries[place + 1 : place + 2]
        if not below:
            return False
        return place < _TOGETHER - 1 or self.entries[place].level < below[0].level


def contents(blocks: Sequence[Block], structure: Structure) -> Contents | None:
    """Return the list of a document's chapters and their sections, None where it has neither."""
    headings = listed(blocks)
    if not headings:
        return None
    made = Contents(structure.heading(2))
    whole = structure.plain("TOC")
    chapter = within = whole
    for block in headings:
        if block.level <= 0:
            chapter = item = whole.add("TOCI")
            within = whole
        else:
            if within is whole and chapter is not whole:
                within = chapter.add("TOC")
            item = within.add("TOCI")
        label_element, link = item.add("Lbl"), item.add("Reference").add("Link")
        made.entries.append(Entry(block.level, *_texts(block), label_element, link))
    return made


def listed(blocks: Sequence[Block]) -> list[Heading]:
    """Return the headings that a list of contents names."""
    return [each for each in blocks if isinstance(each, Heading) and each.level <= DEEPEST]


def _texts(block: Heading) -> tuple[str, str]:
    """Return an entry's label and text, without the signs that lead to what a heading heads."""
    whole = in_short(block, _LONGEST) if plain(block.text).strip() else in_short(block)
    label = " ".join(printable(block.label).split())
    text = whole.removeprefix(label).strip() if whole.startswith(label) else whole
    bare = text.rstrip(" :;,")
    # A full stop would seem to be the first of the dots; that of "etc." stays.
    if not _ABBREVIATION.search(bare):
        bare = bare.rstrip(".")
    return label, bare or text


def _room(entry: Entry, size: float) -> float:
    """Return the room that an entry's label needs to hang before its text; none where it cannot."""
    if entry.level <= 0 or not entry.label or not entry.text:
        return 0.0
    room = width(entry.label) * size + 1.5 * styles.LABEL_GAP
    return room if room <= styles.LONGEST_LABEL else 0.0


def _manner(entry: Entry, look: Look, hang: float, *, hung: bool) -> Manner:
    """Return how an entry is set; lines after the first begin where its text does."""
    if entry.level <= 0:
        left, indent, before = styles.STEP, -styles.STEP, look.chapter
    else:
        left, indent, before = styles.STEP + hang, -hang, look.section
    if hung:
        left, indent = left - hang, 0.0
    return Manner(
        size=look.size,
        leading=look.leading,
        left=left,
        hang=hang if hung else 0.0,
        indent=indent,
        before=before,
        after=0.0,
    )
