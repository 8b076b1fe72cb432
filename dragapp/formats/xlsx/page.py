"""How a sheet is shown and printed: A4, fitted to the width, its header on every page."""

from __future__ import annotations

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from dragapp.annex.blocks import Document
from dragapp.formats.xlsx.canvas import Canvas
from dragapp.formats.xlsx.cells import FONT
from dragapp.formats.xlsx.pieces import units
from dragapp.plan.text import clean

#: Points between the margins of an A4 page, standing and lying.
PORTRAIT_WIDTH = 505.0
LANDSCAPE_WIDTH = 750.0
#: Rows up to this height, in points, may be frozen and still leave room on a small screen.
FROZEN_HEIGHT = 260.0
#: Points of one unit of column width: a digit of the workbook's own font.
WIDTH_UNIT = 6.0
_A4 = 9
_SIDE, _TOP, _EDGE = 0.6, 0.75, 0.35
#: Excel allows a header or footer 255 characters, its codes included.
_LONGEST_FOOT = 180


def set_up(
    worksheet: Worksheet,
    document: Document,
    canvas: Canvas,
    *,
    landscape: bool,
    head: tuple[int, int] | None,
    front: bool,
) -> None:
    """Set the sheet's view and its page; `head` is the first and the last row of its header."""
    for at, width in enumerate(canvas.widths, 1):
        worksheet.column_dimensions[get_column_letter(at)].width = round(width / WIDTH_UNIT, 2)
    worksheet.sheet_view.showGridLines = False
    if head:
        worksheet.print_title_rows = f"{head[0]}:{head[1]}"
        if sum(canvas.heights[: head[1]]) <= FROZEN_HEIGHT:
            worksheet.freeze_panes = f"A{head[1] + 1}"
    _set_up_page(worksheet, landscape)
    _set_up_head_and_foot(worksheet, document, front)


def _set_up_page(worksheet: Worksheet, landscape: bool) -> None:
    worksheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    setup, margins = worksheet.page_setup, worksheet.page_margins
    setup.paperSize = _A4
    setup.orientation = "landscape" if landscape else "portrait"
    setup.fitToWidth, setup.fitToHeight = 1, 0
    margins.left = margins.right = _SIDE
    margins.top = margins.bottom = _TOP
    margins.header = margins.footer = _EDGE
    worksheet.print_options.horizontalCentered = True


def _set_up_head_and_foot(worksheet: Worksheet, document: Document, front: bool) -> None:
    """Set what is printed in the margins; the document's first page has nothing at its head."""
    margins = worksheet.HeaderFooter
    margins.oddFooter = _margin(_coded(document.running_foot), "Pagina &P din &N")
    margins.oddHeader = _margin("", _coded(document.running_head))
    if front:
        margins.differentFirst = True
        margins.firstFooter = margins.oddFooter


def _margin(left: str, right: str) -> HeaderFooterItem:
    item = HeaderFooterItem()
    for part, text in ((item.left, left), (item.right, right)):
        if text:
            part.text, part.font, part.size = text, f"{FONT},Regular", 9
    return item


def _coded(text: str) -> str:
    """Return the text as the margins' codes want it, cut where Excel would refuse the file."""
    line = " ".join(clean(text).split())
    if units(line) + line.count("&") > _LONGEST_FOOT:
        line = line[: _LONGEST_FOOT // 2].rstrip() + "…"
    return line.replace("&", "&&")
