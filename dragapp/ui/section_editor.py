"""The chosen section's parts in printed order: heading, state, text, table, notes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QGridLayout,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from dragapp.plan.numbered import section_labels
from dragapp.plan.rich import RichText
from dragapp.plan.section import Paragraph, Scope, Section
from dragapp.ui.action_name import action_name
from dragapp.ui.actions import Actions
from dragapp.ui.fields import TextField
from dragapp.ui.form_page import advice
from dragapp.ui.heading_field import HeadingField
from dragapp.ui.icons import icon
from dragapp.ui.look import scaled
from dragapp.ui.session import Session
from dragapp.ui.split_sizes import keep_sizes, take_sizes
from dragapp.ui.state_bar import StateBar
from dragapp.ui.table_editor import TableEditor
from dragapp.ui.text_editor import TextEditor
from dragapp.ui.text_panel import TextPanel
from dragapp.ui.visit import Visit

if TYPE_CHECKING:
    from dragapp.dossier.edit import Edit

#: A table shows its head and some rows, however small the window; in pixels at 100 %.
_LEAST_TABLE = 150

TextPlace = Literal["before", "after"]


class SectionEditor(QWidget):
    """Edits one section; made anew for each section that is chosen."""

    def __init__(self, session: Session, section: Section, actions: Actions) -> None:
        super().__init__()
        self.session, self.section = session, section
        self._wanted: dict[str, bool] = {"before": False, "after": False}
        self._offers: dict[str, QAction] = {}
        self.label = TextField(session, self._store_label, "Numărul sau litera din fața titlului")
        self.label.setToolTip(
            "Numărul sau litera tipărită în fața titlului. Se numerotează singur; dacă scrieți "
            "altceva, numerotarea continuă de acolo. Pentru alt fel de numerotare: Proprietăți."
        )
        self.heading = HeadingField(session, self._store_heading, "Titlul tipărit")
        self.heading.setPlaceholderText("Titlul tipărit (poate lipsi)")
        self.state = StateBar(session, section)
        self.before = self._text("before", "Textul")
        self.after = self._text("after", "Notele de sub tabel")
        self.table = TableEditor(session, section, actions) if section.table else None
        self.panels = {
            "before": TextPanel("Text", self.before, actions),
            "after": TextPanel("Note sub tabel", self.after, actions),
        }
        self._build(actions)
        session.changed.connect(self._catch_up)
        self.refresh()

    def _text(self, place: TextPlace, name: str) -> TextEditor:
        return TextEditor(
            self.session, lambda text, visit: self._store_text(place, text, visit), name
        )

    def _build(self, actions: Actions) -> None:
        properties = QToolButton()
        properties.setDefaultAction(actions["section_edit"])
        properties.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self._fit_label()
        top = QGridLayout()
        top.setHorizontalSpacing(6)
        top.addWidget(self.label, 0, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.heading, 0, 1)
        top.addWidget(properties, 0, 2, Qt.AlignmentFlag.AlignTop)
        self.split = QSplitter(Qt.Orientation.Vertical)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(self.panels["before"])
        if self.table:
            self.split.addWidget(self.table)
            self._offer("before", "Text deasupra tabelului")
            self._offer("after", "Note sub tabel")
        self.split.addWidget(self.panels["after"])
        self.split.setStretchFactor(1 if self.table else 0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.setSpacing(6)
        layout.addLayout(top)
        if self.section.advice:
            layout.addWidget(advice(self.section.advice))
        if self.section.scope == Scope.ANNEX:
            layout.addWidget(self.state)
        layout.addWidget(self.split, 1)
        self.split.splitterMoved.connect(self._keep_room)
        QTimer.singleShot(0, self, self._share_room)

    def _fit_label(self) -> None:
        if self.table:
            self.table.view.setMinimumHeight(scaled(_LEAST_TABLE))
        room = self.fontMetrics().horizontalAdvance("Capitolul VIII.")
        self.label.setFixedWidth(room + scaled(16))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_label()
            QTimer.singleShot(0, self, self._share_room)

    def _offer(self, place: TextPlace, title: str) -> None:
        """Put a button on the table's toolbar that shows or hides an empty text beside it."""
        assert self.table is not None
        action = self.table.bar.addAction(icon("paragraph" if place == "before" else "note"), title)
        action.setCheckable(True)
        action.setEnabled(not self.session.read_only)
        action.triggered.connect(lambda on: self._show_text(place, on))
        self._offers[place] = action

    def _show_text(self, place: TextPlace, on: bool) -> None:
        self._wanted[place] = on
        self._show_parts()
        self._share_room()
        if on:
            self.panels[place].editor.setFocus()

    def _show_parts(self) -> None:
        """Beside a table, a text shows when it says something or is asked for."""
        for place, panel in self.panels.items():
            full = bool(getattr(self.section, place)) or panel.editor.hasFocus()
            alone = self.table is None and place == "before"
            panel.setVisible(full or alone or self._wanted[place])
            if place in self._offers:
                self._offers[place].setChecked(panel.isVisibleTo(self))
                self._offers[place].setEnabled(not full and not self.session.read_only)

    def _share_room(self) -> None:
        """Give text above a table what it needs, the table the rest, notes a few lines."""
        if not self.table or take_sizes(self.split, self._parts):
            return
        height = self.split.height()
        line = self.fontMetrics().lineSpacing()
        above = min(self._needed(self.before, line), height // 3)
        below = min(self._needed(self.after, line), height // 4)
        self.split.setSizes([above, max(height - above - below, 160), below])

    @property
    def _parts(self) -> str:
        """The parts that are shown, by which the user's sizes are kept."""
        shown = [place for place, panel in self.panels.items() if panel.isVisibleTo(self)]
        return "-".join(["table", *shown])

    def _keep_room(self) -> None:
        keep_sizes(self.split, self._parts)

    def _needed(self, editor: TextEditor, line: int) -> int:
        return int(max(editor.document().size().height(), 1.6 * line)) + 3 * line + 24

    def refresh(self) -> None:
        """Show the section as it is stored."""
        section = self.section
        self._show_label()
        self.heading.show_text(section.heading)
        self.state.refresh()
        self.before.show_paragraphs(section.before)
        self.after.show_paragraphs(section.after)
        self._show_parts()

    def _show_label(self) -> None:
        labels = section_labels(self.session.plan.sections)
        self.label.show_text(labels.get(self.section.key, ""))

    def _catch_up(self, touched: Any) -> None:
        if touched.tree or self.section.id in touched.sections:
            self.refresh()
        elif touched.sections:
            # A section before this one may have taken another number, or been hidden.
            self._show_label()

    def _store_text(self, place: TextPlace, paragraphs: list[Paragraph], visit: Visit) -> None:
        def change(edit: Edit) -> None:
            edit.set_paragraphs(self.section.id, place, paragraphs)

        what = "scrie textul la" if place == "before" else "scrie notele la"
        self._store(what, visit, getattr(self.section, place), paragraphs, change)

    def _store_heading(self, text: RichText, visit: Visit) -> None:
        def change(edit: Edit) -> None:
            edit.set_section(self.section.id, heading=text)

        self._store("schimbă titlul la", visit, self.section.heading, text, change)

    def _store(
        self, what: str, visit: Visit, old: object, new: object, change: Callable[[Edit], None]
    ) -> None:
        name = action_name(what, self.section.name)
        visit.store(name, self.session.spot(self.section), old, new, change)

    def _store_label(self, text: str) -> None:
        section = self.section
        name = action_name("schimbă numărul la", section.name)
        with self.session.act(name, self.session.spot(section)) as edit:
            if text and not section.label:
                edit.set_section(section.id, label=text)
            else:
                automatic = text == self._automatic_label()
                edit.set_section(section.id, number=None if automatic else text)
        self.refresh()

    def _automatic_label(self) -> str:
        """Return the label that the section would have if nobody had typed another."""
        plan, section = self.session.plan, self.section
        groups = (plan.sections, *(each.sections for each in plan.walk()))
        beside = next(group for group in groups if any(each is section for each in group))
        counted = (replace(each, number=None) if each is section else each for each in beside)
        return section_labels(counted)[section.key]

    def texts(self) -> tuple[TextEditor, ...]:
        """Return every text of the section that takes bold and italic."""
        return self.heading, self.state.statement, self.before, self.after
