"""Hits in real plans and in texts with every trap that Unicode sets."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragapp.examples import example, example_names
from dragapp.plan.finding import Sought, find, find_in
from dragapp.plan.places import Place, PlaceKind, letters, texts
from dragapp.plan.plan import AnnexHeader, Plan
from dragapp.plan.text import clean, fold
from tests.dossier.samples import sample_plan

PLACE = Place(PlaceKind.CELL, "s", "r", "c")


def found(text: str, wanted: str, *, whole: bool = False, exact: bool = False) -> list[str]:
    """Return what is found in a text, as it is typed there."""
    hits = find_in([(PLACE, text)], Sought(wanted, whole, exact))
    return [text[hit.start : hit.end] for hit in hits]


@pytest.mark.parametrize("name", example_names())
@pytest.mark.parametrize(
    "wanted", ["2021", "2024", "asistenta sociala", "DIRECTIA", "șț", "ţ", "–", "…", "„", "primari"]
)
def test_every_place_of_a_real_plan_is_found(name: str, wanted: str) -> None:
    plan = example(name)
    plan.annex_header = AnnexHeader()
    counted = {
        place: fold(letters(text)).count(fold(wanted))
        for place, text in texts(plan)
        if fold(wanted) in fold(letters(text))
    }
    hits = find(plan, Sought(wanted))
    assert {place: [h.place for h in hits].count(place) for place in counted} == counted
    assert len(hits) == sum(counted.values())


def test_results_come_in_printed_order_with_their_sections() -> None:
    plan = example("piatra-neamt-2021")
    hits = find(plan, Sought("2021"))
    keys = ["", *(section.key for section in plan.walk())]
    order = [keys.index(hit.section) for hit in hits]
    assert order == sorted(order)
    assert hits[0].place.kind == PlaceKind.TITLE


def test_every_kind_of_place_is_searched() -> None:
    plan = sample_plan()
    plan.annex_header.extra = "Aviz"
    plan.decision.chair = "Ana"
    kinds = {hit.place.kind for hit in find(plan, Sought("a"))}
    kinds |= {hit.place.kind for hit in find(plan, Sought("e"))}
    assert kinds == set(PlaceKind)


@pytest.mark.parametrize(
    ("text", "wanted", "hits"),
    [
        ("Asistență socială", "asistenta", ["Asistență"]),
        ("ASISTENŢĂ", "asistență", ["ASISTENŢĂ"]),
        ("Dras\u0326ov", "ș", ["s\u0326"]),
        ("Dra\u0306gus\u0326eni", "drăgușeni", ["Dra\u0306gus\u0326eni"]),
        ("oﬁcial", "oficial", ["oﬁcial"]),
        ("oﬁcial", "fi", ["ﬁ"]),
        ("oﬁcial", "f", []),
        ("Straße", "ss", ["ß"]),
        ("Straße", "s", ["S"]),
        ("İstanbul", "istanbul", ["İstanbul"]),
        ("asis\u00adtență", "asistenta", ["asis\u00adtență"]),
        ("asistent\u00ad …", "asistent", ["asistent"]),
        ("nr.\u00a025", "nr. 25", ["nr.\u00a025"]),
        ("2024-2024/2024", "2024", ["2024"] * 3),
        ("aaaa", "aa", ["aa", "aa"]),
        ("fără", "", []),
        ("fără", "\u0306", []),
        ("fără\nrând", "a\nr", ["ă\nr"]),
    ],
)
def test_letters_are_found_whole_in_any_spelling(text: str, wanted: str, hits: list[str]) -> None:
    assert found(text, wanted) == hits


@pytest.mark.parametrize(
    ("text", "wanted", "hits"),
    [
        ("an, anul, 2024an, an/an", "an", ["an", "an", "an"]),
        ("într-o", "intr", ["într"]),
        ("as\u0326a a s", "s", ["s"]),
        ("2024 20241", "2024", ["2024"]),
        ("nr. 2 nr.2", "nr.", ["nr.", "nr."]),
    ],
)
def test_whole_words_only(text: str, wanted: str, hits: list[str]) -> None:
    assert found(text, wanted, whole=True) == hits


def test_exactly_as_typed() -> None:
    text = "Sa sa să SA s\u0326a sa\u0306"
    assert found(text, "sa", exact=True) == ["sa"]
    assert found(text, "să", exact=True) == ["să"]
    assert found("…sa", "sa", exact=True) == ["sa"]


def test_what_is_filled_in_when_printed_is_no_text() -> None:
    plan = Plan(2025, annex_header=AnnexHeader("draft", "Anexa nr. {nr} din {data}"))
    assert [hit.start for hit in find(plan, Sought("nr"))] == [6]
    assert find(plan, Sought("data")) == []
    assert found("{data}", "data") == ["data"]


def test_an_excerpt_shows_the_hit_among_its_words() -> None:
    text = (
        "Direcția Generală de Asistență Socială\nși Protecția Copilului va organiza campanii " * 3
    )
    for hit in find_in([(PLACE, text)], Sought("protectia")):
        shown = hit.excerpt()
        assert shown.text[shown.start : shown.end] == "Protecția"
        assert "\n" not in shown.text
        assert len(shown.text) <= 92
        assert set(shown.text.strip("…").split()) <= set(text.split())
    short = find_in([(PLACE, "Anul 2024")], Sought("2024"))[0].excerpt()
    assert short == ("Anul 2024", 5, 9)


letter = st.sampled_from("aăsș ﬁßİ\u0326\u0306\u00ad2„–\nxfi")


@given(st.text(letter, max_size=14), st.text(letter, min_size=1, max_size=3))
def test_a_hit_says_what_was_sought_and_none_overlap(text: str, wanted: str) -> None:
    hits = find_in([(PLACE, text)], Sought(wanted))
    for hit in hits:
        assert fold(text[hit.start : hit.end]) == fold(wanted)
        assert fold(text) == "".join(
            fold(part) for part in (text[: hit.start], text[hit.start : hit.end], text[hit.end :])
        )
    assert all(one.end <= other.start for one, other in pairwise(hits))


@given(st.text(max_size=40), st.text(max_size=3), st.booleans(), st.booleans())
def test_anything_can_be_sought(text: str, wanted: str, whole: bool, exact: bool) -> None:
    for hit in find_in([(PLACE, clean(text))], Sought(wanted, whole, exact)):
        assert hit.start < hit.end
        assert hit.excerpt().text


@given(st.text(max_size=60), st.integers(0, 30), st.integers(1, 30))
def test_an_excerpt_never_loses_its_hit(text: str, start: int, length: int) -> None:
    wanted = clean(text)[start : start + length]
    for hit in find_in([(PLACE, clean(text))], Sought(wanted, exact=True)) if wanted else ():
        shown = hit.excerpt()
        assert shown.text[shown.start : shown.end].split() == wanted.split()
