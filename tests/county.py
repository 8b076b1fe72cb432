"""The largest plan to be expected: a county's, about twice the largest one seen.

It is made up from phrases of real plans, the same in every run, on the form in force. The sizes are
those of a county directorate with all its centres, contracts, measures and campaigns.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragapp.forms import current_form
from dragapp.plan.column import Column, ColumnKind
from dragapp.plan.outline import Level, Node, Table
from dragapp.plan.plan import Institution, Plan
from dragapp.plan.rich import plain, rich
from dragapp.plan.section import Paragraph, ParagraphKind, Section, State
from tests.county_words import FUNDS, INDICATORS, PARTIES, PEOPLE, SERVICES, TERMS, TOWNS, Speaker

CHARACTERS = 150_000
LONG_CELL, LONG_NAME, LONG_TITLE = 2_000, 250, 700
BUDGETS = ("local-budget", "county-budget", "state-budget", "contributions", "other-sources")
#: Where the rows of training stand, each with its share of a hundred.
TRAINING = {
    "improvement-courses": 30,
    "qualification-courses": 20,
    "instruction-assistants": 10,
    "instruction-staff": 20,
    "peer-review": 10,
    "national-programmes": 10,
}
#: The sections among which the free text is divided.
TEXTS = (
    "legal-basis",
    "narrative",
    "consultation",
    "contracting",
    "published-information",
    "information-activities",
    "press-messages",
    "supervision-social-workers",
)


def county_plan(scale: float = 1.0) -> Plan:
    """Return the county's plan; `scale` multiplies every count, the longest texts stay as long."""
    institution = Institution(
        kind="județ",
        name="Neamț",
        county="Neamț",
        fiscal_code="2612839",
        address="Str. Alexandru cel Bun nr. 27, Piatra Neamț",
        department="Direcția Generală de Asistență Socială și Protecția Copilului Neamț",
    )
    plan = current_form().new_plan(institution, 2024)
    _Filler(plan, scale).fill()
    return plan


class _Filler:
    def __init__(self, plan: Plan, scale: float) -> None:
        self.plan, self.scale = plan, scale
        self.say = Speaker(1086)
        self.made = 0

    def fill(self) -> None:
        self.plan.title = self.say.prose(LONG_TITLE)
        self._existing()
        self._proposed()
        self._contracts()
        self._campaigns()
        self._meetings()
        self._training()
        self._providers()
        self._matrix()
        self._text()
        for section in self.plan.walk():
            if not section.is_empty:
                section.state = State.DONE

    def _count(self, count: int) -> int:
        return round(count * self.scale)

    def _node(self, level: str, cells: dict[str, str], rows: list[Node] | None = None) -> Node:
        self.made += 1
        return Node(f"county-{self.made}", level, cells=cells, rows=rows or [])

    def _table(self, key: str) -> Table:
        table = self.plan.section(key).table
        assert table is not None
        return table

    def _budgets(self) -> dict[str, str]:
        return {key: self.say.money() for key in BUDGETS}

    def _service(self) -> Node:
        code, name = self.say.one(SERVICES)
        cells = {
            "code": code,
            "name": f"{name} {self.say.one(TOWNS)}",
            "capacity": f"{self.say.number(8, 150)} {self.say.one(PEOPLE)}",
            "occupancy": f"{self.say.number(60, 100)}%",
        }
        return self._node("service", cells | self._budgets())

    def _existing(self) -> None:
        rows = self._table("existing-services").rows
        for _ in range(self._count(40)):
            services = [self._service() for _ in range(3)]
            rows.append(self._node("centre", {"centre": self.say.centre()}, services))
        rows[0].rows[0].cells["name"] = self.say.prose(LONG_NAME)

    def _proposed(self) -> None:
        rows = self._table("proposed-services").rows
        for place in range(self._count(20)):
            code, name = SERVICES[place % len(SERVICES)]
            capacity = self.say.number(12, 60)
            cells = {
                "name": f"{name} {self.say.one(TOWNS)}",
                "code": code,
                "beneficiaries": self.say.one(PEOPLE).capitalize(),
                "capacity-day": f"{capacity} benef./zi",
                "capacity-centre": f"{capacity} beneficiari/centru",
                "space": f"{self.say.number(120, 900)} mp",
                "staff": f"{self.say.number(6, 30)} (coordonator, asistenți sociali, îngrijitori)",
                "justification": self.say.sentence(),
            }
            rows.append(self._node("service", cells | self._budgets()))

    def _contracts(self) -> None:
        """Twenty-five contracts as rows of an added table, fifteen subsidies as items of a list."""
        levels = [Level("contract", "contract", label="{1}.", number_column="nr")]
        columns = [
            Column("nr", "contract", "Nr. crt.", kind=ColumnKind.NUMBER_LABEL),
            Column("service", "contract", "Serviciul contractat"),
            Column("code", "contract", "Cod serviciu social", kind=ColumnKind.SERVICE_CODE),
            Column("budget", "contract", "Buget estimat", kind=ColumnKind.MONEY, unit="lei"),
            Column("procedure", "contract", "Procedura și calendarul ei", kind=ColumnKind.PERIOD),
        ]
        table = Table(levels, columns)
        for place in range(self._count(25)):
            code, name = SERVICES[place % len(SERVICES)]
            cells = {"service": f"{name} {self.say.one(TOWNS)}", "code": code}
            cells |= {"budget": self.say.money(), "procedure": self.say.one(TERMS)}
            table.rows.append(self._node("contract", cells))
        contracts = Section("county-contracts", "Servicii contractate", table=table)
        self.plan.section("contracting").sections.append(contracts)
        subsidies = self.plan.section("subsidies").after
        for _ in range(self._count(15)):
            text = f"Asociația {self.say.centre()}: {self.say.money()};"
            subsidies.append(Paragraph(rich(text), ParagraphKind.ITEM, label="{a})"))

    def _campaigns(self) -> None:
        for key, count in (("information-campaigns", 40), ("promotion-campaigns", 20)):
            rows = self._table(key).rows
            for _ in range(self._count(count)):
                activities = [self._activity() for _ in range(2)]
                name = f"Campanie privind {self.say.task().lower()}"
                rows.append(self._node("campaign", {"campaign": name}, activities))

    def _activity(self) -> Node:
        cells = {
            "objectives": self.say.task(),
            "period": self.say.one(TERMS),
            "responsible": self.say.lines(PARTIES, 2),
        }
        return self._node("activity", cells)

    def _meetings(self) -> None:
        meetings = self._table("meetings").rows
        for _ in range(self._count(20)):
            cells = {
                "participants": self.say.lines(PARTIES, 3),
                "description": self.say.task(),
                "frequency": self.say.one(TERMS),
            }
            meetings.append(self._node("meeting", cells))
        topics = self._table("counselling-topics").rows
        topics += [
            self._node("topic", {"topic": self.say.sentence()}) for _ in range(self._count(20))
        ]

    def _training(self) -> None:
        for key, count in TRAINING.items():
            table = self._table(key)
            first = table.columns[0].key
            for _ in range(self._count(count)):
                cells = {first: self.say.centre(), "persons": str(self.say.number(1, 60))}
                cells["budget"] = self.say.money()
                table.rows.append(self._node(table.levels[0].key, cells))

    def _providers(self) -> None:
        levels = [Level("provider", "furnizor", label="{1}.", number_column="nr")]
        columns = [
            Column("nr", "provider", "Nr. crt.", kind=ColumnKind.NUMBER_LABEL),
            Column("provider", "provider", "Furnizorul de servicii sociale"),
            Column("address", "provider", "Sediul"),
            Column("services", "provider", "Servicii sociale acordate"),
        ]
        table = Table(levels, columns)
        for place in range(self._count(200)):
            cells = {
                "provider": f"Asociația {self.say.centre()}",
                "address": f"{self.say.one(TOWNS)}, str. Ștefan cel Mare nr. {place + 1}",
                "services": self.say.one(SERVICES)[1],
            }
            table.rows.append(self._node("provider", cells))
        providers = Section("county-providers", "Furnizorii din județ", table=table)
        providers.heading = rich("Lista furnizorilor de servicii sociale din județ")
        self.plan.section("published-information").sections.append(providers)

    def _matrix(self) -> None:
        rows = self._table("objectives-matrix").rows
        for _ in range(self._count(10)):
            directions = [self._direction() for _ in range(6)]
            rows.append(self._node("objective", {"objective": self.say.task()}, directions))
        for objective in rows[: max(self._count(5), 1)]:
            objective.rows[0].rows[0].cells["measure"] = self.say.prose(LONG_CELL)

    def _direction(self) -> Node:
        measures = [self._measure() for _ in range(6)]
        return self._node("direction", {"direction": self.say.task()}, measures)

    def _measure(self) -> Node:
        indicators = [
            self._node("indicator", {"indicator": text, "target": str(self.say.number(1, 900))})
            for text in self.say.lines(INDICATORS, 3).split("\n")
        ]
        cells = {
            "measure": f"{self.say.task()};",
            "funding": self.say.lines(FUNDS, 2),
            "responsible": self.say.lines(PARTIES, 3),
            "term": self.say.one(TERMS),
        }
        return self._node("measure", cells, indicators)

    def _text(self) -> None:
        """Add paragraphs until the plan has its characters of free text."""
        missing = self._count(CHARACTERS) - characters(self.plan)
        share = -(-missing // len(TEXTS))
        for key in TEXTS:
            paragraphs = self.plan.section(key).before
            for length in _lengths(min(share, missing)):
                kind = ParagraphKind.ITEM if self.say.number(0, 2) == 0 else ParagraphKind.PLAIN
                label = "-" if kind == ParagraphKind.ITEM else ""
                paragraphs.append(Paragraph(rich(self.say.prose(length)), kind, label=label))
                missing -= length


def _lengths(whole: int) -> Iterator[int]:
    """Divide a number of characters into paragraphs as long as real ones."""
    while whole > 1000:
        yield 500
        whole -= 500
    if whole:
        yield whole


def characters(plan: Plan) -> int:
    """Return how many characters of text the plan's paragraphs have."""
    every = (p for section in plan.walk() for p in (*section.before, *section.after))
    return sum(len(plain(paragraph.text)) for paragraph in every)
