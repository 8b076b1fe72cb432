"""Which pieces of a text are judged at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragapp.spelling.words import words


def judged(text: str) -> list[str]:
    return [word.word for word in words(text)]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Într-o comună s-a dat", ["Într-o", "comună", "s-a", "dat"]),
        ("„Primii pași” (copii)", ["Primii", "pași", "copii"]),
        ("publice/private", ["publice", "private"]),
        ("benef./zi", ["zi"]),
        ("social\u00ada", ["sociala"]),
        ("într\u2011un", ["într-un"]),
        ("as\u0326a", ["așa"]),
        ("acţiune şi", ["acțiune", "și"]),
        ("unu - doi – trei", ["unu", "doi", "trei"]),
        ("dom’le", ["dom'le"]),
        ("", []),
    ],
)
def test_words_are_cut_as_a_reader_cuts_them(text: str, pieces: list[str]) -> None:
    assert judged(text) == pieces


@pytest.mark.parametrize(
    "text",
    [
        "8891 CZ-C-II 8790CR-PFA-II",
        "DGASPC AJPIS DGASPC-ului ONG-uri CV-ul",
        "SERVICIILE SOCIALE ȘI",
        "I II IV XII ii iv",
        "66.361,82 2018-2021 c.1 A4",
        "nr.crt. art. 112 alin. (3) lit. b) nr. crt jud. mp",
        "com. Drag. urm., tel./fax",
        "www.daspn.ro https://servicii-sociale.gov.ro/a?b=c daspn.ro",
        "primaria_comunei@yahoo.com a.b-c@primarie.ro",
        "{nr} {uat_genitiv} {județul}",
        "a o e",
    ],
)
def test_what_is_never_wrong_is_left_out(text: str) -> None:
    assert set(judged(text)) <= {"Drag"} if "Drag" in text else judged(text) == []


def test_a_sentence_s_last_word_is_no_abbreviation() -> None:
    assert judged("Nu am fara. Apoi") == ["Nu", "am", "fara", "Apoi"]
    assert judged("fara.") == ["fara"]
    assert judged("persoane fara.\nAlte") == ["persoane", "fara", "Alte"]
    assert judged("preș. comisiei") == ["comisiei"]


def test_a_word_says_where_it_stands() -> None:
    text = "Nr. 5: fara s\u0326i 2024 în"
    for word in words(text):
        assert text[word.start : word.end] in ("fara", "s\u0326i", "în")


@given(st.text(max_size=60) | st.text("aă-s\u0326'. N2ȘI/@w{}\u00ad", max_size=40))
def test_any_text_can_be_cut(text: str) -> None:
    last = 0
    for word in words(text):
        assert last <= word.start < word.end <= len(text)
        assert word.word
        last = word.end
