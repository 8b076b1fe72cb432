"""Blocks turned into pieces, in runs of pages that all stand or all lie."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from dragapp.annex.blocks import (
    PLACED,
    AnnexLine,
    Block,
    Grid,
    Heading,
    Layout,
    Letterhead,
    PageTurn,
    Signatures,
    Text,
    Title,
    ToComplete,
)
from dragapp.formats.pdf import headings, styles
from dragapp.formats.pdf.fonts import Style
from dragapp.formats.pdf.letterhead import letterhead
from dragapp.formats.pdf.page import Sheet, sheet_for
from dragapp.formats.pdf.paragraph import paragraph
from dragapp.formats.pdf.piece import Piece
from dragapp.formats.pdf.signatures import joined, signature_block
from dragapp.formats.pdf.structure import Structure
from dragapp.formats.pdf.table import table
from dragapp.formats.pdf.texts import item_hangs, leading, text_piece
from dragapp.formats.pdf.words import plain_words
from dragapp.formats.steps import UNFOLLOWED, Steps

_ORDINARY = Layout()


def runs(
    blocks: Sequence[Block],
    structure: Structure,
    steps: Steps = UNFOLLOWED,
    layout: Layout = _ORDINARY,
) -> list[tuple[Sheet, list[Piece]]]:
    """Return the pieces of a document, divided where the pages turn; no run is empty.

    Its layout chooses the sheets. What they are is added to the structure.
    """
    standing, lying = (sheet_for(layout, landscape=turned) for turned in (False, True))
    divided: list[tuple[Sheet, list[Block]]] = [(standing, [])]
    for block in blocks:
        if not isinstance(block, PageTurn):
            divided[-1][1].append(block)
            continue
        sheet = lying if block.landscape else standing
        if not divided[-1][1]:
            divided.pop()
        if not divided or divided[-1][0] is not sheet:
            divided.append((sheet, []))
    made = [(sheet, _pieces(own, sheet, structure, steps)) for sheet, own in divided]
    return [(sheet, pieces) for sheet, pieces in made if pieces]


def _pieces(
    blocks: Sequence[Block], sheet: Sheet, structure: Structure, steps: Steps
) -> list[Piece]:
    pieces: list[Piece] = []
    hangs, leads = item_hangs(blocks), leading(blocks)
    for place, (block, after) in enumerate(steps.over(pairwise((*blocks, None)))):
        structure.section = block.place.section if isinstance(block, PLACED) else ""
        if isinstance(block, Text):
            before = blocks[place - 1] if place else None
            hang = hangs.get(place, 0.0)
            pieces.append(
                text_piece(block, before, after, hang, sheet.width, structure, leads=place in leads)
            )
        elif block is not None:
            pieces += _others(block, after, sheet, structure, steps)
    return joined(pieces)


def _others(
    block: Block, after: Block | None, sheet: Sheet, structure: Structure, steps: Steps
) -> list[Piece]:
    match block:
        case Heading():
            leads = isinstance(after, Grid)
            return [headings.heading(block, sheet.width, structure, leads=leads)]
        case Grid():
            printed = block.columns and (block.head or block.rows)
            if not printed:
                return []
            element = structure.plain("Table")
            return [table(block, sheet, element, steps)]
        case Signatures():
            if not (block.signers or block.stamp):
                return []
            return [signature_block(block, sheet.width, structure)]
        case ToComplete():
            words = plain_words(f"[{block.text}]", Style.ITALIC)
            element = structure.plain()
            return [paragraph(words, styles.TO_COMPLETE, sheet.width, element=element)]
        case Letterhead():
            return letterhead(block, sheet, structure)
        case AnnexLine():
            last = not isinstance(after, AnnexLine)
            manner = replace(styles.ANNEX_LINE, after=12.0 if last else 0.0)
            element = structure.plain()
            return [paragraph(plain_words(block.text), manner, sheet.width, element=element)]
        case Title():
            return headings.title(block, sheet.width, structure)
    return []
