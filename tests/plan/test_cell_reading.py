"""What the window says of a cell of money or percents."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragapp.examples import example, example_names
from dragapp.plan.cell_reading import read_cell
from dragapp.plan.column import Column, ColumnKind

LEI = Column("budget", "row", kind=ColumnKind.MONEY, unit="lei")
THOUSANDS = Column("budget", "row", kind=ColumnKind.MONEY, unit="mii lei")
PERCENT = Column("occupancy", "row", kind=ColumnKind.PERCENT)


@pytest.mark.parametrize(
    ("column", "typed", "said"),
    [
        (LEI, "12500", "= 12.500,00 lei"),
        (LEI, "66.361,82 (2%)", "= 66.361,82 lei · 2%"),
        (LEI, "3.251.740,36 (98%/POCU)", "= 3.251.740,36 lei · 98% · POCU"),
        (THOUSANDS, "332", "= 332.000,00 lei"),
        (THOUSANDS, "0", "= 0,00 lei"),
        (LEI, "-", "liniuță: fără sumă"),
        (LEI, "*", "trimitere la nota de sub tabel"),
        (LEI, "Nu este cazul", "nu este cazul: fără sumă"),
        (LEI, "", ""),
        (PERCENT, "100%", "= 100%"),
        (PERCENT, "98,5", "= 98,5%"),
        (PERCENT, "-", "liniuță: fără procent"),
    ],
)
def test_an_amount_is_said_as_it_is_understood(column: Column, typed: str, said: str) -> None:
    reading = read_cell(column, typed)
    assert reading is not None
    assert (reading.text, reading.unread) == (said, False)


@pytest.mark.parametrize(
    ("column", "typed", "what"),
    [(LEI, "12.5o0", "sumă"), (LEI, "0.332", "sumă"), (PERCENT, "aproape plin", "procent")],
)
def test_what_cannot_be_read_is_told(column: Column, typed: str, what: str) -> None:
    reading = read_cell(column, typed)
    assert reading is not None
    assert reading.unread
    assert reading.text.startswith(f"Nu se citește ca {what}")


def test_other_columns_are_not_read() -> None:
    assert read_cell(Column("name", "row"), "12.5o0") is None


@pytest.mark.parametrize("name", example_names())
def test_nothing_of_the_real_plans_is_marked(name: str) -> None:
    for section in example(name).walk():
        for row in section.table.walk() if section.table else ():
            assert section.table is not None
            for column in section.table.columns:
                reading = read_cell(column, row.cells.get(column.key, ""))
                assert reading is None or not reading.unread


@given(st.text())
def test_any_text_is_read_or_told(typed: str) -> None:
    for column in (LEI, THOUSANDS, PERCENT):
        assert read_cell(column, typed) is not None
