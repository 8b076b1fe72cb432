"""A paragraph, with or without a label that hangs before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragapp.formats.pdf.lines import Line, Measure, break_lines
from dragapp.formats.pdf.pen import Pen
from dragapp.formats.pdf.structure import Element
from dragapp.formats.pdf.words import Word
from dragapp.plan.column import Align

_ORPHANS = _WIDOWS = 2


@dataclass(frozen=True, slots=True)
class Manner:
    """How a paragraph is set; lengths in points.

    `hang` is the room for the label, between `left` and the text. `balanced` lines are about
    equally long, as in a title.
    """

    size: float = 12.0
    leading: float = 15.0
    align: Align = Align.LEFT
    justified: bool = False
    hyphenated: bool = False
    balanced: bool = False
    left: float = 0.0
    hang: float = 0.0
    indent: float = 0.0
    before: float = 0.0
    after: float = 6.0


@dataclass(slots=True)
class Paragraph:
    """Lines of one manner. `outline` is the bookmark it carries: a text and a level.

    `element` is what the lines are in the document's tree, `label_element` what the label is.
    """

    lines: tuple[Line, ...]
    label: tuple[Line, ...]
    manner: Manner
    width: float
    with_next: bool = False
    with_previous: bool = False
    outline: tuple[str, int] | None = None
    element: Element | None = None
    label_element: Element | None = None

    @property
    def before(self) -> float:
        """The white space above."""
        return self.manner.before

    @property
    def after(self) -> float:
        """The white space below."""
        return self.manner.after

    @property
    def height(self) -> float:
        """The height of its lines."""
        return max(len(self.lines), len(self.label), 1) * self.manner.leading

    def split(
        self, room: float, *, force: bool = False
    ) -> tuple[Paragraph | None, Paragraph | None]:
        """Divide between lines, leaving two of them on either side and no word in two.

        Where that cannot be, and it is forced, as many lines are put there as fit.
        """
        if self.height <= room:
            return self, None
        fit = int(room / self.manner.leading)
        cut = min(fit, len(self.lines) - _WIDOWS)
        while cut >= _ORPHANS and self.lines[cut - 1].hyphenated:
            cut -= 1
        if cut < _ORPHANS:
            if not force:
                return None, self
            cut = max(1, fit)
            if cut >= len(self.lines):
                return self, None
        head = replace(self, lines=self.lines[:cut], with_next=False)
        rest = replace(
            self,
            lines=self.lines[cut:],
            label=(),
            manner=replace(self.manner, indent=0.0, before=0.0),
            with_previous=False,
            outline=None,
        )
        return head, rest

    def draw(self, pen: Pen, left: float, top: float) -> None:
        """Draw the label, then the lines."""
        manner = self.manner
        if self.outline:
            pen.bookmark(*self.outline, top)
        if self.label:
            pen.text(
                self.label,
                left + manner.left,
                top,
                manner.hang,
                manner.size,
                manner.leading,
                element=self.label_element,
            )
        offset = manner.left + manner.hang
        pen.text(
            self.lines,
            left + offset,
            top,
            self.width - offset,
            manner.size,
            manner.leading,
            manner.align,
            justified=manner.justified,
            indent=manner.indent,
            element=self.element,
        )


def paragraph(
    words: Sequence[Word],
    manner: Manner,
    width: float,
    *,
    label: Sequence[Word] = (),
    with_next: bool = False,
    with_previous: bool = False,
    outline: tuple[str, int] | None = None,
    element: Element | None = None,
    label_element: Element | None = None,
    after: str = "",
) -> Paragraph:
    """Set words as a paragraph of the given width.

    `after` keeps its last word apart from a text of the same element that follows.
    """
    across = width - manner.left - manner.hang
    lines = break_lines(words, _measure(manner, across), after)
    if manner.balanced and len(lines) > 1:
        narrowest = _narrowest(words, manner, across, len(lines))
        lines = break_lines(words, _measure(manner, narrowest), after)
    hanging = break_lines(label, Measure(manner.size, manner.hang, manner.hang, hyphenated=False))
    return Paragraph(
        lines,
        hanging,
        manner,
        width,
        with_next,
        with_previous,
        outline,
        element,
        label_element or element,
    )


def _measure(manner: Manner, across: float) -> Measure:
    return Measure(manner.size, across - manner.indent, across, manner.justified, manner.hyphenated)


def _narrowest(words: Sequence[Word], manner: Manner, across: float, count: int) -> float:
    """Return the least width that needs no more lines, so that they are about equally long."""
    narrow, wide = across / 3, across
    while wide - narrow > 2:
        middle = (narrow + wide) / 2
        if len(break_lines(words, _measure(manner, middle))) <= count:
            wide = middle
        else:
            narrow = middle
    return wide
