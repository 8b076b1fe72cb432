"""The picker of service codes, against the loaded nomenclator and the plans that cite it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragapp.plan.nomenclator_search import NomenclatorSearch, service, with_own
from dragapp.plan.own_lists import OwnCode
from dragapp.plan.service_code import MatchState, Nomenclator

TABLE = Path(__file__).parents[2] / "resources" / "nomenclator" / "nomenclator.csv"
NOMENCLATOR = Nomenclator.load(TABLE)
SEARCH = NomenclatorSearch(NOMENCLATOR)
OWN = OwnCode("8899 CZ-VS-I", "Centre de asistență integrată", source="Legea nr. 217/2003, art. 16")


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("8810 ID-I", "8810 ID-I"),
        ("8810id", "8810 ID-I"),
        ("cz-c-ii", "8891 CZ-C-II"),
        ("8790CR-II", "8790 CRT-II"),
        ("8891 CZ-C-11", "8891 CZ-C-II"),
        ("8891 СZ-С-ІІ", "8891 CZ-C-II"),
        ("cantină socială", "8899 CPDH-I"),
        ("CANTINE", "8899 CPDH-I"),
        ("camin varstnici", "8730 CR-V-I"),
        ("adapost noapte fara", "8790 CR-PFA-II"),
        ("risc separare copii", "8891 CZ-C-II"),
        ("ingrijire la domiciliu", "8810 ID-I"),
        ("hrana mobil", "8899 CPDH-II"),
    ],
)
def test_the_service_is_found_by_code_name_or_people(typed: str, first: str) -> None:
    assert SEARCH.find(typed)[0].code == first


@pytest.mark.parametrize("word", ["bătrâni", "handicap"])
def test_the_people_are_found_by_their_other_name(word: str) -> None:
    found = SEARCH.find(word)
    assert found
    assert len(found) < len(NOMENCLATOR.entries) / 3


def test_every_service_is_found_by_its_own_code_and_name() -> None:
    for entry in NOMENCLATOR.entries:
        assert SEARCH.find(entry.display)[0].code == entry.display
        assert entry.display in [hit.code for hit in SEARCH.find(entry.name)]


def test_a_mistyped_code_offers_the_nearest() -> None:
    assert "8891 CZ-C-VII" in [hit.code for hit in SEARCH.find("8891 CZ-C-VIII")]


def test_nothing_typed_lists_the_table_in_its_order() -> None:
    assert [hit.code for hit in SEARCH.find("")] == [e.display for e in NOMENCLATOR.entries]
    assert SEARCH.find("zebră") == []


def test_what_is_known_of_a_service_is_said_in_romanian() -> None:
    for entry in NOMENCLATOR.entries:
        shown = service(entry)
        assert shown.validity != entry.status
        assert "?" not in shown.regime
    removed = next(hit for hit in SEARCH.find("8790 CR-D-III"))
    assert removed.validity.startswith("probabil eliminat înainte de 2022")
    assert next(hit for hit in SEARCH.find("8790 CR-D-I")).validity.startswith("în vigoare")


def test_the_version_is_said_in_one_sentence() -> None:
    assert NOMENCLATOR.version in SEARCH.version
    assert SEARCH.version.count(".") == SEARCH.version.count("nr.") + 1
    assert SEARCH.version.endswith(".")


def test_an_own_code_is_found_and_looked_up_with_its_source() -> None:
    nomenclator = with_own(NOMENCLATOR, [OWN])
    hit = NomenclatorSearch(nomenclator).find("8899cz-vs")[0]
    assert (hit.code, hit.own, hit.source) == ("8899 CZ-VS-I", True, "Legea nr. 217/2003, art. 16")
    assert hit.validity == "cod adăugat de dumneavoastră"
    match = nomenclator.lookup("8899cz-vs-i")
    assert match.state is MatchState.FOUND


def test_an_own_code_never_takes_the_place_of_an_official_one() -> None:
    own = [OwnCode("8891cz-c-ii", "altceva"), OwnCode("8790CR-II"), OWN, OWN, OwnCode(" - ")]
    nomenclator = with_own(NOMENCLATOR, own)
    assert len(nomenclator.entries) == len(NOMENCLATOR.entries) + 1
    assert nomenclator.entries[: len(NOMENCLATOR.entries)] == NOMENCLATOR.entries
    assert nomenclator.lookup("8790CR-II").state is MatchState.AMBIGUOUS_FORM


@given(st.text(max_size=20) | st.text("8891 CZ-VIabcț", max_size=14))
def test_any_text_can_be_typed(typed: str) -> None:
    codes = [hit.code for hit in SEARCH.find(typed)]
    assert len(codes) == len(set(codes))
