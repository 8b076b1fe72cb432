"""Pasting into the tables of real plans, and what holds for any table and any block."""

from __future__ import annotations

from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragapp.examples import example
from dragapp.formats.clipboard import read_clipboard
from dragapp.formats.clipboard.html_writing import write_html
from dragapp.formats.clipboard.tsv import read_tsv, write_tsv
from dragapp.forms import current_form
from dragapp.plan.cell_block import BlockCell, CellBlock, block, block_of
from dragapp.plan.layout import lay_out
from dragapp.plan.outline import Node, Table
from dragapp.plan.paste import CellChange, Paste, Where, Why
from dragapp.plan.paste_report import summary
from dragapp.plan.pasting import paste
from dragapp.plan.plan import Institution
from tests.blocks import blocks
from tests.dossier.samples import tables
from tests.plan.test_layout import matrix, node


def empty(section: str) -> Table:
    """Return a table of the form in force, without rows."""
    institution = Institution(kind="comună", name="Drăgușeni", county="Iași")
    table = current_form().new_plan(institution, 2024).section(section).table
    assert table
    table.rows.clear()
    return table


def real(plan: str, section: str) -> Table:
    table = example(plan).section(section).table
    assert table
    return deepcopy(table)


def on_paper(table: Table) -> tuple[int, ...]:
    """Return the columns that the window shows: those that are printed."""
    return tuple(at for at, column in enumerate(lay_out(table).columns) if column.printed)


def end(table: Table, column: int = 0) -> Where:
    return Where(len(lay_out(table).rows), column, columns=on_paper(table))


def shown(table: Table) -> list[list[str | None]]:
    rows = lay_out(table, printed_only=True).rows
    return [[cell.shown if cell else None for cell in row.cells] for row in rows]


def spans(table: Table) -> list[list[tuple[str, int, int] | None]]:
    rows = lay_out(table, printed_only=True).rows
    return [
        [(cell.shown, cell.rowspan, cell.colspan) if cell else None for cell in row.cells]
        for row in rows
    ]


def as_printed(table: Table) -> CellBlock:
    rows = lay_out(table, printed_only=True).rows
    return block(
        [
            [BlockCell(cell.shown, cell.rowspan, cell.colspan) if cell else None
             for cell in row.cells]
            for row in rows
        ]
    )  # fmt: skip


TRAINING = [[f"Compartimentul {number}", str(number)] for number in range(1, 41)]


def test_forty_rows_of_two_columns_onto_an_empty_table() -> None:
    done = paste(empty("improvement-courses"), block_of(TRAINING), Where(0))
    assert shown(done.table) == [[*row, ""] for row in TRAINING]
    assert (len(done.added), done.changes, done.asks) == (40, [], False)
    assert summary(done) == "Se adaugă 40 de rânduri."


def test_rows_beyond_the_end_are_appended_and_an_empty_row_is_filled_first() -> None:
    table = real("piatra-neamt-2021", "improvement-courses")
    before = shown(table)
    table.rows.append(Node("r-new", "staff"))
    done = paste(table, block_of(TRAINING), Where(len(before)))
    assert shown(done.table) == [*before, *([*row, ""] for row in TRAINING)]
    assert done.table.rows[len(before)].key == "r-new"
    assert summary(done) == "Se adaugă 39 de rânduri. Se completează 2 celule goale."
    assert not done.asks
    assert table.rows[-1].cells == {}


def test_existing_texts_that_change_are_told_with_old_and_new() -> None:
    table = real("piatra-neamt-2021", "improvement-courses")
    first, second = table.rows[:2]
    done = paste(table, block_of([["12", "*"], ["5", "500"]]), Where(0, 1))
    assert done.changes == [
        CellChange(first.key, "persons", "9", "12"),
        CellChange(second.key, "budget", "*", "500"),
    ]
    assert done.replaced == done.changes
    assert done.asks
    assert summary(done) == "Se înlocuiește textul din 2 celule."
    assert done.cells == [(row.key, column) for row in (first, second)
                          for column in ("persons", "budget")]  # fmt: skip


def test_an_empty_cell_empties_and_that_is_told() -> None:
    table = real("piatra-neamt-2021", "improvement-courses")
    done = paste(table, block_of([[""]]), Where(0, 2))
    assert done.replaced == [CellChange(table.rows[0].key, "budget", "*", "")]
    assert summary(done) == "Se golește 1 celulă care are text."


def test_pasting_what_is_there_changes_nothing() -> None:
    table = real("piatra-neamt-2021", "information-campaigns")
    done = paste(table, as_printed(table), Where(0))
    assert done.is_empty
    assert done.table == table
    assert summary(done) == "Nu se schimbă nimic."


@pytest.mark.parametrize("by_html", [True, False])
@pytest.mark.parametrize(
    ("plan", "section"),
    [
        ("piatra-neamt-2021", "existing-services"),
        ("piatra-neamt-2021", "proposed-services"),
        ("piatra-neamt-2021", "information-campaigns"),
        ("piatra-neamt-2021", "meetings"),
        ("piatra-neamt-2021", "counselling-topics"),
        ("piatra-neamt-2021", "instruction-staff"),
    ],
)
def test_a_real_table_is_pasted_whole(plan: str, section: str, by_html: bool) -> None:
    table, bare = real(plan, section), empty(section)
    bare.columns, copied = table.columns, as_printed(table)
    found = read_clipboard("", write_html(copied)) if by_html else read_tsv(write_tsv(copied))
    done = paste(bare, found, end(bare))
    assert spans(done.table) == spans(table)
    assert not done.asks


def test_the_matrix_of_a_commune_is_pasted_whole() -> None:
    table, bare = real("draguseni-2024", "objectives-matrix"), empty("objectives-matrix")
    bare.columns = table.columns
    done = paste(bare, as_printed(table), end(bare))
    # The torn first row has no numbers in the source; here it is counted.
    assert spans(done.table)[1:] == spans(table)[1:]
    assert done.table.rows[0].rows[0].cells == table.rows[0].rows[0].cells
    assert not done.left_out
    indicators = [row for row in done.table.walk() if row.level == "indicator"]
    assert len(indicators) == len([row for row in table.walk() if row.level == "indicator"])


def test_a_merged_label_becomes_one_row_above_its_rows() -> None:
    copied = block(
        [
            [BlockCell("Prevenirea separării", rowspan=2), BlockCell("Conștientizare"),
             BlockCell("Lunar")],
            [None, BlockCell("Reactivarea comitetului"), BlockCell("Semestrul II")],
            [BlockCell("Persoane vârstnice"), BlockCell("Informare"), BlockCell("Anual")],
        ]
    )  # fmt: skip
    done = paste(empty("information-campaigns"), copied, Where(0, 1))
    assert spans(done.table) == [
        [("1.", 2, 1), ("Prevenirea separării", 2, 1), ("Conștientizare", 1, 1), ("Lunar", 1, 1),
         ("", 1, 1)],
        [None, None, ("Reactivarea comitetului", 1, 1), ("Semestrul II", 1, 1), ("", 1, 1)],
        [("2.", 1, 1), ("Persoane vârstnice", 1, 1), ("Informare", 1, 1), ("Anual", 1, 1),
         ("", 1, 1)],
    ]  # fmt: skip


@pytest.mark.parametrize("below", ["A", ""])
def test_a_label_repeated_or_left_empty_below_is_one_row_too(below: str) -> None:
    copied = block_of([["A", "unu"], [below, "doi"], ["B", "trei"]])
    done = paste(empty("information-campaigns"), copied, Where(0, 1))
    assert [[row.cells["objectives"] for row in campaign.rows] for campaign in done.table.rows] == [
        ["unu", "doi"],
        ["trei"],
    ]


def test_equal_labels_with_numbers_of_their_own_or_without_rows_stay_apart() -> None:
    numbered = block_of([["1.", "A", "unu"], ["2.", "A", "doi"]])
    assert len(paste(empty("information-campaigns"), numbered, Where(0)).table.rows) == 2
    bare = block_of([["A"], ["A"]])
    assert len(paste(empty("information-campaigns"), bare, Where(0, 1)).table.rows) == 2


def test_rows_without_a_label_go_under_the_last_one_of_the_table() -> None:
    table = real("piatra-neamt-2021", "information-campaigns")
    done = paste(table, block_of([["Obiectiv nou", "Anual"]]), end(table, 2))
    assert [row.cells["objectives"] for row in done.table.rows[-1].rows][1:] == ["Obiectiv nou"]
    same = table.rows[-1].cells["campaign"]
    again = paste(table, block_of([[same, "Încă unul"], ["Altă campanie", "x"]]), end(table, 1))
    assert [row.cells["objectives"] for row in again.table.rows[-2].rows][1:] == ["Încă unul"]
    assert shown(again.table)[-1][:3] == ["7.", "Altă campanie", "x"]


def test_a_block_goes_on_from_existing_rows_into_new_ones() -> None:
    table = empty("information-campaigns")
    table.rows = [Node("c", "campaign", rows=[Node("a", "activity")])]
    copied = block(
        [
            [BlockCell("A", rowspan=2), BlockCell("unu")],
            [None, BlockCell("doi")],
            [BlockCell("B"), BlockCell("trei")],
        ]
    )
    done = paste(table, copied, Where(0, 1))
    assert shown(done.table) == [
        ["1.", "A", "unu", "", ""],
        [None, None, "doi", "", ""],
        ["2.", "B", "trei", "", ""],
    ]
    assert done.table.rows[0].rows[0].key == "a"


def test_a_row_that_has_no_rows_yet_gets_one_for_all_its_cells() -> None:
    table = matrix(node("direction", "Veche"))
    layout = lay_out(table)
    place = [column.key for column in layout.columns].index("measure")
    done = paste(table, block_of([["1. Vizite", "Nr. vizite\nNr. cazuri"]]),
                 Where(0, place, columns=on_paper(table)))  # fmt: skip
    assert shown(done.table) == [["1.", "Veche", "1. Vizite", "Nr. vizite\nNr. cazuri", ""]]
    assert len(done.table.rows[0].rows) == 1


def test_the_lines_of_a_cell_are_indicators_and_keep_what_hangs_on_them() -> None:
    old = [Node("i1", "indicator", cells={"indicator": "Nr. vizite", "target": "45"}),
           Node("i2", "indicator", cells={"indicator": "Nr. cazuri"})]  # fmt: skip
    table = matrix(node("direction", "D", node("measure", "M", *old)))
    done = paste(table, block_of([["M", "Nr. cazuri\nNr. anchete\nNr. vizite"]]),
                 Where(0, 2, columns=on_paper(table)))  # fmt: skip
    lines = done.table.rows[0].rows[0].rows
    assert [(row.key, row.cells["indicator"]) for row in (lines[0], lines[2])] == [
        ("i2", "Nr. cazuri"),
        ("i1", "Nr. vizite"),
    ]
    assert lines[2].cells["target"] == "45"
    assert done.replaced == [
        CellChange(
            "measure-M",
            "indicator",
            "Nr. vizite\nNr. cazuri",
            "Nr. cazuri\nNr. anchete\nNr. vizite",
        )
    ]  # fmt: skip


def test_several_columns_of_lines_go_line_by_line() -> None:
    table = matrix()
    done = paste(table, block_of([["D", "M", "Nr. vizite\nNr. cazuri", "45\n7"]]), Where(0, 1))
    (measure,) = done.table.rows[0].rows
    assert [row.cells for row in measure.rows] == [
        {"indicator": "Nr. vizite", "target": "45"},
        {"indicator": "Nr. cazuri", "target": "7"},
    ]


def test_one_value_fills_the_selection_but_no_banner_and_no_number() -> None:
    table = real("piatra-neamt-2021", "existing-services")
    done = paste(table, block_of([["-"]]), Where(0, 0, 4, 11, columns=()))
    first, second = table.rows[0].rows[0], table.rows[1].rows[0]
    assert {change.node for change in done.changes} == {first.key, second.key}
    assert done.table.rows[0].cells == table.rows[0].cells
    assert set(done.table.rows[0].rows[0].cells.values()) == {"-"}
    assert done.asks
    column = paste(table, block_of([["500"]]), Where(0, 6, 14, 1))
    assert [row.rows[0].cells["county-budget"] for row in column.table.rows] == ["500"] * 7


def test_one_value_fills_merged_cells_once_and_makes_one_row_where_there_is_none() -> None:
    table = matrix(node("direction", "A", node("measure", "a"), node("measure", "b")),
                   node("direction", "B"))  # fmt: skip
    done = paste(table, block_of([["X"]]), Where(0, 1, 3, 2))
    assert shown(done.table) == [
        ["1.", "X", "1. X", "", ""],
        [None, None, "2. X", "", ""],
        ["2.", "X", "1. X", "", ""],
    ]


def test_a_block_is_repeated_in_a_selection_that_is_a_multiple() -> None:
    table = empty("improvement-courses")
    table.rows = [Node(f"r{at}", "staff", cells={"staff": str(at)}) for at in range(5)]
    done = paste(table, block_of([["9", "*"]]), Where(1, 1, 3, 2))
    assert [row[1:] for row in shown(done.table)] == [["", ""], *[["9", "*"]] * 3, ["", ""]]
    assert not done.shape
    odd = paste(table, block_of([["a"], ["b"]]), Where(1, 0, 3, 1))
    assert odd.shape
    assert [row[0] for row in shown(odd.table)] == ["0", "a", "b", "3", "4"]
    assert summary(odd).endswith("Ce ați copiat are altă formă decât celulele selectate.")


def test_columns_beyond_the_right_edge_are_told() -> None:
    done = paste(empty("improvement-courses"), block_of([["1", "lei", "", "x"]]), Where(0, 1))
    assert shown(done.table) == [["", "1", "lei"]]
    assert [(each.text, each.why) for each in done.left_out] == [("x", Why.NO_COLUMN)]
    assert done.asks
    assert "1 text nu are loc, fiindcă tabelul nu are atâtea coloane: „x”." in summary(done)


def test_the_head_is_known_without_diacritics_and_not_pasted() -> None:
    rows = [["NR. CRT", "Campanie", "obiective"], ["1", "A", "a"]]
    done = paste(empty("information-campaigns"), block_of(rows), Where(0))
    assert shown(done.table) == [["1.", "A", "a", "", ""]]
    assert done.head_rows == 1
    assert "Primul rând copiat este capul tabelului: nu se lipește." in summary(done)


def test_a_block_with_the_tables_headings_goes_by_them() -> None:
    rows = [["Buget estimat (lei)", "Personalul de specialitate"], ["500", "Asistent social"]]
    done = paste(empty("improvement-courses"), block_of(rows), Where(0, 1))
    assert shown(done.table) == [["Asistent social", "", "500"]]
    assert not done.left_out


def test_headings_lead_to_hidden_columns_too() -> None:
    table = matrix()
    for column in table.columns:
        column.title = column.key
    rows = [["target", "Indicator", "Measure"], ["45", "Nr. vizite", "Vizite"]]
    done = paste(table, block_of(rows), Where(0, columns=on_paper(table)))
    (measure,) = done.table.rows
    assert measure.cells == {"measure": "Vizite"}
    assert [row.cells for row in measure.rows] == [{"indicator": "Nr. vizite", "target": "45"}]


def test_the_head_of_two_rows_is_known() -> None:
    services = real("piatra-neamt-2021", "existing-services")
    group = next(column.group for column in services.columns if column.group)
    titles = [column.title for column in lay_out(services).columns]
    top = [BlockCell(title, rowspan=2) for title in titles[:5]]
    head = block([[*top, BlockCell(group, colspan=5), *[None] * 4],
                  [*[None] * 5, *(BlockCell(title) for title in titles[5:])]])  # fmt: skip
    both = CellBlock((*head.rows, *as_printed(services).rows))
    bare = deepcopy(services)
    bare.rows.clear()
    done = paste(bare, both, Where(0))
    assert done.head_rows == 2
    assert spans(done.table) == spans(services)


def test_a_head_alone_is_text() -> None:
    done = paste(empty("counselling-topics"), block_of([["Tematica"]]), Where(0, 1))
    assert shown(done.table) == [["1.", "Tematica"]]


def test_banners_are_passed_over_by_rows_and_take_titles() -> None:
    table = real("piatra-neamt-2021", "existing-services")
    budgets = [[str(number), "0"] for number in range(7)]
    done = paste(table, block_of(budgets), Where(0, 5))
    assert [row.rows[0].cells["local-budget"] for row in done.table.rows] == list("0123456")
    assert [row.cells for row in done.table.rows] == [row.cells for row in table.rows]
    titles = block([[BlockCell("9"), BlockCell("Centru nou", colspan=9), *[None] * 8],
                    [BlockCell(), BlockCell("8790 CR-D-I"), *[BlockCell()] * 8]])  # fmt: skip
    done = paste(table, titles, Where(0, 0))
    assert done.replaced[0].new == "Centru nou"
    assert done.table.rows[0].rows[0].cells == {"code": "8790 CR-D-I"}


def test_one_text_on_a_banner_is_its_text() -> None:
    table = real("piatra-neamt-2021", "existing-services")
    done = paste(table, block_of([["Alt nume"]]), Where(0, 1))
    assert done.table.rows[0].cells == {"centre": "Alt nume"}


def test_a_title_onto_an_ordinary_row_is_told() -> None:
    table = real("piatra-neamt-2021", "existing-services")
    title = block([[BlockCell("Titlu", colspan=2), None], [BlockCell("8790"), BlockCell("x")]])
    done = paste(table, title, Where(1, 0))
    assert [(each.text, each.why) for each in done.left_out] == [("Titlu", Why.TITLE)]
    assert done.grouping


def test_empty_rows_at_the_end_give_way_to_titles_and_labels() -> None:
    table = empty("objectives-matrix")
    rows = [Node(f"m{at}", "measure") for at in range(3)]
    table.rows = [Node("o", "objective", cells={"objective": "Vechi"},
                       rows=[Node("d", "direction", rows=rows)])]  # fmt: skip
    copied = block_of(
        [
            ["Obiectiv 2. Nou", "", ""],
            ["1.", "Direcția A", "1. Unu"],
            ["", "", "2. Doi"],
            ["2.", "Direcția B", "1. Trei"],
        ]
    )
    done = paste(table, copied, Where(1, 0, columns=on_paper(table)))
    assert [row[:3] for row in shown(done.table)] == [
        ["Obiectiv 1. Vechi", None, None],
        ["Obiectiv 2. Nou", None, None],
        ["1.", "Direcția A", "1. Unu"],
        [None, None, "2. Doi"],
        ["2.", "Direcția B", "1. Trei"],
    ]
    assert not done.grouping
    under = paste(table, block_of([["A", "x"], ["", "y"], ["B", "z"]]), Where(1, 1))
    assert [row[:3] for row in shown(under.table)][1:] == [
        ["1.", "A", "1. x"],
        [None, None, "2. y"],
        ["2.", "B", "1. z"],
    ]


def test_an_empty_banner_above_the_place_stays() -> None:
    table = empty("existing-services")
    table.rows = [Node("c", "centre", rows=[Node("s", "service")])]
    title = block([[BlockCell("1"), BlockCell("Cantina", colspan=2), None]])
    done = paste(table, title, Where(1))
    assert done.table.rows[0].key == "c"
    assert done.removed == ["s"]
    assert [row.cells for row in done.table.rows] == [{}, {"centre": "Cantina"}]


def test_a_code_alone_is_a_service_and_no_title() -> None:
    rows = [["1", "Cantina", ""], ["2", "8899 CPDH-I", ""], ["", "8790 CR-D-I", "Locuință"]]
    done = paste(empty("existing-services"), block_of(rows), Where(0))
    assert [row.cells for row in done.table.walk()] == [
        {"centre": "Cantina"},
        {"code": "8899 CPDH-I"},
        {"code": "8790 CR-D-I", "name": "Locuință"},
    ]


def test_labels_that_do_not_fall_on_the_tables_are_told() -> None:
    table = matrix(node("direction", "A", node("measure", "a"), node("measure", "b")))
    done = paste(table, block_of([["A", "a"], ["B", "c"]]), Where(0, 1))
    assert done.grouping
    assert [(each.text, each.why) for each in done.left_out] == [("B", Why.MERGED)]
    assert done.replaced == [CellChange("measure-b", "measure", "b", "c")]
    two = matrix(
        node("direction", "A", node("measure", "a")), node("direction", "B", node("measure", "b"))
    )
    over = block([[BlockCell("A", rowspan=2), BlockCell("a")], [None, BlockCell("c")]])
    assert paste(two, over, Where(0, 1)).grouping


def test_a_merged_text_holds_for_each_row_but_an_amount_is_not_doubled() -> None:
    copied = block(
        [
            [BlockCell("Personal"), BlockCell("9"), BlockCell("10.000", rowspan=2)],
            [BlockCell("Voluntari"), BlockCell("4"), None],
        ]
    )
    done = paste(empty("improvement-courses"), copied, Where(0))
    assert shown(done.table) == [["Personal", "9", "10.000"], ["Voluntari", "4", ""]]
    services = block([[BlockCell("M"), BlockCell("DGASPC", rowspan=2)], [BlockCell("N"), None]])
    table = matrix()
    table.columns = [column for column in table.columns if column.level in ("direction", "measure")]
    done = paste(table, services, Where(0, 2))
    assert [row[2:] for row in shown(done.table)] == [["1. M", "DGASPC"], ["2. N", "DGASPC"]]


def test_numbers_are_counted_and_not_pasted() -> None:
    table = real("piatra-neamt-2021", "meetings")
    done = paste(table, block_of([["1.", "A", "a", "Lunar"], ["*", "B", "b", "x"]]), end(table))
    assert [row[0] for row in shown(done.table)] == ["1.", "2.", "3.", "4."]
    assert done.renumbered
    assert [(each.text, each.why) for each in done.left_out] == [("*", Why.NUMBER)]
    alone = paste(table, block_of([["5."]]), Where(0, 0))
    assert [row[0] for row in shown(alone.table)] == ["5.", "6."]


def test_a_torn_piece_keeps_the_numbers_of_its_source() -> None:
    rows = [
        ["Obiectiv 4. Titlu", "", ""],
        ["2.", "D", "3. M"],
        ["", "", "4. N"],
        ["3.", "E", "1. O"],
    ]
    done = paste(empty("objectives-matrix"), block_of(rows), Where(0))
    assert [row[:3] for row in shown(done.table)] == [
        ["Obiectiv 4. Titlu", None, None],
        ["2.", "D", "3. M"],
        [None, None, "4. N"],
        ["3.", "E", "1. O"],
    ]
    assert done.numbered == 3
    assert "3 rânduri noi păstrează numărul copiat." in summary(done)


def test_the_numbers_of_the_source_are_found_wherever_the_user_stands() -> None:
    rows = block_of([["1.", "A", "a", "Lunar", "x"], ["2.", "B", "b", "Anual", "y"]])
    for column in (0, 1):
        done = paste(empty("information-campaigns"), rows, Where(0, column))
        assert [row[:2] for row in shown(done.table)] == [["1.", "A"], ["2.", "B"]]
    texts = block_of([["A", "a"], ["B", "b"]])
    done = paste(empty("information-campaigns"), texts, Where(0, 0))
    assert [row[:3] for row in shown(done.table)] == [["1.", "A", "a"], ["2.", "B", "b"]]


def test_a_text_without_a_cell_is_told() -> None:
    table = matrix(node("measure", "fără direcție"))
    done = paste(table, block_of([["D", "nou"]]), Where(0, 1))
    assert [(each.text, each.why) for each in done.left_out] == [("D", Why.NO_CELL)]
    assert done.table.rows[0].cells == {"measure": "nou"}


def test_text_beside_the_copied_table_is_told() -> None:
    found = read_clipboard("", "<p>Anexa 2</p><table><td>a</table>")
    done = paste(empty("improvement-courses"), found, Where(0))
    assert done.asks
    assert "În afara tabelului mai era text, care nu se lipește: „Anexa 2”." in summary(done)


REAL = [
    section.table
    for name in ("draguseni-2024", "piatra-neamt-2021")
    for section in example(name).walk()
    if section.table
]
ANY_TABLE = tables() | st.sampled_from(REAL)


@given(ANY_TABLE, blocks(), st.data())
def test_any_block_can_be_pasted_anywhere(
    table: Table, copied: CellBlock, data: st.DataObject
) -> None:
    layout = lay_out(table)
    where = Where(
        data.draw(st.integers(0, len(layout.rows))),
        data.draw(st.integers(0, len(layout.columns) - 1)),
        data.draw(st.integers(1, 6)),
        data.draw(st.integers(1, 6)),
        tuple(data.draw(st.permutations(range(len(layout.columns))))),
    )
    before = deepcopy(table)
    done = paste(table, copied, where)
    assert table == before
    whole(table, done)
    assert summary(done)


def whole(table: Table, done: Paste) -> None:
    """See that the result is a table whose old rows are the old ones."""
    keys = [row.key for row in done.table.walk()]
    assert len(keys) == len(set(keys))
    depth = done.table.depth
    for row in done.table.walk():
        owned = {column.key for column in done.table.columns_of(row.level)}
        assert row.cells.keys() <= owned
        assert all(row.cells.values())
        assert all(depth(child.level) > depth(row.level) for child in row.rows)
    stacked = {level.key for level in table.levels if level.look == "stacked"}
    stay = {row.key for row in table.walk() if row.level not in stacked} - set(done.removed)
    assert stay <= set(keys)
    lay_out(done.table)
    if not done.restructured:
        assert [row.key for row in table.walk()] == keys
        changed = {(change.node, change.column): change.new for change in done.changes}
        expected = deepcopy(table)
        for row in expected.walk():
            texts = {column: text for (node, column), text in changed.items() if node == row.key}
            row.cells = {key: text for key, text in (row.cells | texts).items() if text}
        assert expected == done.table


@given(ANY_TABLE, blocks(), st.data())
def test_no_text_is_lost(table: Table, copied: CellBlock, data: st.DataObject) -> None:
    rows = lay_out(table).rows
    where = Where(data.draw(st.integers(0, len(rows))))
    marked = iter(f"\N{SNOWMAN}{number}." for number in range(1000))
    named = copied.changed(lambda text: next(marked) if text.strip() else text)
    done = paste(table, named, where)
    kept = [text for row in done.table.walk() for text in row.cells.values()]
    kept += [row.number or "" for row in done.table.walk()]
    kept += [each.text for each in done.left_out]
    for row in named.texts()[done.head_rows :]:
        for text in row:
            assert not text.strip() or any(text in each for each in kept)
