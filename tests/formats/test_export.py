"""Promise 18: an export is followed to its end, and stopped anywhere it leaves nothing."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from dragapp.errors import Cancelled, ExportError
from dragapp.examples import example
from dragapp.formats.export import Target, export
from dragapp.plan.plan import Plan
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


@pytest.mark.parametrize("plan", [Plan(2024), Plan(2024, title="Plan"), sample_plan()])
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


#: What the making of each file calls, from the first part of the work to the last.
STAGES = [
    (Target.PDF, "dragapp.formats.export.annex"),
    (Target.PDF, "dragapp.formats.pdf.fonts.load"),
    (Target.PDF, "dragapp.formats.pdf.table.measure_grid"),
    (Target.PDF, "dragapp.formats.pdf.assemble.paginate"),
    (Target.PDF, "dragapp.formats.pdf.render.draw_furniture"),
    (Target.PDF, "reportlab.pdfgen.canvas.Canvas.getpdfdata"),
    (Target.XLSX, "dragapp.formats.export.annex"),
    (Target.XLSX, "dragapp.formats.xlsx.workbook.gather"),
    (Target.XLSX, "dragapp.formats.xlsx.workbook.GridPainter.draw"),
    (Target.XLSX, "openpyxl.writer.excel.ExcelWriter.save"),
    (Target.XLSX, "dragapp.formats.xlsx.package.row_xml"),
    (Target.XLSX, "zipfile.ZipFile.writestr"),
    (Target.JSON, "dragapp.formats.plan_json.encode"),
    (Target.JSON, "dragapp.formats.plan_json.json.dumps"),
]


@pytest.mark.parametrize(("kind", "stage"), STAGES)
def test_a_failure_in_any_part_of_the_making_leaves_the_old_file(
    kind: Target, stage: str, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failures = {
        MemoryError(): MemoryError,
        OSError(28, "No space left on device"): ExportError,
    }
    for failure, seen in failures.items():

        def fail(*_: object, failure: Exception = failure, **__: object) -> None:
            raise failure

        with monkeypatch.context() as broken:
            broken.setattr(stage, fail)
            with pytest.raises(seen) as told:
                export(sample_plan(), kind, target)
        assert seen is MemoryError or "discul este plin" in str(told.value)
        assert target.read_bytes() == OLD
        assert names(target.parent) == [target.name]
    export(sample_plan(), kind, target)
    assert target.read_bytes() != OLD
