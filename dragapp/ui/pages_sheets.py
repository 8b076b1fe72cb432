"""One set of pages in the preview: what of them is drawn, and how they are put on the screen."""

from __future__ import annotations

from math import sqrt

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

from dragapp.preview.messages import Pages, Picture, Wanted
from dragapp.preview.places import Places
from dragapp.ui.pages_layout import PagesLayout

#: How many pages beyond those looked at stay drawn.
_KEPT = 4
#: No picture has more pixels than this.
_LARGEST = 16_000_000
#: The line beside a section: its distance from the page's edge and its width, in points.
_LINE, _LINE_WIDTH = 12.0, 2.5
_LINE_COLOUR = QColor("#1f6fb2")


class Sheets:
    """The pages as they were made, and their pictures, each at the scale it was drawn at."""

    def __init__(self, pages: Pages) -> None:
        self.sizes, self.places = pages.sizes, Places(pages)
        self._number = pages.number
        self._drawn: dict[int, tuple[float, QPixmap]] = {}

    def take(self, picture: Picture) -> None:
        """Keep a picture where it is of these pages."""
        wanted = picture.wanted
        if wanted.number == self._number:
            size = (picture.width, picture.height, picture.stride)
            image = QImage(picture.pixels, *size, QImage.Format.Format_RGB32)
            # The copy has memory of its own; the image only looks into the message.
            self._drawn[wanted.page] = (wanted.scale, QPixmap.fromImage(image.copy()))

    def lacking(self, layout: PagesLayout, seen: range, ratio: float) -> Wanted | None:
        """Return the first picture that is needed to see these pages sharp, None where all are.

        `ratio` is how many of the screen's pixels a pixel of the window has.
        """
        for page in [*self._drawn]:
            if not seen.start - _KEPT <= page < seen.stop + _KEPT:
                del self._drawn[page]
        for page in seen:
            scale = self._scale(layout, page, ratio)
            if page not in self._drawn or self._drawn[page][0] != scale:
                return Wanted(self._number, page, scale)
        return None

    def _scale(self, layout: PagesLayout, page: int, ratio: float) -> float:
        width, height = self.sizes[page]
        return round(min(layout.scales[page] * ratio, sqrt(_LARGEST / (width * height))), 4)

    def paint(
        self, painter: QPainter, layout: PagesLayout, page: int, off: QPointF, ratio: float
    ) -> None:
        """Put a page on the screen, white where it is not drawn yet; `off` is how far scrolled."""
        rect = layout.rects[page].translated(-off)
        painter.fillRect(rect, Qt.GlobalColor.white)
        scale, pixmap = self._drawn.get(page, (0.0, QPixmap()))
        if scale == self._scale(layout, page, ratio):
            # Pixel on pixel: between two pixels of the screen, the letters would be blurred.
            corner = QPointF(round(rect.left() * ratio) / ratio, round(rect.top() * ratio) / ratio)
            pixmap.setDevicePixelRatio(ratio)
            painter.drawPixmap(corner, pixmap)
        elif not pixmap.isNull():
            painter.drawPixmap(rect, pixmap, QRectF(pixmap.rect()))

    def mark(
        self, painter: QPainter, layout: PagesLayout, section: str, seen: range, off: QPointF
    ) -> None:
        """Draw the line beside a section."""
        for page, top, bottom in self.places.parts(section):
            if page in seen:
                scale = layout.scales[page]
                line = QRectF(_LINE, top, max(_LINE_WIDTH, 2 / scale), bottom - top)
                painter.fillRect(
                    QRectF(line.topLeft() * scale, line.size() * scale).translated(
                        layout.rects[page].topLeft() - off
                    ),
                    _LINE_COLOUR,
                )
