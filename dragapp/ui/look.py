"""The window's look: colours by the system or by choice, and a zoom for all of it.

Everything follows at once: a change gives the application another font, palette and style sheet,
and Qt tells every widget. The zoom is of the window alone, never of what is printed.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from PySide6.QtCore import QObject, Qt, QTemporaryDir, QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from dragapp.ui import colours, settings
from dragapp.ui.colours import Colours
from dragapp.ui.marks import draw_marks
from dragapp.ui.style_sheet import needs_marks, style_sheet

#: The zooms, in per cent.
ZOOMS = (80, 90, 100, 110, 125, 150, 175, 200)
#: The letters follow the wheel at once, all else when it pauses, after so many milliseconds.
_PAUSE = 200


class Aspect(StrEnum):
    """Which colours the user wants; the value is what is remembered."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Look(QObject):
    """The look of the application, remembered in the settings. There is one: see `look`."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._size = app.font().pointSizeF()
        self._system = app.palette()
        #: Where the marks of a dark window are drawn; a light one needs no files.
        self._marks: QTemporaryDir | None = None
        # Kept here: PySide forgets what the style hints own as soon as it forgets the hints.
        self._hints = app.styleHints()
        self._contrast = self._hints.accessibility()
        self._hints.colorSchemeChanged.connect(self._follow)
        self._contrast.contrastPreferenceChanged.connect(self._follow)
        self.zoom = _nearest(settings.number("look/zoom", 100))
        self._dressed_as: tuple[int, Colours] | None = None
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self.dress)
        self.colours = colours.LIGHT

    @property
    def aspect(self) -> Aspect:
        """The colours that were chosen."""
        kept = str(settings.store().value("look/aspect", ""))
        return Aspect(kept) if kept in list(Aspect) else Aspect.SYSTEM

    @property
    def strong(self) -> bool:
        """Whether strong contrast was chosen here; the system may ask for it by itself."""
        return settings.number("look/strong", 0) == 1

    def choose(self, aspect: Aspect) -> None:
        """Take the system's colours, or light or dark ones."""
        settings.store().setValue("look/aspect", aspect.value)
        self.dress()

    def choose_strong(self, on: bool) -> None:
        """Take colours with strong contrast, or the usual ones."""
        settings.store().setValue("look/strong", int(on))
        self.dress()

    def set_zoom(self, zoom: int) -> None:
        """Show everything larger or smaller, in per cent."""
        self.zoom = _nearest(zoom)
        settings.store().setValue("look/zoom", self.zoom)
        self._zoom_font()
        self._soon.start()

    def _zoom_font(self) -> None:
        font = self._app.font()
        font.setPointSizeF(self._size * self.zoom / 100)
        if font != self._app.font():
            self._app.setFont(font)

    def zoom_by(self, steps: int) -> None:
        """Go some zooms up or down, as far as there are any."""
        place = ZOOMS.index(self.zoom) + steps
        self.set_zoom(ZOOMS[min(max(place, 0), len(ZOOMS) - 1)])

    def dress(self) -> None:
        """Give the application the look that is chosen now."""
        self._soon.stop()
        scheme = {Aspect.LIGHT: Qt.ColorScheme.Light, Aspect.DARK: Qt.ColorScheme.Dark}
        wanted = scheme.get(self.aspect, Qt.ColorScheme.Unknown)
        # The title bar and the system's own dialogs follow too.
        self._hints.setColorScheme(wanted)
        self.colours = self._wanted()
        if (self.zoom, self.colours) == self._dressed_as:
            return
        if self._dressed_as is None:
            self._app.setStyle("Fusion")
        self._dressed_as = (self.zoom, self.colours)
        now = self.colours
        marks = {}
        if needs_marks(now):
            self._marks = self._marks or QTemporaryDir()
            marks = draw_marks(now.text, self._marks)
        self._zoom_font()
        self._app.setPalette(now.palette())
        # The icon of a line in a menu would not show on the accent.
        menus = now.palette()
        menus.setColor(QPalette.ColorRole.Highlight, now.soft)
        menus.setColor(QPalette.ColorRole.HighlightedText, now.on_soft)
        # PySide wants text here, though its types say bytes.
        self._app.setPalette(menus, "QMenu")  # type: ignore[arg-type]
        size = self._app.font().pointSizeF()
        # Qt is three times as fast with a sheet that is new as with one that is another.
        self._app.setStyleSheet("")
        self._app.setStyleSheet(style_sheet(now, size=size, zoom=self.zoom / 100, marks=marks))
        self.changed.emit()

    def _wanted(self) -> Colours:
        aspect, dark = self.aspect, self._system_is_dark()
        if aspect != Aspect.SYSTEM:
            dark = aspect == Aspect.DARK
        asked = self._contrast.contrastPreference() == Qt.ContrastPreference.HighContrast
        if asked and aspect == Aspect.SYSTEM and not self.strong:
            # Who has chosen these colours in the system needs them and no others.
            self._app.setPalette(QPalette())
            return colours.of_system(self._app.palette())
        return colours.chosen(dark=dark, strong=self.strong or asked)

    def _system_is_dark(self) -> bool:
        scheme = self._hints.colorScheme()
        if scheme == Qt.ColorScheme.Unknown:
            return self._system.color(QPalette.ColorRole.Window).lightness() < 128
        return scheme == Qt.ColorScheme.Dark

    def _follow(self) -> None:
        # The system's own palette comes after its word that it has changed.
        QTimer.singleShot(0, self, self.dress)


@cache
def _of(app: QApplication) -> Look:
    return Look(app)


def look() -> Look:
    """Return the look of the application that runs, made when it is first asked for."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return _of(app)


def dress(app: QApplication) -> None:
    """Give the application the look that its user has chosen."""
    _of(app).dress()


def is_dark() -> bool:
    """Whether the window's colours are light on dark now."""
    return look().colours.dark


def scaled(pixels: int) -> int:
    """Return a length on screen, given in pixels at 100 %, at the zoom of now."""
    return round(pixels * look().zoom / 100)


def unscaled(pixels: int) -> int:
    """Return what a length on screen would be at 100 %, in pixels: as it is remembered."""
    return round(pixels * 100 / look().zoom)


def _nearest(zoom: int) -> int:
    return min(ZOOMS, key=lambda each: abs(each - zoom))
