"""What is offered in a cell while it is typed, by the kind of its column.

Codes come from the nomenclator and the office's own list, institutions, funding sources and
periods from the plan, the office's lists and the usual ones, short texts from the column itself.
Any other text may be typed as well. Made once for a state of the plan; each question is then fast
enough for every key press.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragapp.plan.column import Column, ColumnKind
from dragapp.plan.distinct import distinct, same
from dragapp.plan.nomenclator_search import NomenclatorSearch, Service
from dragapp.plan.outline import Table
from dragapp.plan.own_lists import OwnLists
from dragapp.plan.periods_offered import periods_offered
from dragapp.plan.plan import Plan
from dragapp.plan.remembered import (
    completing,
    funding_offered,
    is_funding,
    names_in,
    parties_offered,
    remembered,
)
from dragapp.plan.service_code import split_codes
from dragapp.plan.text import fold

#: A text that is longer is no name to be repeated, in letters.
SHORT = 80
#: So many letters are typed before offers come by themselves.
_LEAST = {ColumnKind.PERIOD: 1}
_USUAL_LEAST = 2
_PARTING = {ColumnKind.SERVICE_CODE: "/;,\n"}


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that may be put in a cell: its text, its name beside it, small print below."""

    text: str
    name: str = ""
    detail: str = ""
    service: Service | None = None


class Offering:
    """The offers of one plan, as it and the office's lists are now."""

    def __init__(self, plan: Plan, services: NomenclatorSearch, own: OwnLists) -> None:
        known = remembered(plan)
        self._services = services
        self._parties = parties_offered(plan, own.parties, known)
        self._funding = funding_offered(plan, own.funding, known)
        self._periods = periods_offered(plan.year, known.periods)

    def offers(self, table: Table, column: Column, typed: str) -> list[Offer]:
        """Return what the piece that was typed may become, the likeliest first; all for none."""
        if column.kind == ColumnKind.SERVICE_CODE:
            return [_of_service(service) for service in self._services.find(typed)]
        listed = self._listed(column)
        if listed is not None:
            return [Offer(text) for text in completing(typed, listed)]
        if column.kind != ColumnKind.TEXT:
            return []
        begun = same(typed)
        used = (row.cells.get(column.key, "").strip() for row in table.walk())
        names = distinct((text for text in used if text and _is_short(text)), same)
        return [Offer(text) for text in names if same(text).startswith(begun)]

    def helping(self, table: Table, column: Column, typed: str) -> list[Offer]:
        """Return the offers to show by themselves: none for a letter or two, or the same again."""
        letters = typed.strip()
        if len(letters) < _LEAST.get(column.kind, _USUAL_LEAST) or not _is_short(letters):
            return []
        found = self.offers(table, column, letters)
        repeated = len(found) == 1 and found[0].text == letters
        return [] if repeated and found[0].service is None else found

    @property
    def version(self) -> str:
        """The sentence that tells which nomenclator is loaded."""
        return self._services.version

    def _listed(self, column: Column) -> list[str] | None:
        if column.kind == ColumnKind.PARTIES:
            return self._parties
        if column.kind == ColumnKind.PERIOD:
            return self._periods
        return self._funding if is_funding(column) else None


def has_choices(column: Column) -> bool:
    """Whether a column's cells are often chosen from a list, so that a button opens it."""
    kinds = (ColumnKind.SERVICE_CODE, ColumnKind.PARTIES, ColumnKind.PERIOD)
    return column.kind in kinds or is_funding(column)


def piece(column: Column, text: str, caret: int) -> tuple[int, int]:
    """Return where the piece begins and ends that is being typed: a line, or one of many codes."""
    parting = _PARTING.get(column.kind, "\n")
    start = max((text.rfind(sign, 0, caret) for sign in parting), default=-1) + 1
    ends = [place for sign in parting if (place := text.find(sign, caret)) >= 0]
    end = min(ends, default=len(text))
    while start < caret and text[start] == " ":
        start += 1
    return start, end


def beside(table: Table, column: Column, service: Service) -> dict[str, str]:
    """Return what a chosen service says in other columns of its row, by the column's key."""
    said: dict[str, str] = {}
    for other in table.columns_of(column.level):
        text = _said(other, service) if other.kind == ColumnKind.TEXT else ""
        if text and text not in said.values():
            said[other.key] = text
    return said


def unknown(column: Column, text: str, services: NomenclatorSearch, own: OwnLists) -> list[str]:
    """Return the codes, institutions or sources of a cell that no list has yet, as typed.

    Nothing in columns of other kinds, which have no list that the office could add to.
    """
    if column.kind == ColumnKind.SERVICE_CODE:
        return [code for code in split_codes(text) if not services.knows(code)]
    if column.kind == ColumnKind.PARTIES or is_funding(column):
        listed = own.parties if column.kind == ColumnKind.PARTIES else own.funding
        known = set(map(same, listed))
        return [name for name in names_in(text) if same(name) not in known]
    return []


def _said(column: Column, service: Service) -> str:
    """Return what a service says in a column: by the form's key, in added tables by its heading."""
    title = fold(column.title)
    if column.key == "name" or ("denumire" in title and "serviciu" in title):
        return service.name
    if column.key == "beneficiaries" or "beneficiar" in title:
        return service.beneficiaries
    return service.category if column.key == "category" or "categori" in title else ""


def _is_short(text: str) -> bool:
    return len(text) <= SHORT and "\n" not in text


def _of_service(service: Service) -> Offer:
    people = service.beneficiaries
    detail = " · ".join(filter(None, [service.category, people, service.validity]))
    return Offer(service.code, service.name, detail, service)
