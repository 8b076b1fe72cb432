"""Legal acts and how they are cited: laws, government decisions, ordinances, orders.

The catalogue holds what was read in real plans and acts, not the state of the law: where a title
or a publication is not known it is empty, and `validity` says what is known and when it was seen.
Citations follow Legea 24/2000 art. 50: at the first mention the act's category, number, year,
title and how it was changed, later its category, number and year.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from typing import Any

from dragapp.plan.text import fold
from dragapp.plan.word_search import WordSearch


class ActKind(StrEnum):
    """The category of an act, by its usual short name."""

    LAW = "Lege"
    EMERGENCY_ORDINANCE = "OUG"
    ORDINANCE = "OG"
    GOVERNMENT_DECISION = "HG"
    ORDER = "Ordin"
    COUNTY_DECISION = "HCJ"
    LOCAL_DECISION = "HCL"


class Case(StrEnum):
    """How a citation stands in its sentence: "Legea nr. …", "în baza Legii nr. …"."""

    NOMINATIVE = "nominativ"
    GENITIVE = "genitiv"


_NAMES = {
    ActKind.LAW: ("Legea", "Legii"),
    ActKind.EMERGENCY_ORDINANCE: (
        "Ordonanța de urgență a Guvernului",
        "Ordonanței de urgență a Guvernului",
    ),
    ActKind.ORDINANCE: ("Ordonanța Guvernului", "Ordonanței Guvernului"),
    ActKind.GOVERNMENT_DECISION: ("Hotărârea Guvernului", "Hotărârii Guvernului"),
    ActKind.ORDER: ("Ordinul", "Ordinului"),
    ActKind.COUNTY_DECISION: ("Hotărârea Consiliului Județean", "Hotărârii Consiliului Județean"),
    ActKind.LOCAL_DECISION: ("Hotărârea Consiliului Local", "Hotărârii Consiliului Local"),
}
_SHOWN = {ActKind.LAW: "Legea", ActKind.ORDER: "Ordinul"}
_MONTHS = (
    "ianuarie", "februarie", "martie", "aprilie", "mai", "iunie",
    "iulie", "august", "septembrie", "octombrie", "noiembrie", "decembrie",
)  # fmt: skip
_GAZETTE = "Monitorul Oficial al României, Partea I"
_ISSUE = re.compile(r"(?P<number>[0-9]+[a-z]*)/(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Act:
    """A legal act as far as it is known; every text may be empty but kind, number and year.

    `issuer` is who gave it, in the genitive ("ministrului muncii"); `name` a law's own name, said
    before its number ("asistenței sociale"); `title` what is said after it ("privind …");
    `subject` what it is about, for the list and the search, never cited. `publication` and
    `republication` are an issue of the official gazette and its day ("335/2018-04-17");
    `changes` is the clause about amendments ("cu modificările și completările ulterioare").
    `amended_by` and `repealed_by` name other acts; `valid_to` is the last day; `seen` the latest
    year in which the act was seen in force. `source` says where all this was read.
    """

    kind: ActKind
    number: str
    year: int
    issuer: str = ""
    name: str = ""
    title: str = ""
    subject: str = ""
    publication: str = ""
    republication: str = ""
    changes: str = ""
    amended_by: str = ""
    repealed_by: str = ""
    valid_to: str = ""
    seen: int = 0
    source: str = ""

    @property
    def key(self) -> Hashable:
        """What makes two records the same act; local numbers repeat from council to council."""
        local = self.kind in (ActKind.COUNTY_DECISION, ActKind.LOCAL_DECISION)
        number = self.number.replace(".", "").replace(" ", "")
        return self.kind, number, self.year, " ".join(fold(self.issuer).split()) if local else ""

    @property
    def label(self) -> str:
        """The act in a list: "HG nr. 797/2017"."""
        said = _SHOWN.get(self.kind, self.kind.value)
        return f"{said} nr. {_dotted(self.number)}/{self.year}"

    @property
    def validity(self) -> str:
        """What is known of its validity, in Romanian, beginning in small letters."""
        e = "" if self.kind == ActKind.ORDER else "ă"
        amended = f"; modificat{e} prin {self.amended_by}" if self.amended_by else ""
        if self.repealed_by:
            until = f"; în vigoare până la {_day(self.valid_to)}" if self.valid_to else ""
            return f"abrogat{e} prin {self.repealed_by}{until}"
        if self.valid_to:
            return f"perioada s-a încheiat la {_day(self.valid_to)}"
        force = f"în vigoare în {self.seen}" if self.seen else "valabilitate de verificat"
        return f"{force}{amended}"


def citation(act: Act, case: Case = Case.NOMINATIVE, *, published: bool = False) -> str:
    """Return the act as it is cited when it is mentioned first.

    "Legea asistenței sociale nr. 292/2011, cu modificările și completările ulterioare"; with
    `published` also where it was published or republished, if that is known.
    """
    name = f" {act.name}" if act.name else ""
    parts = [f"{_head(act, case, name)}{f' {act.title}' if act.title else ''}"]
    feminine = "" if act.kind == ActKind.ORDER else "ă"
    where = _issue(act.republication or act.publication) if published else ""
    if act.republication:
        parts.append(f"republicat{feminine}{where}")
    elif where:
        parts.append(f"publicat{feminine}{where}")
    return ", ".join([*parts, *filter(None, [act.changes])])


def short_citation(act: Act, case: Case = Case.NOMINATIVE) -> str:
    """Return the act as it is cited when it was mentioned before: "Legea nr. 292/2011"."""
    return _head(act, case, "", with_issuer=act.kind != ActKind.ORDER)


class ActSearch:
    """Acts found by kind, number, year and the words of their names and subjects."""

    def __init__(self, acts: Iterable[Act]) -> None:
        self._search = WordSearch(acts, _texts)

    def find(self, typed: str) -> list[Act]:
        """Return the acts for what was typed, the likeliest first; all for nothing typed."""
        return self._search.find(typed)


def with_own(acts: Iterable[Act], own: Iterable[Act]) -> list[Act]:
    """Return the acts of the catalogue and the office's own; its own record of an act wins."""
    mine = {act.key: act for act in own}
    return [*(mine.pop(act.key, act) for act in acts), *mine.values()]


def load_acts(text: str) -> list[Act]:
    """Read the acts of a catalogue in TOML: a list `acts` of tables with the fields of `Act`.

    Raise ValueError, in Romanian, where it is none.
    """
    try:
        listed = tomllib.loads(text).get("acts")
    except tomllib.TOMLDecodeError as error:
        raise ValueError("catalogul actelor nu este un fișier TOML") from error
    if not isinstance(listed, list):
        raise ValueError("catalogul actelor nu are lista „acts”")
    acts = [_act(values, place) for place, values in enumerate(listed, 1)]
    if len({act.key for act in acts}) < len(acts):
        raise ValueError("un act apare de două ori în catalog")
    return acts


_TYPES = {spec.name: {"year": int, "seen": int}.get(spec.name, str) for spec in fields(Act)}


def _act(values: Any, place: int) -> Act:
    if not isinstance(values, dict):
        raise ValueError(f"actul al {place}-lea din catalog nu este un tabel")
    for name, value in values.items():
        if type(value) is not _TYPES.get(name):
            raise ValueError(f"actul al {place}-lea din catalog: cheia „{name}” nu este potrivită")
    if not {"kind", "number", "year"} <= values.keys() or values["kind"] not in list(ActKind):
        raise ValueError(f"actul al {place}-lea din catalog nu are felul, numărul și anul")
    return Act(**{**values, "kind": ActKind(values["kind"])})


def _head(act: Act, case: Case, name: str, *, with_issuer: bool = True) -> str:
    said = _NAMES[act.kind][case == Case.GENITIVE]
    issuer = f" {act.issuer}" if act.issuer and with_issuer else ""
    return f"{said}{name}{issuer} nr. {_dotted(act.number)}/{act.year}"


def _dotted(number: str) -> str:
    """Return a number with its thousands: 1.086; joint orders have two, 1.040/6.296."""
    return re.sub(r"(?<=[0-9])(?=(?:[0-9]{3})+(?![0-9]))", ".", number)


def _issue(issue: str) -> str:
    found = _ISSUE.fullmatch(issue)
    return f" în {_GAZETTE}, nr. {found['number']} din {_day(found['date'])}" if found else ""


def _day(day: str) -> str:
    try:
        read = date.fromisoformat(day)
    except ValueError:
        return day
    return f"{read.day} {_MONTHS[read.month - 1]} {read.year}"


def _texts(act: Act) -> tuple[str, ...]:
    known = f"{act.kind} {act.label} {act.number}"
    kind = f"{' '.join(_NAMES[act.kind])} {act.issuer}"
    return known, act.name, act.title, act.subject, kind
