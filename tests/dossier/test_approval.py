"""An approved plan is frozen by the database itself, and undo never goes back past the approval."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from dragapp.dossier.dossier import Dossier
from dragapp.dossier.edit import Edit
from dragapp.errors import StorageError
from dragapp.plan.outline import Node
from dragapp.plan.plan import Paper, Plan
from dragapp.plan.section import Paragraph, Section
from tests.dossier.samples import dump, sample_plan

_DAY = date(2024, 4, 26)


def _matrix(plan: Plan) -> int:
    return plan.section("objectives").id


def _measure(plan: Plan) -> Node:
    table = plan.section("objectives").table
    assert table is not None
    return next(row for row in table.walk() if row.level == "measure")


#: Every way in which an approved plan could be given another content.
CHANGES: dict[str, Callable[[Edit, Plan], object]] = {
    "title": lambda edit, plan: edit.set_plan(plan.id, title="x"),
    "institution": lambda edit, plan: edit.set_institution(plan.id, mayor="x"),
    "header": lambda edit, plan: edit.set_annex_header(plan.id, draft="x"),
    "printing": lambda edit, plan: edit.set_printing(plan.id, large=not plan.printing.large),
    "decision": lambda edit, plan: edit.set_decision(plan.id, number="x"),
    "section": lambda edit, plan: edit.set_section(plan.sections[0].id, name="x"),
    "text": lambda edit, plan: edit.set_paragraphs(plan.sections[0].id, "before", [Paragraph()]),
    "added section": lambda edit, plan: edit.add_section(plan.id, None, 0, Section("x", "x")),
    "deleted section": lambda edit, plan: edit.delete_section(plan.sections[-1].id),
    "moved section": lambda edit, plan: edit.move_section(plan.sections[-1].id, None, 0),
    "table": lambda edit, plan: edit.set_table(_matrix(plan), None),
    "column": lambda edit, plan: edit.set_column(_matrix(plan), "measure", title="x"),
    "level": lambda edit, plan: edit.set_level(_matrix(plan), "measure", name="x"),
    "cell": lambda edit, plan: edit.set_cell(_measure(plan).id, "measure", "x"),
    "emptied cell": lambda edit, plan: edit.set_cell(_measure(plan).id, "measure", ""),
    "number": lambda edit, plan: edit.set_node(_measure(plan).id, number="x"),
    "added row": lambda edit, plan: edit.add_node(_matrix(plan), None, 0, Node("x", "objective")),
    "deleted row": lambda edit, plan: edit.delete_node(_measure(plan).id),
    "deleted plan": lambda edit, plan: edit.delete_plan(plan.id),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_the_content_of_an_approved_plan_cannot_be_changed(
    dossier: Dossier, change: Callable[[Edit, Plan], object]
) -> None:
    plan = dossier.load(dossier.find())
    dossier.approve(plan.id, b"%PDF", _DAY)
    before = dump(dossier)

    def act() -> None:
        with dossier.action("Schimbare") as edit:
            change(edit, plan)

    with pytest.raises(StorageError, match="aprobat și nu mai poate fi schimbat"):
        act()
    assert dump(dossier) == before
    dossier.reopen(plan.id)
    reopened = dump(dossier)
    act()
    assert dump(dossier) != reopened


def test_papers_and_other_plans_may_still_be_changed(dossier: Dossier) -> None:
    plan = dossier.load(dossier.find())
    dossier.approve(plan.id, b"%PDF", _DAY)
    with dossier.action("Document") as edit:
        edit.add_paper(plan.id, Paper("other", number="7"))
    with dossier.action("Plan nou") as edit:
        edit.set_plan(edit.add_plan(sample_plan(2031)), title="x")
    dossier.undo()
    assert len(dossier.plans()) == 1
    dossier.undo()
    assert dossier.load(plan.id).papers == plan.papers


def test_undo_never_crosses_an_approval(dossier: Dossier) -> None:
    plan = dossier.load(dossier.find())
    for text in ("a", "b"):
        with dossier.action("Titlu") as edit:
            edit.set_plan(plan.id, title=text)
    dossier.undo()
    dossier.approve(plan.id, b"%PDF", _DAY)
    assert (dossier.undo(), dossier.redo()) == (None, None)
    dossier.reopen(plan.id)
    assert (dossier.undo(), dossier.redo()) == (None, None)
    assert dossier.load(plan.id).title == "a"


def test_the_approval_and_its_annex_are_kept_in_the_file(path: Path) -> None:
    with Dossier.create(path, sample_plan()) as dossier:
        dossier.approve(dossier.find(), b"%PDF \0 \xff", _DAY)
    with Dossier.open(path) as dossier:
        approval = dossier.approval(dossier.find())
        assert approval is not None
        assert approval.day == _DAY
        assert dossier.approved_annex(dossier.find()) == b"%PDF \0 \xff"
