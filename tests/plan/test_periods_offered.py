"""The periods that are offered are those of real plans, and the program reads each of them."""

from __future__ import annotations

import pytest

from dragapp.examples import example
from dragapp.plan.period import RHYTHMS, parse_period
from dragapp.plan.periods_offered import periods_completing, periods_offered
from dragapp.plan.remembered import remembered


def test_every_offered_period_is_understood() -> None:
    for text in periods_offered(2025):
        period = parse_period(text, 2025)
        assert period.months or text.startswith("Când")
        assert period.years <= {2025}


def test_all_rhythms_parts_and_months_are_there_once() -> None:
    offered = periods_offered(2025)
    assert len(offered) == len(set(offered))
    assert {parse_period(text, 2025).recurring for text in offered} >= set(RHYTHMS)
    single = {months for text in offered if (months := parse_period(text, 2025).months)}
    assert {frozenset({month}) for month in range(1, 13)} <= single


def test_what_the_plan_uses_comes_first_and_once() -> None:
    offered = periods_offered(2025, ["Semestrul II", "1 Iunie, 1 Octombrie etc."])
    assert offered[:2] == ["Semestrul II", "1 Iunie, 1 Octombrie etc."]
    assert offered.count("Semestrul II") == 1


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("lun", "Lunar"),
        ("SEM", "Semestrial"),
        ("semestrul ii", "Semestrul II"),
        ("sapt", "Săptămânal"),
        ("trim iii", "Trimestrul III"),
        ("iun", "Iunie 2025"),
        ("2025", "2025"),
        ("modif", "Când apar modificări"),
    ],
)
def test_typing_completes(typed: str, first: str) -> None:
    assert periods_completing(typed, 2025)[0] == first


def test_the_periods_of_a_real_plan_are_offered_again() -> None:
    used = remembered(example("piatra-neamt-2021")).periods
    assert used[0] == "Lunar"
    assert {"Semestrul II", "Iulie și August 2021", "1 Iunie, 1 Octombrie etc."} <= set(used)
    assert periods_completing("iulie si", 2022, used) == ["Iulie și August 2021"]
