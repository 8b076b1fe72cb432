"""Bold and italic text: stored and read back, and never taken for markup."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragapp.plan.rich import RichText, Run, from_json, plain, rich, to_json

RUNS = st.lists(st.builds(Run, st.text(), st.booleans(), st.booleans()))


@given(RUNS)
def test_json_gives_the_same_text_back(runs: list[Run]) -> None:
    text = rich(*runs)
    assert from_json(to_json(text)) == text


@given(RUNS)
def test_a_text_has_one_form(runs: list[Run]) -> None:
    text = rich(*runs)
    assert rich(*text) == text
    assert all(run.text for run in text)
    styles = [run.style for run in text]
    assert all(one != other for one, other in pairwise(styles))


@pytest.mark.parametrize("typed", ["*", "**nu**", "snake_case _x_", "> ~ `a`", "<b>a</b>", "&amp;"])
def test_what_looks_like_markup_is_only_text(typed: str) -> None:
    assert rich(typed) == (Run(typed),)
    assert plain(from_json(typed)) == typed


def test_a_text_without_emphasis_is_a_plain_string_in_json() -> None:
    assert to_json(rich("Având în ", "vedere:")) == "Având în vedere:"


def test_emphasis_is_named_in_json() -> None:
    text: RichText = (Run("CAPITOLUL I.", bold=True), Run(" Date"), Run(" noi", italic=True))
    assert to_json(text) == [{"b": "CAPITOLUL I."}, " Date", {"i": " noi"}]


@pytest.mark.parametrize("value", [None, 7, [7], [{"u": "x"}], [{"b": 1}], [{"b": "x", "i": "y"}]])
def test_another_shape_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match="text"):
        from_json(value)
