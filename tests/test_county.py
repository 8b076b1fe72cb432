"""The county's plan has the sizes for which the program must be fast, and is a correct plan."""

from __future__ import annotations

from collections import Counter

import pytest

from dragapp.formats.plan_json import dump_plan, load_plan
from dragapp.plan.outline import Node, Table
from dragapp.plan.plan import Plan
from dragapp.plan.section import ParagraphKind
from tests.county import BUDGETS, TRAINING, characters, county_plan


@pytest.fixture(scope="module")
def plan() -> Plan:
    return county_plan()


def table(plan: Plan, key: str) -> Table:
    found = plan.section(key).table
    assert found is not None
    return found


def rows(plan: Plan, *keys: str) -> Counter[str]:
    """Count the rows of some tables by level."""
    return Counter(row.level for key in keys for row in table(plan, key).walk())


def every_row(plan: Plan) -> list[Node]:
    return [row for section in plan.walk() if section.table for row in section.table.walk()]


def test_the_matrix(plan: Plan) -> None:
    wanted = {"objective": 10, "direction": 60, "measure": 360, "indicator": 1080}
    assert rows(plan, "objectives-matrix") == wanted
    measures = [row for row in table(plan, "objectives-matrix").walk() if row.level == "measure"]
    for measure in measures:
        assert len(measure.cells["responsible"].split("\n")) == 3
        assert len(measure.cells["funding"].split("\n")) == 2
        assert [row.level for row in measure.rows] == ["indicator"] * 3


def test_services_and_contracts(plan: Plan) -> None:
    services = [row for row in table(plan, "existing-services").walk() if row.level == "service"]
    assert len(services) == 120
    assert all(set(BUDGETS) <= set(service.cells) for service in services)
    assert all(row.level == "centre" for row in table(plan, "existing-services").rows)
    assert rows(plan, "proposed-services") == {"service": 20}
    after = plan.section("subsidies").after
    subsidised = [paragraph for paragraph in after if paragraph.kind == ParagraphKind.ITEM]
    assert rows(plan, "county-contracts")["contract"] + len(subsidised) == 40


def test_campaigns_meetings_training_and_providers(plan: Plan) -> None:
    campaigns = rows(plan, "information-campaigns", "promotion-campaigns")
    assert campaigns == {"campaign": 60, "activity": 120}
    assert rows(plan, "meetings", "counselling-topics").total() == 40
    assert rows(plan, *TRAINING).total() == 100
    assert rows(plan, "county-providers") == {"provider": 200}


def test_texts(plan: Plan) -> None:
    assert characters(plan) == 150_000
    cells = [text for row in every_row(plan) for text in row.cells.values()]
    assert [len(text) for text in cells if len(text) > 600] == [2_000] * 5
    names = [row.cells.get("name", "") for row in table(plan, "existing-services").walk()]
    assert max(map(len, names)) == 250
    assert len(plan.title) == 700


def test_the_double_has_twice_of_everything(plan: Plan) -> None:
    double = county_plan(2)
    assert characters(double) == 2 * characters(plan)
    form_rows = sum(not row.key.startswith("county-") for row in every_row(plan))
    assert len(every_row(double)) - form_rows == 2 * (len(every_row(plan)) - form_rows)
    assert rows(double, "objectives-matrix")["measure"] == 720


def test_it_is_the_same_plan_each_time(plan: Plan) -> None:
    assert county_plan() == plan


def test_json_gives_it_back(plan: Plan) -> None:
    text = dump_plan(plan)
    again = load_plan(text, "neamt.json")
    assert again == plan
    assert dump_plan(again) == text
