"""What can be done with sections: declare, add, move, hide, delete."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from dragapp.plan.counted import counted
from dragapp.plan.section import Section, State
from dragapp.ui import dialogs
from dragapp.ui.action_name import action_name
from dragapp.ui.section_dialog import NewSectionDialog, edit_properties
from dragapp.ui.session import Session
from dragapp.ui.state_bar import declare

_STATES = {"state_todo": State.TODO, "state_done": State.DONE, "state_none": State.NONE}
#: Keys of sections that the user added begin like this; a form's own are hidden, not deleted.
OWN = "s-"


class Sections:
    """Carries out section commands on the chosen sections of a tab."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        self.session, self.parent = session, parent

    def run(self, name: str, chosen: list[Section], current: Section) -> str | None:
        """Carry out a command; return the key of a section to stand on, if another one."""
        if not self.session.flush():
            return None
        if name in _STATES:
            declare(self.session, chosen, _STATES[name])
        elif name == "section_edit":
            edit_properties(self.parent, self.session, current)
        elif name == "section_hide":
            self._hide(chosen)
        elif name in ("section_up", "section_down"):
            self._move(current, -1 if name == "section_up" else 1)
        elif name == "section_add":
            return self._add(current)
        elif name == "section_delete":
            self._delete(current)
        return None

    def _siblings(self, section: Section) -> tuple[Section | None, list[Section]]:
        for parent in self.session.plan.walk():
            if section in parent.sections:
                return parent, parent.sections
        return None, self.session.plan.sections

    def _offer_hiding(self, section: Section) -> None:
        """Tell that a section of the form stays, and do what can be done instead."""
        way, rest = "Ascunde punctul", "Îl puteți ascunde, ca să nu se tipărească."
        if section.hidden:
            way, rest = "Arată-l din nou", "Acum este ascuns și nu se tipărește."
        told = f"„{section.name}” face parte din modelul-cadru și nu se șterge. {rest}"
        if dialogs.choose(self.parent, "Punct din modelul-cadru", told, way) == way:
            self._hide([section])

    def _hide(self, chosen: list[Section]) -> None:
        hidden = not all(section.hidden for section in chosen)
        changing = [section for section in chosen if section.hidden != hidden]
        what = "ascunde" if hidden else "arată din nou"
        name = action_name(what, changing[0].name)
        if len(changing) > 1:
            name = f"{what} {counted(len(changing), 'punct', 'puncte')}"
        with self.session.act(name, self.session.spot(changing[0])) as edit:
            for section in changing:
                edit.set_section(section.id, hidden=hidden)

    def _move(self, section: Section, step: int) -> None:
        parent, siblings = self._siblings(section)
        position = siblings.index(section) + step
        if parent is None or not 0 <= position < len(siblings):
            return
        name = action_name("mută", section.name)
        with self.session.act(name, self.session.spot(section)) as edit:
            edit.move_section(section.id, parent.id, position)

    def _add(self, beside: Section) -> str | None:
        parent, siblings = self._siblings(beside)
        dialog = NewSectionDialog(self.parent, beside, top=parent is None)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return None
        made = dialog.section()
        under, position = parent, siblings.index(beside) + 1
        if dialog.inside:
            under, position = beside, len(beside.sections)
        assert under is not None
        name = action_name("adaugă", made.name)
        with self.session.act(name, self.session.spot(made)) as edit:
            edit.add_section(self.session.plan.id, under.id, position, made)
        return made.key

    def _delete(self, section: Section) -> None:
        if not section.key.startswith(OWN) or section in self.session.plan.sections:
            self._offer_hiding(section)
            return
        if not dialogs.ask(
            self.parent,
            "Ștergere",
            f"Se șterge „{section.name}” cu tot ce conține. Ștergerea se poate anula cu Ctrl+Z.",
            "Șterge",
        ):
            return
        name = action_name("șterge", section.name)
        with self.session.act(name, self.session.spot(section)) as edit:
            edit.delete_section(section.id)
