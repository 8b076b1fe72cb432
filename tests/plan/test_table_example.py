"""The examples of empty tables are rows of the two real plans."""

from __future__ import annotations

from functools import cache

import pytest

from dragapp.examples import example, example_names
from dragapp.forms import current_form
from dragapp.plan.places import letters, texts
from dragapp.plan.table_example import TableExample
from dragapp.plan.text import fold

EXAMPLES = current_form().examples


@cache
def said(plan: str) -> str:
    """Every text of a real plan, without its lines, diacritics and quotes."""
    place, year = plan.split(", ")
    (name,) = (
        each for each in example_names() if each == f"{fold(place)}-{year}".replace(" ", "-")
    )
    return "\n".join(" ".join(fold(letters(text)).split()) for _, text in texts(example(name)))


@pytest.mark.parametrize("key", EXAMPLES)
def test_an_example_is_of_a_real_plan(key: str) -> None:
    shown = EXAMPLES[key]
    assert shown.words
    for text in shown.cells.values():
        assert fold(text) in said(shown.plan), text


def test_every_table_that_begins_empty_has_an_example() -> None:
    blank = current_form().blank
    tables = {each.key for each in blank.walk() if each.table and not each.table.rows}
    assert tables == set(EXAMPLES)


def test_a_row_in_words_names_the_money_and_leaves_out_the_dashes() -> None:
    table = current_form().blank.section("existing-services").table
    assert table is not None
    row = EXAMPLES["existing-services"].row(table)
    assert row.startswith("Centrul Social Pietricica · 8730 CR-V-I · ")
    assert "Buget local: 1486 · Buget de stat: 684" in row
    assert "-" not in row.split("8730 CR-V-I")[1]


def test_a_table_without_those_columns_gets_no_row() -> None:
    table = current_form().blank.section("meetings").table
    assert table is not None
    assert TableExample("meetings", "…", cells={"gone": "text"}).row(table) == ""
