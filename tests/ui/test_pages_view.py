"""The pages of the preview, drawn by a maker that the test plays."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dragapp.formats.pdf.made import Spot
from dragapp.preview.messages import Pages, Picture, Wanted
from dragapp.ui.pages_layout import GAP, Fit
from dragapp.ui.pages_view import PagesView

A4 = (600.0, 800.0)
RED, GREEN = QColor(200, 0, 0), QColor(0, 160, 0)
#: The front matter and `a` on the first page, `b` over the second and third, `c` on the last.
SPOTS = (
    *(Spot(0, 50, ""), Spot(0, 300, "a"), Spot(1, 50, "b"), Spot(2, 50, "b")),
    *(Spot(2, 600, "c"), Spot(3, 50, "c")),
)


def pages(number: int = 1, count: int = 4, spots: tuple[Spot, ...] = SPOTS) -> Pages:
    return Pages(number, (A4,) * count, spots)


class Maker:
    """Draws every page of a job in one colour, when the test lets it."""

    def __init__(self, view: PagesView) -> None:
        self.view = view
        self.asked: list[Wanted] = []
        self.colours = {1: RED, 2: GREEN}
        view.wanted.connect(self.asked.append)

    def draw(self, wanted: Wanted) -> None:
        colour = self.colours[wanted.number]
        width, height = round(600 * wanted.scale), round(800 * wanted.scale)
        pixel = bytes((colour.blue(), colour.green(), colour.red(), 255))
        self.view.take(Picture(wanted, width, height, 4 * width, pixel * width * height))

    def work(self) -> list[int]:
        """Draw everything that is asked for; return which pages that was."""
        drawn = []
        while self.asked:
            wanted = self.asked.pop(0)
            drawn.append(wanted.page)
            self.draw(wanted)
        return drawn

    def show(self, made: Pages) -> None:
        self.view.show_pages(made)
        self.work()


@pytest.fixture
def view(qtbot: QtBot) -> PagesView:
    """A window in which a page is 400 pixels wide and somewhat higher than the window."""
    shown = PagesView()
    qtbot.addWidget(shown)
    shown.resize(600, 500)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.resize(420 + 600 - shown.viewport().width(), 500)
    QApplication.processEvents()
    assert shown.viewport().width() == 420
    return shown


@pytest.fixture
def maker(view: PagesView) -> Maker:
    return Maker(view)


def colour(view: PagesView, x: int = 200, y: int = 200) -> QColor:
    return view.viewport().grab().toImage().pixelColor(x, y)


def top(view: PagesView) -> int:
    return view.verticalScrollBar().value()


def height_of(view: PagesView, page: int, down: float) -> int:
    """Return where in the window a place on paper is seen."""
    return round(view._layout.down((page, down))) - top(view)


def test_pictures_are_asked_for_one_at_a_time_the_seen_ones_first(
    view: PagesView, maker: Maker
) -> None:
    view.show_pages(pages())
    assert [wanted.page for wanted in maker.asked] == [0]
    assert maker.asked[0].scale == pytest.approx(400 / 600, abs=0.001)
    assert view.count == 0
    assert maker.work() == [0, 1]
    assert view.count == 4
    assert colour(view) == RED


def test_pages_that_are_scrolled_to_are_drawn(view: PagesView, maker: Maker) -> None:
    maker.show(pages(count=9))
    view.go_to(7)
    assert maker.work() == [7, 6, 8]
    assert colour(view) == RED


def test_what_has_been_drawn_is_kept_only_near_what_is_seen(view: PagesView, maker: Maker) -> None:
    maker.show(pages(count=60))
    for page in range(60):
        view.go_to(page)
        maker.work()
    view.go_to(0)
    assert 0 in maker.work()


def test_old_pages_stay_until_the_new_ones_can_be_seen(view: PagesView, maker: Maker) -> None:
    maker.show(pages())
    view.show_pages(pages(2, count=7))
    assert view.count == 4
    assert colour(view) == RED
    maker.work()
    assert view.count == 7
    assert colour(view) == GREEN


def test_pages_made_meanwhile_are_shown_instead(view: PagesView, maker: Maker) -> None:
    maker.colours[3] = QColor(0, 0, 250)
    maker.show(pages())
    view.show_pages(pages(2))
    view.show_pages(pages(3))
    maker.work()
    assert colour(view) == QColor(0, 0, 250)


def test_what_is_read_stays_in_its_place_when_pages_come_before_it(
    view: PagesView, maker: Maker
) -> None:
    maker.show(pages())
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() + height_of(view, 2, 100))
    before = height_of(view, 2, 50)
    later = tuple(Spot(s.page + 2 * (s.section > "a"), s.down, s.section) for s in SPOTS)
    maker.show(pages(2, 6, later))
    assert height_of(view, 4, 50) == before


def test_the_beginning_stays_in_sight(view: PagesView, maker: Maker) -> None:
    maker.show(pages())
    for number in range(5):
        maker.colours[number + 2] = GREEN
        maker.show(pages(number + 2))
        assert top(view) == 0


def test_fewer_pages_end_where_they_end(view: PagesView, maker: Maker) -> None:
    maker.show(pages())
    view.go_to(3)
    maker.work()
    maker.show(pages(2, 1, SPOTS[:2]))
    assert view.page == 0
    assert top(view) == view.verticalScrollBar().maximum()


@pytest.mark.parametrize(
    ("page", "down", "section"),
    [(0, 20, ""), (0, 290, ""), (0, 310, "a"), (1, 400, "b"), (2, 700, "c")],
)
def test_a_click_tells_the_section_that_is_printed_there(
    view: PagesView, maker: Maker, qtbot: QtBot, page: int, down: float, section: str
) -> None:
    maker.show(pages())
    view.go_to(page)
    maker.work()
    if height_of(view, page, down) > 480:
        view.verticalScrollBar().setValue(top(view) + 200)
    before = top(view)
    with qtbot.waitSignal(view.section_wanted) as told:
        spot = QPoint(200, height_of(view, page, down))
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert told.args == [section]
    view.follow(section)
    assert top(view) == before


def test_only_a_click_on_a_page_counts(view: PagesView, maker: Maker) -> None:
    maker.show(pages())
    told: list[str] = []
    view.section_wanted.connect(told.append)
    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(view.viewport(), left, pos=QPoint(3, 200))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=QPoint(200, 200))
    QTest.mousePress(view.viewport(), left, pos=QPoint(200, 200))
    QTest.mouseRelease(view.viewport(), left, pos=QPoint(200, 300))
    assert told == []


def test_the_section_that_is_edited_comes_into_sight(view: PagesView, maker: Maker) -> None:
    maker.show(pages())
    view.follow("c")
    assert 0 <= height_of(view, 2, 600) <= 300
    view.follow("b")
    # It begins high on its page, so the page's own beginning is seen too.
    assert height_of(view, 1, 0) == GAP
    view.follow("")
    assert top(view) == 0


def test_a_section_that_is_seen_already_is_not_scrolled_to(view: PagesView, maker: Maker) -> None:
    maker.show(pages())
    view.follow("a")
    assert top(view) == 0
    view.go_to(2)
    before = top(view)
    view.follow("b")
    assert top(view) == before


def test_who_looks_elsewhere_is_left_there(view: PagesView, maker: Maker) -> None:
    maker.show(pages())
    view.follow("a")
    view.go_to(3)
    before = top(view)
    view.follow("a")
    maker.work()
    maker.show(pages(2))
    assert top(view) == before


def test_what_is_not_printed_scrolls_nothing(view: PagesView, maker: Maker) -> None:
    maker.show(pages())
    view.go_to(1)
    before = top(view)
    view.follow("hidden")
    view.follow(None)
    assert top(view) == before


def test_a_new_section_comes_into_sight_with_the_pages_that_have_it(
    view: PagesView, maker: Maker
) -> None:
    maker.show(pages())
    view.follow("new")
    assert top(view) == 0
    maker.show(pages(2, 5, (*SPOTS, Spot(4, 50, "new"))))
    assert 0 <= height_of(view, 4, 50) <= 400


def test_a_line_marks_the_section_that_is_edited(view: PagesView, maker: Maker) -> None:
    maker.show(pages())
    line = view._layout.rects[0].left() + 13 * view._layout.scales[0]
    spot = round(line), height_of(view, 0, 500)
    assert colour(view, *spot) == RED
    view.follow("a")
    assert colour(view, *spot) not in (RED, QColor(Qt.GlobalColor.white))
    assert colour(view, spot[0], height_of(view, 0, 200)) == RED


def test_keys_move_and_zoom_and_choose(view: PagesView, maker: Maker, qtbot: QtBot) -> None:
    maker.show(pages())
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert top(view) == view.viewport().height() - 2 * GAP
    QTest.keyClick(view, Qt.Key.Key_PageUp)
    assert top(view) == 0
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.page == 3
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert top(view) == 0
    before = view.percent
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert view.percent > before
    QTest.keyClick(view, Qt.Key.Key_Minus)
    QTest.keyClick(view, Qt.Key.Key_Minus)
    assert view.percent < before
    with qtbot.waitSignal(view.section_wanted) as told:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert told.args == [""]


def test_a_page_near_the_end_is_the_one_that_was_gone_to(view: PagesView, maker: Maker) -> None:
    maker.show(Pages(1, (A4, (800.0, 300.0), (800.0, 300.0)), ()))
    view.go_to(1)
    assert view.page == 1
    view.go_to(2)
    assert view.page == 2
    view.verticalScrollBar().setValue(0)
    assert view.page == 0


def test_the_wheel_with_ctrl_zooms_where_the_mouse_is(view: PagesView, maker: Maker) -> None:
    maker.show(pages())
    view.go_to(1)
    page, down = view._layout.place(top(view) + 240)
    wheel = QWheelEvent(
        QPointF(200, 240),
        QPointF(view.viewport().mapToGlobal(QPoint(200, 240))),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), wheel)
    assert view.zoom == 67
    assert height_of(view, page, down) == pytest.approx(240, abs=2)
    assert view.horizontalScrollBar().maximum() > 0


def test_another_zoom_is_drawn_sharp(view: PagesView, maker: Maker) -> None:
    maker.show(pages())
    view.set_zoom(100)
    assert maker.asked[0].scale == pytest.approx(view.logicalDpiX() / 72, abs=0.001)
    # Meanwhile the old picture stands in.
    assert colour(view) == RED


def test_a_sharper_screen_wants_sharper_pictures(
    view: PagesView, maker: Maker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PagesView, "devicePixelRatioF", lambda _: 1.5)
    view.show_pages(pages())
    assert maker.asked[0].scale == pytest.approx(1.5 * 400 / 600, abs=0.001)


def test_pages_are_as_wide_as_the_window_whatever_its_size(view: PagesView, maker: Maker) -> None:
    maker.show(pages())
    view.go_to(2)
    view.resize(view.width() + 180, 500)
    QApplication.processEvents()
    assert view._layout.rects[0].width() == 580
    assert height_of(view, 2, 0) == GAP
    assert view.zoom == Fit.WIDTH


def test_nothing_is_left_of_another_plan(view: PagesView, maker: Maker) -> None:
    maker.show(pages())
    view.go_to(2)
    view.clear()
    assert view.count == 0
    assert colour(view) != RED
    maker.show(pages(2))
    assert top(view) == 0
