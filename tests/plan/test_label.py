"""Labels: numerals, typed numbers and counting."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragapp.plan.label import Numbering, ordinal, read_ordinal, read_typed

LIMITS = {"1": 999_999, "I": 3_999, "i": 3_999, "A": 18_278, "a": 18_278}


@given(st.data())
def test_every_numeral_is_read_back(data: st.DataObject) -> None:
    style = data.draw(st.sampled_from(sorted(LIMITS)))
    number = data.draw(st.integers(1, LIMITS[style]))
    assert read_ordinal(ordinal(number, style), style) == number


@pytest.mark.parametrize(
    ("number", "style", "written"),
    [(4, "I", "IV"), (1994, "I", "MCMXCIV"), (9, "i", "ix"), (26, "a", "z"), (27, "a", "aa")],
)
def test_numerals_are_written_as_in_the_acts(number: int, style: str, written: str) -> None:
    assert ordinal(number, style) == written


@pytest.mark.parametrize(
    ("text", "style"),
    [("0", "1"), ("-1", "1"), ("IIII", "I"), ("IC", "I"), ("", "I"), ("ă", "a"), ("", "A")],
)
def test_what_is_no_numeral_is_not_read(text: str, style: str) -> None:
    assert read_ordinal(text, style) is None


@given(st.text(), st.sampled_from(["Capitolul {I}.", "c.{1}.", "{a})", "➤", "Obiectiv {1}."]))
def test_any_typed_label_is_accepted(text: str, pattern: str) -> None:
    label = Numbering().label("", pattern, text)
    assert label == text or read_typed(pattern, text) is not None


def test_a_pattern_counts_in_order_and_keeps_what_stands_around_the_number() -> None:
    numbering = Numbering()
    assert [numbering.label("", "c.{1}.", None) for _ in range(3)] == ["c.1.", "c.2.", "c.3."]


def test_scopes_count_apart() -> None:
    numbering = Numbering()
    numbering.label("first", "{1}.", None)
    assert numbering.label("second", "{1}.", None) == "1."
    assert numbering.label("first", "{1}.", None) == "2."


@pytest.mark.parametrize("typed", ["4", "4.", "c.4."])
def test_the_count_goes_on_from_a_typed_number(typed: str) -> None:
    numbering = Numbering()
    numbering.label("", "c.{1}.", typed)
    assert numbering.label("", "c.{1}.", None) == "c.5."


def test_a_typed_numeral_alone_takes_the_look_of_the_pattern() -> None:
    assert Numbering().label("", "Capitolul {I} :", "II") == "Capitolul II :"
    assert Numbering().label("", "Obiectiv {1}.", "4") == "Obiectiv 4."


def test_a_typed_label_is_printed_as_typed_and_one_without_a_number_is_not_counted() -> None:
    numbering = Numbering()
    labels = [numbering.label("", "{1}.", typed) for typed in (None, "1 bis)", "3)", None)]
    assert labels == ["1.", "1 bis)", "3)", "4."]


def test_an_emptied_label_prints_nothing_and_is_not_counted() -> None:
    numbering = Numbering()
    assert [numbering.label("", "{1}.", typed) for typed in ("", None)] == ["", "1."]


def test_a_glyph_is_printed_as_it_is_until_another_is_typed() -> None:
    numbering = Numbering()
    assert [numbering.label("", "➤", typed) for typed in (None, "❖", "")] == ["➤", "❖", ""]


def test_a_restarted_scope_begins_at_one() -> None:
    numbering = Numbering()
    numbering.label("", "{a})", "d")
    numbering.restart("")
    assert numbering.label("", "{a})", None) == "a)"


def test_a_typed_dotted_number_goes_on() -> None:
    numbering = Numbering()
    typed = ["1.1.", None, None, "Măsura 2.9", None, "7 bis)", None]
    assert [numbering.label("a", "{1}.", each) for each in typed] == [
        "1.1.", "1.2.", "1.3.", "Măsura 2.9", "Măsura 2.10", "7 bis)", "Măsura 2.11",
    ]  # fmt: skip
    assert numbering.label("a", "{1}.", "4") == "4."
    assert numbering.label("a", "{1}.", None) == "5."
