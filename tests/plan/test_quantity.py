"""Numbers, quantities and percents as typed in the two plans and in the licence register."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragapp.plan.quantity import Quantity, parse_percent, parse_quantity, read_number

CELL_TEXT = st.text(st.characters(exclude_categories=())) | st.text("0123456789 .,-–%()/*lei\n")


@pytest.mark.parametrize(
    ("cell", "number", "rest"),
    [
        ("38 Persoane vârstnice", 38, "Persoane vârstnice"),
        ("40 Persoane fara adapost", 40, "Persoane fara adapost"),
        ("30 Copii cu varste 3-6 ani", 30, "Copii cu varste 3-6 ani"),
        ("52 beneficiari", 52, "beneficiari"),
        ("102 Varstnici cu risc", 102, "Varstnici cu risc"),
        ("76 benf./zi", 76, "benf./zi"),
        ("76 beneficiari/ centru", 76, "beneficiari/ centru"),
        ("651 mp", 651, "mp"),
        ("98,5 mp", Decimal("98.5"), "mp"),
        ("18 (Coordonator centru\nAsistent social)", 18, "(Coordonator centru\nAsistent social)"),
        ("14 - 20", 14, "- 20"),
        ("14–20", 14, "-20"),
        ("25 /zi", 25, "/zi"),
        ("120 /L", 120, "/L"),
        ("10.000", 10000, ""),
        ("10\u00a0000 persoane", 10000, "persoane"),
        ("38Persoane", 38, "Persoane"),
        ("0", 0, ""),
        ("-5", -5, ""),
        (" 60 ", 60, ""),
    ],
)
def test_a_quantity_is_a_number_with_words(cell: str, number: int | Decimal, rest: str) -> None:
    assert parse_quantity(cell) == Quantity(Decimal(number), rest)


@pytest.mark.parametrize(
    "cell", ["", "-", "*", "aproximativ 30", "- 5 persoane", "01.06.2024", "c.1", "1.2345.6"]
)
def test_a_cell_that_does_not_begin_with_a_number_has_none(cell: str) -> None:
    assert parse_quantity(cell) == Quantity(None, cell)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1486", "1486"),
        ("10.000", "10000"),
        ("3.251.740,36", "3251740.36"),
        ("66361,82", "66361.82"),
        ("66 361,82", "66361.82"),
        ("66\u202f361,82", "66361.82"),
        ("66361.82", "66361.82"),
        ("1.5", "1.5"),
        ("1,500", "1.5"),
        ("12.3456", "12.3456"),
        ("−7", "-7"),
    ],
)
def test_dots_before_three_digits_part_thousands(text: str, number: str) -> None:
    assert read_number(text) == Decimal(number)


@pytest.mark.parametrize(
    "text",
    [
        "33,827,50",
        "1.234.56",
        "1234.567",
        "0.332",
        "1.23,4",
        "1 23",
        "100\n200",
        "1  000",
        "5,",
        ",5",
        "1.",
        "٣",
        "²a",
        "9" * 16,
        "9" * 5000,
        "--5",
        "",
    ],
)
def test_what_could_be_read_in_two_ways_is_no_number(text: str) -> None:
    assert read_number(text) is None


@pytest.mark.parametrize(
    ("cell", "percent"),
    [("100%", "100"), ("98,5 %", "98.5"), ("100 %", "100"), ("0%", "0"), ("120\u00a0%", "120")],
)
def test_a_percent_is_its_number(cell: str, percent: str) -> None:
    assert parse_percent(cell) == Decimal(percent)


def test_in_an_occupancy_column_a_bare_number_is_a_percent() -> None:
    assert parse_percent("100") == 100


@pytest.mark.parametrize("cell", ["", "-", "%", "90-100%", "100% ocupat", "plin"])
def test_other_cells_are_no_percent(cell: str) -> None:
    assert parse_percent(cell) is None


@given(CELL_TEXT)
def test_any_text_can_be_read(text: str) -> None:
    parse_percent(text)
    quantity = parse_quantity(text)
    if quantity.number is None:
        assert quantity.rest == text.strip()


@given(st.integers(-(10**15) + 1, 10**15 - 1), st.sampled_from([".", " ", "\u00a0", ""]))
def test_whole_numbers_are_read_with_any_thousands_mark(number: int, mark: str) -> None:
    assert read_number(f"{number:,}".replace(",", mark)) == number
