"""Which block of the document stands on which sheet.

A section with a table has a sheet of its own. The text of the others is gathered, in printed
order, on the sheet of their top section. What has no place in the plan (letterhead, title,
signatures) is on the first sheet.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dragapp.annex.blocks import Block, Document, Grid, Heading, PageTurn, Place, Text, ToComplete
from dragapp.formats.xlsx.names import SheetNames

FRONT = "Antet"
#: From this number of columns on, a table lies down even where the document does not say so.
LANDSCAPE_COLUMNS = 7


@dataclass(slots=True)
class Sheet:
    """One sheet: its name, its blocks in printed order, and its table, of which it has one."""

    name: str
    blocks: list[Block] = field(default_factory=list)
    grid: Grid | None = None
    landscape: bool = False


def gather(document: Document) -> list[Sheet]:
    """Distribute the blocks over sheets, in order of first appearance; the front comes first."""
    names = SheetNames()
    front = Sheet(names.take(FRONT))
    sheets = [front]
    by_section: dict[str, Sheet] = {}
    with_grid = {block.place.section for block in document.blocks if isinstance(block, Grid)}
    lying = False
    for block in document.blocks:
        if isinstance(block, PageTurn):
            lying = block.landscape
        elif not isinstance(block, Heading | Text | ToComplete | Grid):
            front.blocks.append(block)
        else:
            place = block.place
            key = place.section if place.section in with_grid else place.top
            sheet = by_section.get(key)
            if sheet is None or (isinstance(block, Grid) and sheet.grid):
                sheet = by_section[key] = Sheet(names.take(_wanted(place, key)))
                sheets.append(sheet)
            sheet.blocks.append(block)
            if isinstance(block, Grid):
                sheet.grid = block
                sheet.landscape = lying or len(block.columns) >= LANDSCAPE_COLUMNS
    return sheets


def _wanted(place: Place, key: str) -> str:
    if key == place.top:
        return place.top_name or place.path
    if place.name.startswith(place.path):
        return place.name
    return f"{place.path} {place.name}"
