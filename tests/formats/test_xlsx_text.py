"""Text in the cells: as typed, whole, and never taken for anything else than text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock

from dragapp.annex.blocks import Heading, Text
from dragapp.formats.xlsx.pieces import LONGEST, MOST_LINE_ENDS, pieces, rich_pieces
from dragapp.plan.rich import Run, plain, rich
from dragapp.plan.section import ParagraphKind
from dragapp.plan.text import PASTED_BULLETS, clean
from tests.formats import sample_document as sample
from tests.formats.xlsx_reading import PLACE, cells, document, grid, read, texts

HOSTILE = [
    "=1+1",
    '=HYPERLINK("http://example.org","x")',
    "+40 232 256 620",
    "-",
    "@SUM(A1)",
    "#N/A",
    "<b>&amp;</b>",
    "  spații  la  margini  ",
    "rând\nrând",
    "_x0041_",
    "_x005F_x0041_",
    "🙂 ➤ ❖ „ghilimele” ș ț",
    "2024",
    "1.",
]


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def paragraph(text: str) -> Text:
    return Text(PLACE, rich(text), ParagraphKind.PLAIN)


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_stays_text_in_a_paragraph_and_in_a_table(text: str, tmp_path: Path) -> None:
    table = grid((sample.TEXT, sample.QUANTITY), sample.row(text, "x"))
    workbook = read(document(paragraph(text), table), tmp_path)

    found = cells(workbook.worksheets[1])
    for cell in (found[0], found[3]):
        # openpyxl gives Excel's escapes as they stand in the file.
        assert str(cell.value).replace("_x005F_", "_") == text
        assert cell.data_type == "s"
        assert cell.quotePrefix == (text[0] in "=+-@")


def test_control_characters_and_halves_of_letters_are_left_out(tmp_path: Path) -> None:
    workbook = read(document(paragraph("a\x00\x0b\ufffe\ud800b\r\nc")), tmp_path)

    assert texts(workbook.worksheets[1]) == ["a\nb\nc"]


@pytest.mark.parametrize("unit", ["lung cuvânt ", "x", "🙂", "rând\n", "á"])
def test_a_text_of_100000_letters_is_split_without_loss(unit: str, tmp_path: Path) -> None:
    text = unit * (100_000 // len(unit))
    table = grid((sample.TEXT, sample.TEXT), sample.row(text, "alături"))
    workbook = read(document(paragraph(text), table), tmp_path)

    found = texts(workbook.worksheets[1])
    assert "".join(found[: found.index("A")]) == text
    after = found[found.index("B") + 1 :]
    assert "alături" in after
    assert "".join(piece for piece in after if piece != "alături") == text
    assert all(units(piece) <= LONGEST for piece in found)


@given(st.text(max_size=300), st.integers(1, 400))
def test_the_pieces_of_a_text_are_the_text(text: str, times: int) -> None:
    cut = pieces(text * times)

    assert "".join(cut) == clean(text * times).translate(PASTED_BULLETS)
    assert all(units(piece) <= LONGEST for piece in cut)
    assert all(piece.count("\n") <= MOST_LINE_ENDS for piece in cut)


def test_a_text_is_cut_between_words() -> None:
    assert all(piece.endswith(" ") for piece in pieces("cuvânt " * 20_000))


def test_a_cut_keeps_bold_and_italic() -> None:
    runs = (Run("a" * 30_000 + " "), Run("b" * 20_000, bold=True), Run("c" * 20_000, italic=True))

    cut = rich_pieces(runs)

    assert "".join(map(plain, cut)) == plain(runs)
    assert all(run.bold == run.text.startswith("b") for piece in cut for run in piece)
    assert all(run.italic == run.text.startswith("c") for piece in cut for run in piece)


def test_bold_and_italic_within_a_paragraph_are_kept(tmp_path: Path) -> None:
    text = rich(Run("CAPITOLUL I.", bold=True), " Date privind ", Run("finanțarea", italic=True))
    read(document(Text(PLACE, text, ParagraphKind.ITEM, 0, "1.")), tmp_path)
    value = load_workbook(tmp_path / "plan.xlsx", rich_text=True).worksheets[1]["A1"].value

    assert isinstance(value, CellRichText)
    assert str(value) == "1. CAPITOLUL I. Date privind finanțarea"
    assert [str(run) for run in value if isinstance(run, TextBlock) and run.font.b] == [
        "CAPITOLUL I."
    ]


def test_a_heading_is_bold_and_what_runs_on_is_not(tmp_path: Path) -> None:
    heading = Heading(PLACE, 1, "3.", rich("Telefonul verde"), rich("– nu este cazul."))
    read(document(heading), tmp_path)
    value = load_workbook(tmp_path / "plan.xlsx", rich_text=True).worksheets[1]["A1"].value

    assert isinstance(value, CellRichText)
    blocks = [run for run in value if isinstance(run, TextBlock)]
    assert [(str(run), bool(run.font.b)) for run in blocks] == [
        ("3. Telefonul verde", True),
        (" – nu este cazul.", False),
    ]


def test_a_heading_that_only_runs_on_is_ordinary_text(tmp_path: Path) -> None:
    workbook = read(document(Heading(PLACE, 1, "", (), rich("Nu este cazul."))), tmp_path)

    (cell,) = cells(workbook.worksheets[1])
    assert cell.value == "Nu este cazul."
    assert not cell.font.b
