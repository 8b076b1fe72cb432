"""An export is followed from beginning to end, and stopped anywhere it leaves nothing."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from dragapp.errors import Cancelled
from dragapp.examples import example
from dragapp.formats.export import Target, export
from dragapp.formats.pdf import page, paginate, table
from dragapp.formats.xlsx import package, workbook
from dragapp.plan.outline import Table
from dragapp.plan.plan import Plan
from dragapp.plan.section import Section
from tests.command import names
from tests.county import county_plan
from tests.dossier.samples import sample_plan

OLD = b"vechi" * 1000


class Stop:
    """A listener that has had enough at the n-th call."""

    def __init__(self, at: int) -> None:
        self.at, self.calls = at, 0

    def __call__(self, done: float) -> None:
        self.calls += 1
        if self.calls == self.at:
            raise Cancelled


@pytest.fixture(params=Target)
def kind(request: pytest.FixtureRequest) -> Target:
    """Every kind of file in turn."""
    chosen: Target = request.param
    return chosen


@pytest.fixture
def target(tmp_path: Path, kind: Target) -> Path:
    """Make an old file that is to be replaced, alone in its folder."""
    path = tmp_path / f"plan.{kind}"
    path.write_bytes(OLD)
    return path


def told(plan: Plan, kind: Target, path: Path) -> list[float]:
    """Export a plan; return what was told of the progress."""
    calls: list[float] = []
    export(plan, kind, path, calls.append)
    return calls


def stopped(plan: Plan, kind: Target, target: Path, at: int) -> None:
    """Stop the export at a call; see that there is nothing of it."""
    with pytest.raises(Cancelled):
        export(plan, kind, target, Stop(at))
    assert target.read_bytes() == OLD
    assert names(target.parent) == [target.name]


def test_stopped_at_any_step_nothing_is_left(kind: Target, target: Path) -> None:
    plan = sample_plan()
    steps = len(told(plan, kind, target.with_name("alt")))
    target.with_name("alt").unlink()
    assert steps >= 5
    for at in range(1, steps + 1):
        stopped(plan, kind, target, at)


def test_a_real_plan_can_be_stopped_in_every_part_of_the_work(kind: Target, target: Path) -> None:
    plan = example("draguseni-2024")
    steps = len(told(plan, kind, target.with_name("alt")))
    target.with_name("alt").unlink()
    for at in {1, 2, *range(3, steps, max(1, steps // 12)), steps - 1, steps}:
        stopped(plan, kind, target, at)


def test_stopped_where_no_file_was_there_is_none(kind: Target, tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        export(sample_plan(), kind, tmp_path / "plan", Stop(3))
    assert names(tmp_path) == []


def test_an_export_after_one_that_was_stopped_is_as_any_other(kind: Target, target: Path) -> None:
    plan = example("draguseni-2024")
    export(plan, kind, target)
    whole = target.read_bytes()
    for at in (5, 50):
        with pytest.raises(Cancelled):
            export(plan, kind, target, Stop(min(at, len(told(plan, kind, target)))))
        assert target.read_bytes() == whole
    export(plan, kind, target)
    assert target.read_bytes() == whole


def bare(rows: int) -> Plan:
    """Return a plan with one section and a table of so many empty rows."""
    whole = sample_plan().section("existing")
    assert whole.table is not None
    nodes = whole.table.rows * rows
    section = Section("s", table=Table(whole.table.levels, whole.table.columns, nodes))
    return Plan(2024, sections=[section])


@pytest.mark.parametrize("plan", [Plan(2024), bare(0), bare(1), sample_plan()])
def test_the_progress_goes_from_nothing_to_all_and_never_back(
    plan: Plan, kind: Target, tmp_path: Path
) -> None:
    calls = told(plan, kind, tmp_path / "plan")
    assert (calls[0], calls[-1]) == (0.0, 1.0)
    assert calls == sorted(calls)


#: The largest part of the work that may pass between two calls, at the size of a county. A plan's
#: JSON is soon written, and told of section by section.
LARGEST = {Target.PDF: 0.06, Target.XLSX: 0.15, Target.JSON: 0.25}


def test_a_county_is_told_of_often_and_evenly(kind: Target, tmp_path: Path) -> None:
    calls = told(county_plan(), kind, tmp_path / "plan")
    assert (calls[0], calls[-1]) == (0.0, 1.0)
    assert calls == sorted(calls)
    assert max(after - before for before, after in pairwise(calls)) <= LARGEST[kind]
    # Every row of the large tables is told of.
    assert kind == Target.JSON or len(calls) > 2000


#: Where the making of each file may fail: while it is laid out, drawn, packed.
STAGES = {
    Target.PDF: [
        (table, "measure_grid"),
        (paginate.Page, "__init__"),
        (page.Sheet, "width"),
    ],
    Target.XLSX: [(workbook, "gather"), (package, "row_xml"), (package.zipfile.ZipFile, "writestr")],
    Target.JSON: [],
}


def test_placeholder() -> None:
    assert STAGES
