"""Going from one wrong word of the plan to the next, in printed order, and round again.

A large plan is read in short pieces between which the window answers; where words are met for the
first time, the walk waits for their verdicts.
"""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from dragapp.dossier.step import Spot
from dragapp.plan.places import Place, PlaceKind, Text, letters, texts
from dragapp.plan.section import State
from dragapp.spelling.words import Word
from dragapp.ui.changed_field import go_to
from dragapp.ui.general_tab import GeneralTab
from dragapp.ui.spelling import spelling
from dragapp.ui.spelling_cells import UNCHECKED
from dragapp.ui.text_place import GENERAL, caret, field_of, select

if TYPE_CHECKING:
    from dragapp.plan.plan import Plan
    from dragapp.ui.main_window import MainWindow
    from dragapp.ui.plan_tabs import PlanTabs
    from dragapp.ui.session import Session

#: How long the walk reads before the window answers again, in seconds, and its rest in ms.
_PIECE, _REST = 0.015, 60


class SpellingWalk(QObject):
    """One for a window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._found: tuple[Place, int] | None = None
        self._session: Session | None = None
        self._unread: Iterator[tuple[Place, Text]] | None = None
        self._listed: list[tuple[Place, str]] = []
        self._left: list[tuple[Place, str, int]] = []
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self._step)

    def go_on(self) -> None:
        """Go to the next wrong word after the place that is looked at."""
        session = self._window.session
        if session is None or not session.flush():
            return
        if session is not self._session:
            self._session = session
            session.changed.connect(self._stop)
        self._stop()
        shown = _Shown(session.plan)
        self._unread = (each for each in texts(session.plan) if shown.has(each[0]))
        self._again.start(0)

    def _stop(self) -> None:
        """Give up: what was read of the plan is out of date."""
        self._again.stop()
        self._unread, self._listed, self._left = None, [], []

    def _step(self) -> None:
        if self._session is None or self._session is not self._window.session:
            self._stop()
        elif self._unread is not None:
            self._list(self._unread)
        else:
            self._read()

    def _list(self, unread: Iterator[tuple[Place, Text]]) -> None:
        """List texts for a while; when all are listed, turn them so that the next comes first."""
        self._again.start(0)
        until = perf_counter() + _PIECE
        for place, text in unread:
            self._listed.append((place, letters(text)))
            if perf_counter() > until:
                return
        self._unread = None
        tabs, listed = self._window.tabs, self._listed
        assert tabs is not None
        first, after = self._start(tabs, [place for place, _ in listed])
        # The text that is looked at comes once more, from its beginning, at the end of the round.
        turned = [*listed[first:], *listed[: first + 1]]
        self._left = [(place, text, after * (not at)) for at, (place, text) in enumerate(turned)]

    def _start(self, tabs: PlanTabs, places: list[Place]) -> tuple[int, int]:
        """Return where to begin: the number of a text and a place in it."""
        here, found = tabs.here(), self._found
        stands = caret(tabs, QApplication.focusWidget(), here.section, places)
        if stands:
            return stands
        if found and found[0] in places and found[0].section == here.section:
            place = found[0]
            if not place.row or (place.row, place.column) == (here.node, here.column):
                return places.index(place), found[1]
        cell = [(each.section, each.row, each.column) for each in places]
        if (at := (here.section, here.node, here.column)) in cell and here.node:
            return cell.index(at), 0
        sections = [each.section for each in places]
        return (sections.index(here.section) if here.section in sections else 0), 0

    def _read(self) -> None:
        speller = spelling()
        if not speller.active:
            self._stop()
            self._say("Ortografia nu poate fi verificată acum.")
            return
        until = perf_counter() + _PIECE
        unknown = read = 0
        for place, text, after in self._left:
            if perf_counter() > until:
                break
            read += 1
            if not speller.judged(text):
                # Those that follow are asked together with it.
                unknown += 1
            elif not unknown:
                wrong = [word for word in speller.mistakes(text) if word.start >= after]
                if wrong:
                    self._stop()
                    self._show(place, wrong[0])
                    return
        if not unknown and read == len(self._left):
            self._stop()
            self._found = None
            self._say("Nu s-a găsit nicio altă greșeală de scriere.")
            return
        speller.hurry()
        known = next(
            (at for at, left in enumerate(self._left[:read]) if not speller.judged(left[1])), read
        )
        del self._left[:known]
        self._again.start(_REST if unknown else 0)

    def _show(self, place: Place, word: Word) -> None:
        tabs = self._window.tabs
        assert tabs is not None
        self._found = (place, word.start + 1)
        spelling().visited = word.word
        plan = tabs.session.plan.id
        if place.kind in GENERAL:
            tabs.show_spot(Spot(plan, part=GeneralTab.part))
        else:
            tabs.show_spot(Spot(plan, place.section, place.row, place.column))
        field = field_of(tabs, place.kind)
        if field:
            go_to(field)
            select(field, place.paragraph, word.start, word.end)
        self._say(f"„{word.word}” nu este în dicționar. Sugestiile: Shift+F10.")

    def _say(self, text: str) -> None:
        self._window.statusBar().showMessage(text, 8000)


class _Shown:
    """Knows which texts of a plan are judged and have a field on screen."""

    def __init__(self, plan: Plan) -> None:
        sections = list(plan.walk())
        self._done = {each.key for each in sections if each.state == State.DONE}
        self._numbers = {
            (each.key, column.key)
            for each in sections
            for column in (each.table.columns if each.table else ())
            if column.kind in UNCHECKED
        }

    def has(self, place: Place) -> bool:
        """Tell whether a text is one of them."""
        match place.kind:
            case PlaceKind.COLUMN | PlaceKind.GROUP:
                # They are changed in a dialog.
                return False
            case PlaceKind.STATEMENT:
                return place.section not in self._done
            case PlaceKind.CELL:
                return (place.section, place.column) not in self._numbers
        return True
