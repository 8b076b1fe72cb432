"""A section: the one building block of a plan, from a chapter down to a single lettered item."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from dragapp.plan.outline import Table
from dragapp.plan.rich import RichText, plain


class ParagraphKind(StrEnum):
    """How a paragraph is set: running text, an item of a list, or a note in small type."""

    PLAIN = "plain"
    ITEM = "item"
    NOTE = "note"


class State(StrEnum):
    """What the user has said of a section; the program never says it for them."""

    TODO = "todo"
    DONE = "done"
    NONE = "none"


class StatementPlace(StrEnum):
    """Where "nu este cazul" is printed: in the heading's line, or as a paragraph of its own."""

    HEADING = "heading"
    BODY = "body"


class Orientation(StrEnum):
    """The page a section is printed on; auto lies down only where its table needs it."""

    AUTO = "auto"
    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


class Scope(StrEnum):
    """Whether a top section belongs to the printed annex or to the council's decision."""

    ANNEX = "annex"
    DECISION = "decision"


@dataclass(slots=True)
class Paragraph:
    """A paragraph of text; `label` is a pattern or a glyph, `number` what was typed for it."""

    text: RichText = ()
    kind: ParagraphKind = ParagraphKind.PLAIN
    level: int = 0
    label: str = ""
    number: str | None = None


@dataclass(slots=True)
class Section:
    """Heading, text, at most one table, text below it, subsections; every part may be absent.

    `name` is what the window lists; `heading` is what is printed, maybe nothing. With `run_in` the
    heading goes on into the first paragraph. `statement` is the sentence printed while `state` is
    NONE; typed text and rows are printed whatever the state. `advice` tells the user what belongs
    here and is never printed.
    """

    key: str
    name: str
    label: str = ""
    number: str | None = None
    heading: RichText = ()
    run_in: bool = False
    state: State = State.TODO
    statement: RichText = ()
    statement_place: StatementPlace = StatementPlace.BODY
    scope: Scope = Scope.ANNEX
    hidden: bool = False
    orientation: Orientation = Orientation.AUTO
    totals: bool = False
    advice: str = ""
    before: list[Paragraph] = field(default_factory=list)
    table: Table | None = None
    after: list[Paragraph] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    id: int = field(default=0, compare=False)

    def walk(self) -> Iterator[Section]:
        """Yield this section and all below it, in printed order."""
        yield self
        for section in self.sections:
            yield from section.walk()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed into its text or its table (its subsections aside)."""
        texts = any(plain(p.text).strip() for p in (*self.before, *self.after))
        return not texts and not (self.table and any(row.cells for row in self.table.walk()))
