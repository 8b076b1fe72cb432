"""The preview of one window: when its pages are made anew, and how it goes along with the editors.

While it is hidden, nothing of it is there but its command.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from dragapp.errors import DragappError
from dragapp.ui import settings

if TYPE_CHECKING:
    from dragapp.ui.main_window import MainWindow
    from dragapp.ui.pages_dock import PagesDock
    from dragapp.ui.pages_maker import PagesMaker
    from dragapp.ui.plan_tabs import PlanTabs
    from dragapp.ui.session import Session

#: How long after the last change the pages are made anew, in milliseconds.
_MOMENT = 700
#: The dock's width at first, where the window is wide enough for it.
_WIDTH = 390


class Previewing(QObject):
    """Shows and hides the dock of a window, and sees to what is in it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.dock: PagesDock | None = None
        self.maker: PagesMaker | None = None
        self._session: Session | None = None
        self._tabs: PlanTabs | None = None
        self._plan = 0
        self._soon = QTimer(self, singleShot=True, interval=_MOMENT)
        self._soon.timeout.connect(self._make)
        self._there = QTimer(self, singleShot=True, interval=0)
        self._there.timeout.connect(self._follow)
        self._action = window.actions_["preview"]
        self._action.setChecked(settings.store().value("preview/shown") == "1")
        self._action.triggered.connect(self._asked)

    def accompany(self, session: Session, tabs: PlanTabs) -> None:
        """Go along with the tabs of a plan, which were just made."""
        if session is not self._session:
            self.leave()
            self._session = session
            session.changed.connect(self._changed)
        self._tabs = tabs
        tabs.moved.connect(self._there.start)
        if self._action.isChecked():
            self._show()

    def leave(self) -> None:
        """Show nothing: the dossier is closed."""
        self._hide()
        self._session = self._tabs = None

    def _asked(self, on: bool) -> None:
        settings.store().setValue("preview/shown", "1" if on else "0")
        if on:
            self._show()
        else:
            self._hide()

    def _show(self) -> None:
        """Show the pages of the plan that the window is on."""
        session = self._session
        if session is None:
            return
        if self.dock is None or self.maker is None:
            self.dock, self.maker = self._made()
        dock = self.dock
        if dock.isHidden() or session.plan.id != self._plan:
            self.maker.drop()
            dock.clear()
        self._plan = session.plan.id
        if dock.isHidden():
            dock.show()
            room = self._window.width()
            width = settings.number("preview/width", min(_WIDTH, room * 3 // 10))
            width = min(width, room // 2)
            self._window.resizeDocks([dock], [width], Qt.Orientation.Horizontal)
        self._there.start()
        # The tabs are drawn first.
        self._soon.start(0)

    def _hide(self) -> None:
        self._soon.stop()
        if self.dock and self.maker and not self.dock.isHidden():
            settings.store().setValue("preview/width", self.dock.width())
            settings.store().setValue("preview/zoom", str(self.dock.view.zoom))
            self._leave_dock(self.dock)
            self.dock.hide()
            self.dock.clear()
            self.maker.end()

    def _leave_dock(self, dock: PagesDock) -> None:
        """Put the focus back to where it was in the tabs: hidden, the dock sends it anywhere."""
        focus = self._window.focusWidget()
        if focus and self._tabs and dock.isAncestorOf(focus):
            (self._tabs.focusWidget() or self._tabs).setFocus()

    def _made(self) -> tuple[PagesDock, PagesMaker]:
        from dragapp.ui.pages_dock import PagesDock
        from dragapp.ui.pages_layout import zoom_of
        from dragapp.ui.pages_maker import PagesMaker

        dock, maker = PagesDock(), PagesMaker(self)
        dock.view.set_zoom(zoom_of(str(settings.store().value("preview/zoom", ""))))
        dock.view.wanted.connect(maker.draw)
        dock.view.section_wanted.connect(self._go_to)
        dock.again.connect(partial(self._make, again=True))
        dock.closed.connect(self._action.trigger)
        maker.made.connect(dock.view.show_pages)
        maker.drawn.connect(dock.view.take)
        maker.failed.connect(dock.tell)
        dock.hide()
        self._window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        return dock, maker

    def _changed(self) -> None:
        if self.dock and not self.dock.isHidden():
            self._soon.start(_MOMENT)

    def _make(self, *, again: bool = False) -> None:
        session, maker, dock = self._session, self.maker, self.dock
        if session is None or session.closed or maker is None or dock is None:
            return
        try:
            kept = session.dossier.approved_annex(session.plan.id) if session.approval else None
        except DragappError as error:
            dock.tell(str(error))
            return
        maker.make(session.plan, kept, again=again)

    def _follow(self) -> None:
        """Scroll to the section that the window is on."""
        if self.dock and self._tabs and not self.dock.isHidden():
            self.dock.view.follow(self._tabs.printed())

    def _go_to(self, section: str) -> None:
        """Turn the window to a section that was clicked."""
        if self._tabs:
            self._tabs.go_into(section)
            # Where it stayed, because something could not be stored, the pages stay too.
            self._there.start()
