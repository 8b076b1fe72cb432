"""A plan of one year and revision, whole in memory: what is printed and the papers around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from dragapp.plan.printing import Printing
from dragapp.plan.section import Section


@dataclass(slots=True)
class Institution:
    """The town hall, as its letterhead and signatures name it. All as typed."""

    kind: str = "comună"
    name: str = ""
    county: str = ""
    fiscal_code: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    department: str = ""
    mayor: str = ""
    secretary: str = ""
    inspector: str = ""


#: The states of the annex header and their Romanian names.
HEADER_STATES = {
    "none": "fără antet",
    "draft": "anexă la proiectul de hotărâre",
    "adopted": "anexă la hotărârea adoptată",
}


@dataclass(slots=True)
class AnnexHeader:
    """The lines above the title, in two states: "draft" (proiect) and "adopted" (hotărâre).

    `state` "none" prints no header. The texts hold `{nr}` and `{data}`: the draft's number and date
    in one, the decision's in the other; an empty one is printed as a line to fill by hand.
    """

    state: str = "draft"
    draft: str = ""
    adopted: str = ""
    extra: str = ""


@dataclass(slots=True)
class Decision:
    """The council's decision: its number, date, votes and signatories. All as typed."""

    number: str = ""
    date: str = ""
    session: str = ""
    votes_for: str = ""
    votes_against: str = ""
    abstentions: str = ""
    chair: str = ""
    secretary: str = ""


@dataclass(slots=True)
class Paper:
    """A numbered, dated paper of the decision's file; numbers are texts ("30.297", "ad.1131")."""

    kind: str
    number: str = ""
    date: str = ""
    issuer: str = ""
    registered_number: str = ""
    registered_date: str = ""
    note: str = ""
    id: int = field(default=0, compare=False)


#: The kinds of papers and their Romanian names, in the order of the decision's file.
PAPER_KINDS = {
    "draft": "Proiect de hotărâre",
    "approval_report": "Referat de aprobare",
    "specialist_report": "Raport de specialitate",
    "consultation": "Proces-verbal de consultare",
    "county_opinion": "Aviz consultativ",
    "commission_opinion": "Avizul comisiei",
    "other": "Alt document",
}


@dataclass(slots=True)
class Plan:
    """One plan. `revision` is 0 for the plan itself, then 1, 2, … for its modifications.

    The top sections are the window's tabs; the one of decision scope is not printed in the annex.
    `signatures` asks for the closing signatures under the annex.
    """

    year: int
    revision: int = 0
    form_id: str = ""
    form_version: str = ""
    title: str = ""
    letterhead: str = ""
    signatures: bool = False
    institution: Institution = field(default_factory=Institution)
    annex_header: AnnexHeader = field(default_factory=AnnexHeader)
    decision: Decision = field(default_factory=Decision)
    printing: Printing = field(default_factory=Printing)
    papers: list[Paper] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    id: int = field(default=0, compare=False)

    def walk(self) -> Iterator[Section]:
        """Yield every section in printed order."""
        for section in self.sections:
            yield from section.walk()

    def section(self, key: str) -> Section:
        """Return the section with that key; raise KeyError where there is none."""
        for section in self.walk():
            if section.key == key:
                return section
        raise KeyError(key)

    def paper(self, kind: str) -> Paper:
        """Return the first paper of a kind, an empty one where there is none."""
        return next((paper for paper in self.papers if paper.kind == kind), Paper(kind))
