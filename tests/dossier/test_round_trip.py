"""A plan comes back from the dossier as it went in."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings

from dragapp.dossier.dossier import Dossier
from dragapp.formats.plan_json import load_plan
from dragapp.plan.codec import encode
from dragapp.plan.plan import Plan
from dragapp.plan.section import Section
from dragapp.resources import folder
from tests.dossier.samples import plans, sample_plan

EXAMPLES = sorted(folder("examples").glob("*.json"))


def _stored(path: Path, plan: Plan) -> Plan:
    Dossier.create(path, plan).close()
    with Dossier.open(path) as dossier:
        return dossier.load(dossier.find(plan.year, plan.revision))


def test_the_sample_plan(path: Path) -> None:
    assert encode(_stored(path, sample_plan())) == encode(sample_plan())


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.stem)
def test_the_real_plans(path: Path, example: Path) -> None:
    plan = load_plan(example.read_text(encoding="utf-8"), example.name)
    assert encode(_stored(path, plan)) == encode(plan)


@given(plan=plans())
@settings(max_examples=40, deadline=None)
def test_any_plan(plan: Plan) -> None:
    with tempfile.TemporaryDirectory() as made:
        assert encode(_stored(Path(made) / "x.dosar", plan)) == encode(plan)


def test_ids_are_filled_in_for_all_that_can_be_edited(dossier: Dossier) -> None:
    plan = dossier.load(dossier.find())
    assert plan.id
    assert all(paper.id for paper in plan.papers)
    for section in plan.walk():
        assert section.id
        if section.table:
            assert all(level.id for level in section.table.levels)
            assert all(column.id for column in section.table.columns)
            assert all(row.id for row in section.table.walk())


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("ăâîșțĂÂÎȘȚ „ghilimele” – ş ţ", "ăâîșțĂÂÎȘȚ „ghilimele” – ş ţ"),
        ("a\x00b\x07c", "abc"),
        ("a\ud800b", "ab"),
        ("rând\r\nrând\rrând", "rând\nrând\nrând"),
        ("👩‍👧‍👦 שלום مرحبا", "👩‍👧‍👦 שלום مرحبا"),
        ("'; DROP TABLE cell; --\"", "'; DROP TABLE cell; --\""),
        ("{1} _a_ > ~ *b*", "{1} _a_ > ~ *b*"),
        ("ș" * 100_000, "ș" * 100_000),
    ],
    ids=["romanian", "controls", "surrogate", "lines", "emoji and rtl", "sql", "markup", "long"],
)
def test_texts_are_kept_as_typed_through_undo_too(dossier: Dossier, typed: str, kept: str) -> None:
    plan = dossier.load(dossier.find())
    section = plan.section("existing")
    assert section.table
    node = section.table.rows[0]
    with dossier.action("Editare") as edit:
        edit.set_cell(node.id, "name", typed)
        edit.set_section(section.id, name=typed)
    with dossier.action("Ștergere") as edit:
        edit.delete_section(section.id)
    dossier.undo()
    again = dossier.load(plan.id).section("existing")
    assert again.table
    assert (again.name, again.table.rows[0].cells["name"]) == (kept, kept)


def test_plans_are_listed_newest_first_and_found(dossier: Dossier) -> None:
    with dossier.action("Plan nou") as edit:
        ids = {
            (2024, 0): dossier.find(),
            (2025, 0): edit.add_plan(sample_plan(2025)),
            (2024, 1): edit.add_plan(sample_plan(2024, 1)),
        }
    entries = dossier.plans()
    assert [(entry.year, entry.revision) for entry in entries] == [(2025, 0), (2024, 1), (2024, 0)]
    assert {(entry.year, entry.revision): entry.id for entry in entries} == ids
    assert dossier.find() == ids[2025, 0]
    assert dossier.find(2024) == ids[2024, 1]
    assert dossier.find(2024, 0) == ids[2024, 0]


def test_the_institution_is_the_newest_plans(dossier: Dossier) -> None:
    old = dossier.find()
    with dossier.action("Plan nou") as edit:
        new = edit.add_plan(Plan(2025, sections=[Section("a", "A")]))
        edit.set_institution(new, mayor="Ana Șerban")
        edit.set_institution(old, inspector="Vasile")
    assert dossier.institution().mayor == "Ana Șerban"
    assert dossier.institution().inspector == ""
    assert dossier.load(old).institution.mayor == "Ion Țăran"
    assert dossier.load(old).institution.inspector == "Vasile"
