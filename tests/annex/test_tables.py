"""Tables as printed grids, mostly those of the real plans; the totals were worked out by hand."""

from __future__ import annotations

import pytest

from dragapp.annex.blocks import Grid, GridCell, HeadCell
from dragapp.annex.build import annex
from dragapp.examples import example, example_names
from dragapp.plan.column import Align, Column, ColumnKind
from dragapp.plan.money import Unit
from dragapp.plan.outline import Level, Look, Node, Table
from dragapp.plan.totals import column_total, money_columns
from tests.annex.sections import blocks, kinds, said, section, table


def grid(key: str, name: str = "piatra-neamt-2021", *, totals: bool = False) -> Grid:
    """Return a table of a real plan as it is printed."""
    plan = example(name)
    plan.section(key).totals = totals
    (found,) = [b for b in kinds(annex(plan).blocks, Grid) if b.place.section == key]
    return found


def test_the_header_of_a_table_without_groups_is_one_row() -> None:
    head = grid("information-campaigns").head
    assert [cell.text for cell in head] == [
        "Nr. crt.",
        "Campanie",
        "Obiective",
        "Perioada în care se va desfășura campania",
        "Responsabili organizare campanie",
    ]
    assert {(cell.row, cell.rowspan, cell.colspan) for cell in head} == {(0, 1, 1)}


def test_columns_of_a_group_stand_below_its_heading() -> None:
    found = grid("existing-services")
    budgets = "Bugetele estimate pe surse de finanțare, pentru serviciile sociale existente"
    assert found.head_rows == 2
    assert found.head[0] == HeadCell("Nr. crt.", 0, 0, rowspan=2)
    assert found.head[5] == HeadCell(budgets, 0, 5, colspan=5)
    assert found.head[6:] == (
        HeadCell("Buget local mii lei", 1, 5),
        HeadCell("Buget județean*", 1, 6),
        HeadCell("Buget de stat", 1, 7),
        HeadCell("Contribuții persoane beneficiare", 1, 8),
        HeadCell("Alte surse", 1, 9),
    )


def test_a_group_without_titles_below_it_is_one_cell() -> None:
    found = grid("proposed-services")
    group = next(cell for cell in found.head if cell.text == "Capacitate necesară")
    assert (group.row, group.rowspan, group.colspan) == (0, 2, 2)
    assert all(cell.text for cell in found.head)


def test_a_header_of_bare_groups_is_one_row() -> None:
    wide = table(3, "rând")
    for column, group in zip(wide.columns, ("", "Capacitate", "Capacitate"), strict=True):
        column.group, column.title = group, "" if group else "Serviciul"
    (found,) = kinds(blocks(section("a", "A", table=wide)), Grid)
    assert found.head_rows == 1
    assert found.head == (HeadCell("Serviciul", 0, 0), HeadCell("Capacitate", 0, 1, colspan=2))


def test_a_table_whose_columns_have_no_headings_has_no_header() -> None:
    bare = table(2, "rând")
    for column in bare.columns:
        column.title = ""
    (found,) = kinds(blocks(section("a", "A", table=bare)), Grid)
    assert (found.head, found.head_rows) == ((), 0)


def test_a_centre_is_a_banner_beside_its_number() -> None:
    banner, service = grid("existing-services").rows[:2]
    name = "Centrul de îngrijiri la domiciliu pentru persoanele vârstnice"
    assert banner.look == Look.BANNER
    assert banner.cells == (GridCell("1"), GridCell(name, colspan=9), *[None] * 8)
    assert service.look == Look.ROW
    assert [cell.text for cell in service.cells if cell][1:] == [
        "8810 ID-I",
        "Ingrijire la domiciliu pentru persoane vârstnice",
        "38 Persoane vârstnice",
        "100%",
        "332",
        *"----",
    ]


def test_a_banner_without_a_name_is_not_printed_and_what_is_below_it_is() -> None:
    levels = [Level("b", "centru", Look.BANNER), Level("l", "serviciu")]
    columns = [Column("name", "b"), Column("text", "l")]
    rows = [Node("r1", "b", rows=[Node("r2", "l", cells={"text": "Cantina"})])]
    found = blocks(section("a", "A", table=Table(levels, columns, rows)))
    assert said(found) == ["A", "Cantina"]


def test_a_campaign_spans_its_objectives() -> None:
    rows = grid("information-campaigns").rows
    third = next(row for row in rows if row.cells[0] and row.cells[0].text == "3.")
    below = rows[rows.index(third) + 1]
    assert [cell.rowspan for cell in third.cells if cell] == [2, 2, 1, 1, 1]
    assert below.cells[:2] == (None, None)
    assert below.cells[2] == GridCell("Reactivarea Comitetului Comunitar Consultativ")


def test_the_indicators_of_a_measure_are_lines_of_one_cell() -> None:
    found = grid("objectives-matrix", "draguseni-2024")
    cells = [cell.text for row in found.rows for cell in row.cells if cell]
    assert "Nr. vizite în teren\nNr. anchete sociale\nNr. planuri personalizate de intervenție" in (
        cells
    )
    assert found.columns[2].italic


def test_columns_that_are_not_printed_are_not_in_the_grid() -> None:
    made = table(3, "rând")
    made.columns[1].printed = False
    made.rows[0].cells |= {"c1": "ascuns", "c2": "văzut"}
    (found,) = kinds(blocks(section("a", "A", table=made)), Grid)
    assert [cell.text for cell in found.head] == ["Coloana 0", "Coloana 2"]
    assert [cell.text for cell in found.rows[0].cells if cell] == ["rând", "văzut"]


def test_a_table_without_printed_columns_is_not_printed() -> None:
    levels = [Level("b", "centru", Look.BANNER), Level("l", "serviciu")]
    columns = [Column("name", "b"), Column("text", "l", printed=False)]
    rows = [Node("r1", "b", cells={"name": "Cantina"})]
    assert said(blocks(section("a", "A", table=Table(levels, columns, rows)))) == ["A"]


def test_columns_are_set_as_their_kind_or_the_user_says() -> None:
    assert [column.align for column in grid("existing-services").columns] == [
        Align.CENTER,
        *[Align.LEFT] * 3,
        *[Align.RIGHT] * 6,
    ]


def test_totals_of_existing_services_in_thousands_of_lei() -> None:
    total = grid("existing-services", totals=True).rows[-1]
    assert total.total
    # No cell of the county's column holds an amount: a dash is not a zero.
    sums = [GridCell(text) for text in ("4.007", "–", "684", "940", "1.236")]
    assert total.cells == (GridCell("Total", colspan=5), *[None] * 4, *sums)


def test_totals_of_proposed_services_in_lei() -> None:
    total = grid("proposed-services", totals=True).rows[-1]
    texts = [cell.text for cell in total.cells if cell and cell.text]
    assert texts == ["Total", "66.361,82", "–", "–", "–", "3.251.740,36"]
    assert sum(cell.colspan for cell in total.cells if cell) == 13


@pytest.mark.parametrize(
    ("key", "bani"), [("existing-services", 686_700_000), ("proposed-services", 331_810_218)]
)
def test_the_grand_totals_of_piatra_neamt(key: str, bani: int) -> None:
    made = example("piatra-neamt-2021").section(key).table
    assert made
    totals = [column_total(made, column) for column in money_columns(made)]
    assert sum(total.bani for total in totals) == bani
    assert sum(total.unreadable for total in totals) == 0


@pytest.mark.parametrize("name", example_names())
def test_no_total_is_printed_that_was_not_asked_for(name: str) -> None:
    grids = kinds(annex(example(name)).blocks, Grid)
    assert not any(row.total for found in grids for row in found.rows)


def money_table(*kinds_: ColumnKind) -> Table:
    made = table(len(kinds_), "1.000")
    made.rows[0].cells = {f"c{at}": "1.000" for at in range(len(kinds_))}
    for column, kind in zip(made.columns, kinds_, strict=True):
        column.kind, column.unit = kind, Unit.LEI.value
    return made


def test_a_table_without_money_has_no_totals() -> None:
    made = money_table(ColumnKind.TEXT, ColumnKind.QUANTITY)
    assert said(blocks(section("a", "A", table=made, totals=True))) == ["A", "1.000 | 1.000"]


def test_money_that_is_not_printed_has_no_total_either() -> None:
    made = money_table(ColumnKind.TEXT, ColumnKind.MONEY)
    made.columns[1].printed = False
    assert said(blocks(section("a", "A", table=made, totals=True))) == ["A", "1.000"]


def test_the_total_of_a_first_column_is_not_lost() -> None:
    made = money_table(ColumnKind.MONEY, ColumnKind.TEXT, ColumnKind.MONEY)
    (found,) = kinds(blocks(section("a", "A", table=made, totals=True)), Grid)
    assert [cell.text for cell in found.rows[-1].cells if cell] == ["Total: 1.000", "", "1.000"]


@pytest.mark.parametrize(
    ("texts", "align"),
    [
        (["9", "", "1.250"], Align.RIGHT),
        (["9", "38 Persoane vârstnice"], Align.LEFT),
        (["", ""], Align.LEFT),
    ],
)
def test_bare_numbers_stand_one_below_the_other(texts: list[str], align: Align) -> None:
    column = Column("n", "l", "Nr. persoane", kind=ColumnKind.QUANTITY)
    rows = [Node(f"r{at}", "l", cells={"n": text} if text else {}) for at, text in enumerate(texts)]
    wide = Table([Level("l", "rând")], [column], rows)
    (found,) = kinds(blocks(section("s", table=wide)), Grid)
    assert found.columns[0].align == align
    column.align = Align.CENTER
    (chosen,) = kinds(blocks(section("s", table=wide)), Grid)
    assert chosen.columns[0].align == Align.CENTER
