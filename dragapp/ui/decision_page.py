"""The decision's data: number, date, session, papers with their numbers, votes, signatories."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QGridLayout, QLabel, QToolButton, QWidget

from dragapp.plan.plan import PAPER_KINDS, Paper
from dragapp.ui.button import Button
from dragapp.ui.fields import TextField
from dragapp.ui.form_page import FormPage, row
from dragapp.ui.icons import icon
from dragapp.ui.session import Session

_SESSIONS = ("ordinară", "extraordinară", "extraordinară de îndată", "de lucru")
_FIELDS = (
    ("number", "Număr"),
    ("date", "Data"),
    ("issuer", "Emitent"),
    ("registered_number", "Nr. înregistrare"),
    ("registered_date", "Data înregistrării"),
    ("note", "Mențiuni"),
)
_STRETCH = (2, 2, 4, 2, 2, 3)


class DecisionPage(FormPage):
    """The fields of the Hotărâre tab."""

    part = "decision"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._decision()
        self._papers = self.group("Documentele hotărârii")
        self._grid: QWidget | None = None
        self._shown: dict[str, int] = {}
        self._votes()
        self.end()
        session.changed.connect(self._catch_up)

    def refresh(self) -> None:
        self._list_papers()
        super().refresh()

    def _catch_up(self, touched: Any) -> None:
        if touched.plan:
            self.refresh()

    def _own(self, label: str, name: str) -> TextField:
        return self.text(label, *self._bound(label, name))

    def _bound(self, label: str, name: str) -> tuple[Any, Any]:
        def put(text: str) -> None:
            with self.act(f"schimbă „{label}”") as edit:
                edit.set_decision(self.session.plan.id, **{name: text})

        return lambda: str(getattr(self.session.plan.decision, name)), put

    def _decision(self) -> None:
        form = self.group("Hotărârea consiliului")
        date = self._own("Data hotărârii", "date")
        date.setPlaceholderText("zz.ll.aaaa")
        session = self.choice(
            "Felul ședinței",
            {each: each for each in _SESSIONS},
            *self._bound("Felul ședinței", "session"),
            free=True,
        )
        number = self._own("Nr. hotărârii", "number")
        row(form, "Nr. hotărârii:", number, "din data de:", date, "în ședința:", session)

    def _votes(self) -> None:
        form = self.group("Votul și semnatarii")
        votes = (("votes_for", "pentru"), ("votes_against", "împotrivă"))
        fields: list[QWidget | str] = []
        for name, shown in (*votes, ("abstentions", "abțineri")):
            fields += [self._own(f"Voturi {shown}", name), f"„{shown}”"]
        row(form, "Voturi:", *fields)
        form.addRow("Președinte de ședință:", self._own("Președinte de ședință", "chair"))
        form.addRow("Contrasemnează, secretar general:", self._own("Secretar general", "secretary"))

    def _list_papers(self) -> None:
        """Make the lines anew when their number changes; otherwise only their texts change."""
        now = {kind: self._lines_of(kind) for kind in PAPER_KINDS}
        if self._grid and now == self._shown:
            self._show_papers()
            return
        self._shown = now
        if self._grid:
            # Not deleted at once: the field that is being left may be one of them.
            self._papers.takeRow(self._grid)
            self._grid.hide()
            self._grid.deleteLater()
        self._removers: dict[tuple[str, int], QToolButton] = {}
        self._fields: dict[tuple[str, int, str], TextField] = {}
        self._grid = QWidget()
        grid = QGridLayout(self._grid)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(6)
        for place, (_, shown) in enumerate(_FIELDS, 1):
            caption = QLabel(shown)
            caption.setObjectName("caption")
            grid.addWidget(caption, 0, place)
            grid.setColumnStretch(place, _STRETCH[place - 1])
        line = 1
        for kind, shown in PAPER_KINDS.items():
            for number in range(now[kind]):
                self._line(grid, line, kind, number, shown)
                line += 1
        more = Button(icon("add"), "Încă un aviz al comisiei")
        more.clicked.connect(lambda: self._add("commission_opinion"))
        other = Button(icon("add"), "Alt document")
        other.clicked.connect(lambda: self._add("other"))
        for place, button in ((1, more), (3, other)):
            button.setEnabled(not self.session.dossier.read_only)
            grid.addWidget(button, line, place, 1, 2)
        self._papers.addRow(self._grid)
        self._show_papers()

    def _lines_of(self, kind: str) -> int:
        """Return how many lines a kind of paper has; the usual kinds always have one."""
        count = sum(paper.kind == kind for paper in self.session.plan.papers)
        return count if kind == "other" else max(count, 1)

    def _line(self, grid: QGridLayout, line: int, kind: str, number: int, shown: str) -> None:
        label = QLabel(shown if number == 0 else f"{shown} ({number + 1})")
        grid.addWidget(label, line, 0)
        for place, (name, spoken) in enumerate(_FIELDS, 1):
            field = TextField(
                self.session,
                lambda text, name=name: self._put(kind, number, name, text),  # type: ignore[misc]
                f"{shown}, {spoken}",
            )
            # The papers go on after the plan itself was approved and frozen.
            field.setReadOnly(self.session.dossier.read_only)
            self._fields[kind, number, name] = field
            grid.addWidget(field, line, place)
        remove = QToolButton()
        remove.setIcon(icon("remove"))
        remove.setToolTip(f"Șterge „{shown}”")
        remove.setAccessibleName(f"Șterge „{shown}”")
        remove.clicked.connect(lambda: self._remove(kind, number))
        self._removers[kind, number] = remove
        grid.addWidget(remove, line, len(_FIELDS) + 1)

    def _paper(self, kind: str, number: int) -> Paper | None:
        own = [paper for paper in self.session.plan.papers if paper.kind == kind]
        return own[number] if number < len(own) else None

    def _show_papers(self) -> None:
        for (kind, number, name), field in self._fields.items():
            paper = self._paper(kind, number)
            field.show_text(str(getattr(paper, name)) if paper else "")
        for (kind, number), remove in self._removers.items():
            known = self._paper(kind, number) is not None
            remove.setEnabled(known and not self.session.dossier.read_only)

    def _put(self, kind: str, number: int, name: str, text: str) -> None:
        paper = self._paper(kind, number)
        with self.act(f"schimbă „{PAPER_KINDS[kind]}”") as edit:
            if paper:
                edit.set_paper(paper.id, **{name: text})
            else:
                made = Paper(kind)
                setattr(made, name, text)
                edit.add_paper(self.session.plan.id, made)

    def _add(self, kind: str) -> None:
        self.session.flush()
        with self.act(f"adaugă „{PAPER_KINDS[kind]}”") as edit:
            if not self._paper(kind, 0) and kind != "other":
                edit.add_paper(self.session.plan.id, Paper(kind))
            edit.add_paper(self.session.plan.id, Paper(kind))

    def _remove(self, kind: str, number: int) -> None:
        self.session.flush()
        paper = self._paper(kind, number)
        if paper:
            with self.act(f"șterge „{PAPER_KINDS[kind]}”") as edit:
                edit.delete_paper(paper.id)
