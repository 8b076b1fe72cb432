"""Where the pages of the preview stand below one another, at a zoom, in a window of some size."""

from __future__ import annotations

from bisect import bisect_right
from enum import StrEnum

from PySide6.QtCore import QRectF, QSize

from dragapp.preview.places import Place


class Fit(StrEnum):
    """The zooms that follow the size of the window; the value is what is remembered."""

    WIDTH = "width"
    PAGE = "page"


#: A fit, or per cent of the size on paper.
Zoom = Fit | int
STEPS = (25, 33, 50, 67, 75, 90, 100, 125, 150, 200)
#: The room around the pages and between them, in the window's pixels.
GAP = 10


def zoom_of(text: str) -> Zoom:
    """Return the zoom that was remembered as a text, to the width where none was."""
    if text.isdecimal():
        return min(max(int(text), STEPS[0]), STEPS[-1])
    return Fit.PAGE if text == Fit.PAGE else Fit.WIDTH


class PagesLayout:
    """The rectangles of the pages; `paper` is how many pixels of the window a point is at 100 %.

    With a fit, each page is fitted by itself: lying pages are as wide as standing ones.
    """

    def __init__(
        self, sizes: tuple[tuple[float, float], ...], zoom: Zoom, room: QSize, paper: float
    ) -> None:
        self._paper = paper
        self.scales: list[float] = []
        self.rects: list[QRectF] = []
        down = GAP
        inner = QSize(max(room.width() - 2 * GAP, 1), max(room.height() - 2 * GAP, 1))
        for width, height in sizes:
            scale = _scale(width, height, zoom, inner, paper)
            self.scales.append(scale)
            self.rects.append(QRectF(GAP, down, round(width * scale), round(height * scale)))
            down += round(height * scale) + GAP
        widest = max((rect.width() for rect in self.rects), default=0)
        self.size = QSize(int(widest) + 2 * GAP, down)
        for rect in self.rects:
            rect.moveLeft(round((max(self.size.width(), room.width()) - rect.width()) / 2))
        self._tops = [rect.top() for rect in self.rects]

    def percent(self, page: int) -> int:
        """Return how large a page is shown, in per cent of the size on paper."""
        return round(100 * self.scales[page] / self._paper)

    def page_at(self, down: float) -> int:
        """Return the page at a height, or the one above the gap there."""
        return max(bisect_right(self._tops, down) - 1, 0)

    def between(self, top: float, bottom: float) -> range:
        """Return the pages that are seen between two heights."""
        first = self.page_at(top)
        if self.rects and self.rects[first].bottom() <= top:
            first += 1
        return range(first, max(bisect_right(self._tops, bottom), first))

    def most_seen(self, top: float, bottom: float) -> int:
        """Return the page of which most is seen between two heights, the first of several."""
        seen = self.between(top, bottom)
        room = {
            page: min(self.rects[page].bottom(), bottom) - max(self.rects[page].top(), top)
            for page in seen
        }
        return max(seen, key=lambda page: room[page], default=self.page_at(top))

    def place(self, down: float) -> Place:
        """Return the place on paper at a height."""
        page = self.page_at(down)
        inside = (down - self._tops[page]) / self.scales[page]
        return page, min(max(inside, 0.0), self.rects[page].height() / self.scales[page])

    def down(self, place: Place) -> float:
        """Return the height at which a place on paper is."""
        return self._tops[place[0]] + place[1] * self.scales[place[0]]


def _scale(width: float, height: float, zoom: Zoom, room: QSize, paper: float) -> float:
    if not isinstance(zoom, Fit):
        return paper * zoom / 100
    wide = room.width() / width
    return min(wide, room.height() / height) if zoom == Fit.PAGE else wide
