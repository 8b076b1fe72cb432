"""Budget cells of the two plans, their totals, and the exactness of money."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragapp.plan.money import Money, MoneyState, Total, Unit, format_bani, parse_money, total

CELL_TEXT = st.text(st.characters(exclude_categories=())) | st.text("0123456789 .,-–%()/*leimPOCU")
UNITS = st.sampled_from(Unit)


def amount(bani: int, share: str | None = None, programme: str = "") -> Money:
    return Money(MoneyState.AMOUNT, bani, Decimal(share) if share else None, programme)


@pytest.mark.parametrize(
    ("cell", "money"),
    [
        ("332", amount(33_200_000)),
        ("1486", amount(148_600_000)),
        ("12,5", amount(1_250_000)),
        ("0,00001", amount(1)),
        ("695,230", amount(69_523_000)),
        ("10.000 lei", amount(1_000_000)),
        ("10.000 RON", amount(1_000_000)),
        ("332 mii lei", amount(33_200_000)),
        ("332 de mii de lei", amount(33_200_000)),
        ("0 lei", Money(MoneyState.ZERO, 0)),
    ],
)
def test_cells_of_a_column_in_thousands(cell: str, money: Money) -> None:
    assert parse_money(cell, Unit.THOUSANDS) == money


@pytest.mark.parametrize(
    ("cell", "money"),
    [
        ("66.361,82 (2%)", amount(6_636_182, "2")),
        ("66.361,82\n(2 %)", amount(6_636_182, "2")),
        ("3.251.740,36 (98%/POCU)", amount(325_174_036, "98", "POCU")),
        ("3.251.740,36 lei ( 98,5 % / POCU AP 6.2 )", amount(325_174_036, "98.5", "POCU AP 6.2")),
        ("10.000 (PNRR)", amount(1_000_000, None, "PNRR")),
        ("10.000", amount(1_000_000)),
        ("10.000*", amount(1_000_000)),
        ("66361,82", amount(6_636_182)),
        ("66 361,82", amount(6_636_182)),
        ("66\u00a0361,82", amount(6_636_182)),
        ("66361.82", amount(6_636_182)),
        ("35.920,11 lei", amount(3_592_011)),
        ("12 mii lei", amount(1_200_000)),
        ("12,00001 mii lei", amount(1_200_001)),
        ("-500", amount(-50_000)),
        ("−1.500,5", amount(-150_050)),
        ("0", Money(MoneyState.ZERO, 0)),
        ("0 lei", Money(MoneyState.ZERO, 0)),
        ("0,00", Money(MoneyState.ZERO, 0)),
        ("-", Money(MoneyState.NONE)),
        ("–", Money(MoneyState.NONE)),
        ("—", Money(MoneyState.NONE)),
        ("*", Money(MoneyState.NOTE)),
        ("**", Money(MoneyState.NOTE)),
        ("Nu este cazul", Money(MoneyState.NOT_APPLICABLE)),
        ("nu este cazul.", Money(MoneyState.NOT_APPLICABLE)),
        ("", Money(MoneyState.EMPTY)),
        (" \u00a0\n", Money(MoneyState.EMPTY)),
    ],
)
def test_cells_of_a_column_in_lei(cell: str, money: Money) -> None:
    assert parse_money(cell, Unit.LEI) == money


@pytest.mark.parametrize(
    "cell",
    [
        "28,847 lei",
        "33,827,50 lei",
        "1,005",
        "0.332",
        "1.234.56",
        "0,000001 mii lei",
        "100\n200",
        "38.176 lei/beneficiar/an",
        "- 500",
        "(500)",
        "10.000 (aproximativ)",
        "10.000 (RON)",
        "bugetul local",
        "* nota",
        "9" * 5000,
        "100" + "\n" * 2000 + "lei sau mai mult",
    ],
)
def test_what_is_not_surely_an_amount_is_unreadable(cell: str) -> None:
    assert parse_money(cell, Unit.LEI) == Money(MoneyState.UNREADABLE)


@given(CELL_TEXT, UNITS)
def test_any_text_has_a_state_and_only_amounts_have_bani(text: str, unit: Unit) -> None:
    money = parse_money(text, unit)
    assert (money.bani is not None) == (money.state in {MoneyState.AMOUNT, MoneyState.ZERO})
    assert (money.bani == 0) == (money.state is MoneyState.ZERO)


@given(st.integers(-(10**12), 10**12), UNITS, UNITS)
def test_a_printed_amount_reads_back_exactly(bani: int, unit: Unit, column: Unit) -> None:
    printed = format_bani(bani, unit)
    assert (
        parse_money(printed, unit).bani,
        parse_money(f"{printed} {unit.value}", column).bani,
    ) == (
        bani,
        bani,
    )


@pytest.mark.parametrize(
    ("bani", "lei", "thousands"),
    [
        (123_456_789, "1.234.567,89", "1.234,56789"),
        (331_810_218, "3.318.102,18", "3.318,10218"),
        (33_200_000, "332.000", "332"),
        (50, "0,50", "0,0005"),
        (-150_050, "-1.500,50", "-1,5005"),
        (0, "0", "0"),
    ],
)
def test_amounts_print_the_romanian_way(bani: int, lei: str, thousands: str) -> None:
    assert format_bani(bani, Unit.LEI) == lei
    assert format_bani(bani, Unit.THOUSANDS) == thousands


PIATRA_NEAMT_SERVICES = [
    ("332", "-", "-", "-", "-"),
    ("322", "-", "-", "-", "412"),
    ("332", "-", "-", "-", "824"),
    ("340", "-", "-", "-", "-"),
    ("489", "-", "-", "-", "-"),
    ("1486", "-", "684", "940", "-"),
    ("706", "-", "-", "-", "-"),
]


def test_the_totals_of_piatra_neamt_per_source_and_whole() -> None:
    rows = [[parse_money(cell, Unit.THOUSANDS) for cell in row] for row in PIATRA_NEAMT_SERVICES]
    per_source = [total(column).bani for column in zip(*rows, strict=True)]
    assert [format_bani(bani, Unit.THOUSANDS) for bani in per_source] == [
        "4.007",
        "0",
        "684",
        "940",
        "1.236",
    ]
    assert format_bani(sum(per_source), Unit.THOUSANDS) == "6.867"


def test_the_total_of_the_proposed_service_of_piatra_neamt() -> None:
    cells = ("66.361,82 (2%)", "-", "-", "-", "3.251.740,36 (98%/POCU)")
    whole = total(parse_money(cell, Unit.LEI) for cell in cells)
    assert format_bani(whole.bani, Unit.LEI) == "3.318.102,18"
    assert whole.unreadable == 0


def test_a_total_tells_what_it_leaves_out() -> None:
    cells = ("100", "28,847 lei", "*", "Nu este cazul", "", "vezi anexa", "-20")
    assert total(parse_money(cell, Unit.LEI) for cell in cells) == Total(8_000, 2, 2)
