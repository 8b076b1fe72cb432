"""Small plans for the tests of what is printed, and what their blocks say."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from dragapp.annex.blocks import Block, Grid, Heading, PageTurn, Text, ToComplete
from dragapp.annex.build import annex
from dragapp.plan.column import Column
from dragapp.plan.outline import Level, Node, Table
from dragapp.plan.plan import Plan
from dragapp.plan.rich import plain, rich
from dragapp.plan.section import Paragraph, ParagraphKind, Section, State

_B = TypeVar("_B")


def section(key: str, heading: str = "", *sections: Section, **fields: object) -> Section:
    """Return a section; one that was typed in or declared, unless told otherwise."""
    made = Section(key, f"Numele {key}", heading=rich(heading), state=State.DONE)
    made.sections = list(sections)
    return replace(made, **fields)  # type: ignore[arg-type]


def blocks(*sections: Section) -> tuple[Block, ...]:
    return annex(Plan(2024, sections=list(sections))).blocks


def kinds(found: tuple[Block, ...], kind: type[_B]) -> list[_B]:
    return [block for block in found if isinstance(block, kind)]


def said(found: tuple[Block, ...]) -> list[str]:
    """Return what the blocks say, a line each, as on paper."""
    lines = []
    for block in found:
        if isinstance(block, Heading):
            parts = [block.label, plain(block.text), plain(block.tail)]
            lines.append(" ".join(part for part in parts if part))
        elif isinstance(block, Text):
            lines.append(f"{block.label} {plain(block.text)}".strip())
        elif isinstance(block, ToComplete):
            lines.append(f"[{block.text}]")
        elif isinstance(block, Grid):
            lines += [" | ".join(c.text for c in row.cells if c and c.text) for row in block.rows]
        elif isinstance(block, PageTurn):
            lines.append("LYING" if block.landscape else "STANDING")
    return lines


def table(width: int, *rows: str) -> Table:
    """Return a table of that many columns; each row says its text in the first."""
    columns = [Column(f"c{at}", "l", f"Coloana {at}") for at in range(width)]
    made = [Node(f"r-{at}-{text}", "l", cells={"c0": text}) for at, text in enumerate(rows)]
    return Table([Level("l", "rând")], columns, made)


def item(text: str, label: str = "{1}.", level: int = 0) -> Paragraph:
    return Paragraph(rich(text), ParagraphKind.ITEM, level, label)


def line(text: str) -> Paragraph:
    return Paragraph(rich(text))
