"""Nouns behind a number, as Romanian grammar wants them."""

from __future__ import annotations

import pytest

from dragapp.plan.counted import counted


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "0 rânduri"),
        (1, "1 rând"),
        (2, "2 rânduri"),
        (19, "19 rânduri"),
        (20, "20 de rânduri"),
        (99, "99 de rânduri"),
        (100, "100 de rânduri"),
        (101, "101 rânduri"),
        (119, "119 rânduri"),
        (120, "120 de rânduri"),
        (1000, "1000 de rânduri"),
    ],
)
def test_a_number_takes_de_where_it_should(number: int, said: str) -> None:
    assert counted(number, "rând", "rânduri") == said
