"""A row changes its level: the reading order stays, and every text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragapp.dossier.level_change import change_level
from dragapp.plan.codec import decode, encode
from dragapp.plan.outline import Node, Table
from tests.dossier.samples import matrix, tables


def _shape(rows: list[Node]) -> list[object]:
    """Return the keys of rows, each followed by a list of those below it."""
    shape: list[object] = []
    for row in rows:
        shape.append(row.key)
        if row.rows:
            shape.append(_shape(row.rows))
    return shape


def _changed(key: str, level: str) -> Table:
    table = matrix()
    for number, row in enumerate(table.walk(), 1):
        row.id = number
    change_level(table, next(row.id for row in table.walk() if row.key == key), level)
    return table


@pytest.mark.parametrize(
    ("key", "level", "shape"),
    [
        # A measure becomes a direction and takes the measures after it along.
        ("r-m2", "direction", ["r-d1", ["r-m1", ["r-i1", "r-i2"]], "r-m2", ["r-m3"], "r-m4"]),
        # A direction becomes a measure; its measures stand after it.
        ("r-d1", "measure", ["r-d1", "r-m1", ["r-i1", "r-i2"], "r-m2", "r-m3", "r-m4"]),
        # A measure without a direction becomes one, where it is.
        ("r-m4", "direction", ["r-d1", ["r-m1", ["r-i1", "r-i2"], "r-m2", "r-m3"], "r-m4"]),
        # An indicator climbs out of its measure.
        ("r-i1", "measure", ["r-d1", ["r-m1", "r-i1", ["r-i2"], "r-m2", "r-m3"], "r-m4"]),
        # A measure becomes an indicator; its indicators follow it.
        ("r-m1", "indicator", ["r-d1", ["r-m1", "r-i1", "r-i2", "r-m2", "r-m3"], "r-m4"]),
    ],
)
def test_rows_around_it(key: str, level: str, shape: list[object]) -> None:
    assert _shape(_changed(key, level).rows) == ["r-o1", shape, "r-o2", ["r-d2"]]


def test_an_indicator_climbs_to_the_top(request: pytest.FixtureRequest) -> None:
    rows = _changed("r-i2", "objective").rows
    assert _shape(rows) == [
        "r-o1", ["r-d1", ["r-m1", ["r-i1"]]], "r-i2", ["r-m2", "r-m3", "r-m4"], "r-o2", ["r-d2"],
    ]  # fmt: skip


def test_texts_go_to_the_new_columns_in_order() -> None:
    table = _changed("r-m1", "indicator")
    row = next(row for row in table.walk() if row.key == "r-m1")
    assert row.cells == {
        "indicator": "Anchete sociale\nLunar",
        "target": "66.361,82 (2%)",
    }


def test_texts_that_find_one_column_become_its_lines() -> None:
    table = _changed("r-m1", "direction")
    row = next(row for row in table.walk() if row.key == "r-m1")
    assert row.cells == {"direction": "Anchete sociale\n66.361,82 (2%)\nLunar"}


@given(table=tables(), data=st.data())
def test_any_change_keeps_order_and_texts_and_gives_a_right_outline(
    table: Table, data: st.DataObject
) -> None:
    rows = list(table.walk())
    if not rows:
        return
    for number, row in enumerate(rows, 1):
        row.id = number
    order = [row.key for row in rows]
    letters = sorted("".join(text for row in rows for text in row.cells.values()))
    row = data.draw(st.sampled_from(rows))
    level = data.draw(st.sampled_from(table.levels)).key
    change_level(table, row.id, level)
    assert row.level == level
    assert [row.key for row in table.walk()] == order
    after = "".join(text for row in table.walk() for text in row.cells.values())
    assert sorted(after.replace("\n", "")) == [letter for letter in letters if letter != "\n"]
    decode(Table, encode(table), "")
