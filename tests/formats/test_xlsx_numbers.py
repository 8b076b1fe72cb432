"""Typed cells as numbers: only where Excel in Romanian shows what was typed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragapp.annex.blocks import GridColumn
from dragapp.formats.xlsx.numbers import Number, read_cell
from dragapp.plan.money import MoneyState, Unit, parse_money
from tests.formats import sample_document as sample

LEI, THOUSANDS = sample.money("lei"), sample.money("mii lei")


@pytest.mark.parametrize(
    ("typed", "column", "value", "shown"),
    [
        ("332", THOUSANDS, "332", "0"),
        ("1486", THOUSANDS, "1486", "0"),
        ("10.000", LEI, "10000", "#,##0"),
        ("66.361,82", LEI, "66361.82", "#,##0.00"),
        ("412,5", THOUSANDS, "412.5", "0.0"),
        ("-1.250", LEI, "-1250", "#,##0"),
        ("10 000", LEI, "10000", "#,##0"),
        ("0", LEI, "0", "0"),
        ("0,50", LEI, "0.50", "0.00"),
        ("9", sample.QUANTITY, "9", "0"),
        ("100%", sample.PERCENT, "1", "0%"),
        ("98,5 %", sample.PERCENT, "0.985", "0.0 %"),
    ],
)
def test_a_bare_number_is_a_number_in_the_unit_of_its_column(
    typed: str, column: GridColumn, value: str, shown: str
) -> None:
    assert read_cell(typed, column) == Number(Decimal(value), shown)


@pytest.mark.parametrize(
    ("typed", "column"),
    [
        ("66.361,82 (2%)", LEI),
        ("3.251.740,36 (98%/POCU)", LEI),
        ("0 lei", LEI),
        ("10.000*", LEI),
        ("332 mii lei", THOUSANDS),
        ("-", LEI),
        ("*", LEI),
        ("Nu este cazul", LEI),
        ("", LEI),
        ("28,847", LEI),
        ("007", LEI),
        ("1234567890123456", LEI),
        ("38 Persoane vârstnice", sample.QUANTITY),
        ("76 benf./zi", sample.QUANTITY),
        ("100", sample.PERCENT),
        ("2024", sample.PERIOD),
        ("1", sample.NUMBER),
        ("8891", sample.CODE),
        ("12", sample.TEXT),
    ],
)
def test_everything_else_stays_as_typed(typed: str, column: GridColumn) -> None:
    assert read_cell(typed, column) is None


@given(
    st.from_regex(r"-?[0-9]{1,16}([ .][0-9]{3}){0,3}([.,][0-9]{0,4})?( lei|%|\*)?", fullmatch=True)
)
def test_no_number_loses_a_digit_or_disagrees_with_the_totals(typed: str) -> None:
    number = read_cell(typed, LEI)
    if number is None:
        return
    money = parse_money(typed, Unit.LEI)
    assert money.state in (MoneyState.AMOUNT, MoneyState.ZERO)
    assert money.bani == number.value * 100
    assert Decimal(str(float(number.value))) == number.value
    assert [c for c in f"{number.value:f}" if c.isdigit()] == [c for c in typed if c.isdigit()]
