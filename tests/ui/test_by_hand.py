"""Three plans made by hand in the window come out as they are kept in `tests/data/plans/`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dragapp.annex.blocks import ToComplete
from dragapp.annex.build import annex
from dragapp.examples import example
from dragapp.formats.plan_json import dump_plan, load_plan
from dragapp.plan.codec import encode
from dragapp.plan.plan import Plan
from dragapp.plan.section import State
from dragapp.ui.look import dress
from dragapp.ui.main_window import MainWindow
from tests.ui import by_hand
from tests.ui.by_hand import Typist

PLANS = Path(__file__).parent.parent / "data" / "plans"


@pytest.fixture
def typist(qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Typist]:
    dress(qapp)
    window = MainWindow()
    window.resize(1366, 720)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield Typist(window, monkeypatch)
    window.close()
    window.deleteLater()


def kept(name: str) -> Plan:
    path = PLANS / f"{name}.json"
    return load_plan(path.read_text(encoding="utf-8"), path.name)


def without_random_keys(plan: Plan) -> str:
    """Write a plan with its random keys replaced by their order of appearance."""
    order: dict[str, str] = {}
    return re.sub(
        r'"[rs]-[a-z0-9]{10}"',
        lambda found: order.setdefault(found[0], f'"key-{len(order)}"'),
        dump_plan(plan),
    )


@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("valea-mica-2026", by_hand.no_services),
        ("fantanele-noi-2025", by_hand.objectives_without_directions),
        ("draguseni-matrix", by_hand.matrix_retyped),
    ],
)
def test_typed_again_it_is_the_same(
    typist: Typist, tmp_path: Path, name: str, make: Callable[[Typist, Path], Plan]
) -> None:
    made = make(typist, tmp_path / "made.dosar")
    assert without_random_keys(made) == without_random_keys(kept(name))


def test_the_retyped_matrix_is_that_of_draguseni() -> None:
    retyped = kept("draguseni-matrix").section("objectives-matrix").table
    original = example("draguseni-2024").section("objectives-matrix").table
    assert retyped is not None
    assert original is not None
    assert [without_keys(encode(row)) for row in retyped.rows] == [
        without_keys(encode(row)) for row in original.rows
    ]


def without_keys(row: dict[str, object]) -> dict[str, object]:
    rows = row.get("rows", [])
    assert isinstance(rows, list)
    rest = {name: value for name, value in row.items() if name not in ("key", "rows")}
    return rest | {"rows": [without_keys(each) for each in rows]}


def test_a_commune_without_services_says_only_what_was_confirmed() -> None:
    plan = kept("valea-mica-2026")
    document = annex(plan)
    assert not any(isinstance(block, ToComplete) for block in document.blocks)
    declared = {section.key for section in plan.walk() if section.state == State.NONE}
    assert {"existing-services", "proposed-services", "contracting", "subsidies"} <= declared
    assert "information-campaigns" not in declared


def test_objectives_without_directions_are_numbered_and_keep_their_own_section() -> None:
    plan = kept("fantanele-noi-2025")
    table = plan.section("objectives-matrix").table
    assert table is not None
    assert {row.level for row in table.walk()} == {"objective", "measure", "indicator"}
    added = [section for section in plan.walk() if section.key.startswith("s-")]
    assert [section.name for section in added] == ["Rețeaua de voluntari"]
