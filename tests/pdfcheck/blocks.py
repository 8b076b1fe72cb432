"""The text of each block of the structure, gathered from the pages."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.pdfcheck.geometry import Placed
from tests.pdfcheck.marks import Mark
from tests.pdfcheck.opened import Opened
from tests.pdfcheck.roles import RUN_ON
from tests.pdfcheck.structure import Content, Element

NOWHERE = Placed(0, (0, 0), (0, 0), (1, 0), 0)


@dataclass(frozen=True)
class Piece:
    """A run of text with its place; several strings when one text stands in their place."""

    text: str
    placed: Placed
    last: Placed
    marks: tuple[Mark, ...]
    replaces: bool = False
    """Whether the text is ActualText or Alt."""


@dataclass(eq=False)
class Block:
    """An element that is read on its own, with what is in the sentences of it."""

    element: Element
    pieces: list[Piece] = field(default_factory=list)


def blocks(opened: Opened) -> list[Block]:
    """Return the blocks in reading order; those without text are among them."""
    gathered = _Gathering(opened)
    for element in opened.tree.elements:
        if element.parent is None:
            gathered.add(element, None)
    return gathered.blocks


class _Gathering:
    def __init__(self, opened: Opened) -> None:
        self.blocks: list[Block] = []
        self._opened = opened

    def add(self, element: Element, around: Block | None) -> None:
        """Add an element's text: to the block around it when it runs on, else as new blocks."""
        runs_on = around is not None and element.role in RUN_ON
        block = around if runs_on else None
        start = len(block.pieces) if block else 0
        for kid in element.kids:
            if isinstance(kid, Content):
                block = block or self._block(element)
                block.pieces += self._pieces(kid)
            elif isinstance(kid, Element):
                if kid.role in RUN_ON:
                    block = block or self._block(element)
                    self.add(kid, block)
                else:
                    self.add(kid, None)
                    block = block if runs_on else None
        if element.actual_text is not None and block is not None:
            block.pieces[start:] = _replaced(element.actual_text, block.pieces[start:])

    def _block(self, element: Element) -> Block:
        self.blocks.append(Block(element))
        return self.blocks[-1]

    def _pieces(self, content: Content) -> list[Piece]:
        found: list[Piece] = []
        last: Mark | None = None
        for shown in self._opened.shown_of([content]):
            mark = next((mark for mark in shown.marks if mark.actual_text is not None), None)
            if mark is None:
                found.append(Piece(shown.text, shown.placed, shown.placed, shown.marks))
            elif mark is last:
                before = found.pop()
                found.append(Piece(before.text, before.placed, shown.placed, shown.marks, True))
            else:
                text = mark.actual_text or ""
                found.append(Piece(text, shown.placed, shown.placed, shown.marks, True))
            last = mark
        return found


def _replaced(text: str, pieces: list[Piece]) -> list[Piece]:
    # A picture shows no letters: its text has no place of its own.
    first, last = (pieces[0].placed, pieces[-1].last) if pieces else (NOWHERE, NOWHERE)
    marks = tuple(mark for piece in pieces for mark in piece.marks)
    return [Piece(text, first, last, marks, True)]
