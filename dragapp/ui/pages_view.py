"""The pages of the preview one below the other: scrolled, zoomed, clicked.

The pictures are made by somebody else, and asked for one at a time: first of the pages that are
seen, then of their neighbours. New pages take the place of the old ones when all that will be seen
of them is there.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication

from dragapp.preview.messages import Pages, Picture, Wanted
from dragapp.ui.pages_layout import GAP, STEPS, Fit, PagesLayout, Zoom
from dragapp.ui.pages_sheets import Sheets


class PagesView(QAbstractScrollArea):
    """`wanted` asks for a picture; `section_wanted` carries the key of what was clicked.

    `moved` tells that another page is shown, or at another zoom; `turned` that the pages are new.
    """

    wanted = Signal(object)
    section_wanted = Signal(str)
    moved = Signal()
    turned = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: Sheets | None = None
        self._coming: Sheets | None = None
        self._asked: Wanted | None = None
        self._zoom: Zoom = Fit.WIDTH
        self._layout = self._laid_out(None)
        #: The section that is being edited, and whether it is yet to be scrolled to.
        self._section: str | None = None
        self._unseen = False
        self._gone_to: int | None = None
        self._pressed: QPoint | None = None
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(120)
        self.setAccessibleName("Paginile anexei")
        self.verticalScrollBar().setSingleStep(40)
        self.horizontalScrollBar().setSingleStep(40)
        self.viewport().setMouseTracking(True)

    @property
    def count(self) -> int:
        """How many pages are shown."""
        return len(self._layout.rects)

    @property
    def page(self) -> int:
        """The page that was gone to, or of which most is seen, counted from 0."""
        if self._gone_to is not None:
            return self._gone_to
        return self._layout.most_seen(self._top(), self._top() + self.viewport().height())

    @property
    def percent(self) -> int:
        """How large that page is shown, in per cent of the size on paper."""
        return self._layout.percent(self.page) if self.count else 100

    @property
    def zoom(self) -> Zoom:
        """The zoom that was chosen."""
        return self._zoom

    def show_pages(self, pages: Pages) -> None:
        """Show these pages instead, as soon as what will be seen of them is drawn."""
        self._coming, self._asked = Sheets(pages), None
        self._ask()

    def take(self, picture: Picture) -> None:
        """Take a picture that was asked for."""
        self._asked = None
        for sheets in (self._shown, self._coming):
            if sheets:
                sheets.take(picture)
        self.viewport().update()
        self._ask()

    def clear(self) -> None:
        """Show nothing: what was shown is of another plan."""
        self.forget()
        self._shown = None
        self._section, self._unseen = None, False
        self._lay_out()

    def forget(self) -> None:
        """Note that what was asked for does not come."""
        self._coming = self._asked = None

    def follow(self, section: str | None) -> None:
        """Mark the section that is being edited, and scroll to it unless it is seen."""
        if section != self._section:
            self._section, self._unseen = section, section is not None
            if self._shown:
                top = self._revealed(self._shown, self._layout, self._top())
                self._unseen &= self._shown.places.first(section or "") is None
                self.verticalScrollBar().setValue(round(top))
            self.viewport().update()

    def go_to(self, page: int) -> None:
        """Scroll to the beginning of a page."""
        if self.count:
            page = min(max(page, 0), self.count - 1)
            self.verticalScrollBar().setValue(round(self._layout.rects[page].top()) - GAP)
            # Near the end, a page may be seen without being scrolled to.
            self._gone_to = page
            self._tell()

    def set_zoom(self, zoom: Zoom, at: float = GAP) -> None:
        """Choose a zoom; what is at this height of the window stays there."""
        self._zoom = zoom
        self._lay_out(at)

    def zoom_by(self, steps: int, at: float = GAP) -> None:
        """Show the pages larger or smaller."""
        now = self.percent
        further = [step for step in STEPS if (step > now if steps > 0 else step < now)]
        if further:
            self.set_zoom(further[0] if steps > 0 else further[-1], at)

    def _laid_out(self, sheets: Sheets | None) -> PagesLayout:
        sizes = sheets.sizes if sheets else ()
        return PagesLayout(sizes, self._zoom, self.viewport().size(), self.logicalDpiX() / 72)

    def _lay_out(self, at: float = GAP) -> None:
        """Put the pages where they belong now; the place at that height is kept there."""
        kept = self._layout.place(self._top() + at) if self.count else None
        self._put(self._laid_out(self._shown))
        if kept and self.count:
            self.verticalScrollBar().setValue(round(self._layout.down(kept) - at))

    def _put(self, layout: PagesLayout) -> None:
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        room = self.viewport().size()
        self._gone_to = None
        middle = (across.value() + room.width() / 2) / max(self._layout.size.width(), 1)
        self._layout = layout
        down.setPageStep(max(room.height() - 2 * GAP, 1))
        across.setPageStep(room.width())
        down.setRange(0, max(layout.size.height() - room.height(), 0) if self.count else 0)
        across.setRange(0, max(layout.size.width() - room.width(), 0))
        across.setValue(round(middle * layout.size.width() - room.width() / 2))
        self.viewport().update()
        self._tell()
        self._ask()

    def _top(self) -> int:
        return self.verticalScrollBar().value()

    def _reading(self, top: float) -> float:
        """Return the height at which a reader is thought to look."""
        return top + self.viewport().height() / 4

    def _tell(self) -> None:
        self.setAccessibleDescription(f"pagina {self.page + 1} din {self.count}")
        self.moved.emit()

    def _revealed(self, sheets: Sheets, layout: PagesLayout, top: float) -> float:
        """Return how far to scroll, from `top`, to see the section that is being edited.

        It is not scrolled to twice: the user may look elsewhere meanwhile.
        """
        section = self._section or ""
        first = sheets.places.first(section)
        if not self._unseen or first is None:
            return top
        start = layout.down(first)
        begins = top <= start <= top + self.viewport().height() * 3 / 4
        read = sheets.places.at(layout.place(self._reading(top)))
        if begins or read == section:
            return top
        # What begins high on a page is seen with the page's own beginning.
        head = layout.rects[first[0]].top() - GAP
        return head if start - head < self.viewport().height() / 4 else start - 2 * GAP

    def _turned_to(self, coming: Sheets, layout: PagesLayout) -> float:
        """Return how far the new pages are to be scrolled: what is read stays where it is."""
        top = 0.0
        if self._shown and self.count:
            read = self._layout.place(self._top() + GAP)
            top = layout.down(coming.places.same(read, self._shown.places)) - GAP
        top = self._revealed(coming, layout, top)
        return max(min(top, layout.size.height() - self.viewport().height()), 0)

    def _ask(self) -> None:
        """Ask for the picture that is needed most, where none is on its way."""
        if self._asked:
            return
        coming = self._coming
        if coming:
            layout = self._laid_out(coming)
            top = self._turned_to(coming, layout)
            self._asked = self._lacking(coming, layout, top)
            if self._asked is None:
                self._shown, self._coming = coming, None
                self._unseen &= coming.places.first(self._section or "") is None
                self._put(layout)
                self.verticalScrollBar().setValue(round(top))
                self.turned.emit()
                return
        elif self._shown:
            self._asked = self._lacking(self._shown, self._layout, self._top())
            # Then a window's height above and below, for who scrolls on.
            self._asked = self._asked or self._lacking(self._shown, self._layout, self._top(), 1)
        if self._asked:
            self.wanted.emit(self._asked)

    def _lacking(
        self, sheets: Sheets, layout: PagesLayout, top: float, beside: int = 0
    ) -> Wanted | None:
        height = self.viewport().height()
        seen = layout.between(top - height * beside, top + height * (1 + beside))
        return sheets.lacking(layout, seen, self.devicePixelRatioF())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        ground = self.palette().color(QPalette.ColorRole.Window)
        painter.fillRect(event.rect(), ground.darker(118))
        sheets = self._shown
        if sheets is None:
            words = "Se fac paginile…"
            painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, words)
            return
        off, room = self._off(), QRectF(event.rect())
        seen = self._layout.between(room.top() + off.y(), room.bottom() + off.y())
        for page in seen:
            rect = self._layout.rects[page].translated(-off)
            painter.fillRect(rect.adjusted(-1, -1, 1, 1), ground.darker(160))
            sheets.paint(painter, self._layout, page, off, self.devicePixelRatioF())
        if self._section is not None:
            sheets.mark(painter, self._layout, self._section, seen, off)

    def _off(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self._top())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._ask()
        return done

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._gone_to = None
        self.viewport().update()
        self._tell()
        self._ask()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
        elif event.angleDelta().y():
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1, event.position().y())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom_by(1)
            case Qt.Key.Key_Minus:
                self.zoom_by(-1)
            case Qt.Key.Key_Home:
                self.go_to(0)
            case Qt.Key.Key_End:
                self.go_to(self.count - 1)
                self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._choose(self._reading(self._top()))
            case _:
                super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = event.position().toPoint() if left else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        hand = Qt.CursorShape.PointingHandCursor if self._hit(event.position()) else None
        self.viewport().setCursor(hand or Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        here = event.position()
        if pressed is None or not self._hit(here):
            return
        if (here.toPoint() - pressed).manhattanLength() <= QApplication.startDragDistance():
            self._choose(here.y() + self._top())

    def _hit(self, position: QPointF) -> bool:
        """Whether a place in the window is on a page."""
        return any(rect.contains(position + self._off()) for rect in self._layout.rects)

    def _choose(self, down: float) -> None:
        if self._shown and self.count:
            section = self._shown.places.at(self._layout.place(down))
            # What was clicked is seen already.
            self._section, self._unseen = section, False
            self.viewport().update()
            self.section_wanted.emit(section)
