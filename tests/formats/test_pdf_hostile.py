"""Input that breaks renderers: every letter must come out once, and nothing may fail."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings

from dragapp.annex.blocks import Document, Grid, Layout, PageTurn
from dragapp.formats.pdf import pdf_bytes
from dragapp.formats.pdf.fonts import BOX
from tests.formats.hostile_documents import (
    EMOJI,
    MERGED,
    OF_ANY_LENGTH,
    ON_ONE_PAGE,
    OVER_PAGES,
    WHERE,
    many_columns,
)
from tests.formats.pdf_text import document, letters, texts, written
from tests.formats.printed_text import doubled, missing
from tests.formats.random_documents import documents
from tests.formats.sample_document import FRONT, NUMBER, TEXT, head, plain_text, row
from tests.pdfcheck import check, misplaced

DAY = date(2026, 1, 2)
HOSTILE = ON_ONE_PAGE | OVER_PAGES | OF_ANY_LENGTH
#: What the checker can only guess and is known here: which words the document has.
GUESSED = ("words-joined", "hyphen-said")


def faults(hostile: Document) -> list[str]:
    """Return all that is wrong with a document's file, and with its text."""
    data = pdf_bytes(hostile, day=DAY)
    return [
        *(fault for fault in check(data) if not fault.startswith(GUESSED)),
        *misplaced(data),
        *missing(hostile.blocks, data),
        *(doubled(hostile.blocks, data) if not hostile.layout.contents else ()),
    ]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_document_conforms_and_says_it_all(name: str) -> None:
    assert faults(document(*HOSTILE[name])) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_in_large_type_it_conforms_and_says_it_all_too(name: str) -> None:
    layout = Layout(large=True, bound=False, contents=True)
    assert faults(replace(document(*HOSTILE[name]), layout=layout)) == []


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n", "\x00", "\ud800", "<b>&]]>", EMOJI, "a\nb\r\nc", "(\\" * 20, "Ț" * 3000],
    ids=lambda text: ascii(text[:12]),
)
def test_what_the_file_says_of_itself_may_be_anything(text: str) -> None:
    body = (plain_text(FRONT, "Text."), PageTurn(True), plain_text(FRONT, "Text."))
    hostile = Document(text, text, text, text, text, body, mark=text)
    data = pdf_bytes(hostile, day=DAY)
    assert check(data) == []
    assert misplaced(data) == []


@settings(max_examples=10, derandomize=True)
@given(documents())
def test_any_document_conforms_and_says_it_all(hostile: Document) -> None:
    assert faults(hostile) == []


@pytest.mark.slow
@settings(max_examples=300)
@given(documents())
def test_very_many_documents_conform_and_say_it_all(hostile: Document) -> None:
    assert faults(hostile) == []


@pytest.mark.slow
def test_a_table_of_10000_rows_conforms() -> None:
    rows = tuple(row(f"{number}.", f"rândul {number}", "text") for number in range(10_000))
    table = Grid(WHERE, (NUMBER, TEXT, TEXT), *head("Nr. crt.", "Rândul", "Text"), rows)
    assert faults(document(table)) == []


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
    pages = written(document(*MERGED), tmp_path)
    assert len(pages) > 4
    assert all("Direcția unică" in page.replace("\r\n", " ") for page in pages)
    assert ["(continuare)" in page for page in pages] == [False] + [True] * (len(pages) - 1)
    measures = re.findall(r"măsura(\d{3})", "".join(pages))
    assert measures == [f"{number:03d}" for number in range(200)]
    assert all(title in page for page in pages for title in ("Măsuri", "Indicatori", "Termen"))
