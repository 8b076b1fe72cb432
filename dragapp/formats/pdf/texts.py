"""Running text, list items and notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from dragapp.annex.blocks import Block, Grid, Text
from dragapp.formats.pdf import styles
from dragapp.formats.pdf.fonts import printable, width
from dragapp.formats.pdf.paragraph import Paragraph, paragraph
from dragapp.formats.pdf.structure import Structure
from dragapp.formats.pdf.words import plain_words, words
from dragapp.plan.rich import Run, plain
from dragapp.plan.section import ParagraphKind

#: What announces something, and what is a line like a heading, is no longer than this.
_LEAD_IN, _LINE = 400, 120
#: So many lines like headings stay together at most, else they are a list without labels.
_TITLES = 3


def item_hangs(blocks: Sequence[Block]) -> dict[int, float]:
    """Return, for each list item by its place, the room for labels that its list shares.

    The items of one level hang alike, up to the next thing that is no item.
    """
    hangs: dict[int, float] = {}
    lists: dict[int, list[int]] = {}
    for place, block in enumerate((*blocks, None)):
        if isinstance(block, Text) and block.kind == ParagraphKind.ITEM:
            lists.setdefault(block.level, []).append(place)
            continue
        for places in lists.values():
            labels = [_label_width(blocks[each]) for each in places]
            shared = max(styles.LABEL_ROOM, *labels, 0.0)
            hangs |= dict.fromkeys(places, shared)
        lists.clear()
    return hangs


def _label_width(block: Block) -> float:
    label = block.label if isinstance(block, Text) else ""
    if not label:
        return 0.0
    room = width(printable(label).replace("\n", " ")) * styles.ITEM.size + styles.LABEL_GAP
    return room if room <= styles.LONGEST_LABEL else 0.0


def leading(blocks: Sequence[Block]) -> set[int]:
    """Return the places of the texts that stay with what follows them."""
    places: set[int] = set()
    titles = 0
    for place, (block, after) in reversed(list(enumerate(pairwise(blocks)))):
        if _leads(block, after):
            places.add(place)
            titles = 0
        elif titles < _TITLES and _is_title(block) and (_is_led(after) or place + 1 in places):
            places.add(place)
            titles += 1
        else:
            titles = 0
    return places


def text_piece(
    block: Text,
    before: Block | None,
    after: Block | None,
    hang: float,
    across: float,
    structure: Structure,
    *,
    leads: bool,
) -> Paragraph:
    """Set one text between its neighbours; one that `leads` is not parted from what follows."""
    left = min(max(block.level, 0) * styles.STEP, across / 2)
    if block.kind == ParagraphKind.ITEM:
        last = not (isinstance(after, Text) and after.kind == ParagraphKind.ITEM)
        manner = replace(
            styles.ITEM,
            left=left,
            hang=hang,
            before=5.0 if leads else 0.0,
            after=6.0 if last else 3.0,
        )
        label_element, body = structure.item(block.level, block.label)
        hung = _label_width(block) > 0 or not block.label
        return paragraph(
            words(block.text if hung else _labelled(block)),
            manner,
            across,
            label=plain_words(block.label) if hung else (),
            with_next=leads,
            element=body,
            label_element=label_element,
        )
    is_note = block.kind == ParagraphKind.NOTE
    manner = styles.NOTE if is_note else styles.PLAIN
    if left:
        manner = replace(manner, left=left, indent=0.0)
    elif leads and isinstance(after, Grid) and _is_bold(block):
        manner = styles.SUBHEADING
    return paragraph(
        words(_labelled(block)),
        manner,
        across,
        with_next=leads,
        with_previous=is_note and isinstance(before, Grid),
        element=structure.note() if is_note else structure.plain(),
    )


def _labelled(block: Text) -> tuple[Run, ...]:
    return (Run(f"{block.label} "), *block.text) if block.label else block.text


def _leads(block: Block, after: Block) -> bool:
    """Tell whether a text announces what follows: "Obiective specifice:", or all of it bold."""
    if not isinstance(block, Text) or not isinstance(after, Text | Grid):
        return False
    text = plain(block.text).rstrip()
    return len(text) <= _LEAD_IN and (text.endswith(":") or _is_bold(block))


def _is_title(block: Block) -> bool:
    """Tell whether a text is a line like a heading: "Direcții de acțiune", no sentence."""
    if not isinstance(block, Text) or block.kind != ParagraphKind.PLAIN:
        return False
    text = plain(block.text).strip()
    return 0 < len(text) <= _LINE and text[-1].isalnum()


def _is_led(block: Block) -> bool:
    """Tell whether a line above a block may be its heading."""
    return isinstance(block, Grid) or (isinstance(block, Text) and block.kind == ParagraphKind.ITEM)


def _is_bold(block: Text) -> bool:
    return bool(block.text) and all(run.bold for run in block.text)
