"""What is offered while a cell is typed, on the plan of Piatra Neamț."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragapp import resources
from dragapp.examples import example
from dragapp.plan.column import Column, ColumnKind
from dragapp.plan.nomenclator_search import NomenclatorSearch
from dragapp.plan.offering import Offering, beside, has_choices, piece, unknown
from dragapp.plan.outline import Table
from dragapp.plan.own_lists import OwnLists
from dragapp.plan.service_code import Nomenclator

SERVICES = NomenclatorSearch(Nomenclator.load(resources.folder("nomenclator") / "nomenclator.csv"))
PLAN = example("piatra-neamt-2021")
OWN = OwnLists(parties=["Parohia Sfântul Nicolae"], funding=["Donația Ion Ionescu"])
OFFERING = Offering(PLAN, SERVICES, OWN)
CODE = Column("code", "service", kind=ColumnKind.SERVICE_CODE)
PARTIES = Column("responsible", "row", kind=ColumnKind.PARTIES)
PERIOD = Column("term", "row", kind=ColumnKind.PERIOD)
FUNDING = Column("funding", "row", "Surse de finanțare")


def table(key: str) -> Table:
    found = PLAN.section(key).table
    assert found is not None
    return found


def texts(column: Column, typed: str, section: str = "existing-services") -> list[str]:
    return [offer.text for offer in OFFERING.helping(table(section), column, typed)]


def test_a_service_is_offered_with_its_name_and_category() -> None:
    first = OFFERING.helping(table("existing-services"), CODE, "ingrijire la domiciliu")[0]
    assert first.text == "8810 ID-I"
    assert first.name == "Unități de îngrijire la domiciliu"
    assert "persoane vârstnice" in first.detail
    assert OFFERING.version.startswith("Nomenclatorul serviciilor sociale (HG nr. 867/2015)")


@pytest.mark.parametrize(
    ("column", "typed", "first"),
    [
        (PARTIES, "parohia", "Parohia Sfântul Nicolae"),
        (PARTIES, "primaria", "Primăria Piatra Neamț"),
        (FUNDING, "donatia", "Donația Ion Ionescu"),
        (FUNDING, "bugetul lo", "Bugetul local"),
        (PERIOD, "l", "Lunar"),
        (PERIOD, "sem", "Semestrul II"),
    ],
)
def test_names_and_periods_are_offered(column: Column, typed: str, first: str) -> None:
    assert first in texts(column, typed)


def test_nothing_is_offered_that_does_not_help() -> None:
    services = table("existing-services")
    name = next(column for column in services.columns if column.key == "name")
    assert texts(CODE, "8") == []
    assert texts(PERIOD, "Lunar") == []
    assert texts(name, "zzz") == []
    assert texts(Column("budget", "service", kind=ColumnKind.MONEY), "12") == []
    assert texts(name, "I" * 200) == []


def test_short_texts_of_the_column_are_offered_again() -> None:
    courses = table("improvement-courses")
    staff = next(column for column in courses.columns if column.key == "staff")
    used = [row.cells["staff"] for row in courses.walk() if row.cells.get("staff")]
    short = next(text for text in used if 3 < len(text) <= 80 and "\n" not in text)
    typed = short[:3].upper()
    assert short in texts(staff, typed, "improvement-courses")


def test_a_cell_may_hold_several_codes_and_several_lines() -> None:
    assert piece(CODE, "8810 ID-I / 88", 14) == (12, 14)
    assert piece(CODE, "88, 8810 ID-I", 2) == (0, 2)
    assert piece(PARTIES, "DAS\nDGASPC, AJ", 14) == (4, 14)


@given(st.text(alphabet="ab /;,\n", max_size=20), st.data())
def test_the_piece_holds_the_caret(text: str, data: st.DataObject) -> None:
    caret = data.draw(st.integers(0, len(text)))
    for column in (CODE, PARTIES):
        start, end = piece(column, text, caret)
        assert 0 <= start <= caret <= end <= len(text)
        assert "\n" not in text[start:end]


def test_a_service_says_its_name_and_people_beside_its_code() -> None:
    service = SERVICES.find("8810 ID-I")[0]
    existing, proposed = table("existing-services"), table("proposed-services")
    code = next(column for column in existing.columns if column.key == "code")
    assert beside(existing, code, service) == {"name": service.name}
    code = next(column for column in proposed.columns if column.key == "code")
    said = {"name": service.name, "beneficiaries": service.beneficiaries}
    assert beside(proposed, code, service) == said


def test_what_is_in_no_list_is_told() -> None:
    assert unknown(CODE, "8810ID-I / 8899 CZ-VS-I", SERVICES, OWN) == ["8899 CZ-VS-I"]
    parties = "parohia sfantul nicolae\nCrucea Roșie"
    assert unknown(PARTIES, parties, SERVICES, OWN) == ["Crucea Roșie"]
    assert unknown(FUNDING, "Donația Ion Ionescu", SERVICES, OWN) == []
    assert unknown(PERIOD, "Lunar", SERVICES, OWN) == []


def test_columns_with_choices_have_a_button() -> None:
    assert all(map(has_choices, (CODE, PARTIES, PERIOD, FUNDING)))
    assert not has_choices(Column("name", "row", "Denumire"))
