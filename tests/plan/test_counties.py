"""The counties, found however they are typed."""

from __future__ import annotations

from dragapp.plan.counties import COUNTIES, official


def test_there_are_forty_one_counties_and_bucharest() -> None:
    assert len(set(COUNTIES)) == 42
    assert "București" in COUNTIES


def test_the_official_name_comes_of_any_spelling_and_a_free_text_stays() -> None:
    assert official("iasi") == "Iași"
    assert official(" CARAS-SEVERIN ") == "Caraș-Severin"
    assert official("Maramureş") == "Maramureș"
    assert official("Transilvania ") == "Transilvania"
