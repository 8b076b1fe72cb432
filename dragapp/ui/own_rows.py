"""The office's own lists as rows of texts, for tables and forms, and back.

What the rows cannot say about a thing (an act's source) stays as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from dragapp.plan.acts import Act, ActKind
from dragapp.plan.own_lists import KEYS, OwnCode
from dragapp.plan.service_code import service_key
from dragapp.plan.text import clean

ACT_KINDS = {
    ActKind.LAW: "Lege",
    ActKind.GOVERNMENT_DECISION: "Hotărâre a Guvernului (HG)",
    ActKind.EMERGENCY_ORDINANCE: "Ordonanță de urgență (OUG)",
    ActKind.ORDINANCE: "Ordonanță a Guvernului (OG)",
    ActKind.ORDER: "Ordin",
    ActKind.COUNTY_DECISION: "Hotărâre a consiliului județean (HCJ)",
    ActKind.LOCAL_DECISION: "Hotărâre a consiliului local (HCL)",
}


class Wrong(ValueError):
    """A row that cannot be kept; `field` names what is wrong in it, the text tells the user."""

    def __init__(self, field: str, text: str) -> None:
        super().__init__(text)
        self.field = field


@dataclass(frozen=True, slots=True)
class Kept:
    """One list: its tab, the fields and headings of its rows, and what a row becomes.

    `made` takes a row's texts by field and the thing that the row was before.
    """

    name: str
    title: str
    advice: str
    fields: tuple[tuple[str, str], ...]
    made: Callable[[Mapping[str, str], Any], Any]

    def row(self, thing: Any) -> dict[str, str]:
        """Return a thing's texts by field."""
        if isinstance(thing, str):
            return {self.fields[0][0]: thing}
        return {field: str(getattr(thing, field)) for field, _ in self.fields}

    def key(self, thing: Any) -> Hashable:
        """Return what makes two things the same."""
        return KEYS[self.name](thing)


def act_of(kind: ActKind, texts: Mapping[str, str], before: Act | None = None) -> Act:
    """Make an act of what was typed; raise Wrong."""
    said = {name: one_line(text) for name, text in texts.items() if name not in ("kind", "year")}
    if not said.get("number"):
        raise Wrong("number", "Scrieți numărul actului.")
    year = one_line(texts.get("year", ""))
    if not (year.isdecimal() and len(year) == 4):
        raise Wrong("year", "Scrieți anul actului cu patru cifre, de exemplu 2018.")
    number = said.pop("number")
    act = replace(before or Act(kind, number, 0), kind=kind, number=number, year=int(year))
    more: dict[str, Any] = dict(said)
    return replace(act, **more)


def one_line(text: str) -> str:
    """Return a text that may be stored in a list: one line, no blanks around it."""
    return " ".join(clean(text).split())


def _act(texts: Mapping[str, str], before: Act | None) -> Act:
    typed = one_line(texts.get("kind", ""))
    kinds = {kind.value.casefold(): kind for kind in ActKind} | {
        name.casefold(): kind for kind, name in ACT_KINDS.items()
    }
    kind = kinds.get(typed.casefold())
    if kind is None:
        known = ", ".join(kind.value for kind in ActKind)
        raise Wrong("kind", f"Felul actului este unul dintre: {known}.")
    return act_of(kind, texts, before)


def _code(texts: Mapping[str, str], before: OwnCode | None) -> OwnCode:
    said = {name: one_line(text) for name, text in texts.items()}
    if not service_key(said.get("code", "")):
        raise Wrong("code", "Scrieți codul serviciului, de exemplu 8899 CZ-VS-I.")
    return replace(before, **said) if before else OwnCode(**said)


def _name(texts: Mapping[str, str], _: str | None) -> str:
    return one_line(texts.get("name", ""))


KEPT = (
    Kept(
        "codes",
        "Coduri de servicii",
        "Coduri care lipsesc din nomenclatorul programului; la sursă scrieți actul care le-a "
        "introdus.",
        (
            ("code", "Cod"),
            ("name", "Denumire"),
            ("category", "Categorie"),
            ("beneficiaries", "Beneficiari"),
            ("source", "Sursa"),
        ),
        _code,
    ),
    Kept(
        "acts",
        "Acte normative",
        "Acte pe care le citați; un act pe care programul îl are deja se citează cum îl scrieți "
        "aici.",
        (
            ("kind", "Felul"),
            ("number", "Număr"),
            ("year", "An"),
            ("issuer", "Emitent (genitiv)"),
            ("name", "Denumire"),
            ("title", "Titlu"),
            ("changes", "Modificări"),
            ("repealed_by", "Abrogat prin"),
        ),
        _act,
    ),
    Kept(
        "parties",
        "Instituții",
        "Instituții oferite la responsabili și participanți, pe lângă cele din plan.",
        (("name", "Denumirea instituției"),),
        _name,
    ),
    Kept(
        "funding",
        "Surse de finanțare",
        "Surse oferite la finanțare, pe lângă cele din plan.",
        (("name", "Sursa de finanțare"),),
        _name,
    ),
    Kept(
        "words",
        "Cuvinte",
        "Cuvinte scrise corect pe care verificarea ortografică nu le cunoaște.",
        (("name", "Cuvântul"),),
        _name,
    ),
)
