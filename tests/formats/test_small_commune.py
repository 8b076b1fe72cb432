"""The normal commune has no service at all: its annex is as finished as a city's."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from dragapp.annex.blocks import Grid, ToComplete
from dragapp.annex.build import annex
from dragapp.formats.pdf import pdf_bytes
from dragapp.formats.plan_json import load_plan
from dragapp.forms import current_form
from dragapp.plan.plan import Institution, Plan
from dragapp.plan.section import State
from dragapp.plan.situation import Answer, Reply, Sentence, proposal, settle

KEPT = Path(__file__).parent.parent / "data" / "plans" / "valea-mica-2026.json"


def kept() -> Plan:
    """The plan of such a commune, typed to its end in the window after six times "nu"."""
    return load_plan(KEPT.read_text(encoding="utf-8"), KEPT.name)


def only_answered() -> Plan:
    """A plan as the answers leave it, the other proposals confirmed one by one."""
    form = current_form()
    plan = form.new_plan(Institution(name="Valea Mică", county="Vaslui"), 2026)
    for question in form.questions:
        said = {key: Sentence(proposal(plan, key), confirmed=True) for key in question.sections}
        settle(plan, question, Reply(Answer.NO, said))
    for section in plan.walk():
        if section.is_empty and section.statement and not section.sections:
            section.state = State.NONE
    return plan


def sheets(plan: Plan) -> list[tuple[float, float]]:
    """The width and height of each page."""
    with pikepdf.open(io.BytesIO(pdf_bytes(annex(plan)))) as pdf:
        boxes = [page.mediabox for page in pdf.pages]
        return [(float(box[2]), float(box[3])) for box in boxes]


def test_six_portrait_pages() -> None:
    pages = sheets(kept())
    assert len(pages) == 6
    assert all(width < height for width, height in pages)


def test_no_page_lies_where_nothing_is_planned() -> None:
    assert all(width < height for width, height in sheets(only_answered()))


@pytest.mark.parametrize("make", [kept, only_answered])
def test_no_empty_grid_and_nothing_left_to_complete(make: Callable[[], Plan]) -> None:
    blocks = annex(make()).blocks
    assert not any(isinstance(block, ToComplete) for block in blocks)
    assert all(block.rows for block in blocks if isinstance(block, Grid))
