"""Export a plan to one file of a chosen kind; the renderers are imported only when used."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from dragapp.annex.build import annex
from dragapp.formats.replacing import replacing
from dragapp.plan.plan import Plan


class Target(StrEnum):
    """The kinds of file a plan is exported to; the value is the file's ending."""

    PDF = "pdf"
    XLSX = "xlsx"
    JSON = "json"


def export(plan: Plan, kind: Target, path: Path) -> None:
    """Write the plan to a file, replacing one that is there; raise ExportError on failure."""
    if kind == Target.PDF:
        from dragapp.formats.pdf import write_pdf

        write_pdf(annex(plan), path)
    elif kind == Target.XLSX:
        from dragapp.formats.xlsx import write_workbook

        write_workbook(annex(plan), path)
    else:
        from dragapp.formats.plan_json import dump_plan

        with replacing(path) as temporary:
            temporary.write_text(dump_plan(plan), encoding="utf-8", newline="\n")
