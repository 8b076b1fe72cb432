"""The page of the manual that is read: text with links, its way back, and words marked in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, QUrl, Signal
from PySide6.QtGui import QPalette, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QTextEdit

from dragapp.installed import LICENCES
from dragapp.manual.finding import places
from dragapp.manual.pages import FIRST, Manual
from dragapp.plan.word_search import words
from dragapp.ui.help_html import PAGE, PLACE, page_html, style_sheet

_HTML = QTextDocument.ResourceType.HtmlResource
_MARGIN, _INDENT = 14, 22


class HelpPage(QTextBrowser):
    """Shows one page; `turned` tells which, `place_wanted` where its window is to turn to.

    `licences_wanted` asks for the licences' own text. `offered` names the places of the plan that a
    page is about, as far as there are any now.
    """

    turned = Signal(str)
    place_wanted = Signal(str)
    licences_wanted = Signal()

    def __init__(self, manual: Manual, offered: Callable[[str], list[tuple[str, str]]]) -> None:
        super().__init__()
        self._manual, self._offered = manual, offered
        self._wanted: list[str] = []
        self.setOpenLinks(False)
        self.setAccessibleName("Pagina manualului")
        self.document().setDocumentMargin(_MARGIN)
        self.document().setIndentWidth(_INDENT)
        self._dress()
        self.anchorClicked.connect(self._follow)
        self.sourceChanged.connect(self._shown)

    @property
    def name(self) -> str:
        """The page that is shown."""
        return self.source().path() or FIRST

    def show_page(self, name: str) -> None:
        """Turn to a page."""
        if self.source().path() != name:
            self.setSource(QUrl(f"{PAGE}:{self._manual.page(name).name}"), _HTML)
        else:
            self._again()

    def mark(self, typed: str) -> None:
        """Mark words wherever they are, and go to the first."""
        self._wanted = words(typed)
        self._mark()

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        url = QUrl(name)
        if url.scheme() != PAGE:
            return None
        page = self._manual.page(url.path())
        return page_html(page, self._offered(page.name))

    def sizeHint(self) -> QSize:
        letter = self.fontMetrics().averageCharWidth()
        return QSize(86 * letter, 60 * letter)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._dress()
            self._again()

    def _dress(self) -> None:
        sheet = style_sheet(self.palette())
        if self.document().defaultStyleSheet() != sheet:
            self.document().setDefaultStyleSheet(sheet)

    def _again(self) -> None:
        """Draw the page anew where it is."""
        if self.source().isEmpty():
            return
        bar = self.verticalScrollBar()
        place = bar.value()
        self.reload()
        self._mark()
        bar.setValue(place)

    def _follow(self, link: QUrl) -> None:
        if link.scheme() == PLACE:
            self.place_wanted.emit(link.path())
        elif link.path() == LICENCES:
            self.licences_wanted.emit()
        else:
            self.show_page(link.path())

    def _shown(self, source: QUrl) -> None:
        self.turned.emit(source.path())
        self._mark()

    def _mark(self) -> None:
        look = QTextCharFormat()
        look.setBackground(self.palette().color(QPalette.ColorRole.Highlight))
        look.setForeground(self.palette().color(QPalette.ColorRole.HighlightedText))
        marks = []
        block = self.document().begin()
        while block.isValid() and self._wanted:
            for _, start, end in places(block.text(), self._wanted):
                cursor = QTextCursor(block)
                cursor.setPosition(block.position() + start)
                cursor.setPosition(block.position() + end, QTextCursor.MoveMode.KeepAnchor)
                mark = QTextEdit.ExtraSelection()
                mark.cursor, mark.format = cursor, look
                marks.append(mark)
            block = block.next()
        self.setExtraSelections(marks)
        if marks:
            first = QTextCursor(marks[0].cursor)
            first.clearSelection()
            self.setTextCursor(first)
            self.ensureCursorVisible()
