"""What is copied from the tables of real plans."""

from __future__ import annotations

import pytest

from dragapp.examples import example
from dragapp.formats.clipboard import read_clipboard
from dragapp.formats.clipboard.copying import copied
from dragapp.formats.clipboard.html_writing import write_html
from dragapp.formats.clipboard.tsv import write_tsv
from dragapp.plan.cell_block import BlockCell
from dragapp.plan.layout import Layout, lay_out
from dragapp.plan.outline import Table
from dragapp.plan.paste import Where
from dragapp.plan.pasting import paste

GROUP = "Bugetele estimate pe surse de finanțare, pentru serviciile sociale existente"


def laid(plan: str, section: str) -> tuple[Table, Layout]:
    table = example(plan).section(section).table
    assert table
    return table, lay_out(table)


def test_a_selection_keeps_its_merged_look() -> None:
    _, layout = laid("piatra-neamt-2021", "information-campaigns")
    block = copied(layout, [2, 3, 4], [0, 2, 3])
    assert [[cell and (cell.text[:12], cell.rowspan) for cell in row] for row in block.rows] == [
        [("3.", 2), ("Acțiuni de c", 1), ("Lunar", 1)],
        [None, ("Reactivarea ", 1), ("Semestrul II", 1)],
        [("4.", 1), ("Creșterea gr", 1), ("Semestrial", 1)],
    ]
    below = copied(layout, [3], [0, 1])
    assert below.rows[0][0] == BlockCell("3.")


def test_headings_come_along_in_two_rows_where_there_are_groups() -> None:
    _, layout = laid("piatra-neamt-2021", "existing-services")
    block = copied(layout, [1], [3, 4, 5, 6], head=True)
    assert block.head_rows == 2
    assert block.rows[:2] == (
        (BlockCell("Capacitate", 2), BlockCell("Grad de ocupare", 2), BlockCell(GROUP, 1, 2), None),
        (None, None, BlockCell("Buget local mii lei"), BlockCell("Buget județean*")),
    )
    assert block.texts()[2] == ["38 Persoane vârstnice", "100%", "332", "-"]


def test_a_banner_reaches_over_what_is_chosen_and_moved_columns_keep_their_order() -> None:
    _, layout = laid("piatra-neamt-2021", "existing-services")
    name = "Centrul de îngrijiri la domiciliu pentru persoanele vârstnice"
    assert copied(layout, [0], [2, 1, 5]).rows == ((BlockCell(name, 1, 3), None, None),)
    assert copied(layout, [0], [1, 0, 2]).texts() == [[name, "1", ""]]


@pytest.mark.parametrize(
    ("plan", "section"),
    [
        ("piatra-neamt-2021", "existing-services"),
        ("piatra-neamt-2021", "information-campaigns"),
        ("draguseni-2024", "objectives-matrix"),
    ],
)
@pytest.mark.parametrize("head", [True, False])
def test_what_is_copied_and_pasted_in_its_place_changes_nothing(
    plan: str, section: str, head: bool
) -> None:
    table, layout = laid(plan, section)
    shown = tuple(at for at, column in enumerate(layout.columns) if column.printed)
    block = copied(layout, range(len(layout.rows)), shown, head=head)
    for found in (block, read_clipboard(write_tsv(block)), read_clipboard("", write_html(block))):
        done = paste(table, found, Where(0, columns=shown))
        assert done.is_empty
        assert not done.left_out
        assert done.head_rows == block.head_rows
