"""Plan nou in three steps: for whom, who signs, what the place has."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from dragapp.plan.form import Form
from dragapp.plan.plan import Institution, Plan
from dragapp.plan.situation import opens, settle
from dragapp.ui import dialogs
from dragapp.ui.new_plan_people import PeoplePage
from dragapp.ui.new_plan_place import PlacePage
from dragapp.ui.new_plan_situation import SituationPage
from dragapp.ui.wheel import guard_wheel


class NewPlanDialog(QDialog):
    """Asks for what a plan begins with; `plan` is the plan that follows from the answers.

    `known` is the institution as it is known, `taken` the years that have a plan already.
    """

    def __init__(
        self,
        parent: QWidget | None,
        form: Form,
        known: Institution | None = None,
        taken: frozenset[int] = frozenset(),
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Plan nou")
        self._form, self._known, self._touched = form, known or Institution(), False
        self.place = PlacePage(self._known, taken)
        self.people = PeoplePage(self._known)
        self.situation = SituationPage(form.questions, self._fresh())
        self._pages = (self.place, self.people, self.situation)
        self._stack = QStackedWidget()
        for page in self._pages:
            self._stack.addWidget(page)
            page.changed.connect(self._changed)
        self._step, self._title = QLabel(), QLabel()
        self._step.setObjectName("caption")
        self._title.setObjectName("title")
        self._back, self.forward = QPushButton("Î&napoi"), QPushButton()
        self.forward.setDefault(True)
        refuse = QPushButton("Renunță")
        for button in (self._back, refuse):
            button.setAutoDefault(False)
        self._back.clicked.connect(self.go_back)
        self.forward.clicked.connect(self.go_on)
        refuse.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        for button in (self._back, self.forward, refuse):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(10)
        column.addWidget(self._step)
        column.addWidget(self._title)
        column.addWidget(self._stack, 1)
        column.addLayout(row)
        # Who goes on by Tab gets to going on, though going back stands before it.
        self.setTabOrder(self.forward, self._back)
        self.setTabOrder(self._back, refuse)
        guard_wheel(self)
        dialogs.give_room(self, 760, 620)
        self._show(0)

    def _changed(self) -> None:
        self._touched = True
        self._allow()

    def _allow(self) -> None:
        self.forward.setEnabled(not self._pages[self._stack.currentIndex()].missing())

    def _show(self, number: int) -> None:
        """Turn to a page and stand in its first field."""
        last = len(self._pages) - 1
        if number == last:
            self.situation.propose(self._fresh())
        self._stack.setCurrentIndex(number)
        page = self._pages[number]
        self._title.setText(page.title)
        self._step.setText(f"Pasul {number + 1} din {last + 1}")
        self._back.setEnabled(number > 0)
        self.forward.setText("Creează planul" if number == last else "Continuă")
        self._allow()
        first = page.boxes if isinstance(page, SituationPage) else None
        box = next(iter(first.values())) if first else None
        if box:
            next(way for way in box.ways.values() if way.isChecked()).setFocus()
        elif isinstance(page, PlacePage):
            page.county.setFocus()
        elif isinstance(page, PeoplePage):
            page.fields["mayor"].setFocus()

    def go_back(self) -> None:
        """Return to the page before; what was said there is still there."""
        if self._stack.currentIndex():
            self._show(self._stack.currentIndex() - 1)

    def go_on(self) -> None:
        """Go to the next page; from the last one the plan is made."""
        number = self._stack.currentIndex()
        if self._pages[number].missing():
            return
        if number + 1 < len(self._pages):
            self._show(number + 1)
        else:
            self.accept()

    def reject(self) -> None:
        if self._touched and not dialogs.ask(
            self,
            "Plan nou",
            "Planul nu a fost creat încă. Dacă închideți acum, ce ați scris aici se pierde.",
            "Închide fără plan",
        ):
            return
        super().reject()

    def institution(self) -> Institution:
        """Return the institution as it was described."""
        made = replace(self._known)
        self.place.put_into(made)
        self.people.put_into(made)
        return made

    def _fresh(self) -> Plan:
        return self._form.new_plan(self.institution(), self.place.year.value())

    def plan(self) -> Plan:
        """Return the plan that was asked for, its sections as far as they were confirmed."""
        plan, replies = self._fresh(), self.situation.replies()
        for question in self._form.questions:
            settle(plan, question, replies[question.section])
        return plan

    def begins(self) -> str:
        """Return the key of the first section that was said to exist, empty for none."""
        return opens(self.situation.replies(), self._form.questions)
