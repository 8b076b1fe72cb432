"""A section's heading: one rich line that wraps and grows, without Enter."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from dragapp.plan.rich import RichText
from dragapp.plan.section import Paragraph
from dragapp.ui.session import Session
from dragapp.ui.text_editor import TextEditor
from dragapp.ui.visit import Visit

_MOST_LINES = 4


class HeadingField(TextEditor):
    """Shows and stores one RichText."""

    def __init__(
        self, session: Session, store: Callable[[RichText, Visit], None], name: str
    ) -> None:
        def store_line(paragraphs: list[Paragraph], visit: Visit) -> None:
            store(paragraphs[0].text if paragraphs else (), visit)

        super().__init__(session, store_line, name, single=True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._grow)
        self._grow()

    def show_text(self, text: RichText) -> None:
        """Show a heading."""
        self.show_paragraphs([Paragraph(text)] if text else [])
        self._grow()

    def _grow(self) -> None:
        line = self.fontMetrics().lineSpacing()
        wanted = int(self.document().size().height()) + 4
        self.setFixedHeight(min(max(wanted, line + 14), _MOST_LINES * line + 14))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._grow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())
