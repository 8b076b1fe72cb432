"""Wide tables as cards: nothing is lost, and each card can be read by itself."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import groupby

import pytest

from dragapp.annex.blocks import Block, Grid, GridCell, GridColumn, GridRow, HeadCell, Place, Text
from dragapp.annex.build import annex
from dragapp.annex.cards import as_cards
from dragapp.annex.printout import Printout, Purpose
from dragapp.examples import example
from dragapp.plan.column import Align, ColumnKind
from dragapp.plan.outline import Look
from dragapp.plan.plan import Plan
from dragapp.plan.rich import plain
from tests.annex.sections import blocks, kinds, said, section, table
from tests.county import county_plan

PLANS = {
    "draguseni-2024": lambda: example("draguseni-2024"),
    "piatra-neamt-2021": lambda: example("piatra-neamt-2021"),
    "county": lambda: county_plan(0.2),
}
WHERE = Place("I.A", "Servicii", "I.A", "I", "Capitolul I")
NUMBER = GridColumn(ColumnKind.NUMBER_LABEL, Align.CENTER)
TEXT = GridColumn(ColumnKind.TEXT, Align.LEFT)
LEI = GridColumn(ColumnKind.MONEY, Align.RIGHT, unit="lei")


def wide(plan: Plan) -> list[Grid]:
    """Return the tables of a plan that would be cards."""
    return [grid for grid in kinds(annex(plan).blocks, Grid) if len(grid.columns) >= 7]


def lines(card: Grid) -> list[list[str]]:
    """Return a card's texts, line by line."""
    head = [[cell.text for cell in card.head]]
    return head + [[cell.text for cell in row.cells if cell] for row in card.rows]


def words(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").split())


def spoken(made: tuple[Text | Grid, ...]) -> list[str]:
    """Return every text of the cards, and of what stands above them."""
    said_: list[str] = []
    for block in made:
        if isinstance(block, Text):
            said_.append(words(plain(block.text)))
        else:
            said_ += [words(text) for line in lines(block) for text in line]
    return said_


def grid(columns: tuple[GridColumn, ...], titles: tuple[str, ...], *rows: GridRow) -> Grid:
    head = tuple(HeadCell(title, 0, place) for place, title in enumerate(titles))
    return Grid(WHERE, columns, head, 1, rows)


def row(*texts: str | GridCell | None, total: bool = False) -> GridRow:
    cells = tuple(GridCell(text) if isinstance(text, str) else text for text in texts)
    return GridRow(cells, total=total)


@pytest.mark.parametrize("name", PLANS)
def test_every_text_of_the_real_tables_is_on_the_card_of_each_of_its_rows(name: str) -> None:
    grids = wide(PLANS[name]())
    assert grids
    for each in grids:
        found = Counter(spoken(as_cards(each)))
        numbers = {at for at, c in enumerate(each.columns) if c.kind == ColumnKind.NUMBER_LABEL}
        wanted: Counter[str] = Counter()
        for source in each.rows:
            for at, cell in enumerate(source.cells):
                if cell is None or not cell.text.strip():
                    continue
                if at not in numbers or cell.colspan > 1:
                    wanted[words(cell.text)] += cell.rowspan
                else:
                    # A number stands before the text that it numbers.
                    assert any(text.startswith(f"{cell.text.rstrip('.')}. ") for text in found)
        for text, count in wanted.items():
            numbered = sum(found[other] for other in found if other.endswith(f". {text}"))
            assert found[text] + numbered >= count
        every = "\n".join(found)
        assert all(words(head.text) in every or head.column in numbers for head in each.head)


@pytest.mark.parametrize("name", PLANS)
def test_a_card_for_each_row_in_the_order_of_the_table(name: str) -> None:
    for each in wide(PLANS[name]()):
        kinds_ = [
            Text if source.look == Look.BANNER else Grid
            for source in each.rows
            if any(cell and cell.text for cell in source.cells) or None in source.cells
        ]
        assert [type(block) for block in as_cards(each)] == kinds_


def test_a_service_of_piatra_neamt_as_a_card() -> None:
    (services, _) = wide(example("piatra-neamt-2021"))
    above, card = as_cards(services)[2:4]
    assert isinstance(above, Text)
    assert isinstance(card, Grid)
    assert (
        plain(above.text) == "2. Centru de cazare temporara persoane fara adapost Cartier Speranta"
    )
    assert all(run.bold for run in above.text)
    budgets = "Bugetele estimate pe surse de finanțare, pentru serviciile sociale existente"
    assert lines(card) == [
        [
            "Cod serviciu social, conform Nomenclatorului serviciilor sociale",
            "8790 CR-PFA-II",
        ],
        [
            "Denumirea serviciului social",
            "Cazare si servicii sociale in Centrul de cazare temporara a persoanelor fara adapost "
            "Cartier Speranta",
        ],
        ["Capacitate", "40 Persoane fara adapost"],
        ["Grad de ocupare", "100%"],
        # The heading that the columns share is said once, the unit where the heading lacks it.
        [budgets, "Buget local mii lei", "322"],
        ["Buget județean* (mii\u00a0lei)", "-"],
        ["Buget de stat (mii\u00a0lei)", "-"],
        ["Contribuții persoane beneficiare (mii\u00a0lei)", "-"],
        ["Alte surse (mii\u00a0lei)", "412"],
    ]
    assert card.rows[3].cells[0] == GridCell(budgets, rowspan=5)


def test_a_direction_is_said_on_the_card_of_each_of_its_measures() -> None:
    (matrix,) = wide(example("draguseni-2024"))
    cards = [block for block in as_cards(matrix) if isinstance(block, Grid)]
    direction = "2. • Asigurarea personalului adecvat pentru desfășurarea serviciilor sociale la"
    of_direction = [card for card in cards if lines(card)[0][1].startswith(direction)]
    assert [lines(card)[1][1][:2] for card in of_direction] == ["1.", "2."]
    assert {lines(card)[0][0] for card in of_direction} == {"Direcții de acțiune"}
    # A measure that belongs to no direction begins its card itself.
    assert {lines(card)[0][0] for card in cards} == {"Direcții de acțiune", "Măsuri/activități"}


def test_labels_head_their_lines_and_the_first_line_is_the_header() -> None:
    (card,) = as_cards(grid((NUMBER, TEXT, TEXT), ("Nr.", "Nume", "Loc"), row("3", "a", "b")))
    assert isinstance(card, Grid)
    assert card.head == (HeadCell("Nume", 0, 0), HeadCell("3. a", 0, 1))
    assert card.head_rows == 1
    assert [column.heads for column in card.columns] == [True, False]


def test_a_column_for_which_a_row_has_nothing_is_left_out() -> None:
    made = grid((TEXT,) * 3, ("Nume", "Loc", "An"), row("a", "", "2024"), row("", " ", ""))
    (card,) = as_cards(made)
    assert isinstance(card, Grid)
    assert lines(card) == [["Nume", "a"], ["An", "2024"]]


def test_a_number_alone_is_not_lost() -> None:
    made = grid((NUMBER, TEXT), ("Nr.", "Nume"), row("7.", ""))
    (card,) = as_cards(made)
    assert isinstance(card, Grid)
    assert lines(card) == [["Nr.", "7."]]
    made = grid((NUMBER, NUMBER, TEXT), ("Nr.", "Poz.", "Nume"), row("1", "2", "a"))
    (card,) = as_cards(made)
    assert isinstance(card, Grid)
    assert lines(card) == [["Nr.", "1."], ["Nume", "2. a"]]


def test_a_table_without_headings_is_told_without_labels() -> None:
    made = replace(grid((TEXT, TEXT), (), row("a", "b")), head=(), head_rows=0)
    (card,) = as_cards(made)
    assert isinstance(card, Grid)
    assert lines(card) == [["a"], ["b"]]
    assert card.head[0].colspan == len(card.columns) == 2


def test_a_table_without_rows_stays_as_it_is() -> None:
    empty = grid((TEXT, TEXT), ("Nume", "Loc"))
    assert as_cards(empty) == (empty,)


def test_the_totals_are_a_card_of_their_own() -> None:
    plan = example("piatra-neamt-2021")
    plan.section("existing-services").totals = True
    (services, _) = wide(plan)
    total = as_cards(services)[-1]
    assert isinstance(total, Grid)
    assert total.head == (HeadCell("Total", 0, 0, colspan=3),)
    assert [line[-1] for line in lines(total)[1:]] == ["4.007", "–", "684", "940", "1.236"]
    assert all(each.total for each in total.rows)


def test_the_total_of_a_first_column_is_said_under_its_heading() -> None:
    made = grid((LEI, TEXT, LEI), ("Cost", "Loc", "Sumă"), row("Total: 5", "", "9", total=True))
    (card,) = as_cards(made)
    assert isinstance(card, Grid)
    assert lines(card) == [["Cost (lei)", "Total: 5"], ["Sumă (lei)", "9"]]


def with_cards(plan: Plan, purpose: Purpose = Purpose.SIGN) -> tuple[Block, ...]:
    plan.printing.cards = True
    return annex(plan, Printout(purpose)).blocks


def test_cards_stand_on_standing_pages() -> None:
    assert "LYING" in said(annex(example("piatra-neamt-2021")).blocks)
    assert "LYING" not in said(with_cards(example("piatra-neamt-2021")))


def test_tables_of_six_columns_and_those_of_a_workbook_stay_tables() -> None:
    plan = Plan(2024, sections=[section("a", "A", table=table(6, "rând"))])
    assert [len(each.columns) for each in kinds(with_cards(plan), Grid)] == [6]
    plan = Plan(2024, sections=[section("a", "A", table=table(7, "rând"))])
    assert [len(each.columns) for each in kinds(with_cards(plan, Purpose.WORKBOOK), Grid)] == [7]
    assert [len(each.columns) for each in kinds(with_cards(plan), Grid)] == [2]


def test_the_cards_of_a_section_stand_between_its_texts() -> None:
    plan = example("piatra-neamt-2021")
    of_services = [
        type(block)
        for block in with_cards(plan)
        if getattr(getattr(block, "place", None), "section", "") == "existing-services"
    ]
    assert [kind.__name__ for kind, _ in groupby(of_services)][:3] == ["Heading", "Text", "Grid"]
    assert blocks(section("a", "A")) == with_cards(Plan(2024, sections=[section("a", "A")]))
