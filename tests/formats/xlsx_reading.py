"""Write a document as a workbook and read it back with openpyxl, for the tests of the workbook."""

from __future__ import annotations

import re
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from dragapp.annex.blocks import Block, Document, Grid, GridColumn, GridRow, HeadCell, Place
from dragapp.formats.xlsx import xlsx_bytes

PLACE = Place("s", "Servicii", "I.A", "i", "Capitolul I")


def document(*blocks: Block) -> Document:
    """Return a document of those blocks."""
    foot = "Plan anual – comuna Drăgușeni, 2024"
    return Document("Plan anual", "Comuna Drăgușeni", "Anexă", "Anexă la HCL 25", foot, blocks)


def grid(columns: tuple[GridColumn, ...], *rows: GridRow, where: Place = PLACE) -> Grid:
    """Return a table whose columns are headed with their letters."""
    head = tuple(HeadCell(get_column_letter(i + 1), 0, i) for i in range(len(columns)))
    return Grid(where, columns, head, 1, rows)


def read(document: Document, folder: Path, *, values: bool = False) -> Workbook:
    """Write the document and read it back; with `values`, formulas as their cached values."""
    path = folder / "plan.xlsx"
    path.write_bytes(xlsx_bytes(document))
    return load_workbook(path, data_only=values)


def cells(sheet: Worksheet) -> list[Cell]:
    """Return the cells of a sheet that hold something, row by row."""
    found = (cell for row in sheet.iter_rows() for cell in row)
    return [c for c in found if not isinstance(c, MergedCell) and c.value is not None]


def texts(sheet: Worksheet) -> list[str]:
    """Return what a sheet shows, cell by cell, as Excel in Romanian shows it."""
    return [shown(cell) for cell in cells(sheet)]


def cell_of(sheet: Worksheet, text: str) -> Cell:
    """Return the first cell that shows the text."""
    return next(cell for cell in cells(sheet) if shown(cell) == text)


def shown(cell: Cell) -> str:
    """Return a cell's text, or its number in its format, with Romanian separators."""
    value = cell.value
    if not isinstance(value, int | float):
        return str(value)
    found = re.fullmatch(r"(#,##)?0(?:\.(0+))?( ?%)?", cell.number_format)
    assert found, cell.number_format
    grouped, decimals, percent = found.groups(default="")
    number = value * 100 if percent else value
    american = f"{number:{',' if grouped else ''}.{len(decimals)}f}"
    return american.translate(str.maketrans(".,", ",.")) + percent
