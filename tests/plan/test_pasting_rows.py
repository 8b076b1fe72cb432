"""Pasting as new rows between those of a table, and headings that the user points out."""

from __future__ import annotations

from copy import deepcopy

from hypothesis import given
from hypothesis import strategies as st

from dragapp.plan.cell_block import CellBlock, block_of
from dragapp.plan.layout import lay_out
from dragapp.plan.outline import Table
from dragapp.plan.paste import Where
from dragapp.plan.paste_report import done
from dragapp.plan.pasting import paste
from tests.blocks import blocks
from tests.plan.test_layout import matrix, node
from tests.plan.test_pasting import ANY_TABLE, on_paper, real, shown, whole


def inserted(row: int, column: int = 0) -> Where:
    return Where(row, column, inserted=True)


def test_rows_come_behind_the_chosen_one_and_the_count_goes_on() -> None:
    table = real("piatra-neamt-2021", "improvement-courses")
    before = shown(table)
    rows = [["Primarul", "1", "*"], ["Secretarul", "1", "*"]]
    result = paste(table, block_of(rows), inserted(2))
    assert shown(result.table) == [*before[:3], *rows, *before[3:]]
    assert not result.asks
    assert done(result) == "Lipit: 2 rânduri adăugate."


def test_a_measure_is_inserted_in_its_direction_a_direction_behind_it() -> None:
    directions = [
        node("direction", "D1", node("measure", "M1"), node("measure", "M2")),
        node("direction", "D2", node("measure", "M3")),
    ]
    table = matrix(node("objective", "O1", *directions), node("objective", "O2"))
    # The printed rows are O1, M1, M2, M3, O2; the columns number, direction, measure …
    one = paste(table, block_of([["nouă"]]), inserted(1, 2))
    assert _tree(one.table) == ["O1", "D1", "M1", "nouă", "M2", "D2", "M3", "O2"]
    other = paste(table, block_of([["D nouă", "nouă"]]), inserted(1, 1))
    assert _tree(other.table) == ["O1", "D1", "M1", "M2", "D nouă", "nouă", "D2", "M3", "O2"]


def test_rows_behind_a_banner_are_its_first() -> None:
    table = matrix(node("objective", "O1", node("direction", "D1", node("measure", "M1"))))
    result = paste(table, block_of([["D nouă", "nouă"]]), inserted(0, 1))
    assert _tree(result.table) == ["O1", "D nouă", "nouă", "D1", "M1"]


def _tree(table: Table) -> list[str]:
    return [row.cells.get(row.level, "") for row in table.walk()]


@given(ANY_TABLE, blocks(), st.data())
def test_what_stands_in_the_table_stays_as_it_is(
    table: Table, copied: CellBlock, data: st.DataObject
) -> None:
    layout = lay_out(table)
    row = data.draw(st.integers(0, len(layout.rows)))
    where = inserted(row, data.draw(st.integers(0, len(layout.columns) - 1)))
    before = deepcopy(table)
    result = paste(table, copied, where)
    assert table == before
    whole(table, result)
    assert not result.changes
    assert not result.removed
    old = {each.key: each for each in before.walk()}
    kept = [each for each in result.table.walk() if each.key in old]
    assert [each.key for each in kept] == list(old)
    assert all(each.cells == old[each.key].cells for each in kept)
    assert all(each.number == old[each.key].number for each in kept)


def test_headings_are_pasted_where_the_user_says_that_they_are_rows() -> None:
    table = real("piatra-neamt-2021", "improvement-courses")
    titles = [table.columns[at].title for at in on_paper(table)]
    copied = block_of([titles, ["Primarul", "1", "*"]])
    end = Where(len(table.rows))
    assert paste(table, copied, end).head_rows == 1
    result = paste(table, copied, end, head_rows=0)
    assert shown(result.table)[-2:] == [titles, ["Primarul", "1", "*"]]


def test_headings_that_are_not_the_tables_are_left_out_if_the_user_says_so() -> None:
    table = real("piatra-neamt-2021", "improvement-courses")
    copied = block_of([["Cine", "Câți", "Cât"], ["Primarul", "1", "*"]])
    result = paste(table, copied, Where(len(table.rows)), head_rows=1)
    assert shown(result.table)[len(table.rows) :] == [["Primarul", "1", "*"]]
    assert "Capul de tabel copiat nu s-a lipit." in done(result)


def test_a_table_with_headings_fits_a_selection_of_its_rows() -> None:
    table = real("piatra-neamt-2021", "improvement-courses")
    titles = [table.columns[at].title for at in on_paper(table)]
    copied = block_of([titles, *(["Primarul", "1", "*"] for _ in range(2))])
    assert not paste(table, copied, Where(0, 0, 2, 3)).shape
    assert paste(table, copied, Where(0, 0, 2, 2)).shape


def test_nothing_pasted_on_a_number_that_was_taken_away_changes_nothing() -> None:
    table = real("draguseni-2024", "objectives-matrix")
    assert any(row.number == "" for row in table.walk())
    result = paste(table, block_of([[""]]), Where(0, columns=on_paper(table)))
    assert result.is_empty
    assert result.table == table
