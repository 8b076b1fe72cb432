"""A window that shows a plan reads again only what was touched."""

from __future__ import annotations

import pytest

from dragapp.dossier.dossier import Dossier
from dragapp.dossier.touched import Touched
from dragapp.errors import PlanMissing
from dragapp.plan.plan import Plan
from dragapp.plan.section import Section
from tests.dossier.samples import sample_plan


def _matrix_row(plan: Plan) -> int:
    table = plan.section("objectives").table
    assert table
    return table.rows[0].rows[0].rows[0].id


def test_a_cell_touches_its_row_alone(dossier: Dossier) -> None:
    plan = dossier.load(dossier.find())
    section = plan.section("objectives")
    table = section.table
    with dossier.action("Editare") as edit:
        edit.set_cell(_matrix_row(plan), "term", "2024")
    assert edit.touched == Touched(cells={(section.id, _matrix_row(plan))})
    dossier.refresh(plan, edit.touched)
    assert section.table is table
    assert plan == dossier.load(plan.id)


def test_sections_that_stay_are_the_same_objects(dossier: Dossier) -> None:
    plan = dossier.load(dossier.find())
    before = {section.key: section for section in plan.walk()}
    with dossier.action("Secțiuni") as edit:
        edit.delete_section(plan.section("proposed").id)
        edit.move_section(plan.section("decision").id, None, 0)
        edit.add_section(plan.id, None, 1, Section("new", "Nouă"))
    assert edit.touched == Touched(tree=True)
    dossier.refresh(plan, edit.touched)
    assert [section.key for section in plan.sections[:3]] == ["decision", "new", "preamble"]
    assert all(before.get(section.key, section) is section for section in plan.walk())
    assert plan == dossier.load(plan.id)


def test_a_new_section_in_a_deleted_ones_row_is_another_object(dossier: Dossier) -> None:
    plan = dossier.load(dossier.find())
    old = plan.section("decision")
    with dossier.action("Secțiuni") as edit:
        edit.delete_section(old.id)
        new_id = edit.add_section(plan.id, None, 9, Section("new", "Nouă"))
    dossier.refresh(plan, edit.touched)
    assert new_id == old.id
    assert plan.section("new") is not old
    assert plan == dossier.load(plan.id)


def test_what_another_plan_was_touched_by_changes_nothing_here(dossier: Dossier) -> None:
    plan = dossier.load(dossier.find())
    with dossier.action("Plan nou") as edit:
        other = dossier.load(edit.add_plan(sample_plan(2025)))
    with dossier.action("Editare") as edit:
        edit.set_cell(_matrix_row(other), "term", "2025")
        edit.set_section(other.sections[0].id, name="Altul")
        edit.set_plan(other.id, title="Altul")
    dossier.refresh(plan, edit.touched)
    assert plan == sample_plan()


def test_a_plan_that_is_gone_is_missing(dossier: Dossier) -> None:
    plan = dossier.load(dossier.find())
    with dossier.action("Ștergere") as edit:
        edit.delete_plan(plan.id)
    assert edit.touched == Touched(plans=True)
    with pytest.raises(PlanMissing, match="nu mai este în fișierul"):
        dossier.refresh(plan, edit.touched)
    with pytest.raises(PlanMissing):
        dossier.load(plan.id)
    with pytest.raises(PlanMissing, match="nu are un plan pentru anul 2024"):
        dossier.find(2024)
