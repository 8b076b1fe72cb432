"""Every annex that the program makes is PDF/A-2a and PDF/UA-1, whatever was chosen for it.

Each is also looked over as a typist would: ink in the margins, text over text, rules through text.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
from collections import defaultdict
from copy import deepcopy
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PIL import Image

from dragapp.annex.build import annex
from dragapp.annex.printout import Printout, Purpose
from dragapp.examples import example
from dragapp.formats.pdf import pdf_bytes
from dragapp.forms import current_form
from dragapp.plan.plan import Institution, Plan
from dragapp.plan.printing import in_base64
from tests.county import county_plan
from tests.formats.printed_text import missing
from tests.pdfcheck import check, misplaced, running
from tests.pdfcheck.blocks import blocks
from tests.pdfcheck.opened import opened

DAY = date(2026, 1, 2)
EXAMPLES = ("draguseni-2024", "piatra-neamt-2021")


def arms(mode: str = "RGBA") -> str:
    """Return a coat of arms as plans keep it, half of it transparent where the mode allows."""
    clear = {"RGBA": (0, 0, 0, 0), "LA": (0, 0)}.get(mode)
    picture = Image.new(mode, (60, 80), clear)
    picture.paste(Image.new("L", (30, 80), 90).convert(mode), (0, 0))
    written = io.BytesIO()
    picture.save(written, "png")
    return in_base64(written.getvalue())


#: What may be chosen for a plan, one thing at a time, and then all at once.
CHOICES: dict[str, dict[str, Any]] = {
    "large type": {"large": True},
    "not bound": {"bound": False},
    "cards": {"cards": True},
    "no totals": {"totals": False},
    "no contents": {"contents": False},
    "every line": {"annex_number": "1", "prepared": True, "stamp": True, "certified": True},
    "arms": {"arms": arms()},
    "all": {
        "large": True, "bound": False, "cards": True, "annex_number": "1", "prepared": True,
        "stamp": True, "certified": True, "arms": arms(),
    },
}  # fmt: skip


def chosen(plan: Plan, choices: dict[str, Any]) -> Plan:
    """Return a copy of a plan that is printed so."""
    plan = deepcopy(plan)
    for name, value in choices.items():
        setattr(plan.printing, name, value)
    return plan


def made(plan: Plan) -> bytes:
    return pdf_bytes(annex(plan), day=DAY)


def faults(plan: Plan, printout: Printout | None = None) -> list[str]:
    """Return all that is wrong with a plan's file, and what of the plan is missing in it."""
    document = annex(plan, printout or Printout())
    data = pdf_bytes(document, day=DAY)
    return [
        *check(data),
        *misplaced(data),
        *running.faults(opened(data)),
        *missing(document.blocks, data),
    ]


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_conforms(name: str) -> None:
    assert faults(example(name)) == []


@pytest.mark.parametrize("name", ["", "Drăgușeni"])
def test_a_new_plan_conforms(name: str) -> None:
    plan = current_form().new_plan(Institution(name=name, county="Iași" if name else ""), 2026)
    assert faults(plan) == []


@pytest.mark.parametrize("choice", CHOICES)
def test_a_plan_conforms_whatever_is_chosen_for_it(choice: str) -> None:
    assert faults(chosen(example("draguseni-2024"), CHOICES[choice])) == []


@pytest.mark.parametrize(
    "printout",
    [Printout(Purpose.PUBLISH), Printout(draft=True), Printout(Purpose.PUBLISH, draft=True)],
    ids=["published", "draft", "published draft"],
)
def test_a_plan_conforms_whatever_it_is_printed_for(printout: Printout) -> None:
    assert faults(example("draguseni-2024"), printout) == []


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "I;16"])
def test_arms_of_any_kind_conform(mode: str) -> None:
    plan = current_form().new_plan(Institution(name="Drăgușeni"), 2026)
    assert faults(chosen(plan, {"arms": arms(mode)})) == []


def test_a_section_alone_conforms() -> None:
    plan = example("draguseni-2024")
    for key in ("objectives-matrix", plan.sections[0].key):
        assert faults(plan, Printout(section=key)) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", EXAMPLES)
def test_each_section_alone_conforms(name: str) -> None:
    plan = example(name)
    for section in plan.walk():
        found = faults(plan, Printout(Purpose.PUBLISH, draft=True, section=section.key))
        assert found == [], section.key


@pytest.mark.slow
@pytest.mark.parametrize("name", EXAMPLES)
def test_a_plan_conforms_with_all_choices_together(name: str) -> None:
    plan = example(name)
    turns = ("large", "bound", "cards", "contents")
    ways = product(product((False, True), repeat=len(turns)), (Purpose.SIGN, Purpose.PUBLISH))
    for place, (values, purpose) in enumerate(ways):
        choices = dict(zip(turns, values, strict=True))
        # Each line at the end, and a draft, with half of the ways.
        choices |= {"prepared": place % 2 > 0, "stamp": place % 4 > 1, "totals": place % 8 > 3}
        found = faults(chosen(plan, choices), Printout(purpose, draft=place % 3 == 0))
        assert found == [], (choices, purpose)


@pytest.mark.slow
@pytest.mark.parametrize("choice", ["as it comes", "large type", "cards"])
def test_the_countys_plan_conforms(choice: str) -> None:
    assert faults(chosen(county_plan(), CHOICES.get(choice, {}))) == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_qpdf_has_nothing_to_say(name: str, tmp_path: Path) -> None:
    program = shutil.which("qpdf")
    if program is None:
        pytest.skip("qpdf is not installed")
    path = tmp_path / "anexa.pdf"
    path.write_bytes(made(example(name)))
    done = subprocess.run([program, "--check", path], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


PRINT_TWICE = """
import sys
from pathlib import Path
from tests.formats.test_pdf_conforms import CHOICES, EXAMPLES, chosen, made
from dragapp.examples import example
for name in EXAMPLES:
    Path(sys.argv[1], name).write_bytes(made(chosen(example(name), CHOICES["arms"])))
"""


def test_every_run_gives_the_same_bytes(tmp_path: Path) -> None:
    folders = [tmp_path / seed for seed in ("1", "2")]
    for folder in folders:
        folder.mkdir()
        environment = {
            **os.environ,
            "PYTHONHASHSEED": folder.name,
            "PYTHONPATH": os.pathsep.join(sys.path),
        }
        subprocess.run([sys.executable, "-c", PRINT_TWICE, folder], env=environment, check=True)
    for name in EXAMPLES:
        plan = chosen(example(name), CHOICES["arms"])
        one, other, *written = made(plan), made(plan), *((f / name).read_bytes() for f in folders)
        assert {one, other, *written} == {one}


def test_another_day_gives_other_bytes() -> None:
    document = annex(current_form().new_plan(Institution(), 2026))
    assert pdf_bytes(document, day=DAY) != pdf_bytes(document, day=date(2026, 1, 3))


def said_on_pages(data: bytes) -> dict[int, str]:
    """Return what is read out of each page, by the page's place from 0."""
    found: dict[int, list[str]] = defaultdict(list)
    for block in blocks(opened(data)):
        for piece in block.pieces:
            found[piece.placed.page - 1].append(piece.text)
    return {page: " ".join("".join(said).split()) for page, said in found.items()}


@pytest.mark.parametrize("name", EXAMPLES)
def test_each_bookmark_leads_to_its_words(name: str) -> None:
    data = made(example(name))
    said = {page: text.replace("\u00ad", "") for page, text in said_on_pages(data).items()}
    with pypdfium2.PdfDocument(data) as pdf:
        marks = [(mark.get_title(), mark.get_dest().get_index()) for mark in pdf.get_toc()]
    assert len(marks) > 10
    assert [title for title, page in marks if title.rstrip("…") not in said[page]] == []
