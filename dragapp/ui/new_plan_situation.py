"""The third page of a new plan: what the place has, and the sentences for what it has not."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from dragapp.plan.plan import Plan
from dragapp.plan.situation import Answer, Question, Reply, proposal
from dragapp.ui.form_page import advice
from dragapp.ui.new_plan_sentence import SentenceField

_WAYS = {Answer.YES: "Da", Answer.NO: "Nu", Answer.LATER: "Mai târziu"}


class QuestionBox(QFrame):
    """One question with its three answers, and the sentences of a "no"."""

    changed = Signal()

    def __init__(self, question: Question, blank: Plan) -> None:
        super().__init__()
        self.question = question
        ask = QLabel(question.ask)
        ask.setObjectName("heading")
        ask.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(18)
        row.addWidget(ask, 1)
        self.ways: dict[Answer, QRadioButton] = {}
        group = QButtonGroup(self)
        for answer, name in _WAYS.items():
            button = QRadioButton(name)
            button.setAccessibleName(f"{question.ask} {name}")
            button.setAccessibleDescription(question.why)
            group.addButton(button)
            row.addWidget(button)
            # Tab stops at the answer that is chosen; Qt sees to it only from the first visit on.
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            self.ways[answer] = button
        self.ways[Answer.LATER].setChecked(True)
        self.ways[Answer.LATER].setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.sentences = {key: SentenceField(blank.section(key)) for key in question.sections}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(3)
        column.addLayout(row)
        column.addWidget(advice(question.why))
        for field in self.sentences.values():
            column.addWidget(field)
            field.changed.connect(self.changed)
        group.buttonToggled.connect(lambda *_: self._show())
        self._show()

    def _show(self) -> None:
        for field in self.sentences.values():
            field.setVisible(self.ways[Answer.NO].isChecked())
        self.changed.emit()

    def reply(self) -> Reply:
        """Return what was answered."""
        answer = next(answer for answer, button in self.ways.items() if button.isChecked())
        said = {key: field.sentence() for key, field in self.sentences.items()}
        return Reply(answer, said if answer == Answer.NO else {})


class SituationPage(QScrollArea):
    """The form's questions; `blank` is a plan made of it."""

    changed = Signal()

    def __init__(self, questions: tuple[Question, ...], blank: Plan) -> None:
        super().__init__()
        self.title = ""
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 10, 0)
        column.setSpacing(6)
        column.addWidget(
            advice(
                "„Da” lasă punctul de completat, cu tabelul lui; „Nu” propune o propoziție, pe "
                "care o puteți schimba. Ce nu știți încă rămâne de completat."
            )
        )
        self.boxes = {question.section: QuestionBox(question, blank) for question in questions}
        for box in self.boxes.values():
            column.addWidget(box)
            box.changed.connect(self.changed)
        column.addStretch(1)
        self.setWidget(inner)
        self.propose(blank)

    def propose(self, plan: Plan) -> None:
        """Word the proposals for a plan."""
        self.title = f"Ce aveți în {plan.institution.kind}?"
        for box in self.boxes.values():
            for key, field in box.sentences.items():
                field.propose(proposal(plan, key))

    def missing(self) -> str:
        """Return what keeps the user from going on: nothing does."""
        return ""

    def replies(self) -> dict[str, Reply]:
        """Return the answers, by the section that each question is about."""
        return {key: box.reply() for key, box in self.boxes.items()}

    def answer(self, section: str, answer: Answer, *, confirm: bool = False) -> None:
        """Give an answer, as by clicking it, and the ticks of its sentences."""
        box = self.boxes[section]
        box.ways[answer].setChecked(True)
        for field in box.sentences.values():
            field.confirm.setChecked(confirm)
