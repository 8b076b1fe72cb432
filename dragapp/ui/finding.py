"""Find and replace in one window: searching while one types, going from hit to hit, replacing.

The search is done a slice at a time, so that no key press waits for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from dragapp.dossier.replacing import replacing_steps
from dragapp.plan.counted import counted
from dragapp.plan.finding import Hit, Sought, find, finding_steps
from dragapp.plan.numbered import section_labels
from dragapp.plan.replacing import changes
from dragapp.ui.action_name import action_name
from dragapp.ui.finding_panel import FindingPanel
from dragapp.ui.finding_places import about, is_of_decision, show_hit, spot_of
from dragapp.ui.line_model import Group, Line

if TYPE_CHECKING:
    from dragapp.ui.plan_tabs import PlanTabs
    from dragapp.ui.session import Session

#: How long after a key or a change the search begins, in milliseconds.
_MOMENT, _AFTER_CHANGE = 120, 300
#: How long the search goes on before the window may answer, in seconds.
_SLICE = 0.008
#: So many hits are listed at once.
_TOGETHER = 100
#: So many hits are listed; all are counted, gone to and replaced.
_LISTED = 2000


class Finding(QObject):
    """What the panel of a search does with the plan on screen."""

    def __init__(self, panel: FindingPanel, session: Session, tabs: PlanTabs) -> None:
        super().__init__(panel)
        self.panel, self.session, self.tabs = panel, session, tabs
        self.hits: list[Hit] = []
        self._sought = Sought("")
        self._current = -1
        self._said = ""
        self._search: Iterator[None] | None = None
        self._kept: Hit | None = None
        self._chapters: dict[str, str] = {}
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._begin)
        self._going = QTimer(self, interval=0)
        self._going.timeout.connect(self._go_on)
        panel.sought_changed.connect(self._typed)
        panel.stepped.connect(self.step)
        panel.hit_chosen.connect(self._go_to)
        panel.one_wanted.connect(self.replace_one)
        panel.all_wanted.connect(self.replace_all)
        session.changed.connect(self._changed)
        session.history_changed.connect(self._again)
        self.bar()

    def bar(self) -> None:
        """Allow replacing where the plan may be changed; else say why not."""
        reason = ""
        if self.session.dossier.read_only:
            reason = f"Nu se poate înlocui. {self.session.dossier.barred}"
        elif self.session.approval is not None:
            reason = (
                "Nu se poate înlocui: planul este aprobat și textele lui nu se mai schimbă. "
                "Îl puteți redeschide din meniul Fișier."
            )
        self.panel.bar(reason)

    def propose(self) -> None:
        """Take what is selected in a text or stood on in a field for what is looked for."""
        focus = QApplication.focusWidget()
        text = "" if focus and self.panel.isAncestorOf(focus) else _selected(focus)
        if text and "\n" not in text:
            self.panel.sought.setText(text)
        self.panel.sought.setFocus()
        self.panel.sought.selectAll()
        self._soon.start(0)

    def _typed(self) -> None:
        self._said = ""
        self._kept = None
        self._soon.start(_MOMENT)

    def _changed(self) -> None:
        self._said = ""
        if self.panel.isVisible():
            self._soon.start(_AFTER_CHANGE)

    def _again(self) -> None:
        """Allow what was under way and could not be stored to be tried once more."""
        if self.session.unsaved:
            self._tell()

    def _begin(self) -> None:
        """Search anew, and stay on the hit that one was on where it is still there."""
        if self.session.closed:
            return
        wanted = self.panel.wanted()
        if wanted == self._sought and 0 <= self._current < len(self.hits):
            self._kept = self.hits[self._current]
        self._sought, self._current, self.hits = wanted, -1, []
        self._name_chapters()
        self.panel.model.show([])
        self._search = self._searching(wanted) if wanted.text else iter(())
        self._going.start()
        self._go_on()

    def _searching(self, wanted: Sought) -> Iterator[None]:
        """Search and list bit by bit; one letter is found hundreds of times at once."""
        for bit in finding_steps(self.session.plan, wanted):
            yield
            for start in range(0, len(bit), _TOGETHER):
                self._list(bit[start : start + _TOGETHER])
                yield

    def _go_on(self) -> None:
        """Search and list for a slice of time."""
        end = perf_counter() + _SLICE
        for _ in self._search or ():
            if perf_counter() > end:
                return
        self._search = None
        self._going.stop()
        if self._kept in self.hits:
            self._current = self.hits.index(self._kept)
            self.panel.stand(self._current)
        self._kept = None
        self._tell()

    def _unsure(self) -> bool:
        """Whether the hits may not be those of what is typed and stored now."""
        waiting = self._search is not None or self._soon.isActive()
        return waiting or not self.panel.isVisible() or self._sought != self.panel.wanted()

    def _finish(self) -> None:
        """Have the hits of what is typed and stored now."""
        self._soon.stop()
        self._going.stop()
        current = self._current
        self._search = None
        if self._sought != self.panel.wanted():
            current = -1
        self._sought = self.panel.wanted()
        self.hits = []
        self._name_chapters()
        self.panel.model.show([])
        self._list(find(self.session.plan, self._sought))
        self._current = current if current < len(self.hits) else -1
        self._kept = None
        self._tell()

    def _list(self, bit: list[Hit]) -> None:
        number = len(self.hits)
        self.hits += bit
        room = max(_LISTED - number, 0)
        groups = []
        for key, together in groupby(enumerate(bit[:room], number), lambda each: _key(each[1])):
            lines = [self._line(place, hit) for place, hit in together]
            groups.append(Group(key, self._chapters.get(key, key), lines))
        self.panel.model.append(groups)

    def _line(self, number: int, hit: Hit) -> Line:
        shown = hit.excerpt()
        said = f"{shown.text} – {about(self.session.plan, hit)}"
        return Line(shown.text, number, (shown.start, shown.end), about=said)

    def _name_chapters(self) -> None:
        plan = self.session.plan
        labels = section_labels(plan.sections)
        self._chapters = {_GENERAL: "Date generale", _DECISION: "Hotărâre – date și documente"}
        for top in plan.sections:
            for section in top.walk():
                name = f"{labels[section.key]} {section.name}".strip()
                self._chapters[section.key] = name if section is top else f"{top.name} · {name}"

    def _tell(self) -> None:
        """Say how many hits there are, or what to try where there are none."""
        many = len(self.hits)
        told = ""
        if many:
            there = counted(len({_key(hit) for hit in self.hits}), "punct", "puncte")
            told = f"{counted(many, 'loc', 'locuri')} în {there}"
            if self._current >= 0:
                told = f"Locul {self._current + 1} din {many}, în {there}"
            if many > _LISTED:
                told += f". Se arată primele {_LISTED}; scrieți mai mult."
        elif self._sought.text:
            told = f"„{self._sought.text}” nu s-a găsit. {self._hint()}"
        self.panel.told.setText(f"{self._said}\n{told}".strip() if self._said else told)
        on = bool(many) and not self.session.read_only
        self.panel.one.setEnabled(on)
        self.panel.all.setEnabled(on)

    def _hint(self) -> str:
        sought = self._sought
        if sought.whole or sought.exact:
            freely = len(find(self.session.plan, Sought(sought.text)))
            if freely:
                there = counted(freely, "loc", "locuri")
                which = "„Cuvânt întreg” și „Exact”"
                if not (sought.whole and sought.exact):
                    which = "„Cuvânt întreg”" if sought.whole else "„Exact”"
                return f"Fără {which} se găsește în {there}."
        if " " in sought.text.strip():
            return "Încercați cu un singur cuvânt."
        return "Încercați cu o parte din cuvânt; diacriticele nu contează."

    def step(self, by: int) -> None:
        """Go to the next hit or to the one before, round the end."""
        if not self.session.flush():
            return
        if self._unsure():
            self._finish()
        if not self.hits:
            return
        start = self._current if self._current >= 0 or by > 0 else 0
        self._go_to((start + by) % len(self.hits))

    def _go_to(self, number: int) -> None:
        if number >= len(self.hits):
            return
        self._current = number
        show_hit(self.tabs, self.session.plan, self.hits[number])
        self.panel.stand(number)
        self._said = ""
        self._tell()

    def replace_one(self) -> None:
        """Replace the hit that one is on and go to the next; on none yet, go to the first."""
        if self.session.read_only or not self.session.flush():
            return
        was = self.hits[self._current] if 0 <= self._current < len(self.hits) else None
        self._finish()
        if was is None or was not in self.hits:
            self.step(1)
            return
        number = self.hits.index(was)
        by = self.panel.by.text()
        plan = self.session.plan
        made = changes([was], by)
        if made:
            name = action_name("înlocuiește", self._sought.text)
            with self.session.act(name, spot_of(plan, was)) as edit:
                for _ in replacing_steps(edit, plan, made):
                    pass
            self._finish()
        else:
            number += 1
        # What was put in may hold what is looked for: it is not replaced again.
        past = was.start + len(by)
        while number < len(self.hits) and made and self._is_inside(self.hits[number], was, past):
            number += 1
        if self.hits:
            self._go_to(number % len(self.hits))

    def _is_inside(self, hit: Hit, was: Hit, past: int) -> bool:
        return hit.place == was.place and was.start <= hit.start < past

    def replace_all(self) -> None:
        """Replace every hit, as one step."""
        if self.session.read_only or not self.session.flush():
            return
        if self._unsure():
            self._finish()
        plan, hits = self.session.plan, self.hits
        made = changes(hits, self.panel.by.text())
        changed = {change.place for change in made}
        replaced = [hit for hit in hits if hit.place in changed]
        if not made:
            return
        there = counted(len({_key(hit) for hit in replaced}), "punct", "puncte")
        places = counted(len(replaced), "loc înlocuit", "locuri înlocuite")
        back = "Ctrl+Z îl pune" if len(replaced) == 1 else "Ctrl+Z le pune"

        def tell() -> None:
            self._current = -1
            self._said = f"{places} în {there}. {back} la loc."
            self._tell()
            self._soon.start(0)

        name = action_name("înlocuiește peste tot", self._sought.text)
        self.panel.all.setEnabled(False)
        self.panel.one.setEnabled(False)
        self.session.act_slowly(
            name,
            lambda edit: replacing_steps(edit, plan, made),
            spot_of(plan, replaced[0]),
            tell,
            later=len(made) > _MANY,
        )


#: Replacing in so many texts begins after what the click on the button did.
_MANY = 50
_GENERAL, _DECISION = "general", "decision-data"


def _key(hit: Hit) -> str:
    """Return what a hit is listed under: its section, or one of two pages of fields."""
    return hit.section or (_DECISION if is_of_decision(hit) else _GENERAL)


def _selected(field: QWidget | None) -> str:
    if isinstance(field, QLineEdit):
        return field.selectedText()
    if isinstance(field, (QTextEdit, QPlainTextEdit)):
        return field.textCursor().selectedText().replace("\u2029", "\n").replace("\u2028", "\n")
    return ""
