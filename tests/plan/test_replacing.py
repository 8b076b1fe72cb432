"""Replaced texts: what was sought is gone, everything else is as it was, styles included."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragapp.examples import example
from dragapp.plan.finding import Sought, find, find_in
from dragapp.plan.places import Place, PlaceKind, Text, letters, texts
from dragapp.plan.replacing import changes
from dragapp.plan.rich import RichText, Run, rich
from dragapp.plan.text import clean, fold
from tests.county import county_plan

PLACE = Place(PlaceKind.CELL, "s", "r", "c")


def replaced(text: Text, wanted: str, by: str, **options: bool) -> Text:
    made = changes(find_in([(PLACE, text)], Sought(wanted, **options)), by)
    return made[0].new if made else text


@pytest.mark.parametrize(
    ("text", "wanted", "by", "new"),
    [
        ("31.12.2024, anul 2024", "2024", "2025", "31.12.2025, anul 2025"),
        ("Primaria Drăgușeni", "primăria", "Primăria", "Primăria Drăgușeni"),
        ("Dras\u0326ov, fas\u0326ie", "ș", "t", "Dratov, fatie"),
        ("oﬁcial ﬁ", "fi", "p", "opcial p"),
        ("aab", "ab", "", "a"),
        ("aaa", "a", "aa", "aaaaaa"),
        ("nimic", "2024", "2025", "nimic"),
    ],
)
def test_a_plain_text(text: str, wanted: str, by: str, new: str) -> None:
    assert replaced(text, wanted, by) == new


@pytest.mark.parametrize(
    ("text", "new"),
    [
        (
            rich(Run("anul 2024", bold=True), " și 2024"),
            rich(Run("anul 2025", bold=True), " și 2025"),
        ),
        (rich("anul 20", Run("24", bold=True), "."), rich("anul 2025.")),
        (
            rich("anul ", Run("20", italic=True), "24 și"),
            rich("anul ", Run("2025", italic=True), " și"),
        ),
        (rich(Run("2", bold=True), "0", Run("2", italic=True), "4"), rich(Run("2025", bold=True))),
        (rich("2024", Run("2024", bold=True)), rich("2025", Run("2025", bold=True))),
    ],
)
def test_a_replacement_has_the_style_of_the_first_letter_it_replaces(
    text: RichText, new: RichText
) -> None:
    assert replaced(text, "2024", "2025") == new


def test_replacing_by_the_same_changes_nothing() -> None:
    assert changes(find_in([(PLACE, "anul 2024")], Sought("2024")), "2024") == []


def test_one_hit_of_several_can_be_replaced() -> None:
    hits = find_in([(PLACE, "2024 și 2024")], Sought("2024"))
    assert [change.new for change in changes(hits[1:], "2025")] == ["2024 și 2025"]


def test_what_cannot_be_stored_is_not_put_in() -> None:
    assert replaced("anul 2024", "2024", "20\x0025\r\n") == "anul 2025\n"


def test_the_year_of_a_whole_plan() -> None:
    plan = example("piatra-neamt-2021")
    made = changes(find(plan, Sought("2021")), "2022")
    new = {change.place: letters(change.new) for change in made}
    for place, text in texts(plan):
        assert new.get(place, letters(text)) == letters(text).replace("2021", "2022")
    assert {change.place for change in made} == {
        place for place, text in texts(plan) if "2021" in letters(text)
    }


def test_a_county_s_year_leaves_no_old_one() -> None:
    plan = county_plan(0.2)
    made = changes(find(plan, Sought("2024")), "2025")
    assert made
    assert not any("2024" in letters(change.new) for change in made)
    assert sum(letters(change.new).count("2025") for change in made) >= len(made)


letter = st.sampled_from("aăsșﬁßİ\u0326\u0306 2„\nxfi")
runs = st.lists(
    st.builds(Run, st.text(letter, max_size=5), st.booleans(), st.booleans()), max_size=4
).map(lambda made: rich(*made))
sought = st.text(letter, min_size=1, max_size=3)


@given(runs | st.text(letter, max_size=12), sought)
def test_nothing_is_left_of_what_was_sought(text: Text, wanted: str) -> None:
    new = replaced(text, wanted, "#")
    assert find_in([(PLACE, new)], Sought(wanted)) == []


@given(runs, sought, st.sampled_from(["", "#", "ș#„"]))
def test_all_other_letters_keep_their_place_and_style(text: RichText, wanted: str, by: str) -> None:
    hits = find_in([(PLACE, text)], Sought(wanted))
    styled = [(c, run.style) for run in text for c in run.text]
    expected, at = [], 0
    for hit in hits:
        expected += styled[at : hit.start]
        expected += [(c, styled[hit.start][1]) for c in by]
        at = hit.end
    expected += styled[at:]
    new = replaced(text, wanted, by)
    assert not isinstance(new, str)
    assert [(c, run.style) for run in new for c in run.text] == expected
    assert rich(*new) == new


@given(st.text(max_size=40), st.text(min_size=1, max_size=3), st.text(max_size=3))
def test_exact_replacing_is_replacing(text: str, wanted: str, by: str) -> None:
    text, wanted = clean(text), clean(wanted)
    new = replaced(text, wanted, by, exact=True)
    if wanted and not any(fold(c) == "" for c in text):
        assert new == text.replace(wanted, clean(by))
