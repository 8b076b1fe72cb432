"""What real plans name again and again is offered; spellings of one name count together."""

from __future__ import annotations

from dragapp.examples import example
from dragapp.plan.column import Column, ColumnKind
from dragapp.plan.outline import Level, Node, Table
from dragapp.plan.plan import Institution, Plan
from dragapp.plan.remembered import (
    FUNDING,
    PARTIES,
    completing,
    funding_offered,
    parties_offered,
    remembered,
)
from dragapp.plan.section import Section


def plan_with(column: Column, *cells: str) -> Plan:
    rows = [Node(f"r{n}", "row", cells={column.key: text}) for n, text in enumerate(cells)]
    table = Table([Level("row", "rând")], [column], rows)
    return Plan(
        2025, institution=Institution(name="Drăgușeni"), sections=[Section("s", "S", table=table)]
    )


def parties(*cells: str) -> tuple[str, ...]:
    return remembered(plan_with(Column("who", "row", kind=ColumnKind.PARTIES), *cells)).parties


def test_a_commune_s_institutions_by_frequency() -> None:
    known = remembered(example("draguseni-2024"))
    assert known.parties[0] == "Primăria Drăgușeni"
    assert {"DGASPC", "AJPIS", "AJOFM"} <= set(known.parties)
    assert known.funding[0] == "Bugetul local"
    assert "Bugetul de stat" in known.funding


def test_each_line_of_a_city_s_cells_is_a_name() -> None:
    known = remembered(example("piatra-neamt-2021")).parties
    assert "Serviciul Protecția și Promovarea Drepturilor Copilului" in known
    assert "Direcția Generală de Asistență Socială și Protecția Copilului Neamț" in known


def test_lines_are_taken_without_bullets_and_blanks() -> None:
    assert parties("- DGASPC;\n • AJPIS , \n\n–") == ("DGASPC", "AJPIS")
    assert parties("Nu este cazul", "*") == ()


def test_spellings_are_one_name_shown_as_it_is_written_most() -> None:
    assert parties("Primaria", "Primăria", "DGASPC\nDGASPC", "primăria") == ("Primăria", "DGASPC")
    assert parties("Politia Locala", "Poliția Locală", "Politia Locala")[0] == "Politia Locala"


def test_an_added_table_tells_its_funding_by_the_heading() -> None:
    added = Column("c-x2", "row", "Sursa de finanțare")
    assert remembered(plan_with(added, "PNRR")).funding == ("PNRR",)
    money = Column("other", "row", "Alte surse de finanțare", kind=ColumnKind.MONEY)
    assert remembered(plan_with(money, "412")).funding == ()


def test_the_plan_s_names_come_first_then_the_office_s_then_the_usual() -> None:
    plan = plan_with(Column("who", "row", kind=ColumnKind.PARTIES), "Parohia")
    offered = parties_offered(plan, ["Școala Gimnazială", "parohia"])
    assert offered == ["Parohia", "Școala Gimnazială", "Primăria Drăgușeni", *PARTIES]
    assert funding_offered(plan, ["POCU"]) == ["POCU", *FUNDING]


def test_a_typed_line_is_completed_without_diacritics() -> None:
    offered = parties_offered(example("draguseni-2024"))
    assert completing("prim", offered)[0] == "Primăria Drăgușeni"
    assert completing("draguseni primaria", offered)[0] == "Primăria Drăgușeni"
