"""Every change of `Edit`, one of each, as it is done to the sample plan."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragapp.dossier.edit import Edit
from dragapp.plan.outline import Node, Table
from dragapp.plan.own_lists import OwnCode, OwnLists
from dragapp.plan.plan import Paper, Plan
from dragapp.plan.rich import Run, rich
from dragapp.plan.section import Paragraph, Section, State
from tests.dossier.samples import sample_plan, services

Change = Callable[[Edit, Plan], object]


def node_id(plan: Plan, key: str) -> int:
    rows = (row for section in plan.walk() if section.table for row in section.table.walk())
    return next(row.id for row in rows if row.key == key)


def matrix_id(plan: Plan) -> int:
    return plan.section("objectives").id


def new_row() -> Node:
    return Node(
        "r-new",
        "measure",
        cells={"measure": "Nouă", "budget": "0 lei"},
        rows=[Node("r-n2", "indicator")],
    )


def _deep_section() -> Section:
    return Section(
        "new",
        "Nouă",
        before=[Paragraph(rich("a"))],
        sections=[Section("inner", "Înăuntru", after=[Paragraph(rich("b"))])],
    )


CHANGES: dict[str, Change] = {
    "set_plan": lambda e, p: e.set_plan(p.id, title="Titlu", year=2025, signatures=False),
    "set_institution": lambda e, p: e.set_institution(p.id, mayor="Ana", kind="oraș"),
    "set_annex_header": lambda e, p: e.set_annex_header(p.id, state="none", extra="x"),
    "set_decision": lambda e, p: e.set_decision(p.id, number="13"),
    "set_printing": lambda e, p: e.set_printing(p.id, large=False, bound=False, annex_number="2"),
    "set_own_lists": lambda e, p: e.set_own_lists(OwnLists([OwnCode("1")], words=["așa"])),
    "add_paper": lambda e, p: e.add_paper(p.id, Paper("other", "1"), 0),
    "set_paper": lambda e, p: e.set_paper(p.papers[0].id, number="7", kind="other"),
    "delete_paper": lambda e, p: e.delete_paper(p.papers[0].id),
    "set_section": lambda e, p: e.set_section(
        p.sections[0].id,
        heading=rich("a", Run("b", bold=True)),
        state=State.DONE,
        number="II",
        totals=True,
    ),
    "add_section": lambda e, p: e.add_section(p.id, p.sections[1].id, 1, _deep_section()),
    "delete_section": lambda e, p: e.delete_section(p.sections[1].id),
    "move_section": lambda e, p: e.move_section(matrix_id(p), p.sections[1].id, 1),
    "set_paragraphs": lambda e, p: e.set_paragraphs(
        p.sections[0].id, "before", [Paragraph(rich("altul")), *p.sections[0].before, Paragraph()]
    ),
    "set_table": lambda e, p: e.set_table(p.section("contracted").id, _services_elsewhere()),
    "set_table_slowly": lambda e, p: list(
        e.set_table_slowly(p.section("contracted").id, _services_elsewhere())
    ),
    "set_column": lambda e, p: e.set_column(matrix_id(p), "budget", title="Lei", unit="lei"),
    "set_level": lambda e, p: e.set_level(matrix_id(p), "measure", name="Acțiune", label="{a})"),
    "set_cell": lambda e, p: e.set_cell(node_id(p, "r-m1"), "term", "Semestrul II"),
    "add_node": lambda e, p: e.add_node(matrix_id(p), node_id(p, "r-d1"), 1, new_row()),
    "delete_node": lambda e, p: e.delete_node(node_id(p, "r-o1")),
    "move_node": lambda e, p: e.move_node(node_id(p, "r-m1"), node_id(p, "r-d2"), 0),
    "set_node": lambda e, p: e.set_node(node_id(p, "r-m2"), level="direction", number="5"),
    "add_plan": lambda e, p: e.add_plan(sample_plan(2025)),
    "delete_plan": lambda e, p: e.delete_plan(p.id),
}


def _services_elsewhere() -> Table:
    table = services()
    table.rows[0].key = "r-other"
    return table


every_change = pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
