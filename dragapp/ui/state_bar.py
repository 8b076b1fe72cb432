"""The state of a section: de completat, completat, or nu este cazul with its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QWidget,
)

from dragapp.forms import forms
from dragapp.plan.counted import counted
from dragapp.plan.rich import RichText, rich
from dragapp.plan.section import Paragraph, Section, State
from dragapp.ui.action_name import action_name
from dragapp.ui.button import Button
from dragapp.ui.heading_field import HeadingField
from dragapp.ui.icons import icon
from dragapp.ui.session import Session
from dragapp.ui.visit import Visit

if TYPE_CHECKING:
    from dragapp.dossier.edit import Edit

STATES = (
    (State.TODO, "De completat", "state-todo"),
    (State.DONE, "Completat", "state-done"),
    (State.NONE, "Nu este cazul", "state-none"),
)
STATE_NAMES = {state: name for state, name, _ in STATES}


def declare(session: Session, sections: list[Section], state: State) -> None:
    """Give sections a state, in one step.

    A first "nu este cazul" gets the usual wording, and takes the place of the form's own text where
    nobody has touched that; what was typed always stays.
    """
    changing = [section for section in sections if section.state != state]
    if not changing:
        return
    name = f"„{STATE_NAMES[state]}”"
    if len(changing) > 1:
        name += f" la {counted(len(changing), 'punct', 'puncte')}"
    untouched = _texts_of_form(session)
    with session.act(f"declară {name}", session.spot(changing[0])) as edit:
        for section in changing:
            edit.set_section(section.id, state=state)
            if state != State.NONE:
                continue
            if not section.statement:
                edit.set_section(section.id, statement=rich("Nu este cazul."))
            if section.before and section.before == untouched.get(section.key):
                edit.set_paragraphs(section.id, "before", [])


def _texts_of_form(session: Session) -> dict[str, list[Paragraph]]:
    """Return the text that each section begins with in a new plan."""
    plan = session.plan
    form = next((each for each in forms() if each.id == plan.form_id), None)
    if form is None:
        return {}
    blank = form.new_plan(plan.institution, plan.year)
    return {section.key: section.before for section in blank.walk()}


class StateBar(QWidget):
    """Shows and changes the state of one section and the wording of its statement."""

    def __init__(self, session: Session, section: Section) -> None:
        super().__init__()
        self.session, self.section = session, section
        self._buttons = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(4)
        for number, (_, name, picture) in enumerate(STATES):
            button = QToolButton()
            button.setText(name)
            button.setIcon(icon(picture))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setCheckable(True)
            button.setEnabled(not session.read_only)
            self._buttons.addButton(button, number)
            row.addWidget(button)
        row.addStretch(1)
        self._buttons.idClicked.connect(self._chosen)
        self._caption = QLabel()
        self.statement = HeadingField(session, self._store, "Propoziția tipărită")
        self._caption.setBuddy(self.statement)
        self.confirm = Button("Confirmă")
        self.confirm.setAccessibleName("Confirmă propoziția")
        self.confirm.setToolTip("Declară punctul „nu este cazul”, cu propoziția din stânga")
        self.confirm.setEnabled(not session.read_only)
        self.confirm.clicked.connect(self._confirmed)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setVerticalSpacing(4)
        layout.addLayout(row, 0, 0, 1, 3)
        layout.addWidget(self._caption, 1, 0)
        layout.addWidget(self.statement, 1, 1)
        layout.addWidget(self.confirm, 1, 2, Qt.AlignmentFlag.AlignTop)
        layout.setColumnStretch(1, 1)
        self.refresh()

    def refresh(self) -> None:
        """Show the section's state as it is stored."""
        places = {state: number for number, (state, _, _) in enumerate(STATES)}
        self._buttons.button(places[self.section.state]).setChecked(True)
        # Tab comes to the state that is chosen; arrows go on from there.
        for button in self._buttons.buttons():
            tab = Qt.FocusPolicy.StrongFocus if button.isChecked() else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(tab)
        declared = self.section.state == State.NONE
        self._caption.setText("Se tipărește:" if declared else "Dacă nu este cazul:")
        self.statement.show_text(self.section.statement)
        proposed = self.section.state == State.TODO and bool(self.section.statement)
        visible = declared or proposed
        self._caption.setVisible(visible)
        self.statement.setVisible(visible)
        if self.confirm.hasFocus() and not proposed:
            # Hidden, it would send the focus anywhere.
            self._buttons.button(places[self.section.state]).setFocus()
        self.confirm.setVisible(proposed)

    def _chosen(self, number: int) -> None:
        self.session.flush()
        declare(self.session, [self.section], STATES[number][0])

    def _confirmed(self) -> None:
        if self.session.flush():
            declare(self.session, [self.section], State.NONE)

    def _store(self, text: RichText, visit: Visit) -> None:
        def change(edit: Edit) -> None:
            edit.set_section(self.section.id, statement=text)

        name = action_name("schimbă propoziția la", self.section.name)
        visit.store(name, self.session.spot(self.section), self.section.statement, text, change)
