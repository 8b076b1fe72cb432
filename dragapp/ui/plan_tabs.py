"""The tabs of one plan: general data, one for each top section, the decision last."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from dragapp.dossier.step import Spot
from dragapp.plan.section import Scope
from dragapp.ui.actions import Actions
from dragapp.ui.changed_field import changed, go_to, said, shown_in
from dragapp.ui.chapter_tab import ChapterTab
from dragapp.ui.decision_page import DecisionPage
from dragapp.ui.decision_tab import DecisionTab
from dragapp.ui.general_tab import GeneralTab
from dragapp.ui.icons import icon
from dragapp.ui.session import Session
from dragapp.ui.wheel import guard_wheel


class PlanTabs(QTabWidget):
    """Shows a plan; its tabs follow from the plan's own sections.

    `moved` tells that another tab or section is shown.
    """

    moved = Signal()

    def __init__(self, session: Session, actions: Actions) -> None:
        super().__init__()
        self.session = session
        self._plan = session.plan.id
        self._said: list[tuple[QWidget, object]] = []
        self.setDocumentMode(True)
        self.general = GeneralTab(session)
        self.addTab(self.general, icon("info"), "Date generale")
        tops = session.plan.sections
        for section in tops:
            if section.scope == Scope.ANNEX:
                tab = ChapterTab(session, section.key, actions)
                tab.turned.connect(self.moved)
                self.addTab(tab, section.name)
        decisions = [section.key for section in tops if section.scope == Scope.DECISION]
        self.decision = DecisionTab(session, decisions[0] if decisions else None, actions)
        self.addTab(self.decision, icon("decision"), "Hotărâre")
        self.currentChanged.connect(self._entered)
        guard_wheel(self.tabBar())

    def _entered(self) -> None:
        self.session.flush()
        tab = self.currentWidget()
        if isinstance(tab, (ChapterTab, DecisionTab)):
            tab.open()
        self.moved.emit()

    def chapter(self) -> ChapterTab | None:
        """Return the sections being looked at, if any."""
        tab = self.currentWidget()
        if isinstance(tab, DecisionTab):
            return tab.chapter
        return tab if isinstance(tab, ChapterTab) else None

    def here(self) -> Spot:
        """Name the place being looked at, to show it again in tabs that are made anew."""
        chapter = self.chapter()
        editor = chapter.editor if chapter else None
        if editor:
            row = editor.table.place() if editor.table else ("", "")
            return Spot(self._plan, editor.section.key, *row)
        first = self.currentWidget() is self.general
        return Spot(self._plan, part=GeneralTab.part if first else DecisionPage.part)

    def printed(self) -> str | None:
        """Return what of the annex is being looked at: a section's key, empty for what is in front.

        None where it is nothing of the annex.
        """
        here = self.here()
        if here.part:
            return "" if here.part == GeneralTab.part else None
        return here.section

    def go_into(self, printed: str) -> None:
        """Turn to what was `printed` there, and stand in it, ready to type."""
        self.show_spot(Spot(self._plan, printed, part="" if printed else GeneralTab.part))
        chapter = self.chapter()
        if chapter and chapter.editor:
            table = chapter.editor.table
            (table.view if table else chapter.editor.before).setFocus()
        elif not printed:
            go_to(said(shown_in(self.general))[0][0])

    def show_before(self, spot: Spot) -> None:
        """Turn to the place that an undo is about to change."""
        self.show_spot(spot)
        self._said = said(self._fields(spot))

    def show_after(self, spot: Spot) -> None:
        """Turn to the place that an undo has changed, and there to the field or the text."""
        self.show_spot(spot)
        field = changed(self._said, said(self._fields(spot))) if self._said else None
        if field:
            go_to(field)

    def _fields(self, spot: Spot) -> list[QWidget]:
        """Return the fields at a place that is shown; in a table, none."""
        if spot.part:
            return shown_in(self.currentWidget())
        chapter = self.chapter()
        editor = chapter.editor if chapter else None
        there = editor and editor.section.key == spot.section and not spot.node
        return [*editor.texts()] if editor and there else []

    def show_spot(self, spot: Spot) -> None:
        """Turn to the place of an action."""
        if spot.part:
            self.setCurrentIndex(0 if spot.part == GeneralTab.part else self.count() - 1)
            if spot.part != GeneralTab.part:
                self.decision.show_spot(spot)
            return
        for place in range(self.count()):
            tab = self.widget(place)
            chapter = tab.text if isinstance(tab, DecisionTab) else tab
            if not isinstance(chapter, ChapterTab):
                continue
            top = self.session.plan.section(chapter.top)
            if spot.section in {section.key for section in top.walk()}:
                self.setCurrentIndex(place)
                assert isinstance(tab, (ChapterTab, DecisionTab))
                tab.show_spot(spot)
                return
