"""Words in any order, typed with or without diacritics, find what a clerk means."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragapp.plan.word_search import WordSearch

LIST = [
    "Serviciul de Asistență Socială",
    "Direcția Generală de Asistență Socială și Protecția Copilului",
    "Primăria Drăgușeni",
    "Centrul de zi pentru preșcolari Castani",
    "Asociația „Casa Socială”",
]
SEARCH = WordSearch(LIST, lambda text: (text,))


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("asistenta sociala", 0),
        ("SOCIALĂ asist", 0),
        ("copilului directia", 1),
        ("primaria", 2),
        ("castani zi", 3),
        ("scolari", 3),
        ("casa soc", 4),
    ],
)
def test_the_wanted_thing_comes_first(typed: str, first: int) -> None:
    assert SEARCH.find(typed)[0] == LIST[first]


def test_what_begins_as_typed_comes_before_what_only_has_the_word() -> None:
    assert SEARCH.find("asociatia")[0] == LIST[4]
    assert WordSearch(["Casa Dorna", "Dorna"], lambda text: (text,)).find("dor")[0] == "Dorna"


def test_a_whole_word_comes_before_a_longer_one() -> None:
    codes = ["8891 CZ-C-II", "8891 CZ-C-I"]
    assert WordSearch(codes, lambda text: (text,)).find("c i") == codes[::-1]


def test_another_ending_is_found_behind_the_right_one() -> None:
    both = ["persoane vârstnice", "vârstnici singuri"]
    assert WordSearch(both, lambda text: (text,)).find("vârstnici") == both[::-1]


def test_a_number_is_found_with_and_without_the_thousands_dot() -> None:
    orders = WordSearch(["Ordinul nr. 1.086/2018"], lambda text: (text,))
    assert orders.find("1086")
    assert orders.find("ordin 1.086")
    assert not orders.find("108.6")


def test_nothing_typed_gives_everything_and_an_unknown_word_nothing() -> None:
    assert SEARCH.find(" -") == LIST
    assert SEARCH.find("socială zebră") == []


@given(st.text(max_size=30))
def test_any_text_can_be_typed(typed: str) -> None:
    assert set(SEARCH.find(typed)) <= set(LIST)


@given(st.sampled_from(LIST), st.randoms(use_true_random=False))
def test_a_thing_is_found_by_its_words_in_any_order(thing: str, random: object) -> None:
    words = thing.replace("„", " ").replace("”", " ").split()
    random.shuffle(words)  # type: ignore[attr-defined]
    assert thing in SEARCH.find(" ".join(words))
