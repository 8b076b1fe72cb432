"""Replacing in the whole plan is one action: stored, undone, redone, refused when approved."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dragapp.dossier.dossier import Dossier
from dragapp.dossier.replacing import replace_texts
from dragapp.errors import StorageError
from dragapp.examples import example
from dragapp.plan.codec import encode
from dragapp.plan.finding import Hit, Sought, find
from dragapp.plan.places import PlaceKind, letters, texts
from dragapp.plan.plan import Plan
from dragapp.plan.replacing import changes
from tests.dossier.samples import dump, sample_plan


def replace_all(dossier: Dossier, plan: Plan, wanted: str, by: str) -> list[Hit]:
    hits = find(plan, Sought(wanted))
    with dossier.action("Înlocuire") as edit:
        replace_texts(edit, plan, changes(hits, by))
    dossier.refresh(plan, edit.touched)
    return hits


def test_every_kind_of_text_is_stored_and_comes_back(dossier: Dossier) -> None:
    plan = dossier.load(dossier.find())
    with dossier.action("Antet") as edit:
        edit.set_annex_header(plan.id, extra="Aviz")
        edit.set_decision(plan.id, chair="Ana")
    plan = dossier.load(plan.id)
    before, old = dump(dossier), [(place, letters(text)) for place, text in texts(plan)]
    hits = replace_all(dossier, plan, "a", "ă#")
    kinds = {hit.place.kind for hit in hits}
    assert kinds >= set(PlaceKind) - {PlaceKind.GROUP}
    assert encode(dossier.load(plan.id)) == encode(plan)
    assert [place for place, _ in texts(plan)] == [place for place, _ in old]
    changed = {hit.place for hit in hits}
    for (place, was), (_, text) in zip(old, texts(plan), strict=True):
        assert (letters(text) != was) == (place in changed)
    dossier.undo()
    assert dump(dossier) == before
    dossier.redo()
    assert encode(dossier.load(plan.id)) == encode(plan)


def test_a_title_that_columns_share_stays_shared(path: Path) -> None:
    with Dossier.create(path, example("piatra-neamt-2021")) as dossier:
        plan = dossier.load(dossier.find())
        replace_all(dossier, plan, "Bugetele estimate", "Bugete")
        table = dossier.load(plan.id).section("existing-services").table
        assert table
        groups = {column.group for column in table.columns if column.group}
        assert groups == {"Bugete pe surse de finanțare, pentru serviciile sociale existente"}


def test_only_the_hits_given_are_replaced(dossier: Dossier) -> None:
    plan = dossier.load(dossier.find())
    hits = find(plan, Sought("anchete"))
    assert len(hits) > 1
    with dossier.action("Înlocuire") as edit:
        replace_texts(edit, plan, changes(hits[:1], "vizite"))
    assert len(find(dossier.load(plan.id), Sought("anchete"))) == len(hits) - 1
    assert edit.touched.cells
    assert not edit.touched.sections


def test_a_place_that_is_gone_undoes_the_action(dossier: Dossier) -> None:
    plan = dossier.load(dossier.find())
    before = dump(dossier)
    made = changes(find(plan, Sought("a")), "b")
    last = made[-1]
    made.append(replace(last, place=last.place._replace(section="gone")))
    with pytest.raises(LookupError), dossier.action("Înlocuire") as edit:
        replace_texts(edit, plan, made)
    assert dump(dossier) == before
    assert dossier.undo_name is None


def test_an_approved_plan_is_not_changed(dossier: Dossier) -> None:
    plan = dossier.load(dossier.find())
    dossier.approve(plan.id, b"%PDF", date(2024, 2, 1))
    before = dump(dossier)
    with pytest.raises(StorageError), dossier.action("Înlocuire") as edit:
        replace_texts(edit, plan, changes(find(plan, Sought("a")), "b"))
    assert dump(dossier) == before


def test_a_plan_of_another_dossier_with_the_same_keys_changes_only_its_own(
    dossier: Dossier,
) -> None:
    plan = dossier.load(dossier.find())
    with dossier.action("Alt plan") as edit:
        edit.add_plan(sample_plan(2025))
    other = dossier.load(dossier.find(2025))
    replace_all(dossier, other, "Anchete", "Vizite")
    assert find(dossier.load(plan.id), Sought("Anchete"))
    assert not find(dossier.load(other.id), Sought("Anchete"))
