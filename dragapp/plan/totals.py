"""Sums of a table's money columns: shown under the table, printed only where a section asks."""

from __future__ import annotations

from dragapp.plan.column import Column, ColumnKind
from dragapp.plan.money import Total, Unit, format_bani, parse_money, total
from dragapp.plan.outline import Table


def money_columns(table: Table) -> list[Column]:
    """Return the columns that hold money, in printed order."""
    return [column for column in table.columns if column.kind == ColumnKind.MONEY]


def unit_of(column: Column) -> Unit:
    """Return the unit that a money column's amounts are typed in; lei where none was chosen."""
    return Unit(column.unit or Unit.LEI)


def spoken(total: Total, unit: Unit) -> str:
    """Write a total; a dash where the column holds no amount, or one that cannot be read.

    A sum that leaves something out would be a wrong total.
    """
    whole = total.amounts and not total.unreadable
    return format_bani(total.bani, unit) if whole else "–"


def column_total(table: Table, column: Column) -> Total:
    """Add up one money column, in bani, over all rows."""
    unit = unit_of(column)
    return total(
        parse_money(row.cells[column.key], unit) for row in table.walk() if column.key in row.cells
    )
