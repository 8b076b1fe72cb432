"""Work on the whole plan, each in a process of its own: opening, the PDF, the workbook.

Each prints its time in milliseconds, first imports included, and the most memory the process had,
in MB (0 where the system does not tell).
"""

from __future__ import annotations

import sqlite3
import textwrap
from pathlib import Path

from tests.bench.cost import tell

_TABLES = ("plan", "paper", "section", "paragraph", "level", '"column"', "node", "cell")
#: About as many letters as stand on a line of a cell and of running text.
_CELL, _TEXT = 24, 100


def prepare(stem: str, scale: str) -> None:
    """Make the dossier and the JSON file that the others read."""
    from dragapp.dossier.dossier import Dossier
    from dragapp.formats.plan_json import dump_plan
    from tests.county import county_plan

    plan = county_plan(float(scale))
    Dossier.create(Path(f"{stem}.dosar"), plan).close()
    Path(f"{stem}.json").write_text(dump_plan(plan), encoding="utf-8")
    print("{}", flush=True)


def opened(path: str) -> None:
    """Open a dossier and load its plan."""
    from dragapp.dossier.dossier import Dossier

    def work() -> None:
        with Dossier.open(Path(path)) as dossier:
            dossier.load(dossier.find())

    tell(work)


def opened_bare(path: str) -> None:
    """Fetch the same rows."""

    def work() -> None:
        connection = sqlite3.connect(path)
        kept = [connection.execute(f"SELECT * FROM {name}").fetchall() for name in _TABLES]
        connection.close()
        assert kept

    tell(work)


def exported(path: str, kind: str) -> None:
    """Export a plan read from JSON."""
    from dragapp.formats.export import Target, export
    from dragapp.formats.plan_json import load_plan

    plan = load_plan(Path(path).read_text(encoding="utf-8"), path)
    target = Path(path).with_suffix(f".{kind}")
    tell(lambda: export(plan, Target(kind), target))


def _rows(path: str) -> list[list[str]]:
    """Return all texts of the printed document: a table's rows, and paragraphs one by one."""
    from dragapp.annex.blocks import Grid, Heading, Text
    from dragapp.annex.build import annex
    from dragapp.formats.plan_json import load_plan
    from dragapp.plan.rich import plain

    rows: list[list[str]] = []
    for block in annex(load_plan(Path(path).read_text(encoding="utf-8"), path)).blocks:
        if isinstance(block, Grid):
            rows += [[cell.text if cell else "" for cell in row.cells] for row in block.rows]
        elif isinstance(block, Heading | Text):
            rows.append([f"{block.label} {plain(block.text)}".strip()])
    return rows


def pdf_bare(path: str) -> None:
    """Draw the same texts in the same typeface, line under line."""
    lines: list[str] = []
    for row in _rows(path):
        for text in row:
            lines += textwrap.wrap(text, _CELL if len(row) > 1 else _TEXT)

    def work() -> None:
        from reportlab.pdfbase import pdfmetrics
        from reportlab.pdfbase.ttfonts import TTFont
        from reportlab.pdfgen.canvas import Canvas

        from dragapp import resources

        font = resources.folder("fonts") / "LiberationSerif-Regular.ttf"
        pdfmetrics.registerFont(TTFont("Serif", str(font)))
        canvas = Canvas(str(Path(path).with_suffix(".bare.pdf")), pageCompression=1)
        for place in range(0, len(lines), 60):
            canvas.setFont("Serif", 10)
            for down, line in enumerate(lines[place : place + 60]):
                canvas.drawString(40, 800 - 12 * down, line)
            canvas.showPage()
        canvas.save()

    tell(work)


def xlsx_bare(path: str) -> None:
    """Write the same cells without any style."""
    rows = _rows(path)

    def work() -> None:
        from openpyxl import Workbook

        workbook = Workbook()
        sheet = workbook.worksheets[0]
        for row in rows:
            sheet.append(row)
        workbook.save(Path(path).with_suffix(".bare.xlsx"))

    tell(work)
