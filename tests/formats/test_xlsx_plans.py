"""The real plans, whole, in the workbook: every paragraph, item, heading and cell is in a cell."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragapp.annex.build import annex
from dragapp.examples import example
from tests import sources
from tests.formats.xlsx_reading import read, texts


@pytest.mark.parametrize("name", sources.NAMES)
def test_each_piece_of_a_real_plan_is_in_a_cell_of_its_own(name: str, tmp_path: Path) -> None:
    workbook = read(annex(example(name)), tmp_path, values=True)
    found = {sources.normal(text) for sheet in workbook for text in texts(sheet)}
    wanted = sources.pieces(sources.from_title(sources.source(name)))

    assert [piece for piece in wanted if sources.normal(piece) not in found] == []
