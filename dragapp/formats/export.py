"""Export a plan to one file of a chosen kind; the renderers are imported only when used."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from dragapp.annex.build import annex
from dragapp.annex.printout import WHOLE, Printout, Purpose
from dragapp.formats.replacing import refused, replace_file
from dragapp.plan.plan import Plan
from dragapp.progress import Progress, silent


class Target(StrEnum):
    """The kinds of file a plan is exported to; the value is the file's ending."""

    PDF = "pdf"
    XLSX = "xlsx"
    JSON = "json"


def export(
    plan: Plan,
    kind: Target,
    path: Path,
    progress: Progress = silent,
    printout: Printout = WHOLE,
) -> None:
    """Write the plan to a file, replacing one that is there; raise ExportError on failure.

    `printout` says which PDF is wanted; a workbook and JSON are always of the whole plan.
    `progress` is told 0 first and 1 last, before anything is written: where it raises Cancelled,
    there is no new file, and an old one is as it was.
    """
    try:
        data = _made(plan, kind, progress, printout)
    except OSError as error:
        # openpyxl keeps parts of a workbook in the system's folder for temporary files.
        raise refused(path, error) from error
    replace_file(path, data)


def _made(plan: Plan, kind: Target, progress: Progress, printout: Printout) -> bytes:
    progress(0.0)
    if kind == Target.PDF:
        from dragapp.formats.pdf import pdf_bytes

        return pdf_bytes(annex(plan, printout), progress)
    if kind == Target.XLSX:
        from dragapp.formats.xlsx import xlsx_bytes

        return xlsx_bytes(annex(plan, Printout(Purpose.WORKBOOK)), progress)
    from dragapp.formats.plan_json import dump_plan

    return dump_plan(plan, progress).encode()
