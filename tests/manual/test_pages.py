"""Every place has its page, every link leads somewhere, every page is short."""

from __future__ import annotations

from itertools import chain

import pytest

from dragapp import __version__, resources
from dragapp.forms import forms
from dragapp.installed import LICENCES
from dragapp.manual.markup import Headline, ItemList, lines_of, plain
from dragapp.manual.pages import FIRST, Page, linked, manual
from dragapp.plan.plan import Institution

#: A page has about so many letters on a screen and a half; a list or a table takes more room.
LONGEST = 2200
PAGES = manual().pages
BY_NAME = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


def form_keys() -> set[str]:
    plans = [form.new_plan(Institution(), 2026) for form in forms()]
    return {section.key for plan in plans for section in plan.walk()}


def test_every_section_of_every_form_has_a_page() -> None:
    keys = form_keys()
    assert keys
    assert {key for key in keys if not manual().about([key])} == set()


def test_pages_name_only_sections_that_a_form_has() -> None:
    keys = form_keys()
    assert set(chain.from_iterable(page.sections for page in PAGES)) <= keys


def test_a_section_of_the_users_own_is_told_of_by_what_it_is_in() -> None:
    assert manual().about(["s-own", "meetings", "chapter-2"]) == "intalniri"
    assert manual().about(["s-own", "chapter-2"]) == "capitolul-2"
    assert manual().about(["s-own"]) == ""


def test_every_file_is_a_page_and_every_page_is_there_once() -> None:
    files = {path.stem for path in resources.folder("help").glob("*.md")} - {"format-json"}
    names = [page.name for page in PAGES]
    assert sorted(names) == sorted(files)
    assert names[0] == FIRST


@BY_NAME
def test_every_link_leads_to_another_page(page: Page) -> None:
    for part in page.parts:
        for line in lines_of(part):
            for words in linked(line):
                assert words.target in manual() or words.target == LICENCES, words
                assert words.target != page.name, words


@BY_NAME
def test_a_page_is_short_and_well_formed(page: Page) -> None:
    texts = [plain(line) for part in page.parts for line in lines_of(part)]
    assert sum(map(len, texts)) <= LONGEST
    assert page.title
    assert texts
    for text in texts:
        assert text.strip(), page.name
        assert "**" not in text
        assert "](" not in text
        assert "`" not in text
        assert "  " not in text
    assert all(part.level == 2 for part in page.parts if isinstance(part, Headline))
    assert all(len(part.items) > 1 for part in page.parts if isinstance(part, ItemList))
    assert not isinstance(page.parts[-1], Headline)


def test_the_page_about_the_program_tells_its_version() -> None:
    (first, *_) = manual().page("despre").parts
    assert __version__ in plain(lines_of(first)[0])


def test_a_page_that_is_not_there_is_the_first() -> None:
    assert manual().page("nicăieri").name == FIRST
