"""Where the sections are on the pages, and which of them is at a place.

A place is a page, counted from 0, and how far down on it, in points.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from dragapp.formats.pdf.made import Spot
from dragapp.preview.messages import Pages

Place = tuple[int, float]
#: Less than anyone sees, more than sums are off: what is at a page's edge stays on that page.
_NOTHING = 0.01


class Places:
    """The sections of one set of pages; the section of the front matter has an empty key."""

    def __init__(self, pages: Pages) -> None:
        self._heights = [height for _, height in pages.sizes]
        self._above = [0.0, *accumulate(self._heights)]
        self._spots = sorted(pages.spots, key=_place)
        self._firsts: dict[str, Place] = {}
        for spot in self._spots:
            self._firsts.setdefault(spot.section, _place(spot))

    def first(self, section: str) -> Place | None:
        """Return where a section begins, None where it is not printed."""
        return self._firsts.get(section)

    def at(self, place: Place) -> str:
        """Return the section at a place: the last one above it, in a page's margin the first."""
        number = bisect_right(self._spots, place, key=_place)
        above, below = self._spots[max(number - 1, 0) : number], self._spots[number : number + 1]
        for spot in (*above, *below):
            if spot.page == place[0]:
                return spot.section
        return above[0].section if above else ""

    def parts(self, section: str) -> Iterator[tuple[int, float, float]]:
        """Yield a section's parts: the page, the upper and the lower edge on it."""
        for number, spot in enumerate(self._spots):
            if spot.section == section:
                beyond = self._spots[number + 1 : number + 2]
                here = beyond and beyond[0].page == spot.page
                yield spot.page, spot.down, beyond[0].down if here else self._heights[spot.page]

    def same(self, place: Place, before: Places) -> Place:
        """Return the place here that a place on the pages before has become.

        It is as far from the beginning of its section as it was. Where that section is gone, it is
        as far from the beginning of the pages.
        """
        section = before.at(place)
        old, new = before.first(section), self.first(section)
        if old is None or new is None:
            return self._place(before._along(place))
        return self._place(self._along(new) + before._along(place) - before._along(old))

    def _along(self, place: Place) -> float:
        return self._above[place[0]] + place[1]

    def _place(self, along: float) -> Place:
        along = min(max(along, 0.0), self._above[-1])
        page = max(min(bisect_right(self._above, along + _NOTHING), len(self._heights)) - 1, 0)
        return page, max(along - self._above[page], 0.0)


def _place(spot: Spot) -> Place:
    return spot.page, spot.down
