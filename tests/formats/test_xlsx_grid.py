"""Tables: merged cells, looks, totals, and rows high enough for what they say."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from dragapp.annex.blocks import Grid, GridCell
from tests.formats import sample_document as sample
from tests.formats.xlsx_reading import cell_of, cells, document, grid, read, shown, texts

GRIDS = {
    "existing": sample.existing_services(),
    "proposed": sample.proposed_services(),
    "campaigns": sample.campaigns(),
    "training": sample.training(),
    "matrix": sample.matrix(),
}


def sheet(table: Grid, folder: Path, *, values: bool = False) -> Worksheet:
    return read(document(table), folder, values=values).worksheets[1]


def merged(worksheet: Worksheet) -> set[str]:
    return {str(area) for area in worksheet.merged_cells.ranges}


@pytest.mark.parametrize("name", GRIDS)
def test_every_cell_shows_what_was_typed(name: str, tmp_path: Path) -> None:
    table = GRIDS[name]
    head = sorted(table.head, key=lambda cell: (cell.row, cell.column))
    typed = [cell.text for cell in head]
    typed += [cell.text for row in table.rows for cell in row.cells if cell and not row.total]

    found = texts(sheet(table, tmp_path, values=True))

    assert found[: len([t for t in typed if t])] == [text for text in typed if text]


def test_a_header_on_two_levels_is_merged(tmp_path: Path) -> None:
    worksheet = sheet(GRIDS["existing"], tmp_path)

    assert {"A1:A2", "E1:E2", "F1:J1"} <= merged(worksheet)
    head = worksheet["F1"]
    assert head.font.b
    assert head.fill.fgColor.rgb == "FFE7E7E7"
    assert worksheet["J2"].border.bottom.style == "thin"
    assert worksheet["J1"].border.right.style == "thin"


def test_a_banner_goes_over_the_table_and_a_label_down_its_rows(tmp_path: Path) -> None:
    assert "B3:J3" in merged(sheet(GRIDS["existing"], tmp_path))
    worksheet = sheet(GRIDS["campaigns"], tmp_path)
    assert {"A4:A5", "B4:B5"} <= merged(worksheet)
    assert worksheet["A5"].border.bottom.style == "thin"


def test_columns_keep_their_alignment_and_italics(tmp_path: Path) -> None:
    worksheet = sheet(GRIDS["matrix"], tmp_path)
    measure = worksheet["C3"]
    assert str(measure.value).startswith("1. Realizarea")
    assert measure.font.i
    assert worksheet["A3"].alignment.horizontal == "center"
    assert worksheet["D3"].alignment.horizontal == "left"
    assert not worksheet["D3"].font.i


def test_amounts_and_percents_are_numbers(tmp_path: Path) -> None:
    worksheet = sheet(GRIDS["existing"], tmp_path)

    row = [cell.value for cell in worksheet[14]]
    assert row[:5] == [
        None,
        "8730 CR-V-I",
        "Servicii in centru rezidential",
        "102 Varstnici cu risc",
        1,
    ]
    assert row[5:] == [1486, "-", 684, 940, "-"]
    assert shown(worksheet["E14"]) == "100%"


def test_a_total_is_a_formula_with_its_value(tmp_path: Path) -> None:
    table = GRIDS["existing"]
    formulas, values = sheet(table, tmp_path), sheet(table, tmp_path, values=True)

    assert [c.value for c in formulas[17]][5:] == [f"=SUM({c}4:{c}16)" for c in "FGHIJ"]
    assert [shown(values[f"{c}17"]) for c in "FGHIJ"] == ["4.007", "0", "684", "940", "1.236"]


def test_a_total_that_counts_amounts_inside_texts_is_a_value(tmp_path: Path) -> None:
    table = grid(
        (sample.TEXT, sample.money()),
        sample.row("a", "1.000"),
        sample.row("b", "66.361,82 (2%)"),
        sample.row("Total", "67.361,82", total=True),
    )
    total = cell_of(sheet(table, tmp_path), "67.361,82")

    assert total.value == 67361.82


def test_a_second_total_does_not_count_the_first(tmp_path: Path) -> None:
    table = grid(
        (sample.TEXT, sample.money()),
        sample.row("a", "10"),
        sample.row("Total a", "10", total=True),
        sample.row("b", "20"),
        sample.row("Total b", "20", total=True),
        sample.row("Total", "30", total=True),
    )
    worksheet = sheet(table, tmp_path)

    assert [worksheet[f"B{row}"].value for row in (3, 5, 6)] == ["=SUM(B2:B2)", "=SUM(B4:B4)", 30]


@pytest.mark.parametrize("name", GRIDS)
def test_no_row_is_higher_than_excel_allows_and_none_cuts_its_words(
    name: str, tmp_path: Path
) -> None:
    worksheet = sheet(GRIDS[name], tmp_path)

    for dimension in worksheet.row_dimensions.values():
        assert dimension.height <= 409
    for cell in cells(worksheet):
        if "\n" in str(cell.value):
            lines = str(cell.value).count("\n") + 1
            assert worksheet.row_dimensions[cell.row].height >= lines * cell.font.sz * 1.2


def test_a_cell_higher_than_a_row_is_merged_over_several(tmp_path: Path) -> None:
    long = "măsuri de sprijin " * 400
    table = grid((sample.TEXT, sample.TEXT, sample.TEXT), sample.row("1", long, "2024"))
    worksheet = sheet(table, tmp_path)

    last = worksheet.max_row
    assert last > 2
    assert {f"A2:A{last}", f"B2:B{last}", f"C2:C{last}"} <= merged(worksheet)
    assert worksheet["B2"].value == long


def test_a_long_merged_label_makes_its_rows_higher(tmp_path: Path) -> None:
    def height(label: str) -> float:
        table = grid(
            (sample.TEXT, sample.TEXT),
            sample.row(GridCell(label, rowspan=2), "a"),
            sample.row(None, "b"),
        )
        rows = sheet(table, tmp_path).row_dimensions
        return float(rows[2].height + rows[3].height)

    assert height("direcție de acțiune " * 60) > 3 * height("direcție")


def test_merged_areas_never_overlap(tmp_path: Path) -> None:
    for table in GRIDS.values():
        taken: set[tuple[int, int]] = set()
        for area in sheet(table, tmp_path).merged_cells.ranges:
            own = {(r, c) for r, c in area.cells}
            assert not own & taken
            taken |= own


def test_a_table_without_heading_or_rows_is_drawn(tmp_path: Path) -> None:
    bare = Grid(sample.place("I.A", "Fără cap"), (sample.TEXT,), (), 0, (sample.row("rând"),))
    empty = grid((sample.TEXT, sample.TEXT))

    assert texts(sheet(bare, tmp_path)) == ["rând"]
    assert texts(sheet(empty, tmp_path)) == ["A", "B"]
