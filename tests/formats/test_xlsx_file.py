"""The file itself: the same for the same document, and as Excel wants it."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree

from dragapp.formats.xlsx import xlsx_bytes
from tests.formats import sample_document as sample
from tests.formats.xlsx_reading import document, read

PLAN = document(sample.existing_services(), sample.campaigns(), sample.matrix())
_AGAIN = (
    "import sys; from pathlib import Path; from dragapp.formats.xlsx import xlsx_bytes; "
    "from tests.formats.test_xlsx_file import PLAN; "
    "Path(sys.argv[1]).write_bytes(xlsx_bytes(PLAN))"
)


def test_the_same_document_gives_the_same_bytes_in_any_process(tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    for seed in ("1", "2"):
        subprocess.run(
            [sys.executable, "-c", _AGAIN, str(tmp_path / seed)],
            check=True,
            cwd=root,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": f"UTC{seed}"},
        )
    (tmp_path / "here").write_bytes(xlsx_bytes(PLAN))

    contents = {(tmp_path / name).read_bytes() for name in ("1", "2", "here")}
    assert len(contents) == 1


def test_the_properties_are_the_document_s_and_tell_no_day(tmp_path: Path) -> None:
    properties = read(PLAN, tmp_path).properties

    assert (properties.title, properties.creator, properties.subject) == (
        "Plan anual",
        "Comuna Drăgușeni",
        "Anexă",
    )
    assert properties.created == properties.modified == datetime(2000, 1, 1)
    with zipfile.ZipFile(tmp_path / "plan.xlsx") as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2000, 1, 1, 0, 0, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"


_ORDER = """
    sheetPr dimension sheetViews sheetFormatPr cols sheetData mergeCells printOptions pageMargins
    pageSetup headerFooter ignoredErrors
"""


def test_the_parts_of_a_sheet_stand_in_the_order_that_excel_demands(tmp_path: Path) -> None:
    (tmp_path / "plan.xlsx").write_bytes(xlsx_bytes(PLAN))
    with zipfile.ZipFile(tmp_path / "plan.xlsx") as archive:
        for name in archive.namelist():
            if name.startswith("xl/worksheets/"):
                tags = [
                    part.tag.rpartition("}")[2]
                    for part in ElementTree.fromstring(archive.read(name))
                ]
                assert tags == [tag for tag in _ORDER.split() if tag in tags]


def test_excel_reckons_the_totals_again_when_it_opens_the_file(tmp_path: Path) -> None:
    assert read(PLAN, tmp_path).calculation.fullCalcOnLoad


def test_openpyxl_is_not_imported_before_it_is_needed() -> None:
    check = "import sys, dragapp.formats.xlsx; sys.exit('openpyxl' in sys.modules)"
    subprocess.run([sys.executable, "-c", check], check=True, cwd=Path(__file__).parents[2])
