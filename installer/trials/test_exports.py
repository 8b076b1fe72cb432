"""The installed program writes what this one writes on Linux, to the last letter and point."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook

from installer.trials.installation import Installation

_EXAMPLES = ("draguseni-2024", "piatra-neamt-2021")
_KINDS = ("pdf", "xlsx", "json")


@pytest.fixture(scope="module", params=_EXAMPLES)
def pairs(
    request: pytest.FixtureRequest,
    installed: Installation,
    tmp_path_factory: pytest.TempPathFactory,
) -> dict[str, tuple[Path, Path]]:
    """Return for each kind what Windows wrote and what Linux wrote, of one example."""
    name = request.param
    theirs = {kind: installed.documents / f"Plan ț {name}.{kind}" for kind in _KINDS}
    dossier = installed.documents / f"Dosarul comunei {name}.dosar"
    for command in (
        ("new", dossier, "--example", name),
        ("export", dossier, *(word for kind in _KINDS for word in (f"--{kind}", theirs[kind]))),
    ):
        ended = installed.run(*command)
        assert ended.code == 0, ended.output
    folder = tmp_path_factory.mktemp(name)
    ours = {kind: folder / f"plan.{kind}" for kind in _KINDS}
    dossier = folder / "plan.dosar"
    _run("new", dossier, "--example", name)
    _run("export", dossier, *(word for kind in _KINDS for word in (f"--{kind}", ours[kind])))
    return {kind: (theirs[kind], ours[kind]) for kind in _KINDS}


def _run(*words: Path | str) -> None:
    subprocess.run([sys.executable, "-m", "dragapp", *map(str, words)], check=True)


def test_the_text_of_the_annex_is_the_same(pairs: dict[str, tuple[Path, Path]]) -> None:
    theirs, ours = (_out("pdftotext", "-layout", path, "-") for path in pairs["pdf"])
    assert len(ours) > 10_000
    assert theirs == ours


def test_the_pages_of_the_annex_look_the_same(
    pairs: dict[str, tuple[Path, Path]], tmp_path: Path
) -> None:
    pages = []
    for number, path in enumerate(pairs["pdf"]):
        _out("pdftoppm", "-r", "80", "-png", path, tmp_path / str(number))
        found = sorted(tmp_path.glob(f"{number}-*.png"))
        pages.append([page.read_bytes() for page in found])
    assert len(pages[1]) > 5
    assert pages[0] == pages[1]


def test_the_workbook_holds_the_same(pairs: dict[str, tuple[Path, Path]]) -> None:
    theirs, ours = (_cells(path) for path in pairs["xlsx"])
    assert len(ours) > 200
    assert theirs == ours


def test_the_plan_as_data_is_the_same(pairs: dict[str, tuple[Path, Path]]) -> None:
    theirs, ours = (path.read_bytes() for path in pairs["json"])
    assert theirs == ours


def _out(*command: Path | str) -> bytes:
    return subprocess.run(list(map(str, command)), check=True, capture_output=True).stdout


def _cells(path: Path) -> list[tuple[object, ...]]:
    """Return each cell's place, value and look, and what is merged, of all sheets."""
    found: list[tuple[object, ...]] = []
    for sheet in load_workbook(path, rich_text=True).worksheets:
        found += [(sheet.title, str(area)) for area in sheet.merged_cells.ranges]
        for row in sheet.iter_rows():
            for cell in row:
                look = (cell.number_format, cell.font.b, cell.font.sz, cell.alignment.horizontal)
                found.append((sheet.title, cell.coordinate, str(cell.value), *look))
    return found
