"""The choices for paper: larger type, margins for binding, the mark of a draft."""

from __future__ import annotations

import ctypes
from dataclasses import replace
from datetime import date
from statistics import mode

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from dragapp.annex.blocks import AnnexLine, Document, Grid, Heading, Layout, Letterhead, PageTurn
from dragapp.annex.build import annex
from dragapp.annex.printout import WHOLE, Printout
from dragapp.examples import example, example_names
from dragapp.formats.pdf import pdf_bytes, pdf_made
from dragapp.formats.pdf.measure import measure_grid
from dragapp.formats.pdf.page import sheet_for
from dragapp.plan.rich import rich
from tests.county import county_plan
from tests.formats.pdf_text import Glyph, document, glyphs, letters_of
from tests.formats.sample_document import FRONT, item, plain_text, sample_document

CM = 72 / 2.54
DAY = date(2024, 4, 26)
WIDTH, HEIGHT = 595.2756, 841.8898
#: The sizes of rounded type may differ so much from those meant.
NEAR = 0.02


def drawn(made: Document) -> list[list[Glyph]]:
    return glyphs(pdf_bytes(made, day=DAY))


def example_document(name: str, printout: Printout = WHOLE, **choices: bool) -> Document:
    plan = example(name)
    plan.signatures = True
    for choice, value in choices.items():
        setattr(plan.printing, choice, value)
    return annex(plan, printout)


def with_layout(made: Document, **choices: bool) -> Document:
    return replace(made, layout=Layout(**choices))


@pytest.mark.parametrize("large", [False, True])
def test_spots_and_bookmarks_point_where_the_text_is(*, large: bool) -> None:
    heading = Heading(FRONT, 0, "", rich("Capitolul I"))
    filler = item(FRONT, "-", "\n".join(["rând"] * 12))
    made = pdf_made(with_layout(document(filler, heading, filler), large=large), day=DAY)
    top = max(each.top for each in letters_of(glyphs(made.data)[0], "Capitolul I"))
    (spot,) = (each for each in made.spots if each.section == FRONT.section)
    first = max(each.top for each in letters_of(glyphs(made.data)[0], "rând"))
    assert spot.down == pytest.approx(HEIGHT - first, abs=4)
    with pypdfium2.PdfDocument(made.data) as pdf:
        (mark,) = pdf.get_toc()
        _, view = mark.get_dest().get_view()
    assert view[1] == pytest.approx(top + 6 * (14 / 12 if large else 1), abs=4)


def size_of(page: list[Glyph], text: str) -> float:
    return mode(glyph.size for glyph in letters_of(page, text))


def test_large_type_is_14_where_ordinary_type_is_12_and_all_else_grows_alike() -> None:
    made = replace(sample_document(), mark="PROIECT")
    ordinary, large = drawn(made)[0], drawn(with_layout(made, large=True))[0]
    running = "A fost elaborat în baza"
    assert size_of(ordinary, running) == pytest.approx(12, abs=NEAR)
    assert size_of(large, running) == pytest.approx(14, abs=NEAR)
    for text in ("PROIECT", "ROMÂNIA", "Certificat de", "PLANUL", "Pagina 1", "Plan anual de"):
        grown = size_of(large, text) / size_of(ordinary, text)
        assert grown == pytest.approx(14 / 12, abs=NEAR)


def test_indents_and_lines_grow_with_large_type() -> None:
    text = item(FRONT, "-", "cuvinte " * 60)
    gaps, hangs = [], []
    for large in (False, True):
        (page,) = drawn(with_layout(document(text), large=large))
        words = [glyph for glyph in page if glyph.letter == "c"]
        gaps.append(words[0].bottom - next(g.bottom for g in words if g.bottom < words[0].bottom))
        hangs.append(words[0].left - page[0].left)
    assert gaps == pytest.approx([15.0, 17.5], abs=0.1)
    assert hangs[1] / hangs[0] == pytest.approx(14 / 12, abs=0.01)


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("cards", [False, True])
@pytest.mark.parametrize("name", example_names())
def test_nothing_of_the_real_plans_is_smaller_than_nine_points(
    name: str, *, cards: bool, large: bool
) -> None:
    pages = drawn(example_document(name, cards=cards, large=large))
    least = min(glyph.size for page in pages for glyph in page)
    assert least >= (10.5 if large else 9.0) - NEAR


@pytest.mark.parametrize("large", [False, True])
def test_tables_are_never_smaller_than_nine_points(*, large: bool) -> None:
    for plan in (county_plan(0.2), *map(example, example_names())):
        for grid in annex(plan).blocks:
            if isinstance(grid, Grid):
                sheet = sheet_for(Layout(large=large), landscape=len(grid.columns) >= 7)
                measured = measure_grid(grid, sheet.width, sheet.height, scale=sheet.scale)
                assert measured.type.size * sheet.scale >= 9 - 1e-6


def colours(data: bytes) -> set[tuple[int, ...]]:
    """Return the colours, of 0 to 255 each, in which anything is drawn."""
    found: set[tuple[int, ...]] = set()
    asked = (pdfium.FPDFPageObj_GetFillColor, pdfium.FPDFPageObj_GetStrokeColor)
    with pypdfium2.PdfDocument(data) as pdf:
        for page in pdf:
            for each in page.get_objects():
                for ask in asked:
                    parts = [ctypes.c_uint() for _ in range(4)]
                    ask(each, *parts)
                    found.add(tuple(part.value for part in parts[:3]))
    return found


@pytest.mark.parametrize("name", example_names())
def test_all_is_black_or_a_grey_of_15_percent_at_most(name: str) -> None:
    found = colours(pdf_bytes(example_document(name), day=DAY))
    assert (0, 0, 0) in found
    for red, green, blue in found - {(0, 0, 0)}:
        assert red == green == blue >= 0.85 * 255


def edges(page: list[Glyph]) -> tuple[float, float]:
    """Return the left and right edge of the text, as the page's foot shows them."""
    foot = min(glyph.bottom for glyph in page)
    line = [glyph for glyph in page if glyph.bottom < foot + 4]
    return min(glyph.left for glyph in line), max(glyph.right for glyph in line)


@pytest.mark.parametrize("large", [False, True])
def test_a_bound_page_has_a_wider_margin_at_its_left_and_an_unbound_one_equal_ones(
    *, large: bool
) -> None:
    made = replace(document(plain_text(FRONT, "Text.")), running_foot="H")
    for bound in (True, False):
        (page,) = drawn(with_layout(made, large=large, bound=bound))
        left, right = edges(page)
        assert left == pytest.approx((2.5 if bound else 2.0) * CM, abs=0.5)
        assert WIDTH - right == pytest.approx((1.5 if bound else 2.0) * CM, abs=0.5)


@pytest.mark.parametrize("large", [False, True])
def test_a_lying_page_is_bound_at_its_upper_edge(*, large: bool) -> None:
    made = replace(document(PageTurn(True), plain_text(FRONT, "Text.")), running_foot="H")
    tops = []
    for bound in (True, False):
        (page,) = drawn(with_layout(made, large=large, bound=bound))
        left, right = edges(page)
        assert left == pytest.approx(HEIGHT - right, abs=1.0)
        tops.append(WIDTH - max(glyph.top for glyph in page))
    assert tops[0] - tops[1] == pytest.approx(0.5 * CM, abs=0.1)
    assert tops[1] == pytest.approx(2 * CM, abs=5)


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("landscape", [False, True])
def test_binding_takes_no_room_from_the_text(*, landscape: bool, large: bool) -> None:
    bound, unbound = (sheet_for(Layout(large, b), landscape=landscape) for b in (True, False))
    assert (bound.width, bound.height) == pytest.approx((unbound.width, unbound.height))


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("name", example_names())
def test_the_published_act_has_the_pages_of_the_bound_one(name: str, *, large: bool) -> None:
    bound, published = (
        drawn(replace(example_document(name, large=large), layout=Layout(large, bound)))
        for bound in (True, False)
    )
    assert [[g.letter for g in page] for page in bound] == [
        [g.letter for g in page] for page in published
    ]
    assert bound[0][0].left != published[0][0].left


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("landscape", [False, True])
def test_the_last_lines_of_a_run_never_touch_the_foot(*, landscape: bool, large: bool) -> None:
    step = 15.0
    sheet = sheet_for(Layout(large), landscape=landscape)
    for lines in range(int(sheet.height / step) - 1, int(sheet.height / step) + 4):
        made = document(PageTurn(landscape), item(FRONT, "-", "\n".join(["ag"] * lines)))
        first = drawn(with_layout(replace(made, running_foot="Ă"), large=large))[0]
        foot = max(glyph.top for glyph in letters_of(first, "ĂPagina"))
        text = min(glyph.bottom for glyph in first if glyph.letter == "g" and glyph.bottom > foot)
        assert sum(glyph.letter == "g" and glyph.bottom < foot for glyph in first) == 1
        assert text - foot > 3


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("name", example_names())
def test_a_draft_says_so_in_bold_at_the_head_of_every_page(name: str, *, large: bool) -> None:
    made = example_document(name, Printout(draft=True), large=large)
    for page in drawn(made):
        mark = letters_of(page, "PROIECT")
        below = [each for each in page if each not in mark and each.left < mark[-1].right + 12]
        assert min(each.bottom for each in mark) > max(each.top for each in below)
        assert mark[0].left == pytest.approx(edges(page)[0], abs=0.5)
        assert {each.font for each in mark} == {"LiberationSerif-Bold"}


def test_an_act_that_is_no_draft_bears_no_mark() -> None:
    for page in drawn(example_document("piatra-neamt-2021")):
        assert "PROIECT" not in "".join(glyph.letter for glyph in page)


@pytest.mark.parametrize("landscape", [False, True])
@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("head", ["Anexă la hotărârea nr. 25 " * 9, "Ș" * 300])
def test_the_mark_and_a_long_running_head_leave_each_other_room(
    head: str, *, large: bool, landscape: bool
) -> None:
    lines = item(FRONT, "-", "\n".join(["rând"] * 70))
    made = replace(document(PageTurn(landscape), lines), mark="PROIECT", running_head=head)
    for page in drawn(with_layout(made, large=large))[1:]:
        mark = letters_of(page, "PROIECT")
        beside = [g for g in page if g not in mark and g.top > min(m.bottom for m in mark)]
        assert beside
        assert min(glyph.left for glyph in beside) > mark[-1].right + 12
        assert max(glyph.right for glyph in beside) <= edges(page)[1] + 0.5
        assert max(glyph.bottom for glyph in beside) - min(glyph.bottom for glyph in beside) < 1


def test_the_mark_stands_above_the_letterhead() -> None:
    blocks = (Letterhead(("ROMÂNIA", "JUDEȚUL IAȘI")), AnnexLine("Anexă"))
    (page,) = drawn(replace(document(*blocks), mark="PROIECT"))
    assert min(g.bottom for g in letters_of(page, "PROIECT")) > max(
        g.top for g in letters_of(page, "ROMÂNIA")
    )
