"""Which section is where on the pages, and where a place has gone on new pages."""

from __future__ import annotations

import pytest

from dragapp.formats.pdf.made import Spot
from dragapp.preview.messages import Pages
from dragapp.preview.places import Places

A4, LYING = (595.0, 842.0), (842.0, 595.0)


def places(*spots: tuple[int, float, str], pages: int = 3) -> Places:
    sizes = (A4, LYING, A4, A4)[:pages]
    return Places(Pages(1, sizes, tuple(Spot(*spot) for spot in spots)))


#: The front matter, then `a` over two pages, then `b` in the middle of the second, alone on the
#: third.
THREE = places((0, 57, ""), (0, 300, "a"), (1, 57, "a"), (1, 400, "b"), (2, 57, "b"))


@pytest.mark.parametrize(
    ("place", "section"),
    [
        ((0, 57.0), ""),
        ((0, 299.9), ""),
        ((0, 300.0), "a"),
        ((0, 840.0), "a"),
        ((1, 399.0), "a"),
        ((1, 400.0), "b"),
        ((2, 800.0), "b"),
    ],
)
def test_a_place_belongs_to_the_section_that_began_above_it(
    place: tuple[int, float], section: str
) -> None:
    assert THREE.at(place) == section


def test_the_upper_margin_belongs_to_what_begins_under_it() -> None:
    began_anew = places((0, 57, "a"), (1, 57, "b"))
    assert began_anew.at((0, 0.0)) == "a"
    assert began_anew.at((1, 10.0)) == "b"


def test_a_section_begins_where_its_first_part_does() -> None:
    assert THREE.first("a") == (0, 300)
    assert THREE.first("b") == (1, 400)
    assert THREE.first("hidden") is None


def test_the_parts_of_a_section_end_at_the_next_one_or_with_the_page() -> None:
    assert list(THREE.parts("a")) == [(0, 300, 842), (1, 57, 400)]
    assert list(THREE.parts("b")) == [(1, 400, 595), (2, 57, 842)]
    assert list(THREE.parts("hidden")) == []


def test_a_place_stays_in_its_section_when_that_moves_down() -> None:
    later = places((0, 57, ""), (0, 500, "a"), (2, 100, "b"))
    assert later.same((0, 350.0), THREE) == (0, 550)
    page, down = later.same((1, 450.0), THREE)
    assert (page, round(down)) == (2, 150)


def test_a_place_goes_over_to_the_next_page_with_its_section() -> None:
    later = places((0, 57, ""), (0, 800, "a"))
    page, down = later.same((0, 400.0), THREE)
    assert (page, round(down)) == (1, 58)


def test_a_place_in_a_section_that_is_gone_stays_as_far_down() -> None:
    later = places((0, 57, ""))
    page, down = later.same((1, 100.0), THREE)
    assert (page, round(down)) == (1, 100)


def test_a_place_beyond_the_end_becomes_the_end() -> None:
    short = places((0, 57, ""), pages=1)
    assert short.same((2, 800.0), THREE) == (0, 842)


def test_the_beginning_of_a_page_stays_the_beginning_of_that_page() -> None:
    """Also where sums of page heights are not exact."""
    height = 841.8897705078125
    sizes = ((595.275, height),) * 90
    spots = tuple(Spot(page, 56.69291338582673, f"s{page // 7}") for page in range(90))
    same = Places(Pages(1, sizes, spots))
    for page in range(90):
        assert same.same((page, 0.0), same)[0] == page
