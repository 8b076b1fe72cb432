"""The finished .xlsx package: the one that openpyxl makes, with the rows put in and no dates."""

from __future__ import annotations

import io
import re
import zipfile

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.writer.excel import ExcelWriter

from dragapp.formats.steps import Steps
from dragapp.formats.xlsx.canvas import Area, Canvas
from dragapp.formats.xlsx.cells import FONT, row_xml
from dragapp.progress import Progress

_DATE = (2000, 1, 1, 0, 0, 0)
#: Excel itself packs for speed, not for size.
_COMPRESSION = 2
_CONTENTS = "[Content_Types].xml"
_STYLES = "xl/styles.xml"
_FIRST_FONT = re.compile(r"<font>.*?</font>")
#: The font that column widths are measured in; a digit is six points wide on every computer.
_OWN_FONT = f'<font><name val="{FONT}"/><family val="1"/><sz val="12"/></font>'
_DIMENSION = re.compile(r'<dimension ref="[^"]*"')
_NO_ROWS = re.compile(r"<sheetData ?/>|<sheetData></sheetData>")


def package(workbook: Workbook, canvases: list[Canvas], progress: Progress) -> bytes:
    """Return the file of the workbook with the canvases' cells on its sheets, in order."""
    stored, packed = io.BytesIO(), io.BytesIO()
    progress(0.0)
    with zipfile.ZipFile(stored, "w") as archive:
        ExcelWriter(workbook, archive).save()
    sheets = {f"xl/worksheets/sheet{at}.xml": canvas for at, canvas in enumerate(canvases, 1)}
    with zipfile.ZipFile(stored) as source, zipfile.ZipFile(packed, "w") as target:
        names = sorted(source.namelist(), key=lambda name: name != _CONTENTS)
        for name in Steps(progress, len(names)).over(names):
            data = source.read(name)
            if name in sheets:
                data = _filled(data.decode("utf-8"), sheets[name]).encode("utf-8")
            elif name == _STYLES:
                data = _FIRST_FONT.sub(_OWN_FONT, data.decode("utf-8"), count=1).encode("utf-8")
            entry = zipfile.ZipInfo(name, _DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            target.writestr(entry, data, compresslevel=_COMPRESSION)
    return packed.getvalue()


def _filled(xml: str, canvas: Canvas) -> str:
    """Return the sheet with its rows, merged areas and size."""
    columns = tuple(get_column_letter(at) for at in range(1, len(canvas.widths) + 1))
    rows = "".join(
        row_xml(number, height, entries, columns)
        for number, (height, entries) in enumerate(zip(canvas.heights, canvas.rows, strict=True), 1)
    )
    parts = [f"<sheetData>{rows}</sheetData>"]
    if canvas.merged:
        areas = "".join(f'<mergeCell ref="{_ref(area)}"/>' for area in canvas.merged)
        parts.append(f'<mergeCells count="{len(canvas.merged)}">{areas}</mergeCells>')
    xml = _DIMENSION.sub(f'<dimension ref="{_ref(canvas.size)}"', xml, count=1)
    before, after = _NO_ROWS.split(xml, maxsplit=1)
    # Numbers kept as text on purpose ("1.", "2024") are not to be marked as mistakes.
    ignored = f'<ignoredError sqref="{_ref(canvas.size)}" numberStoredAsText="1"/>'
    end = "</worksheet>"
    after = after.removesuffix(end) + f"<ignoredErrors>{ignored}</ignoredErrors>{end}"
    return "".join((before, *parts, after))


def _ref(area: Area) -> str:
    left, right = get_column_letter(area.left), get_column_letter(area.right)
    return f"{left}{area.top}:{right}{area.bottom}"
