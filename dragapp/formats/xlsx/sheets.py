"""Which block of the document stands on which sheet.

A section with a table has a sheet of its own. The text of the others is gathered on the sheet of
their top section, and after a table on a new one, so that the sheets keep the printed order; a
chapter that begins with a table has its heading there. What
stands before the plan (letterhead, title) is on the first sheet, the signatures are on the last
one. A sheet lies where its table does; without a table, where all its blocks do.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dragapp.annex.blocks import (
    Block,
    Document,
    Grid,
    Heading,
    PageTurn,
    Place,
    Signatures,
    Text,
    ToComplete,
)
from dragapp.formats.xlsx.names import SheetNames

FRONT = "Antet"
CLOSE = "Semnături"


@dataclass(slots=True)
class Sheet:
    """One sheet: its name, its blocks in printed order, and its table, of which it has one."""

    name: str
    blocks: list[Block] = field(default_factory=list)
    grid: Grid | None = None
    landscape: bool = False

    def put(self, block: Block, *, lying: bool) -> None:
        """Add a block that stands on a lying page of the document, or on a standing one."""
        if isinstance(block, Grid):
            self.grid, self.landscape = block, lying
        elif not self.grid:
            self.landscape = lying and (self.landscape or not self.blocks)
        self.blocks.append(block)


def gather(document: Document) -> list[Sheet]:
    """Distribute the blocks over sheets, in order of first appearance; the front comes first."""
    sheets = [Sheet(FRONT)]
    close: list[Block] = []
    by_section: dict[str, Sheet] = {}
    with_grid = {block.place.section for block in document.blocks if isinstance(block, Grid)}
    lying = False
    for block in document.blocks:
        if isinstance(block, PageTurn):
            lying = block.landscape
        elif isinstance(block, Signatures):
            close.append(block)
        elif not isinstance(block, Heading | Text | ToComplete | Grid):
            sheets[0].put(block, lying=lying)
        else:
            place = block.place
            key = place.section if place.section in with_grid else place.top
            sheet = by_section.get(key)
            passed = sheet is not None and sheet is not sheets[-1]
            if sheet is None or passed or (isinstance(block, Grid) and sheet.grid):
                opening = _bare_headings(sheets) if key in with_grid else []
                sheet = by_section[key] = Sheet(_wanted(place, key), opening)
                sheets.append(sheet)
            sheet.put(block, lying=lying)
    if close:
        sheets.append(Sheet(CLOSE, close, landscape=lying))
    names = SheetNames()
    for sheet in sheets:
        sheet.name = names.take(sheet.name)
    return sheets


def _bare_headings(sheets: list[Sheet]) -> list[Block]:
    """Take a last sheet of nothing but headings away: they open the table's sheet instead."""
    last = sheets[-1].blocks
    if len(sheets) == 1 or not all(isinstance(b, Heading) and not b.tail for b in last):
        return []
    return sheets.pop().blocks


def _wanted(place: Place, key: str) -> str:
    if key == place.top:
        return place.top_name or place.path
    if place.name.startswith(place.path):
        return place.name
    return f"{place.path} {place.name}"
