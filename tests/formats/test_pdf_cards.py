"""Cards on pages: in one piece, under their own header, their labels narrow and in bold."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from dragapp.annex.blocks import Block, Document, Grid, Layout, Text
from dragapp.annex.build import annex
from dragapp.annex.cards import as_cards
from dragapp.examples import example
from dragapp.formats.pdf import pdf_bytes
from dragapp.formats.pdf.measure import measure_grid
from dragapp.formats.pdf.page import sheet_for
from dragapp.formats.pdf.paginate import Page, paginate
from dragapp.formats.pdf.story import runs
from dragapp.formats.pdf.structure import Element, Structure
from dragapp.formats.pdf.table import TablePart
from tests.formats.pdf_text import glyphs, letters_of
from tests.formats.sample_document import (
    FRONT,
    existing_services,
    item,
    matrix,
    proposed_services,
    row,
)
from tests.pdfcheck import check

DAY = date(2024, 4, 26)
TABLES = {"I.A": existing_services, "I.B": proposed_services, "matrix": matrix}


def pages(*blocks: Block, large: bool = False) -> list[Page]:
    layout = Layout(large=large)
    divided = runs(blocks, Structure(), layout=layout)
    return [page for sheet, pieces in divided for page in paginate(pieces, sheet)]


def parts(page: Page) -> list[TablePart]:
    return [piece for piece, _ in page.pieces if isinstance(piece, TablePart)]


def filler(lines: int) -> Text:
    return item(FRONT, "-", "\n".join(["rând"] * lines))


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("name", ["I.A", "matrix"])
def test_short_cards_are_never_torn_and_stand_below_what_they_belong_to(
    name: str, *, large: bool
) -> None:
    cards = as_cards(TABLES[name]())
    for lines in range(1, 45, 3):
        for page in pages(filler(lines), *cards, large=large):
            for part in parts(page):
                assert len(part.segment.rows) == len(part.grid.rows)
            assert not page.pieces[-1][0].with_next


@pytest.mark.parametrize("large", [False, True])
def test_a_card_that_must_be_torn_says_its_title_again(*, large: bool) -> None:
    (card,) = as_cards(proposed_services())
    assert isinstance(card, Grid)
    long = Grid(card.place, card.columns, card.head, 1, card.rows * 9)
    document = Document("T", "A", "S", "", "", (filler(3), long), layout=Layout(large=large))
    done = glyphs(pdf_bytes(document, day=DAY))
    assert len(done) > 1
    for page in done:
        said = "".join(glyph.letter for glyph in page)
        assert said.count("Denumire") == 1
        assert "mp" in said[said.index("Denumire") :]


@pytest.mark.parametrize("large", [False, True])
def test_there_is_white_space_between_cards(*, large: bool) -> None:
    for page in pages(*as_cards(matrix()), large=large):
        placed = [(down, piece) for piece, down in page.pieces]
        for (above, first), (below, _) in pairwise(placed):
            assert below - above - first.height >= 5


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("name", TABLES)
def test_labels_take_about_a_third_and_no_word_of_a_real_card_is_divided(
    name: str, *, large: bool
) -> None:
    sheet = sheet_for(Layout(large=large), landscape=False)
    for card in as_cards(TABLES[name]()):
        if not isinstance(card, Grid):
            continue
        measured = measure_grid(card, sheet.width, sheet.height, scale=sheet.scale)
        labels = measured.edges[len(card.columns) - 1]
        assert 0.3 * sheet.width < labels < 0.45 * sheet.width
        for each in (*measured.head, *measured.rows):
            assert not any(line.hyphenated for box in each.boxes for line in box.lines)


def test_labels_are_bold_and_texts_are_not() -> None:
    card = as_cards(matrix())[1]
    (page,) = glyphs(pdf_bytes(Document("T", "A", "S", "", "", (card,)), day=DAY))
    assert {each.font for each in letters_of(page, "Responsabil")} == {"LiberationSerif-Bold"}
    assert {each.font for each in letters_of(page, "Bugetul local")} == {"LiberationSerif"}


def test_a_label_is_the_header_of_its_line_for_a_screen_reader() -> None:
    card = as_cards(existing_services())[1]
    assert isinstance(card, Grid)
    structure = Structure()
    runs([card], structure)
    (table,) = elements(structure.root)
    cells = [cell for line in elements(table) for cell in elements(line)]
    headers = [cell for cell in cells if cell.role == "TH" and "/Scope/Row" in cell.attributes]
    labels = [
        cell for each in card.rows for cell in each.cells[:-1] if cell is not None and cell.text
    ]
    assert len(headers) == len(labels)
    assert [cell.role for cell in cells].count("TD") == len(card.rows)


def elements(parent: Element) -> list[Element]:
    return [kid for kid in parent.kids if isinstance(kid, Element)]


def test_the_cards_of_a_real_plan_are_an_accessible_document() -> None:
    plan = example("piatra-neamt-2021")
    plan.printing.cards = plan.printing.large = True
    assert check(pdf_bytes(annex(plan), day=DAY)) == []


def test_a_line_over_the_whole_card_is_no_label() -> None:
    bare = Grid(FRONT, matrix().columns, (), 0, (row(*"abcdefg"),))
    (card,) = as_cards(bare)
    assert isinstance(card, Grid)
    measured = measure_grid(card, 480, 700)
    assert not any(box.cell.heads for each in measured.rows for box in each.boxes)
