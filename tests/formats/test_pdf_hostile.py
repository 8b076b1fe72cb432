"""Input that breaks renderers: every letter must come out once, and nothing may fail."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from dragapp.annex.blocks import (
    Block,
    Grid,
    GridCell,
    GridRow,
    Heading,
    PageTurn,
    Signatures,
    Signer,
    Text,
)
from dragapp.formats.pdf.fonts import BOX
from dragapp.plan.rich import Run, rich
from dragapp.plan.section import ParagraphKind
from tests.formats.pdf_text import document, letters, numbered, texts, written
from tests.formats.sample_document import (
    FRONT,
    NUMBER,
    PARTIES,
    PERIOD,
    TEXT,
    banner,
    column,
    head,
    item,
    place,
    plain_text,
    row,
)

WHERE = place("IV", "Obiective")
TITLES = ("Nr. crt.", "Direcții", "Măsuri", "Indicatori", "Surse", "Responsabil", "Termen")


def grid(*rows: GridRow) -> Grid:
    """Return a grid of the matrix's seven columns."""
    cells, count = head(*TITLES)
    columns = (NUMBER, TEXT, column(italic=True), TEXT, TEXT, PARTIES, PERIOD)
    return Grid(WHERE, columns, cells, count, rows)


def lying(*rows: GridRow) -> tuple[Block, ...]:
    return (PageTurn(True), grid(*rows))


def many_columns(count: int, rows: int) -> Grid:
    cells, depth = head(*(f"Coloana {number}" for number in range(count)))
    line = row(*(f"valoarea {number}" for number in range(count)))
    return Grid(WHERE, (TEXT,) * count, cells, depth, (line,) * rows)


ON_ONE_PAGE: dict[str, tuple[Block, ...]] = {
    "markup": lying(
        row(
            "1.",
            "a<b>c & d <para> </p> <br>",
            "&amp; &#x41; <font color='red'>x</font>",
            "<!-- -->",
            "%s {0} \\n",
            "( ) [ ]",
            "\\",
        )
    ),
    "controls": (
        Text(FRONT, (Run("a\x00b\x01\x0b\x1f\x7fc\ud800 d\ufffe\te\r\nf"),), ParagraphKind.PLAIN),
    ),
    "other scripts": (plain_text(FRONT, "ελληνικά кириллица ➤ ❖ ☐ ☑ ✓ → ≥ ½ №"),),
    "an address": lying(
        row("1.", "https://www.primaria-draguseni.ro/" + "a" * 400, "m", "i", "s", "r", "2024")
    ),
    "decomposed letters": (
        plain_text(FRONT, "s\u0326i t\u0326ara\u0306 i\u0302n S\u0326 – şi cu sedilă: ţară"),
    ),
    "a table without rows": lying(),
    "a table without header": (Grid(WHERE, (TEXT, TEXT), (), 0, (row("x", "y"), row("z", "w"))),),
    "words of 300 letters": (
        plain_text(FRONT, "Ă" * 300 + " și " + "asistență" * 33),
        item(FRONT, "Articolul 12 alineatul (3) litera a)", "text " * 30),
        Heading(WHERE, 0, "Z" * 120, rich("W" * 200)),
        grid(row("Q" * 300, *"abcdef")),
    ),
    "spans off the grid": lying(
        row(GridCell("aa", 5, 3), "bb", "cc", "dd", "ee", "ff", "gg"),
        row(None, GridCell("hh", 1, 99), None, "ii", "jj", "kk", "ll"),
        row("mm", "nn", "oo", "pp", "qq", "rr", "ss"),
        row("scurt"),
    ),
    "only spaces": (plain_text(FRONT, "   \n \n  "), item(FRONT, " ", " ")),
    "signers": (
        plain_text(FRONT, "Text."),
        Signatures(
            (
                Signer("Primar,", "Ion Popescu"),
                Signer("", ""),
                Signer("Întocmit, " * 9, "Ana " * 20),
                Signer("Avizat,", ""),
            )
        ),
    ),
}


@pytest.mark.parametrize("name", ON_ONE_PAGE)
def test_every_letter_comes_out_exactly_once(name: str, tmp_path: Path) -> None:
    blocks = ON_ONE_PAGE[name]
    (page,) = written(document(*blocks), tmp_path)
    found = letters(page.replace("Pagina 1 din 1", ""))
    assert Counter(found) == Counter(letters("".join(texts(blocks))))
    for text in texts(blocks):
        assert letters(text) in found


def test_what_the_user_types_is_never_markup(tmp_path: Path) -> None:
    (page,) = written(document(plain_text(FRONT, "<b>gras</b> & &amp; <br/>")), tmp_path)
    assert "<b>gras</b> & &amp; <br/>" in page


def test_characters_that_no_font_has_are_visible_boxes(tmp_path: Path) -> None:
    (page,) = written(document(plain_text(FRONT, "Ani 😀 中文 🦄!")), tmp_path)
    assert f"Ani 😀 {BOX * 2} {BOX}!" in page


def test_right_to_left_letters_are_all_there(tmp_path: Path) -> None:
    (page,) = written(document(plain_text(FRONT, "العربية שלום")), tmp_path)
    assert Counter(letters("العربية שלום")) <= Counter(letters(page))


LONG = numbered(1500)
OVER_PAGES: dict[str, tuple[Block, ...]] = {
    "two cells higher than the page": lying(
        banner(7, "Obiectiv 1"),
        row("1.", "d", LONG, LONG.replace("cuvânt", "altul"), "s", "r", "2024"),
        row("2.", "d", "m", "i", "s", "r", "2024"),
    ),
    "a merged label higher than the page": lying(
        banner(7, "Obiectiv 1"),
        row(GridCell("1.", rowspan=2), GridCell(LONG, rowspan=2), "a", "b", "c", "d", "e"),
        row(None, None, "a", "b", "c", "d", "e"),
        row("2.", "x", "a", "b", "c", "d", "e"),
    ),
    "a banner higher than the page": lying(
        banner(7, LONG), row("1.", "x", "a", "b", "c", "d", "e")
    ),
    "a heading cell higher than the page": (
        Grid(WHERE, (TEXT, TEXT), *head(LONG, "Alta"), (row("x", "y"),) * 5),
    ),
    "a paragraph, an item and a heading": (
        plain_text(FRONT, LONG),
        item(FRONT, "1.", LONG.replace("cuvânt", "altul"), 9),
        Heading(WHERE, 1, "A.", rich(LONG.replace("cuvânt", "titlu"))),
    ),
    "a cell of 8,000 characters": lying(row("1.", "d", "m", numbered(660), "s", "r", "2024")),
}


@pytest.mark.parametrize("name", OVER_PAGES)
def test_text_over_several_pages_is_complete_and_not_doubled(name: str, tmp_path: Path) -> None:
    blocks = OVER_PAGES[name]
    pages = written(document(*blocks), tmp_path)
    assert len(pages) > 1
    every = re.compile(r"(?:cuvânt|altul|titlu)\d{5}")
    expected = Counter(every.findall(" ".join(texts(blocks))))
    # A hyphen in the file is no letter; words divided at a line's end are joined again.
    found = Counter(every.findall(letters(" ".join(pages))))
    assert found == expected


def test_sixty_columns(tmp_path: Path) -> None:
    pages = written(document(PageTurn(True), many_columns(60, 30)), tmp_path)
    found = letters("".join(pages))
    assert [found.count(letters(f"valoarea {n}")) >= 30 for n in range(60)] == [True] * 60
    assert all(letters(page).count("Coloana") == 60 for page in pages)


def test_a_label_merged_over_200_rows_is_said_again_on_every_page(tmp_path: Path) -> None:
    labels = (GridCell("1.", rowspan=200), GridCell("Direcția unică", rowspan=200))
    rows = [
        row(*(labels if number == 0 else (None, None)), f"măsura{number:03d}.", "i", "s", "r", "t")
        for number in range(200)
    ]
    pages = written(document(*lying(banner(7, "Obiectiv 1"), *rows)), tmp_path)
    assert len(pages) > 4
    assert all("Direcția unică" in page.replace("\r\n", " ") for page in pages)
    assert ["(continuare)" in page for page in pages] == [False] + [True] * (len(pages) - 1)
    measures = re.findall(r"măsura(\d{3})", "".join(pages))
    assert measures == [f"{number:03d}" for number in range(200)]
    assert all(title in page for page in pages for title in ("Măsuri", "Indicatori", "Termen"))
