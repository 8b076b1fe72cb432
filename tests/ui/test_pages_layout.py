"""Where the preview's pages stand, and which place on paper is where in the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize

from dragapp.ui.pages_layout import GAP, Fit, PagesLayout, Zoom, zoom_of

STANDING, LYING = (600.0, 800.0), (800.0, 600.0)
ROOM = QSize(420, 500)


def laid_out(zoom: Zoom, *sizes: tuple[float, float]) -> PagesLayout:
    return PagesLayout(sizes or (STANDING, LYING, STANDING), zoom, ROOM, 96 / 72)


def test_every_page_is_as_wide_as_the_window() -> None:
    layout = laid_out(Fit.WIDTH)
    assert {rect.width() for rect in layout.rects} == {400}
    assert [rect.height() for rect in layout.rects] == [533, 300, 533]
    assert {rect.left() for rect in layout.rects} == {GAP}
    assert layout.size == QSize(420, 10 + 533 + 10 + 300 + 10 + 533 + 10)


def test_every_page_is_wholly_in_the_window() -> None:
    layout = laid_out(Fit.PAGE)
    assert [(rect.width(), rect.height()) for rect in layout.rects] == [
        (360, 480),
        (400, 300),
        (360, 480),
    ]
    assert [rect.center().x() for rect in layout.rects] == [210, 210, 210]


def test_a_hundred_per_cent_is_the_size_on_paper() -> None:
    layout = laid_out(100)
    assert layout.rects[0].width() == 600 / 72 * 96
    assert layout.percent(0) == layout.percent(1) == 100
    assert layout.size.width() == round(800 / 72 * 96) + 2 * GAP


def test_a_place_on_paper_is_found_again() -> None:
    layout = laid_out(Fit.WIDTH)
    for place in ((0, 0.0), (0, 799.0), (1, 30.0), (2, 400.0)):
        page, down = layout.place(layout.down(place))
        assert page == place[0]
        assert down == pytest.approx(place[1], abs=1)


def test_the_gap_under_a_page_is_the_page_s_end() -> None:
    layout = laid_out(Fit.WIDTH)
    page, down = layout.place(layout.rects[0].bottom() + GAP / 2)
    assert page == 0
    assert down == pytest.approx(800, abs=1)


def test_the_pages_that_are_seen() -> None:
    layout = laid_out(Fit.WIDTH)
    assert list(layout.between(0, 500)) == [0]
    assert list(layout.between(0, 560)) == [0, 1]
    assert list(layout.between(545, 552)) == []
    assert list(layout.between(545, 2000)) == [1, 2]
    assert list(PagesLayout((), Fit.WIDTH, ROOM, 1).between(0, 500)) == []


@pytest.mark.parametrize(
    ("text", "zoom"),
    [
        ("page", Fit.PAGE),
        ("width", Fit.WIDTH),
        ("90", 90),
        ("9000", 200),
        ("", Fit.WIDTH),
        ("²", Fit.WIDTH),
    ],
)
def test_a_zoom_is_remembered(text: str, zoom: Zoom) -> None:
    assert zoom_of(text) == zoom
    assert zoom_of(str(zoom)) == zoom
