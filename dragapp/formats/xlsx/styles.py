"""The looks of cells, as named styles: each is described once and shared by all its cells."""

from __future__ import annotations

from copy import copy
from typing import NamedTuple

from openpyxl import Workbook
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.styles.cell_style import StyleArray

FONT = "Times New Roman"
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
    """The styles of one workbook, made when first used."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._arrays: dict[Style, StyleArray] = {}
        self._quoted: dict[Style, StyleArray] = {}
        self._fonts: dict[tuple[int, bool, bool], InlineFont] = {}

    def of(self, style: Style) -> StyleArray:
        """Return the style as cells hold it."""
        array = self._arrays.get(style)
        if array is None:
            named = self._named(style)
            self._workbook.add_named_style(named)
            array = self._arrays[style] = named.as_tuple()
        return array

    def for_text(self, style: Style, text: str) -> StyleArray:
        """Return the style for a text, quoted where Excel might take it for a formula."""
        if not text.startswith(FORMULA_STARTS):
            return self.of(style)
        array = self._quoted.get(style)
        if array is None:
            array = self._quoted[style] = copy(self.of(style))
            array.quotePrefix = 1
        return array

    def run_font(self, size: int, bold: bool, italic: bool) -> InlineFont:
        """Return the font of a run that differs from the rest of its cell."""
        key = (size, bold, italic)
        if key not in self._fonts:
            self._fonts[key] = InlineFont(rFont=FONT, sz=size, b=bold or None, i=italic or None)
        return self._fonts[key]

    def _named(self, style: Style) -> NamedStyle:
        named = NamedStyle(
            name=f"Plan {len(self._arrays) + 1}",
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
