"""Text with tabs, as Excel, Calc and Word exchange it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragapp.formats.clipboard import decoded, read_clipboard
from dragapp.formats.clipboard.tsv import read_tsv, write_tsv
from dragapp.plan.cell_block import CellBlock, TooLarge, block_of
from tests.blocks import TEXTS, blocks


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("", [[""]]),
        ("38 Persoane", [["38 Persoane"]]),
        ("a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]]),
        ("a\nb", [["a"], ["b"]]),
        ("a\rb\r", [["a"], ["b"]]),
        # A spreadsheet ends its last row; further line ends are empty rows, as are leading ones.
        ("a\r\n\r\n", [["a"], [""]]),
        ("\r\n\r\na\r\n", [[""], [""], ["a"]]),
        # Excel quotes a cell with several lines and doubles the quotes inside it.
        (
            '"Bugetul local\nBugetul de stat"\t2024\r\n',
            [["Bugetul local\nBugetul de stat", "2024"]],
        ),
        ('"Centrul ""Castani""\nși cantina"\tx', [['Centrul "Castani"\nși cantina', "x"]]),
        # It does not quote a cell for the quotes that are its own.
        ('"Primii pași"\tx\r\n', [['"Primii pași"', "x"]]),
        ('"Primii pași" din centru\tx', [['"Primii pași" din centru', "x"]]),
        ('Centrul "Primii\tpași"', [['Centrul "Primii', 'pași"']]),
        ('"neînchis\tb\r\nc', [['"neînchis', "b"], ["c", ""]]),
        # LibreOffice writes the tab inside a cell as U+0001; cells hold no tabs.
        ("Serviciul\x01B\tx", [["Serviciul B", "x"]]),
        ("a\tb\tc\nd", [["a", "b", "c"], ["d", "", ""]]),
        ("nr.\x0bcrt.\tx\0", [["nr.\ncrt.", "x"]]),
    ],
)
def test_cells_are_read_as_spreadsheets_write_them(text: str, cells: list[list[str]]) -> None:
    assert read_tsv(text).texts() == cells


@pytest.mark.parametrize(
    ("cells", "text"),
    [
        ([["1.", "Lunar"], ["2.", ""]], "1.\tLunar\r\n2.\t\r\n"),
        ([["doi\nrânduri", "x"]], '"doi\nrânduri"\tx\r\n'),
        ([['"pentru"', "x"]], '"""pentru"""\tx\r\n'),
        ([["= 5, - și @"]], "= 5, - și @"),
    ],
)
def test_only_cells_that_need_quotes_have_them(cells: list[list[str]], text: str) -> None:
    assert write_tsv(block_of(cells)) == text


@given(blocks(merged=False))
def test_what_is_written_is_read_back(block: CellBlock) -> None:
    assert read_tsv(write_tsv(block)) == block


@given(st.text(st.sampled_from('"\t\r\na')) | st.text(st.characters(exclude_categories=())))
def test_any_text_is_a_rectangle_of_clean_cells(text: str) -> None:
    block = read_tsv(text)
    assert block.height >= 1
    assert {len(row) for row in block.rows} == {block.width}
    assert all("\t" not in cell and "\r" not in cell for row in block.texts() for cell in row)


@given(st.binary())
def test_any_bytes_are_a_text(data: bytes) -> None:
    read_clipboard(decoded(data), decoded(data))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1250"])
def test_the_encoding_is_found(encoding: str) -> None:
    assert decoded("Părinţi şi copii".encode(encoding)) == "Părinţi şi copii"


def test_a_sheet_copied_by_its_row_headings_is_as_wide_as_its_texts() -> None:
    rows = [["1", "Lunar", "5"], ["2", "Anual", "6"]]
    text = "".join("\t".join(row) + "\t" * 16_381 + "\r\n" for row in rows)
    assert read_tsv(text).texts() == rows


def test_what_is_too_large_is_refused_with_a_sentence() -> None:
    with pytest.raises(TooLarge, match="Nimic nu a fost schimbat"):
        read_tsv("\n" * 200_001)
    with pytest.raises(TooLarge):
        read_tsv("x\n" * 1_000 + "y\t" * 1_000 + "z")


def test_text_of_a_word_processor_is_one_cell_and_lines_of_others_are_rows() -> None:
    assert read_clipboard("unu\r\ndoi").texts() == [["unu"], ["doi"]]
    assert read_clipboard("unu\r\ndoi", "<p>unu</p><p>doi</p>").texts() == [["unu\ndoi"]]
    assert read_clipboard("a\tb", "<p>a b</p>").texts() == [["a", "b"]]
    assert read_clipboard("a\tb", "<table><tr><td>c</table>").texts() == [["c"]]


@given(TEXTS)
def test_one_cell_is_copied_as_its_text(text: str) -> None:
    written = write_tsv(block_of([[text]]))
    assert written == text or '"' in written
