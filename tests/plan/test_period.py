"""Periods and terms of the two plans and their usual variants."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragapp.plan.period import RHYTHMS, Period, parse_period

WHOLE_YEAR = set(range(1, 13))
WORDS = (
    "lunar semestrul trim. I II III IV - – , și până la începând cu luna mai iunie 2023 2024 2025 "
    "01.06.2024 15 anual tot anul etc. fără 7/2024 ziua"
)
TERM_TEXT = st.text(st.characters(exclude_categories=())) | st.lists(
    st.sampled_from(WORDS.split())
).map(" ".join)


@pytest.mark.parametrize("rhythm", ["Lunar", "Trimestrial", "Semestrial", "anual", "PERMANENT"])
def test_a_rhythm_covers_the_year(rhythm: str) -> None:
    assert parse_period(rhythm, 2021) == Period(frozenset(WHOLE_YEAR), rhythm.lower())


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("Semestrul I", {1, 2, 3, 4, 5, 6}),
        ("Semestrul II", {7, 8, 9, 10, 11, 12}),
        ("semestrul al II-lea", {7, 8, 9, 10, 11, 12}),
        ("Sem. I", {1, 2, 3, 4, 5, 6}),
        ("Sem. II/2021", {7, 8, 9, 10, 11, 12}),
        ("Semestrul I\nSemestrul II", WHOLE_YEAR),
        ("Trimestrul III", {7, 8, 9}),
        ("Trim. I și IV", {1, 2, 3, 10, 11, 12}),
        ("trim. I – III 2021", set(range(1, 10))),
        ("T1/T3", {1, 2, 3, 7, 8, 9}),
        ("Iunie 2021", {6}),
        ("IUNIE 2021", {6}),
        ("Iulie și August 2021", {7, 8}),
        ("Iulie şi August 2021", {7, 8}),
        ("1 Iunie, 1 Octombrie etc.", {6, 10}),
        ("8 martie - Ziua femeii, 1 iunie - Ziua copilului", {3, 6}),
        ("ianuarie - martie", {1, 2, 3}),
        ("oct.–dec.", {10, 11, 12}),
        ("1-15 iunie", {6}),
        ("15 iunie - 15 august 2021", {6, 7, 8}),
        ("octombrie – martie", {10, 11, 12, 1, 2, 3}),
        ("noiembrie 2020 - februarie 2021", {1, 2}),
        ("decembrie - ianuarie 2022", {12}),
        ("luna mai", {5}),
        ("1 mai", {5}),
        ("mai - iunie", {5, 6}),
        ("01.06.2021", {6}),
        ("1/6/2021", {6}),
        ("2021-06-01", {6}),
        ("06.2021", {6}),
        ("01.03.2021 - 30.06.2021", {3, 4, 5, 6}),
        ("01.03. - 30.06.2021", {3, 4, 5, 6}),
        ("până la 30 iunie", {1, 2, 3, 4, 5, 6}),
        ("până la 30 iunie 2022", WHOLE_YEAR),
        ("începând cu luna octombrie", {10, 11, 12}),
        ("începând cu 2019", WHOLE_YEAR),
        ("de la martie până în mai", {3, 4, 5}),
        ("2021", WHOLE_YEAR),
        ("2018-2023", WHOLE_YEAR),
        ("pe tot parcursul anului 2021", WHOLE_YEAR),
        ("Iunie 2022", set()),
        ("Semestrul I 2020", set()),
        ("2022", set()),
    ],
)
def test_months_of_the_plan_year(text: str, months: set[int]) -> None:
    period = parse_period(text, 2021)
    assert period.months == frozenset(months)
    assert period.recurring is None


@pytest.mark.parametrize(
    ("text", "recurring", "months"),
    [
        ("lunar/ când apar modificări", "lunar", WHOLE_YEAR),
        ("anual, în luna mai", "anual", {5}),
        ("semestrial, în iunie și decembrie", "semestrial", {6, 12}),
        ("Rapoarte trimestriale", "trimestrial", WHOLE_YEAR),
        ("saptamanal", "săptămânal", WHOLE_YEAR),
        ("lunar, începând cu martie", "lunar", set(range(3, 13))),
    ],
)
def test_a_rhythm_within_some_months(text: str, recurring: str, months: set[int]) -> None:
    assert parse_period(text, 2024) == Period(frozenset(months), recurring)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "când apar modificări",
        "ori de câte ori este nevoie",
        "mai multe întâlniri",
        "6 luni",
        "de luni până vineri",
        "conform HG 1433/2022",
        "după 1 iunie",
        "cu excepția lunii august",
        "30.06.2024 - 01.03.2024",
    ],
)
def test_what_cannot_be_told_has_no_months(text: str) -> None:
    assert parse_period(text, 2024).months is None


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2024", {2024}),
        ("Iunie 2021", {2021}),
        ("noiembrie 2020 - februarie 2021", {2020, 2021}),
        ("2018-2023", set(range(2018, 2024))),
        ("Lunar", set()),
        ("conform HG 1433/2022", set()),
    ],
)
def test_the_years_named_are_kept_for_the_check_of_stale_years(text: str, years: set[int]) -> None:
    assert parse_period(text, 2024).years == frozenset(years)


@given(TERM_TEXT, st.integers(2018, 2030))
def test_any_text_gives_months_of_the_year_or_none(text: str, year: int) -> None:
    period = parse_period(text, year)
    assert period.months is None or period.months <= WHOLE_YEAR
    assert period.recurring in (None, *RHYTHMS)
    if period.months:
        assert not period.years or year in period.years


def test_very_long_numbers_are_passed_over() -> None:
    assert parse_period("9" * 5000 + " iunie", 2024).months == frozenset({6})
