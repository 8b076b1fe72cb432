"""How the sheets print and how they open on the screen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.header_footer import HeaderFooterItem
from reportlab.pdfbase.ttfonts import TTFontFile

from dragapp.annex.blocks import Document, PageTurn, Signatures, Signer, Text, Title
from dragapp.formats.xlsx.metrics import BOLD, PADDING, SAFETY, Ruler
from dragapp.plan.rich import rich
from dragapp.plan.section import ParagraphKind
from dragapp.resources import folder
from tests.formats import sample_document as sample
from tests.formats.xlsx_reading import PLACE, document, read


def orientations(workbook: Workbook) -> list[str | None]:
    return [sheet.page_setup.orientation for sheet in workbook]


def margin(item: HeaderFooterItem | None) -> tuple[str | None, str | None]:
    assert item is not None
    return item.left.text, item.right.text


def test_a_sheet_prints_on_a4_fitted_to_its_width(tmp_path: Path) -> None:
    for sheet in read(document(sample.existing_services(), sample.training()), tmp_path):
        assert sheet.page_setup.paperSize == 9
        scaling = sheet.sheet_properties.pageSetUpPr
        assert scaling is not None
        assert scaling.fitToPage
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert not sheet.sheet_view.showGridLines


def test_a_sheet_lies_where_the_document_turns_it_and_nowhere_else(tmp_path: Path) -> None:
    workbook = read(
        document(
            sample.training(),
            PageTurn(True),
            sample.campaigns(),
            PageTurn(False),
            sample.existing_services(),
        ),
        tmp_path,
    )

    assert orientations(workbook) == ["portrait", "portrait", "landscape", "portrait"]
    widths = [c.width * 6 for c in workbook.worksheets[3].column_dimensions.values()]
    assert sum(widths) == pytest.approx(505, abs=1)


def test_a_sheet_of_text_lies_where_all_its_text_does(tmp_path: Path) -> None:
    lying, mixed = replace(PLACE, top="a", top_name="A"), replace(PLACE, top="b", top_name="B")
    text = Text(lying, rich("text"), ParagraphKind.PLAIN)
    other = replace(text, place=mixed)
    people = Signatures((Signer("Primar,", "Ion"),))
    turned = document(Title(("PLANUL",)), PageTurn(True), text, other, PageTurn(False), other)
    all_lying = document(PageTurn(True), Title(("PLANUL",)), text, people)

    workbook = read(turned, tmp_path)
    assert orientations(workbook) == ["portrait", "landscape", "portrait"]
    assert workbook["A"].column_dimensions["A"].width * 6 == pytest.approx(750, abs=1)
    assert orientations(read(all_lying, tmp_path)) == ["landscape"] * 3


def test_the_header_is_repeated_and_stays_in_sight(tmp_path: Path) -> None:
    heading = Text(PLACE, rich("Înainte de tabel"), ParagraphKind.PLAIN)
    table = replace(sample.existing_services(), place=PLACE)
    sheet = read(document(heading, table), tmp_path).worksheets[1]

    assert sheet.print_title_rows == "$3:$4"
    assert sheet.freeze_panes == "A5"


def test_nothing_is_frozen_where_it_would_fill_the_screen(tmp_path: Path) -> None:
    essay = Text(PLACE, rich("Un text foarte lung. " * 200), ParagraphKind.PLAIN)
    table = replace(sample.existing_services(), place=PLACE)
    sheet = read(document(essay, table), tmp_path).worksheets[1]

    assert sheet.freeze_panes is None
    assert sheet.print_title_rows


def test_the_foot_says_the_plan_and_the_page(tmp_path: Path) -> None:
    plan = replace(document(sample.training()), running_foot="2024 & Fiii")
    for sheet in read(plan, tmp_path):
        assert margin(sheet.oddFooter) == ("2024 && Fiii", "Pagina &P din &N")


def test_the_first_page_alone_has_no_running_head(tmp_path: Path) -> None:
    first, second = read(document(sample.training()), tmp_path).worksheets

    assert first.HeaderFooter.differentFirst
    assert margin(first.firstHeader) == (None, None)
    assert margin(first.firstFooter)[1] == "Pagina &P din &N"
    assert margin(second.oddHeader)[1] == "Anexă la HCL 25"


def test_a_foot_too_long_for_excel_is_shortened(tmp_path: Path) -> None:
    plan = Document("t", "a", "s", "&" * 500, "Plan & " * 500)
    sheet = read(plan, tmp_path).worksheets[0]

    for item in (sheet.oddFooter, sheet.oddHeader, sheet.firstFooter):
        assert len(str(item)) <= 255


def test_columns_fill_the_page_and_hold_their_words(tmp_path: Path) -> None:
    sheet = read(document(PageTurn(True), sample.matrix()), tmp_path).worksheets[1]
    widths = [sheet.column_dimensions[letter].width for letter in "ABCDEFG"]

    assert sum(widths) * 6 == pytest.approx(750, abs=1)
    assert widths[2] > 2 * widths[4]


@pytest.mark.parametrize(("style", "bold"), [("Regular", 0), ("Italic", 0), ("Bold", 1)])
def test_no_line_is_measured_shorter_than_it_is(style: str, bold: int) -> None:
    font = TTFontFile(str(folder("fonts") / f"LiberationSerif-{style}.ttf"))
    ruler = Ruler()
    for row in sample.matrix().rows:
        for cell in row.cells:
            if cell and len(cell.text) > 25 and "\n" not in cell.text:
                true = sum(font.charWidths.get(ord(letter), 1000) for letter in cell.text) / 100
                measured = ruler.extent(cell.text, 10, bold=bold)[1]
                assert true <= measured <= true * SAFETY * (1 + BOLD)


def test_a_line_is_broken_where_it_no_longer_fits() -> None:
    ruler = Ruler()
    width = ruler.extent("trei cuvinte scurte", 10)[1] + PADDING + 0.01

    assert ruler.lines("trei cuvinte scurte", width, 10) == 1
    assert ruler.lines("trei cuvinte scurte", width - 1, 10) == 2
    assert ruler.lines("trei cuvinte scurte\n", width, 10) == 2
    assert ruler.lines("x" * 1000, width, 10) > 50
