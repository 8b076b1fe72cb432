"""The looks of cells, as named styles: each is described once and shared by all its cells."""

from __future__ import annotations

from typing import NamedTuple

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side

from dragapp.formats.xlsx.cells import FONT

HEAD_FILL = "FFE7E7E7"
BANNER_FILL = "FFF4F4F4"
_LINE = Side(style="thin", color="FF595959")

#: What Excel, on editing a cell, would take for the beginning of a formula.
FORMULA_STARTS = ("=", "+", "-", "@")


class Style(NamedTuple):
    """How a cell looks; `fill` is a colour or "", `size` is in points, `indent` in steps."""

    size: int = 11
    bold: bool = False
    italic: bool = False
    align: str = "left"
    middle: bool = False
    bordered: bool = False
    fill: str = ""
    format: str = "General"
    indent: int = 0


class Styles:
    """The styles of one workbook, made when first used. Cells know them by their numbers."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._numbers: dict[Style, int] = {}
        self._quoted: dict[Style, int] = {}

    def of(self, style: Style) -> int:
        """Return the style's number."""
        number = self._numbers.get(style)
        if number is None:
            name = f"Plan {len(self._numbers) + 1}"
            self._workbook.add_named_style(_named(style, name))
            number = self._numbers[style] = self._cell(name).style_id
        return number

    def for_text(self, style: Style, text: str) -> int:
        """Return the style for a text, quoted where Excel might take it for a formula."""
        number = self.of(style)
        if not text.startswith(FORMULA_STARTS):
            return number
        quoted = self._quoted.get(style)
        if quoted is None:
            cell = self._cell(f"Plan {list(self._numbers).index(style) + 1}")
            cell.quotePrefix = True
            quoted = self._quoted[style] = cell.style_id
        return quoted

    def _cell(self, name: str) -> Cell:
        cell = Cell(self._workbook.worksheets[0], 1, 1)
        cell.style = name
        return cell


def _named(style: Style, name: str) -> NamedStyle:
    named = NamedStyle(
        name=name,
        font=Font(name=FONT, size=style.size, bold=style.bold, italic=style.italic),
        alignment=Alignment(
            horizontal=style.align,
            vertical="center" if style.middle else "top",
            wrap_text=True,
            indent=style.indent,
        ),
        number_format=style.format,
    )
    if style.bordered:
        named.border = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
    if style.fill:
        named.fill = PatternFill("solid", fgColor=style.fill)
    return named
