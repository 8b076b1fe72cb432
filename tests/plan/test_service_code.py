"""The codes printed in the plans, in acts and in the licence register, against the nomenclator."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragapp.plan.service_code import (
    Entry,
    MatchState,
    Nomenclator,
    service_key,
    split_codes,
)

TABLE = Path(__file__).parents[2] / "resources" / "nomenclator" / "nomenclator.csv"
NOMENCLATOR = Nomenclator.load(TABLE)


def test_the_table_is_whole() -> None:
    assert len(NOMENCLATOR.entries) == 70
    assert len({service_key(entry.code) for entry in NOMENCLATOR.entries}) == 70
    assert Nomenclator.load(TABLE.read_text(encoding="utf-8")).entries == NOMENCLATOR.entries
    assert NOMENCLATOR.version


@pytest.mark.parametrize("entry", NOMENCLATOR.entries, ids=lambda entry: entry.code)
def test_every_entry_is_found_in_all_its_official_spellings(entry: Entry) -> None:
    assert service_key(entry.display) == service_key(entry.code)
    assert entry.display == f"{entry.code[:4]} {entry.code[4:]}"
    for spelling in (entry.code, entry.display, entry.code.lower(), entry.code.replace("-", "")):
        assert NOMENCLATOR.lookup(spelling).entry is entry
        assert NOMENCLATOR.lookup(spelling).state is MatchState.FOUND


def test_no_spelling_belongs_to_two_codes() -> None:
    owners: dict[str, str] = {}
    for entry in NOMENCLATOR.entries:
        for spelling in (entry.code, *entry.aliases):
            assert owners.setdefault(service_key(spelling), entry.code) == entry.code


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("8810 ID-I", "8810ID-I"),
        ("8790 CR-PFA-II", "8790CR-PFA-II"),
        ("8891 CZ-C-II", "8891CZ-C-II"),
        ("8730 CR-V-I", "8730CR-V-I"),
        ("8899 CPDH-I", "8899CPDH-I"),
        ("8790 CR-D-I", "8790CR-D-I"),
        ("8891CZ-CIII", "8891CZ-C-III"),
        ("8710CR-MS-I", "8710CRMS-I"),
        ("8891\u00a0CZ–C–II", "8891CZ-C-II"),
        ("8891\nCZ-C-II", "8891CZ-C-II"),
        ("8891 СZ-С-ІІ", "8891CZ-C-II"),
        ("8891 CZ-C-11", "8891CZ-C-II"),
        ("8891 cz-c-ll", "8891CZ-C-II"),
        ("8891 CZ-C-|I", "8891CZ-C-II"),
        ("8891 CZ-C-Ⅱ", "8891CZ-C-II"),
    ],
)
def test_printed_spellings_are_found(printed: str, code: str) -> None:
    match = NOMENCLATOR.lookup(printed)
    assert match.state is MatchState.FOUND
    assert match.entry is not None
    assert match.entry.code == code


def test_the_code_without_its_group_letter_is_found_with_a_doubt() -> None:
    match = NOMENCLATOR.lookup("8790CR-II")
    assert match.state is MatchState.AMBIGUOUS_FORM
    assert match.entry is not None
    assert (match.entry.code, match.entry.name) == ("8790CRT-II", "Centre de tranzit")


def test_a_code_that_the_table_lacks_is_unknown_and_near_ones_are_offered() -> None:
    match = NOMENCLATOR.lookup("8891 CZ-C-VIII")
    assert match.state is MatchState.UNKNOWN
    assert match.entry is None
    assert "8891CZ-C-VII" in [entry.code for entry in match.nearest[:2]]


@pytest.mark.parametrize("typed", ["8899CZ-VTP-", "889 CZ-C-II", "Centru de zi", "8891", "*"])
def test_what_is_no_code_is_malformed(typed: str) -> None:
    assert NOMENCLATOR.lookup(typed).state is MatchState.MALFORMED


def test_a_lost_numeral_offers_both_codes() -> None:
    near = {entry.code for entry in NOMENCLATOR.lookup("8899CZ-VTP-").nearest}
    assert {"8899CZ-VTP-I", "8899CZ-VTP-II"} <= near


@pytest.mark.parametrize("typed", ["", " \n", "-", "–", "Nu este cazul"])
def test_a_cell_without_a_code_is_empty(typed: str) -> None:
    assert NOMENCLATOR.lookup(typed).state is MatchState.EMPTY


@pytest.mark.parametrize(
    ("cell", "codes"),
    [
        ("8899 CZ-PN-III / 8899 CZ-PN-IV", ["8899 CZ-PN-III", "8899 CZ-PN-IV"]),
        ("8891 CZ-C-II; 8891CZ-C-III,8810 ID-I", ["8891 CZ-C-II", "8891CZ-C-III", "8810 ID-I"]),
        ("8891 CZ-C-II\n8810 ID-I", ["8891 CZ-C-II", "8810 ID-I"]),
        ("8891\nCZ-C-II", ["8891\nCZ-C-II"]),
        ("8891 CZ-C-II", ["8891 CZ-C-II"]),
        ("", []),
    ],
)
def test_a_cell_may_hold_several_codes(cell: str, codes: list[str]) -> None:
    assert split_codes(cell) == codes


@given(
    st.text(st.characters(exclude_categories=())) | st.text("0889713 CZRVID-Il|/\n", max_size=30)
)
def test_any_text_can_be_looked_up(text: str) -> None:
    for code in (text, *split_codes(text)):
        match = NOMENCLATOR.lookup(code)
        known = match.state in {MatchState.FOUND, MatchState.AMBIGUOUS_FORM}
        assert (match.entry is not None) == known


@given(st.sampled_from(NOMENCLATOR.entries), st.data())
def test_one_slip_of_the_keyboard_still_offers_the_code(entry: Entry, data: st.DataObject) -> None:
    place = data.draw(st.integers(4, len(entry.code) - 1))
    slip = entry.code[:place] + "Q" + entry.code[place + 1 :]
    assert entry in NOMENCLATOR.lookup(slip).nearest


def test_a_table_with_a_fault_is_refused() -> None:
    text = TABLE.read_text(encoding="utf-8")
    with pytest.raises(ValueError, match="de două ori"):
        Nomenclator.load(text + text.splitlines()[1])
    with pytest.raises(ValueError, match="display"):
        Nomenclator.load("code,name\n8810ID-I,Unități\n")
