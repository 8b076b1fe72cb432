"""The gate for text, and the forms for searching and sorting."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragapp.plan.text import clean, commas_below, fold, is_not_applicable, plain, sort_key

ANY_TEXT = st.text(st.characters(exclude_categories=()))
ROUGH_TEXT = st.text(
    st.sampled_from("aș\n\r\t\x00\x0b\x0c\x1c\x85\u2028\u2029\ufffe\uffff\ud83d\ude00\u200d😀")
)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Hotărârea\x00 nr. 25", "Hotărârea nr. 25"),
        ("Bugetul local\r\nBugetul de stat", "Bugetul local\nBugetul de stat"),
        (
            "unu\rdoi\u2028trei\u2029patru\x0bcinci\x0cșase\x85șapte",
            "unu\ndoi\ntrei\npatru\ncinci\nșase\nșapte",
        ),
        ("\n\r", "\n\n"),
        ("nr.\tpersoane", "nr. persoane"),
        ("a\ud800b\udfffc", "abc"),
        ("\ufffea\uffff\ufdd0\U0010ffff", "a"),
        ("\x1b[1mtext\x7f\x9f", "[1mtext"),
    ],
)
def test_clean_removes_what_cannot_be_printed(typed: str, kept: str) -> None:
    assert clean(typed) == kept


@pytest.mark.parametrize(
    "text",
    [
        "  66 361,82\u00a0lei  ",
        "➤ ❖ • „Primii pași” ,, ... …",
        "s\u0326i t\u0327ara\u0306, ş și ș",
        "👩\u200d👧 לשלום \u202bعربي\u202c",
        "socio\u00adeconomic\u200b\ufeff\uf0b7\ufffd",
        "un rând\n\ndouă rânduri\n",
    ],
)
def test_clean_keeps_text_as_typed(text: str) -> None:
    assert clean(text) == text


@given(ANY_TEXT | ROUGH_TEXT)
def test_clean_text_stays_clean_and_can_be_stored(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    cleaned.encode("utf-8")
    for letter in cleaned:
        assert letter == "\n" or unicodedata.category(letter) not in {"Cc", "Cs", "Zl", "Zp"}
        assert ord(letter) & 0xFFFE != 0xFFFE
        assert not 0xFDD0 <= ord(letter) <= 0xFDEF


@given(ANY_TEXT | ROUGH_TEXT)
def test_clean_loses_no_printable_letter_and_no_line(text: str) -> None:
    def printable(some: str) -> list[str]:
        return [
            letter
            for letter in some
            if unicodedata.category(letter) not in {"Cc", "Cs", "Cn", "Zl", "Zp", "Zs"}
        ]

    assert printable(clean(text)) == printable(text)
    ends = re.findall("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]", text)
    assert clean(text).count("\n") == len(ends)


@pytest.mark.parametrize(
    ("typed", "sought"),
    [
        ("Drăgușeni", "draguseni"),
        ("Drăguşeni", "draguseni"),
        ("DRA\u0306GUS\u0326ENI", "draguseni"),
        ("asistenţă și îngrijire", "asistenta si ingrijire"),
        ("publicã, InstituŃia", "publica, institunia"),
        ("socio\u00adeconomic", "socioeconomic"),
        ("66\u00a0361", "66 361"),
    ],
)
def test_fold_finds_text_however_it_is_written(typed: str, sought: str) -> None:
    assert fold(typed) == sought


@given(ANY_TEXT)
def test_fold_is_stable_and_ignores_case_and_composition(text: str) -> None:
    folded = fold(text)
    assert fold(folded) == folded
    assert fold(unicodedata.normalize("NFD", text)) == folded
    assert fold(unicodedata.normalize("NFC", text)) == folded


ALPHABET = "aăâbcdefghiîjklmnopqrsștțuvwxyz"
INDEX = [
    "10 centre",
    "Azil",
    "ăla",
    "ână",
    "Bucecea",
    "Centru",
    "Centrul de zi",
    "Centrul Pietricica",
    "iute",
    "înot",
    "sus",
    "Șarpe",
    "şase",
    "tun",
    "Țap",
    "zbor",
]


@given(st.permutations(ALPHABET), st.permutations(INDEX))
def test_sorting_follows_the_romanian_alphabet(letters: list[str], words: list[str]) -> None:
    assert sorted(letters, key=sort_key) == list(ALPHABET)
    assert sorted(words, key=sort_key) == INDEX


def test_sorting_is_the_same_for_both_kinds_of_diacritics() -> None:
    assert sort_key("şapte")[0] == sort_key("s\u0326apte")[0] == sort_key("Șapte")[0]
    assert sort_key("casa") < sort_key("Casa") < sort_key("casă")


@given(ANY_TEXT, ANY_TEXT)
def test_different_texts_never_tie(one: str, other: str) -> None:
    assert (sort_key(one) == sort_key(other)) == (one == other)


def test_cedillas_become_commas_only_in_romanian_letters() -> None:
    assert commas_below("Şi ţara, Ţi-aş s\u0327i T\u0327") == "Și țara, Ți-aș și Ț"
    assert commas_below("façade, ș, ț") == "façade, ș, ț"


@pytest.mark.parametrize(
    "text", ["Nu este cazul", "nu este cazul.", " NU  ESTE\u00a0CAZUL ", "nu este\ncazul;"]
)
def test_not_applicable_is_recognised(text: str) -> None:
    assert is_not_applicable(text)


@pytest.mark.parametrize("text", ["", "nu", "nu este cazul în anul 2024", "este cazul"])
def test_other_words_are_not_a_statement(text: str) -> None:
    assert not is_not_applicable(text)


def test_plain_text_has_one_dash_and_one_blank() -> None:
    assert plain("\u200e12\u00a0–\u202f14\u2212\u2011\u00ad\n") == "12 - 14--\n"
