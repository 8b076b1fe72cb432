"""Date generale: the institution, its people, the plan's title, and how the annex is printed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer

from dragapp.errors import StorageError
from dragapp.forms import current_form, forms
from dragapp.plan.plan import HEADER_STATES
from dragapp.plan.wording import UAT_KINDS
from dragapp.ui.button import Button
from dragapp.ui.changed_field import go_to
from dragapp.ui.fields import LinesField, NumberField, TextField, forget_typing, retrying
from dragapp.ui.form_page import FormPage, Getter, Typed, advice, row
from dragapp.ui.printing_group import add_printing
from dragapp.ui.session import Session
from dragapp.ui.visit import Visit

if TYPE_CHECKING:
    from dragapp.dossier.edit import Edit


class GeneralTab(FormPage):
    """The first tab."""

    part = "general"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._institution()
        self._people()
        self._plan()
        self._header()
        self._printing = add_printing(self)
        self.end()
        session.changed.connect(self._catch_up)

    def _catch_up(self, touched: Any) -> None:
        if touched.plan:
            self.refresh()

    def show_printing(self) -> None:
        """Stand in the group that says how the annex is printed, and see all of it."""
        first = self._printing
        go_to(first)
        QTimer.singleShot(0, self, partial(self.ensureWidgetVisible, first.parentWidget() or first))

    def _own(self, label: str, name: str) -> TextField:
        """Return a field of the institution."""

        def put(text: str) -> None:
            with self.act(f"schimbă „{label}”") as edit:
                edit.set_institution(self.session.plan.id, **{name: text})

        return self.text(label, lambda: str(getattr(self.session.plan.institution, name)), put)

    def _institution(self) -> None:
        form = self.group("Primăria")

        def put_kind(kind: str) -> None:
            with self.act("schimbă felul localității") as edit:
                edit.set_institution(self.session.plan.id, kind=kind)

        kind = self.choice(
            "Felul localității",
            {each: each for each in UAT_KINDS},
            lambda: self.session.plan.institution.kind,
            put_kind,
        )
        row(form, "Localitatea:", kind, self._own("Denumirea", "name"))
        cif = self._own("Cod fiscal", "fiscal_code")
        row(form, "Județul:", self._own("Județul", "county"), "Cod fiscal:", cif)
        form.addRow("Adresa:", self._own("Adresa", "address"))
        phone, email = self._own("Telefon/fax", "phone"), self._own("E-mail", "email")
        row(form, "Telefon/fax:", phone, "E-mail:", email)
        form.addRow("Pagina de internet:", self._own("Pagina de internet", "website"))
        form.addRow("Compartimentul:", self._own("Compartimentul", "department"))

    def _people(self) -> None:
        form = self.group("Persoane")
        form.addRow("Primar:", self._own("Primar", "mayor"))
        form.addRow("Secretar general:", self._own("Secretar general", "secretary"))
        form.addRow("Inspector (întocmit):", self._own("Inspector", "inspector"))

    def _plan(self) -> None:
        form = self.group("Planul")
        year = NumberField()
        year.setRange(1, 9999)
        year.setAccessibleName("Anul planului")
        year.setReadOnly(self.session.read_only)
        self._year = year
        year.editingFinished.connect(self._put_year)
        self.session.flushing.connect(self._put_year)
        self._shown_year = 0
        self._refreshers.append(self._show_year)
        row(form, "Anul:", year, stretch=False)
        form.addRow(
            "Titlul:", self.lines("Titlul planului", *self._bound("title", "titlul planului"), 4)
        )
        form.addRow(
            "Antetul instituției:",
            self.lines("Antetul instituției", *self._bound("letterhead", "antetul instituției"), 6),
        )
        again = Button("Reface titlul și antetul din datele de mai sus")
        again.setEnabled(not self.session.read_only)
        again.clicked.connect(self._make_again)
        row(form, "", again, stretch=False)

    def _show_year(self) -> None:
        """Show the year that is stored; one that could not be stored yet stays."""
        if self.session.plan.year != self._shown_year:
            self._shown_year = self.session.plan.year
            self._year.setValue(self._shown_year)

    def _put_year(self) -> None:
        self._year.interpretText()
        wanted = self._year.value()
        if wanted == self._shown_year:
            return
        with retrying(self, _shown_year=wanted), self.act("schimbă anul planului") as edit:
            try:
                edit.set_plan(self.session.plan.id, year=wanted)
            except StorageError:
                # Another plan has that year: trying again would never do.
                self._year.setValue(self.session.plan.year)
                raise
        forget_typing(self._year.lineEdit())

    def _make_again(self) -> None:
        """Write title and letterhead as the form words them for today's data."""
        self.session.flush()
        plan = self.session.plan
        form = next((each for each in forms() if each.id == plan.form_id), current_form())
        fresh = form.new_plan(plan.institution, plan.year)
        with self.act("reface titlul și antetul") as edit:
            edit.set_plan(plan.id, title=fresh.title, letterhead=fresh.letterhead)

    def _bound(self, name: str, spoken: str) -> tuple[Getter, Typed]:
        def get() -> str:
            return str(getattr(self.session.plan, name))

        def put(text: str, visit: Visit) -> None:
            def change(edit: Edit) -> None:
                edit.set_plan(self.session.plan.id, **{name: text})

            visit.store(f"schimbă {spoken}", self.spot, get(), text, change)

        return get, put

    def _header(self) -> None:
        form = self.group("Antetul anexei")
        named = "schimbă antetul anexei"

        def getter(name: str) -> Getter:
            return lambda: str(getattr(self.session.plan.annex_header, name))

        def put_state(state: str) -> None:
            with self.act(named) as edit:
                edit.set_annex_header(self.session.plan.id, state=state)

        def lines(label: str, name: str) -> LinesField:
            get = getter(name)

            def put(text: str, visit: Visit) -> None:
                def change(edit: Edit) -> None:
                    edit.set_annex_header(self.session.plan.id, **{name: text})

                visit.store(named, self.spot, get(), text, change)

            return self.lines(label, get, put, 2)

        state = self.choice("Starea antetului", HEADER_STATES, getter("state"), put_state)
        row(form, "Se tipărește:", state, stretch=False)
        form.addRow("La proiect:", lines("Antetul la proiect", "draft"))
        form.addRow("La hotărâre:", lines("Antetul la hotărâre", "adopted"))
        extra = lines("Alte rânduri ale antetului", "extra")
        extra.setPlaceholderText("de exemplu: Aviz consultativ nr. 5653 din 01.02.2024")
        form.addRow("Alte rânduri:", extra)
        hint = (
            "{nr} și {data} se completează din fila Hotărâre; cât timp lipsesc, se tipărește o "
            "linie de completat cu pixul."
        )
        form.addRow("", advice(hint))
