"""Tables: their build, their spans, and a header for each cell of data (PDF/UA-1 7.2 and 7.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.pdfcheck.grid import Cell, Grid, lay
from tests.pdfcheck.objects import items, text
from tests.pdfcheck.opened import Opened
from tests.pdfcheck.structure import Element

TABLE = re.compile(
    r"(Caption )?((TR )+|(THead )?(TBody )+(TFoot )?|(THead )?(TFoot )?(TBody )+)(Caption )?"
)
PARENTS = {
    "THead": ("Table",),
    "TBody": ("Table",),
    "TFoot": ("Table",),
    "TR": ("Table", "THead", "TBody", "TFoot"),
    "TH": ("TR",),
    "TD": ("TR",),
}
SCOPES = ("Row", "Column", "Both")


def faults(opened: Opened) -> Iterator[str]:
    """Yield what is wrong with the tables."""
    ids = {text(element.object, "/ID"): element for element in opened.tree.elements}
    for element in opened.tree.elements:
        parents = PARENTS.get(element.role)
        above = element.parent.role if element.parent else ""
        if parents and above not in parents:
            yield f"table-parts: {element} lies in {element.parent}"
        if element.role in ("THead", "TBody", "TFoot"):
            yield from _only(element, ("TR",))
        elif element.role == "TR":
            yield from _only(element, ("TH", "TD"))
        elif element.role == "Table":
            yield from _table(element, ids)


def _only(element: Element, roles: tuple[str, ...]) -> Iterator[str]:
    for kid in element.kids:
        if not isinstance(kid, Element) or kid.role not in roles:
            yield f"table-parts: {element} has {kid}"


def _table(table: Element, ids: dict[str | None, Element]) -> Iterator[str]:
    built = "".join(f"{kid.role} " for kid in table.elements)
    if (
        not TABLE.fullmatch(built)
        or built.count("Caption") > 1
        or len(table.elements) < len(table.kids)
    ):
        yield f"table-parts: {table} is made of {built}"
    parts = [kid for kid in table.elements if kid.role in ("THead", "TBody", "TFoot")] or [table]
    rows = [[row for row in part.elements if row.role == "TR"] for part in parts]
    grid = lay([row for part in rows for row in part])
    yield from (f"table-overlap: {cell.element} reaches into another" for cell in grid.overlaps)
    yield from _regular(table, grid)
    ends, end = [], 0
    for part in rows:
        end += len(part)
        ends += [end] * len(part)
    for cell in grid.cells:
        if cell.rows.stop > ends[cell.rows.start]:
            yield f"table-span: {cell.element} goes {len(cell.rows)} rows down, past its part"
    yield from _headers(grid, ids)


def _regular(table: Element, grid: Grid) -> Iterator[str]:
    columns = grid.columns
    for row in range(grid.rows):
        count = sum((row, column) in grid.places for column in range(columns))
        if count != columns:
            yield f"table-irregular: {table}: row {row + 1} has {count} columns of {columns}"


def _headers(grid: Grid, ids: dict[str | None, Element]) -> Iterator[str]:
    by_reference = all(_referred(cell) for cell in grid.cells if cell.element.role == "TD")
    # A table should have a header; where the plan's has none, nothing is told wrongly.
    headed = by_reference or any(_scope(cell) in ("Column", "Both") for cell in grid.cells)
    for cell in grid.cells:
        if cell.element.role == "TH":
            if _scope(cell) not in SCOPES and not by_reference:
                yield f"table-scope: {cell.element} does not tell what it is a header of"
            continue
        for reference in _referred(cell):
            if reference not in ids or ids[reference].role != "TH":
                yield f"table-header: {cell.element} refers to {reference!r}, which is no header"
        if headed and not _referred(cell) and not any(_heads(one, cell) for one in grid.cells):
            yield f"table-header: {cell.element} has no header"


def _referred(cell: Cell) -> list[str]:
    return [str(one) for one in items(cell.element.attribute("Table", "/Headers"))]


def _scope(cell: Cell) -> str:
    attribute = cell.element.attribute("Table", "/Scope")
    return str(attribute)[1:] if attribute is not None else ""


def _heads(header: Cell, cell: Cell) -> bool:
    if header.element.role != "TH":
        return False
    above = header.rows.start < cell.rows.start and _meet(header.columns, cell.columns)
    beside = _meet(header.rows, cell.rows)
    scope = _scope(header)
    return (scope in ("Column", "Both") and above) or (scope in ("Row", "Both") and beside)


def _meet(one: range, other: range) -> bool:
    return one.start < other.stop and other.start < one.stop
