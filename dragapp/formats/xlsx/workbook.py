"""The whole workbook: its sheets drawn one after the other, its properties, its file."""

from __future__ import annotations

from datetime import datetime

from openpyxl import Workbook

from dragapp.annex.blocks import Document, Grid, Signatures
from dragapp.formats.steps import Steps, count, part
from dragapp.formats.xlsx.canvas import Canvas
from dragapp.formats.xlsx.grid import GridPainter, type_size
from dragapp.formats.xlsx.metrics import Ruler
from dragapp.formats.xlsx.package import package
from dragapp.formats.xlsx.page import LANDSCAPE_WIDTH, PORTRAIT_WIDTH, set_up
from dragapp.formats.xlsx.prose import Prose
from dragapp.formats.xlsx.sheets import Sheet, gather
from dragapp.formats.xlsx.styles import Styles
from dragapp.formats.xlsx.widths import column_widths
from dragapp.plan.text import clean
from dragapp.progress import Progress, silent

#: The files tell nothing of the day they were made, so that equal documents give equal files.
_DATE = datetime(2000, 1, 1)
_LONGEST_PROPERTY = 255
#: How much of the work is done when all sheets are laid out.
_LAID_OUT = 0.6


def packed(document: Document, progress: Progress = silent) -> bytes:
    """Return the document's .xlsx file; the same document gives the same bytes."""
    workbook = Workbook()
    _set_properties(workbook, document)
    styles, ruler = Styles(workbook), Ruler()
    steps = Steps(part(progress, 0.0, _LAID_OUT), count(document.blocks))
    canvases = [
        _add_sheet(workbook, document, sheet, styles, ruler, steps, front=at == 0)
        for at, sheet in enumerate(gather(document))
    ]
    data = package(workbook, canvases, part(progress, _LAID_OUT, 1.0))
    progress(1.0)
    return data


def _set_properties(workbook: Workbook, document: Document) -> None:
    properties = workbook.properties
    properties.title = clean(document.title)[:_LONGEST_PROPERTY]
    properties.creator = clean(document.author)[:_LONGEST_PROPERTY]
    properties.subject = clean(document.subject)[:_LONGEST_PROPERTY]
    properties.language = "ro-RO"
    properties.created = properties.modified = _DATE
    workbook.calculation.fullCalcOnLoad = True


def _add_sheet(
    workbook: Workbook,
    document: Document,
    sheet: Sheet,
    styles: Styles,
    ruler: Ruler,
    steps: Steps,
    *,
    front: bool,
) -> Canvas:
    width = LANDSCAPE_WIDTH if sheet.landscape else PORTRAIT_WIDTH
    canvas = Canvas(_widths(sheet, width, ruler))
    prose = Prose(canvas, styles, ruler)
    head = None
    for block in steps.over(sheet.blocks):
        if isinstance(block, Grid):
            canvas.gap(6)
            head = GridPainter(canvas, block, styles, ruler).draw(steps)
            canvas.gap(6)
        else:
            prose.write(block)
    worksheet = workbook.worksheets[0] if front else workbook.create_sheet()
    worksheet.title = sheet.name
    set_up(worksheet, document, canvas, landscape=sheet.landscape, head=head, front=front)
    return canvas


def _widths(sheet: Sheet, total: float, ruler: Ruler) -> list[float]:
    if sheet.grid:
        return column_widths(sheet.grid, total, type_size(sheet.grid), ruler)
    signers = [len(block.signers) for block in sheet.blocks if isinstance(block, Signatures)]
    columns = max(signers, default=1) or 1
    return [total / columns] * columns
