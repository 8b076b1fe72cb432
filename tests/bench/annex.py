"""The annex as PDF by this program and by typst, each in a process of its own.

Both read the same plan and make a file of the same texts and tables. The time begins with the plan
in memory and all modules imported, and ends with the file written; fonts and dictionaries are
loaded within it, and what typst reads is written from the blocks within it.
"""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path

from dragapp.annex.build import annex
from dragapp.formats.plan_json import dump_plan, load_plan
from dragapp.plan.plan import Plan
from tests.bench.cost import tell


def example(stem: str, name: str) -> None:
    """Store an example of the program as the plan that the others read."""
    from dragapp import examples

    _store(stem, examples.example(name))


def county(stem: str, pages: str) -> None:
    """Store the county's plan, scaled so that its annex has about so many pages."""
    from dragapp.formats.pdf import pdf_bytes
    from tests.county import county_plan

    _store(stem, county_plan(int(pages) / _count(pdf_bytes(annex(county_plan())))))


def ours(stem: str) -> None:
    """Make the annex as the program does."""
    from dragapp.formats.pdf import pdf_bytes

    # The first file would import it.
    import_module("dragapp.formats.pdf.render")
    plan = stored(stem)
    tell(lambda: Path(f"{stem}.ours.pdf").write_bytes(pdf_bytes(annex(plan))))


def by_typst(stem: str) -> None:
    """Have typst make it, with no other fonts than ours to look through."""
    import typst

    from dragapp import resources
    from tests.bench.as_typst import as_typst

    plan, fonts = stored(stem), [resources.folder("fonts")]
    source, target = Path(f"{stem}.typ"), Path(f"{stem}.typst.pdf")

    def work() -> None:
        source.write_text(as_typst(annex(plan)), encoding="utf-8")
        typst.compile(source, target, font_paths=fonts, ignore_system_fonts=True)

    tell(work)


def pages(path: str) -> None:
    """Count the pages of a file that was made."""
    print(json.dumps({"pages": _count(Path(path).read_bytes())}), flush=True)


def stored(stem: str) -> Plan:
    """Return the plan."""
    path = Path(f"{stem}.json")
    return load_plan(path.read_text(encoding="utf-8"), path.name)


def _store(stem: str, plan: Plan) -> None:
    Path(f"{stem}.json").write_text(dump_plan(plan), encoding="utf-8")
    print("{}", flush=True)


def _count(data: bytes) -> int:
    import pypdfium2

    with pypdfium2.PdfDocument(data) as document:
        return len(document)
