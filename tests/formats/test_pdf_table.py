"""Grids on pages: whole, in order, under their header, broken only where they may be."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragapp.annex.blocks import Grid, GridCell, GridRow, Layout
from dragapp.formats.pdf.cells import body_rows, head_rows
from dragapp.formats.pdf.fill import Cursor, Segment, fill
from dragapp.formats.pdf.fonts import Style
from dragapp.formats.pdf.measure import Measured, measure_grid
from dragapp.formats.pdf.page import sheet_for
from dragapp.plan.column import Align
from tests.formats.sample_document import (
    NUMBER,
    TEXT,
    banner,
    campaigns,
    existing_services,
    head,
    matrix,
    place,
    proposed_services,
    row,
)

WIDTH, FULL = 740.0, 460.0
WHERE = place("IV", "Obiective")


def pages(grid: Measured, first_room: float = 0.0) -> list[Segment]:
    """Fill page after page; the first may have less room, and may then stay empty."""
    done: list[Segment] = []
    cursor: Cursor | None = Cursor()
    room = FULL - grid.head_height
    if first_room:
        segment, cursor = fill(grid, Cursor(), first_room, force=False)
        done += [segment] if segment else []
    while cursor:
        segment, cursor = fill(grid, cursor, room, force=True)
        assert segment is not None
        assert segment.height <= room + 0.01
        done.append(segment)
        assert len(done) < 400
    return done


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    """Draw a grid of three columns with labels merged over several rows, banners and a total."""
    lengths = st.sampled_from([0, 1, 3, 12, 40, 150, 700])
    rows: list[GridRow] = []
    for group in range(draw(st.integers(1, 6))):
        if draw(st.booleans()):
            rows.append(banner(3, f"Obiectiv{group} " + "b " * draw(lengths)))
        span = draw(st.integers(1, 9))
        label: GridCell | None = GridCell(f"e{group} " + "et " * draw(lengths), rowspan=span)
        for number in range(span):
            rows.append(row(label, f"m{group}.{number} " + "mă " * draw(lengths), "x"))
            label = None
    if draw(st.booleans()):
        rows.append(row("Total", "", "5", total=True))
    cells, count = head("Direcții", "Măsuri", "Termen")
    return Grid(WHERE, (TEXT,) * 3, cells, count, tuple(rows))


@settings(deadline=None, max_examples=60)
@given(grids(), st.sampled_from([0.0, 30.0, 120.0, 300.0]))
def test_every_line_of_every_cell_is_placed_exactly_once(grid: Grid, first_room: float) -> None:
    measured = measure_grid(grid, WIDTH, FULL)
    expected = [line for each in measured.rows for box in each.boxes for line in box.lines]
    placed = [
        line
        for segment in pages(measured, first_room)
        for cell in segment.placed
        if not cell.repeat
        for line in cell.lines
    ]
    assert sorted(map(id, placed)) == sorted(map(id, expected))


@settings(deadline=None, max_examples=60)
@given(grids(), st.sampled_from([0.0, 120.0, 300.0]))
def test_no_text_reaches_below_its_cell(grid: Grid, first_room: float) -> None:
    measured = measure_grid(grid, WIDTH, FULL)
    for segment in pages(measured, first_room):
        for cell in segment.placed:
            last = min(cell.end - segment.first, len(segment.rows)) - 1
            needed = len(cell.lines) * measured.type.leading
            assert cell.top + needed <= segment.rows[last].bottom + 0.01


@settings(deadline=None, max_examples=60)
@given(grids(), st.sampled_from([0.0, 120.0, 300.0]))
def test_a_page_ends_neither_after_a_banner_nor_before_a_total(
    grid: Grid, first_room: float
) -> None:
    segments = pages(measure_grid(grid, WIDTH, FULL), first_room)
    for segment, following in pairwise(segments):
        divided = following.first < segment.first + len(segment.rows)
        if not divided and len(segment.rows) > 1:
            assert not segment.rows[-1].source.banner
            assert not following.rows[0].source.total


def test_widths_fill_the_page_and_keep_the_words_of_real_tables_whole() -> None:
    for grid in (existing_services(), proposed_services(), campaigns(), matrix()):
        measured = measure_grid(grid, WIDTH, FULL)
        assert abs(measured.edges[-1] - WIDTH) < 0.01
        hyphenated = [
            piece.text
            for each in (*measured.head, *measured.rows)
            for box in each.boxes
            for line in box.lines
            for piece in line.sets
            if "\u00ad" in piece.text
        ]
        assert hyphenated == []


def test_short_codes_and_quantities_stay_on_one_line() -> None:
    measured = measure_grid(proposed_services(), WIDTH, FULL)
    lines = {box.cell.text: len(box.lines) for box in measured.rows[0].boxes}
    assert lines["8891 CZ-C-II"] == lines["76 benf./zi"] == lines["66.361,82 (2%)"] == 1


@pytest.mark.parametrize(("large", "sizes"), [(False, [10, 9.5, 9]), (True, [11.67, 11.08, 10.5])])
def test_type_shrinks_with_the_columns(sizes: list[float], *, large: bool) -> None:
    sheet = sheet_for(Layout(large=large), landscape=True)
    for grid, size in zip((matrix(), existing_services(), proposed_services()), sizes, strict=True):
        measured = measure_grid(grid, sheet.width, sheet.height, scale=sheet.scale)
        assert measured.type.size * sheet.scale == pytest.approx(size, abs=0.01)


def columns(count: int, text: str) -> Grid:
    cells, rows = head(*["Nr."] * count)
    return Grid(WHERE, (TEXT,) * count, cells, rows, (row(*[text] * count),))


@pytest.mark.parametrize("large", [False, True])
def test_type_is_under_nine_points_only_where_not_even_parts_of_words_fit(*, large: bool) -> None:
    sheet = sheet_for(Layout(large=large), landscape=True)

    def size(grid: Grid) -> float:
        measured = measure_grid(grid, sheet.width, sheet.height, scale=sheet.scale)
        return measured.type.size * sheet.scale

    # The longest word is wider than a column, its longest syllable is not.
    assert size(columns(18, "instituționalizării")) == pytest.approx(9)
    assert size(columns(60, "instituționalizării")) == pytest.approx(8)


def test_the_header_keeps_its_two_levels() -> None:
    top, below = head_rows(existing_services())
    assert [(cell.colspan, cell.rowspan) for cell in top.cells] == [(1, 2)] * 5 + [(5, 1)]
    assert [cell.column for cell in below.cells] == [5, 6, 7, 8, 9]


def test_total_rows_and_banners_are_bold_and_italic_columns_italic() -> None:
    services = body_rows(existing_services())
    assert {cell.style for cell in services[-1].cells} == {Style.BOLD}
    assert {cell.style for cell in services[0].cells} == {Style.BOLD}
    first_measure = body_rows(matrix())[1]
    assert first_measure.cells[2].style == Style.ITALIC
    assert services[1].cells[5].align == Align.RIGHT


def test_a_span_ends_before_the_next_cell_with_text() -> None:
    rows = (row(GridCell("a", rowspan=3, colspan=3), "b", None), row(None, "c", "d"))
    first, second = body_rows(Grid(WHERE, (NUMBER, TEXT, TEXT), (), 0, rows))
    assert [(c.text, c.column, c.colspan, c.rowspan) for c in first.cells] == [
        ("a", 0, 1, 2),
        ("b", 1, 1, 1),
        ("", 2, 1, 1),
    ]
    assert [(c.text, c.column) for c in second.cells] == [("c", 1), ("d", 2)]


def test_a_repeated_label_is_marked_and_shortened_to_the_rows_beside_it() -> None:
    label = "Asigurarea metodelor și instrumentelor de evidență a beneficiarilor " * 3
    rows = [row(GridCell(label, rowspan=40), "m0", "x")]
    rows += [row(None, f"m{number}", "x") for number in range(1, 40)]
    cells, count = head("Direcții", "Măsuri", "Termen")
    measured = measure_grid(Grid(WHERE, (TEXT,) * 3, cells, count, tuple(rows)), WIDTH, FULL)
    first, *others = pages(measured)
    assert others
    assert not first.placed[0].repeat
    for segment in others:
        repeat = segment.placed[0]
        assert repeat.repeat
        text = "".join(piece.text for line in repeat.lines for piece in line.sets)
        assert text.endswith("(continuare)")
        assert len(segment.rows) * measured.rows[1].height >= segment.height - 0.01


def test_the_number_column_is_no_wider_than_its_heading_needs() -> None:
    measured = measure_grid(existing_services(), WIDTH, FULL)
    assert measured.edges[1] < WIDTH * 0.05
