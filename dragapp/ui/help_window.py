"""The manual's window: contents and search on the left, the page on the right, tools above."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QFont, QKeySequence
from PySide6.QtWidgets import QMainWindow, QSplitter, QToolBar, QVBoxLayout, QWidget

from dragapp import installed
from dragapp.manual.pages import FIRST, manual
from dragapp.progress import Progress
from dragapp.ui import files, settings
from dragapp.ui.help_contents import HelpContents
from dragapp.ui.help_page import HelpPage
from dragapp.ui.icons import icon
from dragapp.ui.look import scaled
from dragapp.ui.notice import Notices

TITLE = "Manualul programului"
_GEOMETRY, _SPLIT = "help/geometry", "help/split"
_WIDTH, _HEIGHT = 980, 640
#: The tools above the page: text, icon, keys and what they do; None is a line between them.
_TOOLS: tuple[tuple[str, str, str, str] | None, ...] = (
    ("Înapoi", "back", "Alt+Left", "_back"),
    ("Înainte", "forward", "Alt+Right", "_on"),
    None,
    ("Caută în manual", "", "Ctrl+F", "look"),
    ("Mai mare", "zoom-in", "Ctrl++", "_larger"),
    ("Mai mic", "zoom-out", "Ctrl+-", "_smaller"),
    ("Mărimea obișnuită", "", "Ctrl+0", "_usual"),
    None,
    ("Tipărește manualul…", "print", "Ctrl+P", "_print"),
    ("Salvează manualul ca PDF…", "save-pdf", "Ctrl+E", "_save"),
    ("Închide", "", "Esc", "close"),
)


class HelpWindow(QMainWindow):
    """Shows the manual beside the window it belongs to; `place_wanted` asks that to turn somewhere.

    `offered` tells, for a page, the places of the open plan that it is about.
    """

    place_wanted = Signal(str)

    def __init__(
        self, parent: QWidget | None, offered: Callable[[str], list[tuple[str, str]]]
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        # The program ends with its window, whether the manual is open or not.
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setWindowTitle(TITLE)
        self.setWindowIcon(icon("help"))
        self.contents = HelpContents(manual())
        self.page = HelpPage(manual(), offered)
        self.notices = Notices()
        self.tools: dict[str, QAction] = {}
        self.addToolBar(self._bar())
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notices)
        column.addWidget(self.page, 1)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.addWidget(self.contents)
        self._split.addWidget(right)
        self._split.setStretchFactor(1, 1)
        self._split.setChildrenCollapsible(False)
        self._split.setSizes([300, 680])
        self.setCentralWidget(self._split)
        self.contents.chosen.connect(self.show_page)
        self.contents.looked_for.connect(self.page.mark)
        self.page.turned.connect(self._turned)
        self.page.place_wanted.connect(self.place_wanted)
        self.page.licences_wanted.connect(self._licences)
        self.page.backwardAvailable.connect(self.tools["back"].setEnabled)
        self.page.forwardAvailable.connect(self.tools["forward"].setEnabled)
        self.tools["back"].setEnabled(False)
        self.tools["forward"].setEnabled(False)
        self.resize(scaled(_WIDTH), scaled(_HEIGHT))
        geometry, split = settings.bytes_of(_GEOMETRY), settings.bytes_of(_SPLIT)
        if geometry is not None:
            self.restoreGeometry(geometry)
        if split is not None:
            self._split.restoreState(split)
        self.resize(self.size().boundedTo(self.screen().availableSize()))

    def _bar(self) -> QToolBar:
        bar = QToolBar("Bara manualului", self)
        bar.setMovable(False)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        for tool in _TOOLS:
            if tool is None:
                bar.addSeparator()
                continue
            text, picture, keys, name = tool
            action = QAction(text, self)
            action.setShortcut(QKeySequence(keys))
            shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{text} ({shown})")
            action.triggered.connect(partial(self._do, name))
            if picture:
                action.setIcon(icon(picture))
                bar.addAction(action)
                self.tools[picture] = action
            else:
                self.addAction(action)
        for picture in ("zoom-in", "zoom-out"):
            button = bar.widgetForAction(self.tools[picture])
            button.setProperty("toolButtonStyle", Qt.ToolButtonStyle.ToolButtonIconOnly)
            button.setAccessibleName(self.tools[picture].text())
        return bar

    def show_page(self, name: str = FIRST) -> None:
        """Turn to a page."""
        self.page.show_page(name)

    def bring(self, name: str) -> None:
        """Show the window at a page, in front, ready to be read with the keys."""
        self.show_page(name)
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()
        self.page.setFocus()

    def look(self) -> None:
        """Begin to look for words."""
        self.contents.field.setFocus()
        self.contents.field.selectAll()

    def _turned(self, name: str) -> None:
        self.contents.stand(name)
        self.setWindowTitle(f"{manual().page(name).title} – {TITLE}")

    def _licences(self) -> None:
        from dragapp.ui.licences_dialog import show_licences

        path = installed.licences()
        if path:
            show_licences(self, path)

    def _do(self, name: str, *_: object) -> None:
        getattr(self, name)()

    def _back(self) -> None:
        self.page.backward()

    def _on(self) -> None:
        self.page.forward()

    def _larger(self) -> None:
        self.page.zoomIn(1)

    def _smaller(self) -> None:
        self.page.zoomOut(1)

    def _usual(self) -> None:
        self.page.setFont(QFont())

    def _print(self) -> None:
        from dragapp.ui import print_job

        if print_job.has_printer():
            as_file = print_job.print_document(self, TITLE, _pdf)
        else:
            as_file = print_job.offer_file(self)
        if as_file:
            self._save()

    def _save(self) -> None:
        path = files.ask_pdf(self, TITLE)
        if path:
            self.save(path)

    def save(self, path: Path) -> None:
        """Write the manual as a PDF file and tell where it is."""
        from dragapp.formats.replacing import replace_file
        from dragapp.ui.export_job import followed
        from dragapp.ui.saved import tell_saved

        if followed(self, path, lambda progress: replace_file(path, _pdf(progress))):
            tell_saved(self.notices, path)

    def closeEvent(self, event: QCloseEvent) -> None:
        settings.store().setValue(_GEOMETRY, self.saveGeometry())
        settings.store().setValue(_SPLIT, self._split.saveState())
        super().closeEvent(event)


def _pdf(progress: Progress) -> bytes:
    from dragapp.formats.pdf import pdf_bytes
    from dragapp.manual.printed import document

    return pdf_bytes(document(manual()), progress)
