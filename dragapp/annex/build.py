"""Turn a plan into its printed document: the annex to the council's decision.

Nothing is declared here that the user has not declared: an empty section without a statement prints
*de completat*, and a statement never hides what was typed.
"""

from __future__ import annotations

import re

from dragapp.annex.blocks import (
    TO_COMPLETE,
    Block,
    Document,
    Heading,
    Layout,
    PageTurn,
    Place,
    Text,
    ToComplete,
)
from dragapp.annex.cards import as_cards
from dragapp.annex.front import closing, front_matter, header_lines
from dragapp.annex.printout import WHOLE, Printout, Purpose
from dragapp.annex.tables import LANDSCAPE_COLUMNS, grid
from dragapp.plan.numbered import paragraph_labels, section_labels
from dragapp.plan.plan import Plan
from dragapp.plan.rich import RichText, plain, rich
from dragapp.plan.section import (
    Orientation,
    Paragraph,
    ParagraphKind,
    Scope,
    Section,
    State,
    StatementPlace,
)
from dragapp.plan.wording import placeholders

#: Stands at the head of a draft's pages.
DRAFT = "PROIECT"


def annex(plan: Plan, printout: Printout = WHOLE) -> Document:
    """Return the plan's annex as blocks, or a section of it alone.

    Raise KeyError where there is no such section.
    """
    builder = _Builder(plan, printout)
    for section in plan.sections:
        if section.scope == Scope.ANNEX:
            builder.section(section, section, (), "")
    front = front_matter(plan, printout)
    if builder.blocks and isinstance(builder.blocks[0], PageTurn):
        # A title alone on a standing page would leave the rest of that page empty.
        front.insert(0, builder.blocks.pop(0))
    uat = placeholders(plan.institution, plan.year)["uat"]
    lines = header_lines(plan)
    mark = DRAFT if printout.draft else ""
    choices = plan.printing
    return Document(
        title=" ".join(plan.title.split()),
        author=uat[:1].upper() + uat[1:],
        subject=" ".join(lines),
        running_head=_short(lines) if lines else "",
        running_foot=f"Plan anual de acțiune privind serviciile sociale – {uat}, {plan.year}",
        blocks=(
            *front,
            *builder.blocks,
            *(() if printout.section else closing(plan, printout.purpose)),
        ),
        mark=mark,
        layout=Layout(
            large=choices.large,
            bound=choices.bound and printout.purpose != Purpose.PUBLISH,
            contents=choices.contents and not printout.section,
        ),
    )


def _short(lines: tuple[str, ...]) -> str:
    """Return the annex header on one line where that fits, else its first line."""
    first, *others = (line.strip().rstrip(",;") for line in lines)
    # "Anexa nr. 1" goes on: "la hotărârea nr. 25".
    spaced = (f" {each}" if each.lower().startswith("la ") else f", {each}" for each in others)
    joined = first + "".join(spaced)
    return joined if len(joined) <= 90 else lines[0]


class _Builder:
    def __init__(self, plan: Plan, printout: Printout) -> None:
        printed = [section for section in plan.sections if section.scope == Scope.ANNEX]
        self.labels = section_labels(printed)
        self.cards = plan.printing.cards and printout.purpose != Purpose.WORKBOOK
        self.totals = plan.printing.totals
        self.wanted: set[str] | None = None
        if printout.section:
            self.wanted = {section.key for section in plan.section(printout.section).walk()}
        self.blocks: list[Block] = []
        self.lying = False

    def section(
        self, section: Section, top: Section, ancestors: tuple[str, ...], above: str
    ) -> None:
        if section.hidden:
            return
        label = self.labels[section.key]
        path = _path(label, above)
        place = Place(section.key, section.name, path, top.key, top.name)
        if self.wanted is not None and section.key not in self.wanted:
            self._lead(section, top, ancestors, place)
            return
        table = grid(section, place, totals=self.totals)
        wide = table is not None and len(table.columns) >= LANDSCAPE_COLUMNS
        self._turn(section, ancestors, wide=wide and not self.cards)
        paragraphs = [*section.before, *section.after]
        texts = [
            _text(place, paragraph, number)
            for paragraph, number in zip(paragraphs, paragraph_labels(paragraphs), strict=True)
        ]
        before, after = texts[: len(section.before)], texts[len(section.before) :]
        start = len(self.blocks)
        tail, consumed = _tail(section, before)
        if label or section.heading or tail:
            self.blocks.append(Heading(place, len(ancestors), label, section.heading, tail))
        self.blocks += [text for text in before[consumed:] if plain(text.text).strip()]
        if _declared(section, StatementPlace.BODY):
            self.blocks.append(Text(place, section.statement, ParagraphKind.PLAIN))
        if table:
            self.blocks += as_cards(table) if wide and self.cards else (table,)
        self.blocks += [text for text in after if plain(text.text).strip()]
        visible = [child for child in section.sections if not child.hidden]
        if section.state == State.TODO and not visible and not self._says_something(start):
            headed = label or plain(section.heading).strip() or not section.name
            mark = TO_COMPLETE if headed else f"{section.name}: {TO_COMPLETE}"
            self.blocks.append(ToComplete(place, mark))
        for child in visible:
            self.section(child, top, (*ancestors, section.key), path)

    def _lead(
        self, section: Section, top: Section, ancestors: tuple[str, ...], place: Place
    ) -> None:
        """Put the heading alone of a section that the wanted one stands in; pass over others."""
        assert self.wanted is not None
        if not any(inner.key in self.wanted for inner in section.walk()):
            return
        label = self.labels[section.key]
        if label or plain(section.heading).strip():
            self.blocks.append(Heading(place, len(ancestors), label, section.heading))
        for child in section.sections:
            self.section(child, top, (*ancestors, section.key), place.path)

    def _says_something(self, start: int) -> bool:
        return any(not isinstance(b, Heading) or b.tail for b in self.blocks[start:])

    def _turn(self, section: Section, ancestors: tuple[str, ...], *, wide: bool) -> None:
        """Lay the page down or stand it up, taking along the headings that open this section."""
        lying = section.orientation == Orientation.LANDSCAPE or (
            section.orientation == Orientation.AUTO and wide
        )
        if lying == self.lying:
            return
        self.lying = lying
        place = len(self.blocks)
        while place:
            above = self.blocks[place - 1]
            if not isinstance(above, Heading) or above.tail:
                break
            if above.place.section not in ancestors:
                break
            place -= 1
        if place and isinstance(self.blocks[place - 1], PageTurn):
            del self.blocks[place - 1]
            return
        self.blocks.insert(place, PageTurn(lying))


def _text(place: Place, paragraph: Paragraph, label: str) -> Text:
    """Return a paragraph as printed; outside a list its label is the beginning of its text."""
    if label and paragraph.kind != ParagraphKind.ITEM:
        text = rich(f"{label} ", *paragraph.text)
        return Text(place, text, paragraph.kind, paragraph.level)
    return Text(place, paragraph.text, paragraph.kind, paragraph.level, label)


def _declared(section: Section, place: StatementPlace) -> bool:
    """Whether the section's statement is to be printed at that place."""
    stated = section.state == State.NONE and bool(section.statement)
    return stated and section.statement_place == place


def _tail(section: Section, before: list[Text]) -> tuple[RichText, int]:
    """Return what runs on after the heading, and how many paragraphs of the text it takes."""
    runs: list[RichText] = []
    if _declared(section, StatementPlace.HEADING):
        runs.append(section.statement)
    consumed = 0
    if section.run_in and before and before[0].kind == ParagraphKind.PLAIN:
        runs.append(before[0].text)
        consumed = 1
    runs = [run for run in runs if run]
    joined: RichText = ()
    for run in runs:
        joined = rich(*joined, " ", *run) if joined else run
    return joined, consumed


def _path(label: str, above: str) -> str:
    tokens = re.findall(r"\w+(?:\.\w+)*", label)
    if not tokens:
        return above
    own = tokens[-1]
    last = above.rsplit(".", 1)[-1]
    if above and own.startswith(f"{last}."):
        own = own[len(last) + 1 :]
    return f"{above}.{own}" if above else own
