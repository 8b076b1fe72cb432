"""Every text of a plan has its place: what JSON holds of printed texts, the places hold too."""

from __future__ import annotations

from dataclasses import asdict

import pytest

from dragapp.examples import example, example_names
from dragapp.plan.outline import Table
from dragapp.plan.places import Place, PlaceKind, group_columns, letters, texts
from dragapp.plan.plan import Plan
from tests.county import county_plan
from tests.dossier.samples import sample_plan


def read(plan: Plan, place: Place) -> str:
    """Return the text of a place, found without the help of the program."""
    match place.kind:
        case PlaceKind.TITLE:
            return plan.title
        case PlaceKind.LETTERHEAD:
            return plan.letterhead
        case PlaceKind.HEADER_DRAFT:
            return plan.annex_header.draft
        case PlaceKind.HEADER_ADOPTED:
            return plan.annex_header.adopted
        case PlaceKind.HEADER_EXTRA:
            return plan.annex_header.extra
        case PlaceKind.INSTITUTION:
            return str(asdict(plan.institution)[place.column])
        case PlaceKind.DECISION:
            return str(asdict(plan.decision)[place.column])
        case PlaceKind.PAPER:
            return str(asdict(plan.papers[place.paragraph])[place.column])
    section = plan.section(place.section)
    match place.kind:
        case PlaceKind.HEADING:
            return letters(section.heading)
        case PlaceKind.STATEMENT:
            return letters(section.statement)
        case PlaceKind.BEFORE:
            return letters(section.before[place.paragraph].text)
        case PlaceKind.AFTER:
            return letters(section.after[place.paragraph].text)
    table = section.table
    assert table
    if place.kind == PlaceKind.CELL:
        return next(row for row in table.walk() if row.key == place.row).cells[place.column]
    column = next(column for column in table.columns if column.key == place.column)
    return column.title if place.kind == PlaceKind.COLUMN else column.group


@pytest.mark.parametrize(
    "plan",
    [sample_plan(), *map(example, example_names())],
    ids=lambda plan: f"{plan.institution.name} {plan.year}",
)
def test_each_text_stands_where_its_place_says(plan: Plan) -> None:
    plan.annex_header.extra = "Aviz consultativ nr. 5141/31.01.2022"
    listed = list(texts(plan))
    assert len({place for place, _ in listed}) == len(listed)
    for place, text in listed:
        assert letters(text) == read(plan, place) != ""


def test_no_printed_text_of_a_plan_is_left_out() -> None:
    plan = county_plan(0.05)
    plan.annex_header.extra = "Aviz"
    wanted = [plan.title, plan.letterhead, plan.annex_header.extra]
    wanted += [plan.annex_header.draft, plan.annex_header.adopted]
    data = (asdict(plan.institution), asdict(plan.decision), *map(asdict, plan.papers))
    for known in data:
        wanted += [known[name] for name in known if name not in ("kind", "id")]
    for section in plan.walk():
        paragraphs = [paragraph.text for paragraph in (*section.before, *section.after)]
        wanted += [letters(text) for text in (section.heading, section.statement, *paragraphs)]
        if section.table:
            wanted += [column.title for column in section.table.columns]
            wanted += [text for row in section.table.walk() for text in row.cells.values()]
    listed = [letters(text) for place, text in texts(plan) if place.kind != PlaceKind.GROUP]
    assert sorted(listed) == sorted(filter(None, wanted))


def services() -> Table:
    table = example("piatra-neamt-2021").section("existing-services").table
    assert table
    return table


def test_a_title_that_columns_share_is_one_place_with_all_its_columns() -> None:
    plan = example("piatra-neamt-2021")
    shared = [
        place
        for place, _ in texts(plan)
        if place.kind == PlaceKind.GROUP and place.section == "existing-services"
    ]
    assert len(shared) == 1
    columns = group_columns(services(), shared[0].column)
    assert columns == [column.key for column in services().columns if column.group]
    assert len(columns) == 5
    assert group_columns(services(), "nothing") == []


def test_cells_come_in_the_order_in_which_they_are_printed() -> None:
    table = services()
    row = next(row for row in table.walk() if len(row.cells) > 5)
    order = [
        place.column for place, _ in texts(example("piatra-neamt-2021")) if place.row == row.key
    ]
    assert order == [column.key for column in table.columns if column.key in row.cells]
