"""The candidates for a word that was typed without its diacritics."""

from __future__ import annotations

import re
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragapp.plan.text import fold
from dragapp.spelling.letters import standard
from dragapp.spelling.variants import MOST, variants


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("si", "și"),
        ("SI", "ȘI"),
        ("Incaltaminte", "Încălțăminte"),
        ("reinnoire", "reînnoire"),
        ("intr-o", "într-o"),
        ("dintr-insa", "dintr-însa"),
        ("publicã", "publică"),
        ("coborî", "cobori"),
        ("hotari", "hotărî"),
        ("cînd", "când"),
        ("sîntem", "suntem"),
        ("acţiuni", "actiuni"),
    ],
)
def test_what_was_meant_is_among_them(typed: str, meant: str) -> None:
    assert meant in list(variants(typed))


def test_the_one_with_the_fewest_changes_comes_first() -> None:
    found = list(variants("fata"))
    assert set(found[:4]) == {"fată", "fața", "fâta", "făta"}
    assert found.index("fată") < found.index("față")


def test_a_long_word_gives_no_more_than_the_limit() -> None:
    assert len(list(variants("asta" * 20))) == MOST


@given(st.text("aăâiîsștțnrAÎȘ-", max_size=8) | st.text(max_size=10))
def test_they_differ_from_the_word_by_diacritics_alone(word: str) -> None:
    typed = standard(word)
    # "cînd" is written "când" today, and "sînt" is "sunt".
    today = fold(re.sub("^([sS])înt", r"\1unt", typed)).replace("i", "a")
    for each in islice(variants(word), 500):
        assert each != typed
        assert len(each) == len(typed)
        assert fold(each).replace("i", "a") in (fold(typed).replace("i", "a"), today)
