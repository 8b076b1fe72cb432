"""The finished .xlsx package: what openpyxl leaves out is added, and nothing depends on the day.

openpyxl writes formulas without their values, which programs that do not reckon (previews,
Protected View) need, and looks through all merged areas at each new one.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.writer.excel import ExcelWriter

from dragapp.formats.xlsx.canvas import Area
from dragapp.formats.xlsx.styles import FONT

_DATE = (2000, 1, 1, 0, 0, 0)
_CONTENTS = "[Content_Types].xml"
_STYLES = "xl/styles.xml"
_FIRST_FONT = re.compile(r"<font>.*?</font>")
_OWN_FONT = f'<font><name val="{FONT}"/><family val="1"/><sz val="12"/></font>'
_FORMULA = re.compile(r'(<c r="([A-Z]+[0-9]+)"[^>]*><f>[^<]*</f>)<v ?(?:/>|></v>)')


@dataclass(slots=True)
class SheetExtras:
    """What a sheet has besides: its size, merged areas, and its formulas' values by cell."""

    size: Area
    merged: list[Area]
    values: dict[str, str] = field(default_factory=dict)


def write_package(workbook: Workbook, extras: list[SheetExtras], path: Path) -> None:
    """Write the workbook; `extras` are those of its sheets, in order."""
    stored = io.BytesIO()
    ExcelWriter(workbook, zipfile.ZipFile(stored, "w")).save()
    with zipfile.ZipFile(stored) as source, zipfile.ZipFile(path, "w") as target:
        names = source.namelist()
        names.sort(key=lambda name: name != _CONTENTS)
        sheets = {f"xl/worksheets/sheet{at}.xml": extra for at, extra in enumerate(extras, 1)}
        for name in names:
            data = source.read(name)
            if name in sheets:
                data = _complete(data.decode("utf-8"), sheets[name]).encode("utf-8")
            elif name == _STYLES:
                data = _FIRST_FONT.sub(_OWN_FONT, data.decode("utf-8"), count=1).encode("utf-8")
            entry = zipfile.ZipInfo(name, _DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            target.writestr(entry, data)


def _complete(xml: str, extras: SheetExtras) -> str:
    if extras.values:
        xml = _FORMULA.sub(lambda found: f"{found[1]}<v>{extras.values[found[2]]}</v>", xml)
    if extras.merged:
        areas = "".join(f'<mergeCell ref="{_ref(area)}"/>' for area in extras.merged)
        merged = f'<mergeCells count="{len(extras.merged)}">{areas}</mergeCells>'
        xml = xml.replace("</sheetData>", f"</sheetData>{merged}", 1)
    # Numbers kept as text on purpose ("1.", "2024") are not to be marked as mistakes.
    ignored = f'<ignoredError sqref="{_ref(extras.size)}" numberStoredAsText="1"/>'
    return xml.replace("</worksheet>", f"<ignoredErrors>{ignored}</ignoredErrors></worksheet>")


def _ref(area: Area) -> str:
    left, right = get_column_letter(area.left), get_column_letter(area.right)
    return f"{left}{area.top}:{right}{area.bottom}"
