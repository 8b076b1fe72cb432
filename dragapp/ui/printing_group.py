"""Tipărirea anexei: the group of fields that says how a plan's annex is printed."""

from __future__ import annotations

from functools import partial

from dragapp.plan.printing import in_base64
from dragapp.ui.action_name import action_name
from dragapp.ui.arms_field import ArmsField
from dragapp.ui.fields import CheckField, TextField
from dragapp.ui.form_page import FormPage, row

_LARGE = (
    "Litere de 14 puncte în loc de 12, pentru cine citește mai greu; cresc și cele din tabele. "
    "Anexa are mai multe pagini."
)
_BOUND = (
    "O margine mai lată, unde se prind foile: la stânga, iar la paginile culcate, sus. Anexa de "
    "publicat nu o are."
)
_CARDS = (
    "Un tabel lat nu se mai tipărește pe o pagină culcată, ci pe pagini în picioare, câte o fișă "
    "pentru fiecare rând. În Excel rămâne tabel."
)
_TOTALS = (
    "Se tipărește rândul „Total” sub tabelele care îl au. Pentru un singur tabel, alegeți Punct, "
    "„Proprietăți…”."
)
_CONTENTS = "Un cuprins, numai dacă anexa trece de 10 pagini."
_NUMBER = "De exemplu 1, pentru „Anexa nr. 1” deasupra antetului. Gol, rândul nu se tipărește."
_SIGNED = (
    "La proiect semnează primarul; la hotărârea adoptată, președintele de ședință și secretarul "
    "general."
)
_PREPARED = "Rândul „Întocmit”, cu numele inspectorului."
_STAMP = "Locul ștampilei, însemnat cu „L.S.”; numai în anexa de semnat."
_CERTIFIED = (
    "Rândul „Conform cu originalul”, cu semnătura secretarului general; numai în anexa de semnat."
)


def add_printing(page: FormPage) -> CheckField:
    """Add the group to a page of fields; return its first field."""
    form = page.group("Tipărirea anexei")
    large = _check(page, "large", "mari, de 14 puncte", _LARGE)
    row(form, "Litere:", large, stretch=False)
    bound = _check(page, "bound", "cu loc de îndosariere", _BOUND)
    cards = _check(page, "cards", "cu tabelele late ca fișe", _CARDS)
    row(form, "Pagini:", bound, cards, stretch=False)
    totals = _check(page, "totals", "rândurile „Total”", _TOTALS)
    contents = _check(page, "contents", "cuprinsul, la peste 10 pagini", _CONTENTS)
    row(form, "Se tipăresc:", totals, contents, stretch=False)
    row(form, "Anexa nr.:", _number(page), stretch=False)
    row(
        form,
        "La sfârșit:",
        _signatures(page),
        _check(page, "prepared", "„Întocmit”", _PREPARED),
        _check(page, "stamp", "„L.S.”", _STAMP),
        _check(page, "certified", "„Conform cu originalul”", _CERTIFIED),
        stretch=False,
    )
    arms = ArmsField(
        page.session, lambda: page.session.plan.printing.picture, partial(_put_arms, page)
    )
    page.bind(arms.refresh)
    form.addRow("Stema:", arms)
    return large


def _check(page: FormPage, name: str, shown: str, why: str) -> CheckField:
    def put(on: bool) -> None:
        with page.act(action_name("schimbă", shown)) as edit:
            edit.set_printing(page.session.plan.id, **{name: on})

    return page.check(shown, lambda: bool(getattr(page.session.plan.printing, name)), put, why)


def _signatures(page: FormPage) -> CheckField:
    def put(on: bool) -> None:
        with page.act("schimbă semnăturile") as edit:
            edit.set_plan(page.session.plan.id, signatures=on)

    return page.check("semnăturile", lambda: page.session.plan.signatures, put, _SIGNED)


def _number(page: FormPage) -> TextField:
    def put(text: str) -> None:
        with page.act("schimbă „Anexa nr.”") as edit:
            edit.set_printing(page.session.plan.id, annex_number=text)

    field = page.text("Anexa nr.", lambda: page.session.plan.printing.annex_number, put)
    field.setToolTip(_NUMBER)
    field.setMaximumWidth(field.fontMetrics().averageCharWidth() * 16)
    return field


def _put_arms(page: FormPage, png: bytes) -> None:
    with page.act("alege stema" if png else "scoate stema") as edit:
        edit.set_printing(page.session.plan.id, arms=in_base64(png))
