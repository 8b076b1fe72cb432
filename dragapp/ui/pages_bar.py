"""The preview's tools: which page is read, and how large."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSpinBox, QToolButton, QWidget

from dragapp.ui.icons import icon
from dragapp.ui.pages_layout import STEPS, Fit, Zoom
from dragapp.ui.pages_view import PagesView

_ZOOMS: tuple[tuple[str, Zoom], ...] = (
    ("Pe lățime", Fit.WIDTH),
    ("Pagina întreagă", Fit.PAGE),
    *((f"{step} %", step) for step in STEPS if step >= 50),
)


class PagesBar(QWidget):
    """Moves and zooms a view, and shows where it is."""

    def __init__(self, view: PagesView) -> None:
        super().__init__()
        self._view = view
        self._last = (-1, 0, 0)
        self.back = _button("page-up", "Pagina dinainte", self._back)
        self.on = _button("page-down", "Pagina următoare", self._on)
        self.page = QSpinBox()
        self.page.setPrefix("pagina ")
        self.page.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.page.setKeyboardTracking(False)
        self.page.setAccessibleName("Pagina arătată")
        self.page.valueChanged.connect(lambda page: view.go_to(page - 1))
        self.smaller = _button("zoom-out", "Mai mic (−)", partial(view.zoom_by, -1))
        self.larger = _button("zoom-in", "Mai mare (+)", partial(view.zoom_by, 1))
        self.zoom = QToolButton()
        self.zoom.setToolTip("Mărimea paginilor (Ctrl și rotița)")
        self.zoom.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.zoom.setMenu(self._zooms())
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 2, 4, 2)
        row.setSpacing(2)
        for widget in (self.back, self.on, self.page):
            row.addWidget(widget)
        row.addStretch(1)
        for widget in (self.smaller, self.zoom, self.larger):
            row.addWidget(widget)
        view.moved.connect(self.refresh)
        self.refresh()

    def _zooms(self) -> QMenu:
        menu = QMenu(self.zoom)
        group = QActionGroup(menu)
        for name, zoom in _ZOOMS:
            action = menu.addAction(name)
            action.setCheckable(True)
            action.setData(zoom)
            action.triggered.connect(partial(self._chosen, zoom))
            group.addAction(action)
        menu.aboutToShow.connect(self._check)
        return menu

    def _chosen(self, zoom: Zoom, *_: object) -> None:
        self._view.set_zoom(zoom)

    def _check(self) -> None:
        for action in self.zoom.menu().actions():
            action.setChecked(action.data() == self._view.zoom)

    def _back(self) -> None:
        self._view.go_to(self._view.page - 1)

    def _on(self) -> None:
        self._view.go_to(self._view.page + 1)

    def refresh(self) -> None:
        """Show where the view is now; a number that is being typed stays as long as it is there."""
        count, page, percent = self._view.count, self._view.page, self._view.percent
        if (count, page, percent) == self._last:
            return
        self._last = (count, page, percent)
        self.page.blockSignals(True)
        self.page.setRange(1, max(count, 1))
        self.page.setSuffix(f" din {count}")
        self.page.setValue(page + 1)
        self.page.blockSignals(False)
        self.zoom.setText(f"{percent} %")
        self.zoom.setAccessibleName(f"Mărimea paginilor: {percent} %")
        for widget in (self.page, self.zoom, self.smaller, self.larger):
            widget.setEnabled(count > 0)
        self.back.setEnabled(page > 0)
        self.on.setEnabled(page + 1 < count)


def _button(picture: str, name: str, act: Callable[[], None]) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(picture))
    button.setToolTip(name)
    button.setAccessibleName(name)
    button.clicked.connect(lambda _=False: act())
    return button
