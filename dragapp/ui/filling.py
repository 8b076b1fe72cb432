"""Ctrl+D and Ctrl+;: cells filled from the one above, and today's date."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from dragapp.plan.column import Column, ColumnKind
from dragapp.plan.layout import LaidCell, LaidRow
from dragapp.plan.outline import Look, Node
from dragapp.plan.section import Section
from dragapp.ui.table_typing import new_row, type_text, typed_text

if TYPE_CHECKING:
    from dragapp.dossier.edit import Edit
    from dragapp.ui.table_editor import TableEditor


def today() -> str:
    """Return today's date as it is written in plans: 26.04.2024."""
    return f"{date.today():%d.%m.%Y}"


def write_today(into: QWidget | None, table: TableEditor | None) -> None:
    """Write today's date where one types, else over the current cell of a table."""
    writable = isinstance(into, QLineEdit | QPlainTextEdit | QTextEdit) and not into.isReadOnly()
    if writable and isinstance(into, QLineEdit):
        into.insert(today())
    elif writable and isinstance(into, QPlainTextEdit | QTextEdit):
        into.textCursor().insertText(today())
    elif table and not table.session.read_only and QApplication.focusWidget() is table.view:
        index = table.view.currentIndex()
        if index.isValid() and table.session.flush():
            table.model.setData(index, today())


def fill_down(table: TableEditor) -> None:
    """Fill the selected cells of each column from the first; a single one from the one above."""
    filled = [
        (cell, text)
        for first, *others in _columns(table)
        for text in (typed_text(table.model.table, first),)
        for cell in others
        if typed_text(table.model.table, cell) != text
    ]
    owners = [(cell.node or cell.maker, cell.column.key) for cell, _ in filled]
    places = tuple((node.key, column) for node, column in owners if node)
    if not places:
        return
    spot = table.session.spot(table.section, *places[0], more=places[1:])
    with table.session.act("umple în jos", spot) as edit:
        fill(edit, table.section, filled)


def fill(edit: Edit, section: Section, filled: list[tuple[LaidCell, str]]) -> None:
    """Type a text into each cell; cells of one row that is not there yet make one row."""
    made: dict[str, tuple[Node, list[tuple[Column, str]]]] = {}
    # The lines of a cell go with its first column; their other columns come before.
    for cell, text in reversed(filled):
        if cell.node:
            type_text(edit, section, cell, text)
        elif cell.maker and text:
            made.setdefault(cell.maker.key, (cell.maker, []))[1].append((cell.column, text))
    for maker, texts in made.values():
        assert section.table is not None
        edit.add_node(section.id, maker.id, len(maker.rows), new_row(section.table, texts))


def _columns(table: TableEditor) -> list[list[LaidCell]]:
    """Return the cells to fill of each selected column, behind the one they are filled from.

    Numbers come from position, and banners belong to no column.
    """
    view, model = table.view, table.model
    chosen = view.selectionModel().selectedIndexes() or [view.currentIndex()]
    rows = model.layout_now.rows
    columns: dict[int, list[int]] = {}
    for index in chosen:
        if index.isValid() and not view.isColumnHidden(index.column()):
            columns.setdefault(index.column(), []).append(index.row())
    found = []
    for side, places in columns.items():
        own = model.layout_now.columns[side]
        if own.kind == ColumnKind.NUMBER_LABEL:
            continue
        places.sort()
        cells = [cell for place in places if (cell := _of(rows[place], side, own))]
        if len(cells) == 1:
            above = (_of(rows[place], side, own) for place in range(places[0] - 1, -1, -1))
            cells[:0] = next(([cell] for cell in above if cell), [])
        if len(cells) > 1:
            found.append(cells)
    return found


def _of(row: LaidRow, side: int, column: Column) -> LaidCell | None:
    """Return a row's cell where it is one of that column and can be typed into."""
    cell = row.cells[side]
    there = cell and cell.column.key == column.key and (cell.node or cell.maker)
    return cell if there and row.look != Look.BANNER else None
