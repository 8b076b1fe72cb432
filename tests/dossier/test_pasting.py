"""A paste in the dossier: stored as computed, in one step, with keys and ids of old rows kept."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragapp.dossier.dossier import Dossier
from dragapp.dossier.pasting import carry_out
from dragapp.plan.cell_block import CellBlock, block_of
from dragapp.plan.layout import lay_out
from dragapp.plan.outline import Table
from dragapp.plan.paste import Where
from dragapp.plan.pasting import paste
from dragapp.plan.plan import Plan
from tests.blocks import blocks
from tests.dossier.samples import sample_plan


@pytest.fixture(name="opened")
def _opened(path: Path) -> Iterator[tuple[Dossier, Plan]]:
    with Dossier.create(path, sample_plan()) as dossier:
        yield dossier, dossier.load(dossier.find())


def pasted(opened: tuple[Dossier, Plan], key: str, block: CellBlock, where: Where) -> Table:
    """Paste as one action and return the table that was computed."""
    dossier, plan = opened
    section = plan.section(key)
    assert section.table
    done = paste(section.table, block, where)
    with dossier.action("lipește") as edit:
        carry_out(edit, section, done)
    dossier.refresh(plan, edit.touched)
    return done.table


def table(plan: Plan, key: str) -> Table:
    found = plan.section(key).table
    assert found
    return found


def test_new_rows_and_changed_cells_are_one_step(opened: tuple[Dossier, Plan]) -> None:
    dossier, plan = opened
    before = deepcopy(table(plan, "objectives"))
    ids = {row.key: row.id for row in before.walk()}
    rows = [["1.", "A", "unu\u0000", "Nr. a\nNr. b"], ["", "", "doi", ""], ["2.", "B", "trei", ""]]
    where = Where(len(lay_out(before).rows), columns=(0, 1, 2, 3))
    computed = pasted(opened, "objectives", block_of(rows), where)
    after = table(plan, "objectives")
    assert after == computed == table(dossier.load(plan.id), "objectives")
    assert {row.key: row.id for row in after.walk() if row.key in ids} == ids
    step = dossier.undo()
    assert step
    assert step.name == "lipește"
    dossier.refresh(plan, step.touched)
    assert table(plan, "objectives") == before
    assert dossier.undo() is None


def test_changed_cells_alone_touch_only_their_rows(opened: tuple[Dossier, Plan]) -> None:
    dossier, plan = opened
    section = plan.section("existing")
    assert section.table
    rows = lay_out(section.table).rows
    place = next(at for at, row in enumerate(rows) if row.look == "row")
    done = paste(section.table, block_of([["500"]]), Where(place, len(rows[place].cells) - 1))
    assert not done.restructured
    with dossier.action("lipește") as edit:
        carry_out(edit, section, done)
    assert not edit.touched.sections
    assert edit.touched.cells == {(section.id, rows[place].node.id)}
    assert table(dossier.load(plan.id), "existing") == done.table


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(["objectives", "existing"]), blocks(), st.data())
def test_whatever_is_pasted_is_stored_as_computed_and_taken_back(
    opened: tuple[Dossier, Plan], key: str, block: CellBlock, data: st.DataObject
) -> None:
    dossier, plan = opened
    before = deepcopy(table(plan, key))
    layout = lay_out(before)
    where = Where(
        data.draw(st.integers(0, len(layout.rows))),
        data.draw(st.integers(0, len(layout.columns) - 1)),
    )
    computed = pasted(opened, key, block, where)
    assert table(plan, key) == computed
    assert table(dossier.load(plan.id), key) == computed
    if computed != before:
        step = dossier.undo()
        assert step
        dossier.refresh(plan, step.touched)
    assert table(dossier.load(plan.id), key) == before
