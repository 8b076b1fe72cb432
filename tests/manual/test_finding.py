"""What a user finds in the manual, and the piece of text that is shown of it."""

from __future__ import annotations

import pytest

from dragapp.manual.finding import ManualSearch, places
from dragapp.manual.markup import read
from dragapp.manual.pages import FIRST, Manual, Page, manual
from dragapp.plan.word_search import words


@pytest.fixture(scope="module")
def search() -> ManualSearch:
    return ManualSearch(manual())


@pytest.mark.parametrize(
    ("typed", "page"),
    [
        ("copii de siguranta", "salvare"),
        ("restaurare", "restaurare"),
        ("ortografie", "ortografie"),
        ("ia înapoi ultima acțiune", "anulare"),
        ("subventii", "subventii"),
        ("alt calculator", "alt-calculator"),
        ("prefect", "excel"),
        ("obiective", "obiective"),
        ("varstnici", "beneficiari"),
    ],
)
def test_pages_are_found_without_diacritics(search: ManualSearch, typed: str, page: str) -> None:
    assert page in [found.page.name for found in search.find(typed)][:3]


def test_nothing_typed_finds_nothing(search: ManualSearch) -> None:
    assert search.find("") == search.find(" - ") == []
    assert search.find("xyzzy") == []


def test_every_page_is_found_by_its_title(search: ManualSearch) -> None:
    for page in manual().pages:
        assert page.name in [found.page.name for found in search.find(page.title)], page.name


def test_the_excerpt_shows_what_was_looked_for() -> None:
    long = "Un rând lung de tot, " * 12 + "cu vârstnici la urmă, " + "și încă ceva, " * 12
    page = Page(FIRST, "Capitol", "Titlu", read(f"Altceva.\n\n{long}"))
    (found,) = ManualSearch(Manual([page])).find("VARSTNICI")
    assert "cu vârstnici la urmă" in found.excerpt
    assert found.excerpt.startswith("… ")
    assert found.excerpt.endswith(" …")
    assert len(found.excerpt) < 100


def test_places_are_those_of_the_typed_letters() -> None:
    text = "Vârstnicii și vârstnicele; nevârstnici"
    found = [text[start:end] for _, start, end in places(text, words("varstnici"))]
    assert found == ["Vârstnicii", "vârstnicele"]
